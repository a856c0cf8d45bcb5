"""Records as the rows of their tables, and the digests that the journal acknowledges them by.

A row here is without its place (document, ordinal); its last column is the record.
"""

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

import msgspec

from vedette.ledger.journal import digest_of
from vedette.model.claim import Claim, Date, Reading
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Doubt

Row = tuple[str | None, ...]
Rows = dict[str, list[Row]]


def rows_of_reading(reading: Reading, doubts: Iterable[Doubt]) -> Rows:
    return {
        "claim": [row_of_claim(claim) for claim in reading.claims],
        "commentary": [(encode(commentary),) for commentary in reading.commentary],
        "repair": [(repaired.thing, encode(repaired)) for repaired in reading.repairs],
        "doubt": [(doubt.station, encode(doubt)) for doubt in doubts],
    }


def row_of_claim(claim: Claim) -> Row:
    return (claim.claim, claim.kind, claim.phase, *bounds_of(claim.date), encode(claim))


def rows_of_lineage(
    copies: Iterable[Copy], origins: Iterable[Origin], *, events: Iterable[Event], doubts: Iterable[Doubt]
) -> Rows:
    return {
        "copy": [(copy.document, copy.of, encode(copy)) for copy in copies],
        "origin": [(origin.document, origin.key, encode(origin)) for origin in origins],
        "event": [(event.event, event.episode, event.kind, *bounds_of(event.date), encode(event)) for event in events],
        "tracing_doubt": [(doubt.station, encode(doubt)) for doubt in doubts],
    }


def bounds_of(date: Date | None) -> tuple[str | None, str | None]:
    return (date.earliest, date.latest) if date else (None, None)


def encode(record: msgspec.Struct) -> str:
    return msgspec.json.encode(record).decode()


def insert_rows(connection: Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def digest_reading(document: str, lang: str, made_by: str, rows: Rows) -> str:
    return digest_of([document, lang, made_by, *spell_rows(rows)])


def digest_lineage(rows: Rows, placed: Sequence[Row]) -> str:
    return digest_of([*spell_rows(rows), *spell_rows({"placement": list(placed)})])


def spell_rows(rows: Rows) -> Iterator[str]:
    """Each row with all that it holds, the tables in the order of their names."""
    return (msgspec.json.encode((table, *row)).decode() for table in sorted(rows) for row in rows[table])
