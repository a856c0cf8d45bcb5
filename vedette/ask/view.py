"""One casebook as the questions see it: its records, each kind loaded once, found by key."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from vedette.ask.facets import Facets, facets_of
from vedette.ask.names import Names
from vedette.errors import QuestionError
from vedette.ledger.view import View as Shelf
from vedette.model.claim import Claim, Commentary, Repaired
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document, Doubt

T = TypeVar("T")
SHORTEST = 3


class View:
    """The records of a casebook with the names of the knowledge; what is asked for first is loaded first."""

    def __init__(self, book: Shelf, names: Names) -> None:
        self.book = book
        self.names = names

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {document.key: document for document in self.book.documents()}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.claim: claim for claim in self.book.claims()}

    @cached_property
    def events(self) -> dict[str, Event]:
        return {event.event: event for event in self.book.events()}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        return {origin.document: origin for origin in self.book.origins()}

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        return tuple(self.book.copies())

    @cached_property
    def commentary(self) -> tuple[Commentary, ...]:
        return tuple(self.book.commentary())

    @cached_property
    def repairs(self) -> tuple[Repaired, ...]:
        return tuple(self.book.repairs())

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(self.book.doubts())

    @cached_property
    def episodes(self) -> dict[str, tuple[Event, ...]]:
        return group_by(self.events.values(), lambda event: event.episode)

    @cached_property
    def claims_by_document(self) -> dict[str, tuple[Claim, ...]]:
        claims = group_by(self.claims.values(), lambda claim: claim.document.key)
        return {key: tuple(sorted(some, key=lambda claim: (claim.start, claim.claim))) for key, some in claims.items()}

    @cached_property
    def facets(self) -> dict[str, Facets]:
        """What each event is about, by the event's key."""
        return {key: facets_of(event, self.claims_of(event), self.names) for key, event in self.events.items()}

    def claims_of(self, event: Event) -> tuple[Claim, ...]:
        """The event's claims, oldest report first; those without a publication date last."""
        claims = [self.claims[key] for key in event.claims if key in self.claims]
        return tuple(sorted(claims, key=lambda claim: (claim.document.published or "9999", claim.document.id, claim.start)))

    def event_of(self, claim: Claim) -> Event | None:
        return self.events.get(claim.event or "")

    def find_document(self, wanted: str) -> Document:
        """By key, by its source's own id, or by the beginning of the key."""
        if wanted in self.documents:
            return self.documents[wanted]
        named = [document for document in self.documents.values() if document.id == wanted]
        if len(named) > 1:
            choices = ", ".join(document.key for document in named[:5])
            raise QuestionError(f"{len(named)} documents bear this id ({choices}); ask by key", where=wanted)
        return named[0] if named else find_by_prefix(self.documents, wanted, "document")


def find_by_prefix(records: Mapping[str, T], wanted: str, what: str) -> T:
    """The one record whose key is, or begins with, these letters."""
    if wanted in records:
        return records[wanted]
    keys = [key for key in records if key.startswith(wanted)] if len(wanted) > SHORTEST else []
    if len(keys) == 1:
        return records[keys[0]]
    if keys:
        raise QuestionError(f"{len(keys)} ids begin so ({', '.join(sorted(keys)[:3])}, …); give more letters", where=wanted)
    raise QuestionError(f"the casebook has no {what} with this id", where=wanted)


def group_by(records: Iterable[T], key_of: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for record in records:
        groups[key_of(record)].append(record)
    return {key: tuple(group) for key, group in groups.items()}
