"""Whether the casebook is as it was written: its evidence, its texts, its rows and its journal against their digests."""

import sqlite3
from collections.abc import Iterator

import msgspec

from vedette.errors import QuestionError
from vedette.ledger.book import DATABASE, Book
from vedette.ledger.evidence import find_fault
from vedette.ledger.journal import BEGINNING, Entry, digest_of, hash_entry
from vedette.ledger.rows import Row, digest_lineage, digest_reading
from vedette.model.key import key_of_document
from vedette.model.text import Document


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it was written; `where` is a file, a document's key or the number of a journal's entry."""

    where: str
    what: str


def verify(book: Book, *, noted: str | None = None) -> tuple[Fault, ...]:
    """All faults, none where all is well. `noted`: a hash of the journal, written down earlier, that must still be in it."""
    try:
        return tuple(find_faults(book, noted))
    except (sqlite3.DatabaseError, msgspec.MsgspecError, QuestionError) as error:
        return (Fault(where=DATABASE, what=f"the database is damaged: {error}"),)


def find_faults(book: Book, noted: str | None) -> Iterator[Fault]:
    # One transaction of reading: what a writer does meanwhile is not seen.
    book.connection.execute("BEGIN")
    try:
        for (state,) in book.connection.execute("PRAGMA quick_check(5)"):
            if state != "ok":
                yield Fault(where=DATABASE, what=f"the database is damaged: {state}")
        entries = {entry.seq: entry for entry in book.journal()}
        yield from check_chain(entries, noted)
        yield from check_evidence(book)
        yield from check_documents(book, entries)
        yield from check_readings(book, entries)
        yield from check_lineage(book, entries)
    finally:
        book.connection.rollback()


def check_chain(entries: dict[int, Entry], noted: str | None) -> Iterator[Fault]:
    previous, expected = BEGINNING, 1
    for entry in entries.values():
        right = hash_entry(entry.seq, entry.at, entry.what, entry.subject, entry.digest, entry.previous)
        if entry.seq != expected or entry.previous != previous:
            yield Fault(where=f"journal {entry.seq}", what="the journal's chain is broken before this entry")
        if entry.hash != right:
            yield Fault(where=f"journal {entry.seq}", what="the journal's entry was altered")
        previous, expected = entry.hash, entry.seq + 1
    if not entries:
        yield Fault(where="journal", what="the journal is empty")
    if noted and noted not in {entry.hash for entry in entries.values()}:
        yield Fault(where="journal", what="the hash noted down earlier is not in the journal: it was cut off or rewritten")


def check_evidence(book: Book) -> Iterator[Fault]:
    for sha256, name in book.connection.execute("SELECT sha256, name FROM evidence ORDER BY sha256"):
        fault = find_fault(book.path, sha256)
        if fault:
            yield Fault(where=f"evidence/{sha256[:2]}/{sha256}", what=f"{fault} ({name})")


def check_documents(book: Book, entries: dict[int, Entry]) -> Iterator[Fault]:
    acknowledged: dict[int, list[str]] = {seq: [] for seq, entry in entries.items() if entry.what == "documents"}
    for key, id, url, published, evidence, seq, record in book.connection.execute(
        "SELECT key, id, url, published, evidence, seq, record FROM document ORDER BY n"
    ):
        document = msgspec.json.decode(record, type=Document)
        right = key_of_document(document.id, document.text, url=document.url, source=document.source)
        columns = (document.key, document.id, document.url, document.published, document.evidence)
        if right != key:
            yield Fault(where=key, what="the document's text, id or address does not match its key")
        elif columns != (key, id, url, published, evidence):
            yield Fault(where=key, what="the document's columns do not match its record")
        if seq in acknowledged:
            acknowledged[seq].append(record)
        else:
            yield Fault(where=key, what="the journal does not know of this document")
    for seq, records in acknowledged.items():
        if digest_of(records) != entries[seq].digest:
            yield Fault(where=f"journal {seq}", what=f"not as the journal acknowledged: {entries[seq].subject}")


def check_readings(book: Book, entries: dict[int, Entry]) -> Iterator[Fault]:
    latest = {entry.subject: entry for entry in entries.values() if entry.what == "reading"}
    for key, lang, made_by, seq in book.connection.execute("SELECT document, lang, made_by, seq FROM reading ORDER BY document"):
        entry = latest.pop(key, None)
        rows = {table: read_rows(book, table, key) for table in ("claim", "commentary", "doubt", "repair")}
        if not entry or entry.seq != seq or entry.digest != digest_reading(key, lang, made_by, rows):
            yield Fault(where=key, what="the reading is not as the journal acknowledged it")
    for key in latest:
        yield Fault(where=key, what="the reading that the journal acknowledged is missing")


def read_rows(book: Book, table: str, document: str) -> list[Row]:
    rows = book.connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY ordinal", (document,))
    return [row[2:] for row in rows]


def check_lineage(book: Book, entries: dict[int, Entry]) -> Iterator[Fault]:
    traced = [entry for entry in entries.values() if entry.what == "lineage"]
    tables = ("copy", "event", "origin", "tracing_doubt")
    rows = {table: [row[1:] for row in book.connection.execute(f"SELECT * FROM {table} ORDER BY ordinal")] for table in tables}
    placed = book.connection.execute("SELECT claim, event, episode FROM placement ORDER BY claim").fetchall()
    if not traced and not any(rows.values()) and not placed:
        return
    if not traced or traced[-1].digest != digest_lineage(rows, placed):
        yield Fault(where="lineage", what="the lineage is not as the journal acknowledged it")
