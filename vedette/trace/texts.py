"""Texts as they are compared: word stems, shingles over them, and the hour that a document counts as published."""

import re
from datetime import UTC, datetime
from hashlib import blake2b

import msgspec

from vedette.model.text import Document

WORD = re.compile(r"\w+")
STEM = 5  # letters: enough to see through endings in all our languages
SHINGLE = 3  # words
MORNING = "T10:00:00+00:00"  # a day without an hour: after the statement of that morning, before the news of noon


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """`shingles` are 64-bit hashes of three stems in a row; `digest` is equal for texts that differ in space or case only."""

    document: Document
    digest: bytes
    shingles: frozenset[int]
    length: int
    hour: datetime | None


def text_of(document: Document) -> Text:
    words = [word.replace("ё", "е") for word in WORD.findall(document.text.casefold())]
    stems = [word[:STEM] for word in words]
    rows = (" ".join(stems[n : n + SHINGLE]) for n in range(max(1, len(stems) - SHINGLE + 1)))
    return Text(
        document=document,
        digest=blake2b(" ".join(document.text.casefold().split()).encode(), digest_size=16).digest(),
        shingles=frozenset(int.from_bytes(blake2b(row.encode(), digest_size=8).digest(), "big") for row in rows if row),
        length=len(words),
        hour=hour_of(document.published),
    )


def hour_of(published: str | None) -> datetime | None:
    if not published:
        return None
    try:
        found = datetime.fromisoformat(published + MORNING if len(published) == 10 else published)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def order_of(text: Text) -> tuple[object, ...]:
    """Dated documents by hour, undated ones after them: what bears no date repeats what bore one."""
    return (text.hour is None, text.hour or datetime.max.replace(tzinfo=UTC), text.document.key)


def held_in(inner: Text, outer: Text) -> float:
    """The share of the inner text's shingles that the outer one has."""
    return len(inner.shingles & outer.shingles) / len(inner.shingles) if inner.shingles else 0.0
