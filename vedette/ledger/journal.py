"""The journal: each act of writing, in order, each entry bound to the one before it by its hash.

Invariant: entries are only added. Whoever notes down the newest hash can later show that nothing before it was changed
(Haber & Stornetta 1991, linked time stamps); without such a note, a journal cut off at its end cannot be told from a shorter one.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from sqlite3 import Connection

import msgspec

BEGINNING = "0" * 64


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """`what`: created, documents, reading, lineage, upgraded. `digest`: SHA-256 over the records that the act wrote."""

    seq: int
    at: str
    what: str
    subject: str
    digest: str
    previous: str
    hash: str


def add_entry(connection: Connection, what: str, *, at: str, subject: str, digest: str) -> int:
    """The entry's number. It is added before its rows are, which refer to it, in the same transaction."""
    last = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone() or (0, BEGINNING)
    seq, previous = last[0] + 1, last[1]
    entry_hash = hash_entry(seq, at, what, subject, digest, previous)
    connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)", (seq, at, what, subject, digest, previous, entry_hash))
    return seq


def read_journal(connection: Connection) -> Iterator[Entry]:
    for seq, at, what, subject, digest, previous, entry_hash in connection.execute("SELECT * FROM journal ORDER BY seq"):
        yield Entry(seq=seq, at=at, what=what, subject=subject, digest=digest, previous=previous, hash=entry_hash)


def hash_entry(*parts: object) -> str:
    return digest_of(parts)


def digest_of(parts: Iterable[object]) -> str:
    """SHA-256 over the parts; each is led by its length, so that no two lists of parts read the same."""
    whole = sha256()
    for part in parts:
        data = str(part).encode()
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()
