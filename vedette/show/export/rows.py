"""The rows of exports, where they are not the records themselves: documents are named by their source's own id.

A row's fields stand in the order of the contract; a field that is not given is null or empty, never left out.
"""

from collections.abc import Iterable, Iterator

import msgspec


class DocumentId(msgspec.Struct, frozen=True):
    id: str


class OriginRow(msgspec.Struct, frozen=True, kw_only=True):
    """The origin that a document goes back to; null where there are several or none is known."""

    document: DocumentId
    origin: str | None


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """`document` derives from `of`; strength in [0, 1]."""

    document: DocumentId
    of: DocumentId
    relation: str
    strength: float
    why: tuple[str, ...]


class RepairRow(msgspec.Struct, frozen=True, kw_only=True):
    """A damaged name as written, at its offsets, and what it means."""

    document: DocumentId
    text: str
    start: int
    end: int
    meant: str
    thing: str | None
    kind: str
    why: str


class CommentaryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A whole sentence that only evaluates."""

    document: DocumentId
    text: str
    start: int
    end: int


def write_lines(rows: Iterable[object]) -> Iterator[str]:
    """JSON, one object a line."""
    for row in rows:
        yield msgspec.json.encode(row).decode() + "\n"
