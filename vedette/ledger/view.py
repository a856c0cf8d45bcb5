"""What the casebook holds, as the records that were put in."""

from collections.abc import Iterator
from sqlite3 import Connection
from typing import TypeVar

import msgspec

from vedette.errors import QuestionError
from vedette.model.claim import Claim, Commentary, Repaired
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document, Doubt

T = TypeVar("T")
DOCUMENTS = "SELECT d.record, r.lang FROM document d LEFT JOIN reading r ON r.document = d.key"
CLAIMS = """SELECT c.record, p.event, p.episode FROM claim c JOIN document d ON d.key = c.document
    LEFT JOIN placement p ON p.claim = c.claim"""
# Rows come in the order in which documents were added, then in that of their text.
IN_ORDER = "SELECT f.record FROM {} f JOIN document d ON d.key = f.document ORDER BY d.n, f.ordinal"
COUNTED = ("document", "evidence", "reading", "claim", "commentary", "repair", "doubt", "copy", "origin", "event", "journal")
NOTHING_FOUND = "the casebook has no {} with this id"


class View:
    """Each method reads the casebook anew; a reading's language stands in its documents, the lineage's keys in its claims."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def documents(self) -> Iterator[Document]:
        return (read_document(*row) for row in self.connection.execute(f"{DOCUMENTS} ORDER BY d.n"))

    def document(self, wanted: str) -> Document:
        """By key, else by the source's own id, of which the version added last is taken."""
        query = f"{DOCUMENTS} WHERE d.key = ? OR d.id = ? ORDER BY d.key = ? DESC, d.n DESC LIMIT 1"
        row = self.connection.execute(query, (wanted, wanted, wanted)).fetchone()
        if not row:
            raise QuestionError(NOTHING_FOUND.format("document"), where=wanted)
        return read_document(*row)

    def claims(self) -> Iterator[Claim]:
        return (read_claim(*row) for row in self.connection.execute(f"{CLAIMS} ORDER BY d.n, c.ordinal"))

    def claim(self, wanted: str) -> Claim:
        row = self.connection.execute(f"{CLAIMS} WHERE c.claim = ? ORDER BY c.ordinal LIMIT 1", (wanted,)).fetchone()
        if not row:
            raise QuestionError(NOTHING_FOUND.format("claim"), where=wanted)
        return read_claim(*row)

    def events(self) -> Iterator[Event]:
        return read_records(self.connection, "SELECT record FROM event ORDER BY ordinal", Event)

    def copies(self) -> Iterator[Copy]:
        return read_records(self.connection, "SELECT record FROM copy ORDER BY ordinal", Copy)

    def origins(self) -> Iterator[Origin]:
        return read_records(self.connection, "SELECT record FROM origin ORDER BY ordinal", Origin)

    def commentary(self) -> Iterator[Commentary]:
        return read_records(self.connection, IN_ORDER.format("commentary"), Commentary)

    def repairs(self) -> Iterator[Repaired]:
        return read_records(self.connection, IN_ORDER.format("repair"), Repaired)

    def doubts(self) -> Iterator[Doubt]:
        """Those of the readings, then those of the tracing."""
        yield from read_records(self.connection, IN_ORDER.format("doubt"), Doubt)
        yield from read_records(self.connection, "SELECT record FROM tracing_doubt ORDER BY ordinal", Doubt)

    def counts(self) -> dict[str, int]:
        """The number of records of each sort, and of `episode`s."""
        counted = {table: self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}
        counted["doubt"] += self.connection.execute("SELECT count(*) FROM tracing_doubt").fetchone()[0]
        counted["episode"] = self.connection.execute("SELECT count(DISTINCT episode) FROM event").fetchone()[0]
        return counted


def read_records(connection: Connection, query: str, type: type[T]) -> Iterator[T]:
    return (msgspec.json.decode(row[0], type=type) for row in connection.execute(query))


def read_document(record: str, lang: str | None) -> Document:
    document = msgspec.json.decode(record, type=Document)
    return msgspec.structs.replace(document, lang=lang) if lang and lang != document.lang else document


def read_claim(record: str, event: str | None, episode: str | None) -> Claim:
    claim = msgspec.json.decode(record, type=Claim)
    return msgspec.structs.replace(claim, event=event, episode=episode) if event else claim
