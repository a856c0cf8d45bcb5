"""Documents and the stretches of their text.

Invariant: a document's text is never edited; every offset anywhere in vedette counts code points of that text.
"""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open stretch [start, stop) of one document's text.

    Unit: Unicode code points, as Python's len() counts them; never bytes or UTF-16.
    """

    start: int
    stop: int

    def cut(self, text: str) -> str:
        return text[self.start : self.stop]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.stop and other.start < self.stop

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.stop <= self.stop


class Link(msgspec.Struct, frozen=True, gc=False):
    """Something that the source itself says of another document: relation is forward, reply, link or canonical."""

    relation: str
    target: str
    name: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one text, as it was gathered.

    `key` is a hash of source id, address and text; `id` is the source's own id, else the file's name without its ending.
    `published` is an ISO day or instant as the source states it, null where it states none (a file's own time is never used).
    `lang` is a code of ISO 639-1, or "und". `evidence` is the SHA-256 of the gathered bytes, which the casebook keeps.
    """

    key: str
    id: str
    text: str
    lang: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    form: str | None = None
    published: str | None = None
    edited: str | None = None
    retrieved: str | None = None
    source: str | None = None
    evidence: str | None = None
    links: tuple[Link, ...] = ()


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something not understood or not decided, kept and shown; an unlocated doubt has an empty span at 0."""

    station: str
    document: str
    start: int = 0
    stop: int = 0
    text: str = ""
    reason: str
    choices: tuple[str, ...] = ()
