"""What a source gives: documents with the bytes that they were read from, and a count of what was no document."""

from hashlib import sha256

import msgspec

from vedette.model.text import Document


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one source as gathered; `name` is the file's name, without the folders of the machine it lay on."""

    sha256: str
    name: str
    data: bytes

    def __repr__(self) -> str:
        return f"Evidence({self.name!r}, {len(self.data)} bytes, {self.sha256[:12]}…)"


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """A document beside the evidence that `document.evidence` names; the rows of one file share one Evidence."""

    document: Document
    evidence: Evidence


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Entries of a source that are no documents and were left out on purpose, such as service messages."""

    where: str
    reason: str
    count: int


def make_evidence(name: str, data: bytes) -> Evidence:
    return Evidence(sha256=sha256(data).hexdigest(), name=name, data=data)
