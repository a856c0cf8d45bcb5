"""What is said to have happened, in order: one row an event.

System, actor and place match the whole episode, so that the crews' return stays beside their training though no report of
it repeats the system. Kind, period, claimant and language pick among the events of the episodes that match.
"""

from collections.abc import Sequence

import msgspec

from vedette.ask.dates import FOREVER, Bounds, bounds_of, days_of
from vedette.ask.facets import Facets, claimants_of
from vedette.ask.names import ACTORS, PLACES, SYSTEMS, Wanted, want
from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.model.claim import KINDS, Date, Place
from vedette.model.lineage import Event

CERTAINLY, POSSIBLY, UNDATED = "certainly", "possibly", "undated"


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Names in any spelling; several values of one filter are choices; `since` and `until` as EDTF."""

    system: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


class Named(msgspec.Struct, frozen=True):
    thing: str
    name: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An event as a line of the timeline. `inside`: certainly or possibly in the period asked for, or undated."""

    event: str
    episode: str
    date: Date | None
    inside: str
    kind: str
    phase: str
    polarity: str
    systems: tuple[Named, ...]
    actors: tuple[Named, ...]
    place: Place | None
    said_by: tuple[str, ...]
    reports: int
    outlets: int
    origins: tuple[str, ...]
    independence: str
    grade: str | None
    contradictions: tuple[str, ...]
    superseded_by: str | None


class Question(msgspec.Struct, frozen=True):
    """The filters with their names resolved."""

    episode: tuple[tuple[str, tuple[Wanted, ...]], ...]
    claimants: tuple[Wanted, ...]
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    period: Bounds


def timeline(view: View, filters: Filters) -> tuple[Row, ...]:
    """Rows in order of their earliest day; the undated last."""
    question = resolve_filters(filters, view)
    rows = []
    for events in view.episodes.values():
        if not is_episode_wanted(events, question, view):
            continue
        dated = [event for event in events if days_of(event.date) != FOREVER]
        is_near = not dated or any(inside_of(event, question.period) for event in dated)
        for event in events:
            inside = inside_of(event, question.period)
            if inside and (inside != UNDATED or is_near) and is_event_wanted(event, view.facets[event.event], question, view):
                rows.append(make_row(event, inside, view))
    return tuple(sorted(rows, key=order_of))


def resolve_filters(filters: Filters, view: View) -> Question:
    """Raises QuestionError on a kind or a date that is none, and on a name that neither knowledge nor casebook holds."""
    for kind in filters.kind:
        if kind not in KINDS:
            raise QuestionError(f"no kind of event; one of {', '.join(KINDS)}", where=kind)
    groups = []
    for field, names, kinds in (
        ("systems", filters.system, SYSTEMS),
        ("actors", filters.actor, ACTORS),
        ("places", filters.place, PLACES),
        ("claimants", filters.said_by, ACTORS),
    ):
        wanted = tuple(want(name, kinds, view.names) for name in names)
        for name, one in zip(names, wanted, strict=True):
            check_name(name, one, field, view)
        groups.append((field, wanted))
    period = (read_bound(filters.since, 0), read_bound(filters.until, 1))
    if period[0] > period[1]:
        raise QuestionError(f"the period ends before it begins ({filters.since} to {filters.until})", where="--from")
    return Question(tuple(groups[:3]), groups[3][1], filters.kind, filters.language, period)


def check_name(name: str, wanted: Wanted, field: str, view: View) -> None:
    if view.names.find(name, kinds_of(field)):
        return
    if any(wanted.takes(thing, text, view.names) for one in view.facets.values() for thing, text in getattr(one, field)):
        return
    near = view.names.suggest(name)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise QuestionError(f"neither the knowledge nor the casebook has this name{hint}", where=name)


def kinds_of(field: str) -> tuple[str, ...]:
    return {"systems": SYSTEMS, "places": PLACES}.get(field, ACTORS)


def read_bound(edtf: str | None, side: int) -> str:
    if edtf is None:
        return FOREVER[side]
    try:
        bounds = bounds_of(edtf)
    except (ValueError, KeyError):  # a month 13 is no month
        bounds = None
    if bounds is None:
        raise QuestionError("no date; write 2023, 2023-04 or 2023-04-22", where=edtf)
    return bounds[side]


def is_episode_wanted(events: Sequence[Event], question: Question, view: View) -> bool:
    """Each filter is met by some event of the episode, not always by the same one."""
    for field, wanted in question.episode:
        named = {pair for event in events for pair in getattr(view.facets[event.event], field)}
        if wanted and not is_met(wanted, named, view):
            return False
    return True


def is_met(wanted: Sequence[Wanted], named: frozenset[tuple[str | None, str]] | set[tuple[str | None, str]], view: View) -> bool:
    return any(one.takes(thing, text, view.names) for one in wanted for thing, text in named)


def is_event_wanted(event: Event, facets: Facets, question: Question, view: View) -> bool:
    return (
        (not question.kinds or event.kind in question.kinds)
        and (not question.languages or not facets.languages.isdisjoint(question.languages))
        and (not question.claimants or is_met(question.claimants, facets.claimants, view))
    )


def inside_of(event: Event, period: Bounds) -> str | None:
    """certainly, possibly, undated, or null for outside."""
    first, last = days_of(event.date)
    if (first, last) == FOREVER:
        return UNDATED
    if period[0] <= first and last <= period[1]:
        return CERTAINLY
    return POSSIBLY if first <= period[1] and period[0] <= last else None


def order_of(row: Row) -> tuple[bool, str, str, str]:
    first, last = days_of(row.date)
    # "by June" begins nowhere: it stands where it ends
    return (row.inside == UNDATED, last if first <= FOREVER[0] else first, last, row.event)


def make_row(event: Event, inside: str, view: View) -> Row:
    return Row(
        event=event.event,
        episode=event.episode,
        date=event.date,
        inside=inside,
        kind=event.kind,
        phase=event.phase,
        polarity=event.polarity,
        systems=tuple(Named(key, view.names.say(key)) for key in event.systems),
        actors=tuple(Named(key, view.names.say(key)) for key in event.participants),
        place=event.place,
        said_by=claimants_of(view.claims_of(event)),
        reports=event.reports,
        outlets=event.outlets,
        origins=event.origins,
        independence=event.independence,
        grade=event.grade,
        contradictions=event.contradictions,
        superseded_by=event.superseded_by,
    )
