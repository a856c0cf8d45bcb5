"""Rows of gold and of exports, read into one form: gold says `entity` and `quote` where an export says `thing` and `text`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from vedette.errors import QuestionError


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A field with its words; each part of it may be missing."""

    thing: str | None = None
    entity: str | None = None
    text: str | None = None
    quote: str | None = None
    role: str | None = None
    channel: str | None = None
    country: str | None = None
    edtf: str | None = None
    value: int | float | list[int | float] | None = None
    start: int = 0
    end: int = 0

    @property
    def identity(self) -> str:
        """The thing, else the words: an unnamed thing counts by its text."""
        return self.thing or self.entity or f"text:{(self.text or self.quote or '').casefold()}"


class Ref(msgspec.Struct, frozen=True):
    id: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, a repair or a commentary, of gold or of ours."""

    document: Ref | None = None
    kind: str | None = None
    phase: str | None = None
    polarity: str | None = None
    hedge: str | bool | None = None
    background: bool | None = None
    participants: tuple[Item, ...] | None = None
    systems: tuple[Item, ...] | None = None
    said_by: tuple[Item, ...] | None = None
    quantities: tuple[Item, ...] | None = None
    place: Item | None = None
    date: Item | None = None
    said_on: Item | None = None
    event: str | None = None
    episode: str | None = None
    sentence: str | None = None
    text: str | None = None
    meant: str | None = None
    start: int = 0
    end: int = 0

    def marks(self) -> list[tuple[str | None, int, int]]:
        """Every field's words with their offsets."""
        several = (self.participants, self.systems, self.said_by, self.quantities)
        items = [item for group in several for item in group or ()]
        items += [item for item in (self.place, self.date, self.said_on) if item is not None]
        marks = [(item.text, item.start, item.end) for item in items]
        return marks + ([(self.sentence, self.start, self.end)] if self.sentence is not None else [])


class Garble(msgspec.Struct, frozen=True, kw_only=True):
    as_written: str
    should_be: str = ""
    name: bool = False


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    claims: tuple[Row, ...] = ()
    garbles: tuple[Garble, ...] | None = None
    commentary: tuple[str, ...] | None = None


class LineageRow(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    origin: str | None = None
    derived_from: str | None = None
    relation: str | None = None


class OriginRow(msgspec.Struct, frozen=True, kw_only=True):
    document: Ref
    origin: str | None = None


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    document: Ref
    of: Ref
    relation: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    text: str


T = TypeVar("T")


def read_rows(path: Path, form: type[T]) -> list[T]:
    """The rows of a file of JSON lines; an error names the line."""
    rows = []
    try:
        content = path.read_bytes()
    except OSError as error:
        raise QuestionError(error.strerror or "cannot be read", where=str(path)) from error
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append(msgspec.json.decode(line, type=form))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise QuestionError(str(error), where=f"{path}, line {number}") from error
    return rows


def group_rows(rows: Iterable[Row], texts: Mapping[str, str]) -> tuple[dict[str, list[Row]], int]:
    """Rows by document id, and how many are void: their words do not stand at their offsets."""
    found: dict[str, list[Row]] = defaultdict(list)
    void = 0
    for row in rows:
        key = row.document.id if row.document else ""
        text = texts.get(key)
        if text is not None and any(words is None or text[start:end] != words for words, start, end in row.marks()):
            void += 1
        else:
            found[key].append(row)
    return found, void
