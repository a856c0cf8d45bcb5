"""One entry with its words: an event, claim, document, source or thing, found by its id."""

from collections.abc import Iterator

import msgspec

from vedette.ask.fields import FieldLine, lines_of
from vedette.ask.names import ACTORS, PLACES, SYSTEMS
from vedette.ask.view import View, find_by_prefix
from vedette.errors import QuestionError
from vedette.model.claim import Claim, Commentary, Repaired
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document, Doubt
from vedette.model.thing import Thing

ANY_KIND = (*SYSTEMS, *ACTORS, *PLACES, "exercise", "treaty")


class ClaimEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, its fields one by one with their words and what siblings settle, and the origin of its document."""

    claim: Claim
    fields: tuple[FieldLine, ...]
    event: Event | None
    origin: Origin | None


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its claims, oldest report first, and the other events of its episode."""

    event: Event
    claims: tuple[Claim, ...]
    siblings: tuple[Event, ...]


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A document with everything that was read in it; `derives_from` and `copied_by` are edges to other documents."""

    document: Document
    claims: tuple[Claim, ...]
    origin: Origin | None
    derives_from: tuple[Copy, ...]
    copied_by: tuple[Copy, ...]
    repairs: tuple[Repaired, ...]
    commentary: tuple[Commentary, ...]
    doubts: tuple[Doubt, ...]


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of a source or an outlet: their keys, ids and days of publication, oldest first."""

    source: str
    documents: tuple[tuple[str, str, str | None], ...]
    claims: int


class ThingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A thing of the knowledge and the events that name it, as actor, system, place or claimant."""

    thing: Thing
    part_of: tuple[str, ...]
    events: tuple[str, ...]


Entry = ClaimEntry | EventEntry | DocumentEntry | SourceEntry | ThingEntry


def find_entry(view: View, wanted: str) -> Entry:
    """By id, by the beginning of an id, by a source's own id of a document, by an outlet's or a thing's name."""
    if wanted.startswith("c-"):
        return claim_entry(find_by_prefix(view.claims, wanted, "claim"), view)
    if wanted.startswith("e-"):
        return event_entry(find_by_prefix(view.events, wanted, "event"), view)
    if wanted.startswith("d-"):
        return document_entry(view.find_document(wanted), view)
    if any(document.id == wanted for document in view.documents.values()):
        return document_entry(view.find_document(wanted), view)
    source = source_entry(wanted, view)
    if source:
        return source
    things = view.names.find(wanted, ANY_KIND)
    known = [thing for thing in things if thing in view.names.things]
    if not known:
        raise QuestionError("no event, claim, document, source or thing has this id or name", where=wanted)
    if len(known) > 1:
        raise QuestionError(f"{len(known)} things answer to this name; ask by id: {', '.join(known[:6])}", where=wanted)
    return thing_entry(view.names.things[known[0]], view)


def claim_entry(claim: Claim, view: View) -> ClaimEntry:
    event = view.event_of(claim)
    return ClaimEntry(claim=claim, fields=lines_of(claim, event), event=event, origin=view.origins.get(claim.document.key))


def event_entry(event: Event, view: View) -> EventEntry:
    siblings = tuple(other for other in view.episodes[event.episode] if other.event != event.event)
    return EventEntry(event=event, claims=view.claims_of(event), siblings=siblings)


def document_entry(document: Document, view: View) -> DocumentEntry:
    key = document.key
    return DocumentEntry(
        document=document,
        claims=view.claims_by_document.get(key, ()),
        origin=view.origins.get(key),
        derives_from=tuple(copy for copy in view.copies if copy.document == key),
        copied_by=tuple(copy for copy in view.copies if copy.of == key),
        repairs=tuple(one for one in view.repairs if one.document == key),
        commentary=tuple(one for one in view.commentary if one.document == key),
        doubts=tuple(one for one in view.doubts if one.document == key),
    )


def source_entry(wanted: str, view: View) -> SourceEntry | None:
    documents = [one for one in view.documents.values() if wanted in (one.source, one.outlet)]
    documents.sort(key=lambda document: (document.published or "9999", document.id))
    claims = sum(len(view.claims_by_document.get(document.key, ())) for document in documents)
    rows = tuple((document.key, document.id, document.published) for document in documents)
    return SourceEntry(source=wanted, documents=rows, claims=claims) if rows else None


def thing_entry(thing: Thing, view: View) -> ThingEntry:
    wholes = tuple(one for one in view.names.wholes_of(thing.id) if one != thing.id)
    events = tuple(event.event for event in view.events.values() if thing.id in set(things_in(event, view)))
    return ThingEntry(thing=thing, part_of=wholes, events=events)


def things_in(event: Event, view: View) -> Iterator[str | None]:
    yield from event.participants
    yield from event.systems
    yield event.place.thing if event.place else None
    for claim in view.claims_of(event):
        yield from (one.thing for one in claim.said_by)
