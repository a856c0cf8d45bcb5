"""An actor's milestones with a system, from promise to duty, each with the first claim that reached it."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from vedette.ask.dates import FOREVER, days_of
from vedette.ask.facets import claimant_of
from vedette.ask.names import ACTORS, SYSTEMS, Wanted, want
from vedette.ask.timeline import check_name
from vedette.ask.view import View
from vedette.model.claim import Claim, Date
from vedette.model.lineage import Event

STATEMENTS = Path(__file__).with_name("milestones.toml")


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """`words`: beginnings of words by language, one of which a claim's sentence must hold; empty for none needed."""

    name: str
    rank: int
    kinds: tuple[str, ...]
    phases: tuple[str, ...]
    words: dict[str, tuple[str, ...]] = {}


class Milestone(msgspec.Struct, frozen=True, kw_only=True):
    """A rung reached. `date` dates the occurrence; where it is not known, `known_by` is the day by which it was said.

    `again`: the rung was reached before. `denied`: somebody says that it was not reached, nobody that it was.
    """

    rung: str
    rank: int
    again: bool
    denied: bool
    date: Date | None
    known_by: str | None
    claimant: str | None
    claim: str | None
    document: str | None
    event: str
    episode: str
    reports: int
    origins: tuple[str, ...]
    independence: str


@cache
def rungs() -> tuple[Rung, ...]:
    return msgspec.convert(tomllib.loads(STATEMENTS.read_text(encoding="utf-8")), dict[str, tuple[Rung, ...]])["rung"]


def ladder(view: View, *, actor: str, system: str) -> tuple[Milestone, ...]:
    """Milestones in order of when they were reached, else of when they were first said."""
    who, what = want(actor, ACTORS, view.names), want(system, SYSTEMS, view.names)
    check_name(actor, who, "actors", view)
    check_name(system, what, "systems", view)
    found = []
    for events in view.episodes.values():
        for event in events:
            rung = rung_of(event, view)
            if rung and is_about(event, events, who, "actors", view) and is_about(event, events, what, "systems", view):
                found.append(make_milestone(event, rung, view))
    return mark_again(sorted(found, key=order_of))


def rung_of(event: Event, view: View) -> Rung | None:
    for rung in rungs():
        if event.kind in rung.kinds and event.phase in rung.phases and (not rung.words or has_words(event, rung, view)):
            return rung
    return None


def has_words(event: Event, rung: Rung, view: View) -> bool:
    return any(
        word in claim.sentence.casefold() for claim in view.claims_of(event) for word in rung.words.get(claim.document.lang, ())
    )


def is_about(event: Event, episode: Sequence[Event], wanted: Wanted, field: str, view: View) -> bool:
    """The event names it; or it names none of the sort and its episode does."""
    named = getattr(view.facets[event.event], field)
    if not named:
        named = {pair for other in episode for pair in getattr(view.facets[other.event], field)}
    return any(wanted.takes(thing, text, view.names) for thing, text in named)


def make_milestone(event: Event, rung: Rung, view: View) -> Milestone:
    claims = sorted(view.claims_of(event), key=said_by_day)
    first = claims[0] if claims else None
    return Milestone(
        rung=rung.name,
        rank=rung.rank,
        again=False,
        denied=event.polarity == "denied",
        date=event.date,
        known_by=(said_by_day(first) if first else None) or None,
        claimant=(claimant_of(first) or first.document.outlet) if first else None,
        claim=first.claim if first else None,
        document=first.document.id if first else None,
        event=event.event,
        episode=event.episode,
        reports=event.reports,
        origins=event.origins,
        independence=event.independence,
    )


def said_by_day(claim: Claim) -> str:
    """The latest day on which it can first have been said here: of the saying, else of the report; "9999" for neither."""
    said = days_of(claim.said_on)
    if said != FOREVER:
        return claim.said_on.edtf or said[1] if claim.said_on else said[1]
    return (claim.document.published or "9999")[:10]


def order_of(milestone: Milestone) -> tuple[str, int, str]:
    first, last = days_of(milestone.date)
    if (first, last) == FOREVER:
        return (milestone.known_by or "9999", milestone.rank, milestone.event)
    return (last if first == FOREVER[0] else first, milestone.rank, milestone.event)


def mark_again(milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    reached: set[str] = set()
    marked = []
    for milestone in milestones:
        marked.append(msgspec.structs.replace(milestone, again=milestone.rung in reached and not milestone.denied))
        if not milestone.denied:
            reached.add(milestone.rung)
    return tuple(marked)
