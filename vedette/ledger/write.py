"""What is put into the casebook: documents with their evidence, readings, the lineage; each act whole or not at all.

Order within an act: evidence, then the journal's entry with the digest of the rows, then the rows, which bear its number.
When a function here returns outside of a transaction of the caller's own, what it wrote survives `kill -9` and a loss of power.
"""

from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection

from vedette.errors import QuestionError
from vedette.ledger.book import Book, utc_now
from vedette.ledger.evidence import keep_evidence
from vedette.ledger.journal import add_entry, digest_of
from vedette.ledger.rows import digest_lineage, digest_reading, encode, insert_rows, rows_of_lineage, rows_of_reading
from vedette.ledger.search import fold
from vedette.model.claim import Reading
from vedette.model.gathered import Gathered
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document, Doubt

LINEAGE = ("copy", "origin", "event", "tracing_doubt", "placement")
# SQLite allows this many parameters in one question on every build.
PAGE = 500


def add_documents(book: Book, batch: Iterable[Gathered]) -> int:
    """The number of those that were not in the casebook yet, in one act; the same thing twice adds nothing."""
    given = {gathered.document.key: gathered for gathered in reversed(list(batch))}
    with book.transaction() as connection:
        known = find_known(connection, list(given))
        new = [gathered for key, gathered in reversed(given.items()) if key not in known]
        if not new:
            return 0
        evidences = {gathered.evidence.sha256: gathered.evidence for gathered in new}
        keep_evidence(book.path, evidences.values())
        records = [encode(gathered.document) for gathered in new]
        seq = add_entry(connection, "documents", at=utc_now(), subject=f"{len(new)} documents", digest=digest_of(records))
        connection.executemany(
            "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?)",
            [(each.sha256, each.name, len(each.data), seq) for each in evidences.values()],
        )
        for gathered, record in zip(new, records, strict=True):
            add_row(connection, gathered.document, record, seq)
    return len(new)


def find_known(connection: Connection, keys: list[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(keys), PAGE):
        page = keys[start : start + PAGE]
        marks = ", ".join("?" * len(page))
        known.update(row[0] for row in connection.execute(f"SELECT key FROM document WHERE key IN ({marks})", page))
    return known


def add_row(connection: Connection, document: Document, record: str, seq: int) -> None:
    asked = (document.key, document.id, document.url, document.outlet, document.published, document.evidence, seq, record)
    added = connection.execute(
        "INSERT INTO document (key, id, url, outlet, published, evidence, seq, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", asked
    )
    words = (added.lastrowid, fold(document.title or ""), fold(document.text))
    connection.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", words)


def find_unread(book: Book, made_by: str) -> Iterator[Document]:
    """The documents that this version of the reader has not read, in the order in which they were added."""
    keys = book.connection.execute(
        "SELECT key FROM document WHERE key NOT IN (SELECT document FROM reading WHERE made_by = ?) ORDER BY n", (made_by,)
    ).fetchall()
    return (book.document(key) for (key,) in keys)


def keep_reading(
    book: Book, document: str, *, reading: Reading, doubts: Iterable[Doubt] = (), lang: str = "und", made_by: str
) -> None:
    """What a reader found in the document of this key; it takes the place of any earlier reading of that document.

    `lang` is the language that the reader took the document to be in. Many readings in one `book.transaction()` are faster.
    """
    rows = rows_of_reading(reading, doubts)
    digest = digest_reading(document, lang, made_by, rows)
    with book.transaction() as connection:
        if not find_known(connection, [document]):
            raise QuestionError("the casebook has no document with this key", where=document)
        seq = add_entry(connection, "reading", at=utc_now(), subject=document, digest=digest)
        connection.execute("DELETE FROM reading WHERE document = ?", (document,))
        connection.execute("INSERT INTO reading VALUES (?, ?, ?, ?)", (document, lang, made_by, seq))
        for table, table_rows in rows.items():
            insert_rows(connection, table, [(document, ordinal, *row) for ordinal, row in enumerate(table_rows)])


def keep_lineage(
    book: Book,
    *,
    copies: Iterable[Copy],
    origins: Iterable[Origin],
    events: Iterable[Event],
    placements: Mapping[str, tuple[str, str]],
    doubts: Iterable[Doubt] = (),
) -> None:
    """What tracing found over the whole casebook, instead of what it found before; `placements`: claim to event and episode."""
    rows = rows_of_lineage(copies, origins, events=events, doubts=doubts)
    placed = sorted((claim, event, episode) for claim, (event, episode) in placements.items())
    subject = f"{len(rows['copy'])} copies, {len(rows['origin'])} origins, {len(rows['event'])} events"
    with book.transaction() as connection:
        add_entry(connection, "lineage", at=utc_now(), subject=subject, digest=digest_lineage(rows, placed))
        for table in LINEAGE:
            connection.execute(f"DELETE FROM {table}")
        for table, table_rows in rows.items():
            insert_rows(connection, table, [(ordinal, *row) for ordinal, row in enumerate(table_rows)])
        insert_rows(connection, "placement", placed)


def is_lineage_current(book: Book) -> bool:
    """Whether nothing was added or read since the lineage was traced."""
    last = book.connection.execute(
        "SELECT what FROM journal WHERE what IN ('documents', 'reading', 'lineage') ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return last is None or last[0] == "lineage"
