"""Claims that cannot all be true: the settled fields with claims against them, and the contradictions that trace has named."""

import msgspec

from vedette.ask.dates import days_of
from vedette.ask.facets import claimant_of
from vedette.ask.view import View
from vedette.model.claim import Date
from vedette.model.lineage import Event, Settled


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of a conflict, with its words and who says so."""

    claim: str
    document: str
    claimant: str | None
    sentence: str
    is_for: bool


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field of an event on which its claims differ; `value` is what the casebook settles on, null where nothing is settled."""

    event: str
    kind: str
    date: Date | None
    field: str
    value: str | None
    sides: tuple[Side, ...]
    notes: tuple[str, ...] = ()


def conflicts(view: View) -> tuple[Conflict, ...]:
    """In order of the events' days."""
    found = []
    for event in sorted(view.events.values(), key=lambda event: (days_of(event.date), event.event)):
        contested = [one for one in event.settled if one.claims_against]
        found += [make_conflict(event, one, view) for one in contested]
        if event.contradictions and not contested:
            found.append(named_conflict(event, view))
    return tuple(found)


def make_conflict(event: Event, settled: Settled, view: View) -> Conflict:
    sides = [make_side(key, True, view) for key in settled.claims_for] + [
        make_side(key, False, view) for key in settled.claims_against
    ]
    return Conflict(
        event=event.event,
        kind=event.kind,
        date=event.date,
        field=settled.field,
        value=settled.value,
        sides=tuple(side for side in sides if side),
        notes=tuple(note for note in event.contradictions if note.startswith(settled.field)),
    )


def named_conflict(event: Event, view: View) -> Conflict:
    """Contradictions that name no field: the event's claims stand as one side each."""
    sides = tuple(side for side in (make_side(key, True, view) for key in event.claims) if side)
    return Conflict(
        event=event.event, kind=event.kind, date=event.date, field="event", value=None, sides=sides, notes=event.contradictions
    )


def make_side(key: str, is_for: bool, view: View) -> Side | None:
    claim = view.claims.get(key)
    if claim is None:
        return None
    return Side(
        claim=key,
        document=claim.document.id,
        claimant=claimant_of(claim) or claim.document.outlet,
        sentence=claim.sentence,
        is_for=is_for,
    )
