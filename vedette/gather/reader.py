"""The door for readers: what a reader is, and how it seals a document."""

import re
from collections.abc import Iterator
from typing import Protocol

import msgspec

from vedette.errors import DamagedSourceError, EmptySourceError, SourceError
from vedette.model.gathered import Evidence, Gathered, Skipped
from vedette.model.key import key_of_document
from vedette.model.text import Document

Found = Gathered | Skipped | SourceError

# Tab, line ends, vertical tab and form feed stand in honest texts; the other controls say that this is no text.
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
STATED = ("text", "id", "url", "outlet", "title", "form")


class Reader(Protocol):
    """Turns the bytes of one source into documents, in the source's own order; never guesses, never repairs.

    What is wrong with one document is yielded, so that the others are read; what is wrong with the whole source may be raised.
    """

    def accepts(self, evidence: Evidence) -> bool: ...

    def read(self, evidence: Evidence, *, retrieved: str) -> Iterator[Found]: ...


def seal_document(document: Document, evidence: Evidence, *, where: str) -> Gathered:
    """The document with its key and its evidence; raises where its text is empty or no text."""
    if not document.text.strip():
        raise EmptySourceError("there is no text", where=where)
    for field in STATED:
        check_characters(getattr(document, field), field, where=where)
    key = key_of_document(document.id, document.text, url=document.url, source=document.source)
    return Gathered(document=msgspec.structs.replace(document, key=key, evidence=evidence.sha256), evidence=evidence)


def check_characters(value: str | None, field: str, *, where: str) -> None:
    wrong = FORBIDDEN.search(value or "")
    if wrong:
        raise DamagedSourceError(
            f"{field} has a character that no text has: U+{ord(wrong[0]):04X} at offset {wrong.start()}", where=where
        )


def id_of_file(name: str) -> str:
    """The file's name without its ending."""
    stem, stop, _ = name.rpartition(".")
    return stem if stop and stem else name
