"""Whatever is altered behind the casebook's back is found and named."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from tests.ledger.samples import make_claim, make_copy, make_doubt, make_event, make_gathered, make_origin, make_reading
from vedette.ledger.book import DATABASE, Book, create_casebook, open_casebook
from vedette.ledger.evidence import place_of
from vedette.ledger.journal import BEGINNING, hash_entry
from vedette.ledger.verify import verify
from vedette.ledger.write import add_documents, keep_lineage, keep_reading
from vedette.model.gathered import Gathered

A, B = make_gathered("a", "Crews have left."), make_gathered("b", "Crews have returned.")
UNLOCK = ("journal_no_update", "journal_no_delete", "journal_in_order", "document_no_update", "document_no_delete")


def fill(book: Book) -> None:
    add_documents(book, [A])
    add_documents(book, [B])
    for each in (A, B):
        keep_reading(
            book, each.document.key, reading=make_reading(each.document), doubts=[make_doubt(each.document)], made_by="v1"
        )
    claim = make_claim(A.document)
    keep_lineage(
        book,
        copies=[make_copy(B.document, A.document)],
        origins=[make_origin(A.document)],
        events=[make_event(claim)],
        placements={claim.claim: ("e-1", "p-1")},
    )


@pytest.fixture(scope="module")
def filled_once(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "casebook"
    shutil.copytree(empty, path)
    with open_casebook(path) as book:
        fill(book)
    return path


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path) -> Iterator[Book]:
    shutil.copytree(filled_once, tmp_path / "casebook")
    with open_casebook(tmp_path / "casebook") as book:
        assert verify(book) == ()
        yield book


def alter(book: Book, statement: str) -> None:
    """As somebody with a database tool would, who first removes what forbids it."""
    for trigger in UNLOCK:
        book.connection.execute(f"DROP TRIGGER {trigger}")
    book.connection.execute("PRAGMA foreign_keys = OFF")
    assert book.connection.execute(statement).rowcount > 0


ALTERATIONS = {
    "UPDATE document SET record = replace(record, 'left', 'come') WHERE id = 'a'": "does not match its key",
    "UPDATE document SET record = json_set(record, '$.published', '2023-04-23') WHERE id = 'a'": "columns",
    "UPDATE document SET record = json_set(record, '$.outlet', 'Other') WHERE id = 'a'": "not as the journal acknowledged",
    "UPDATE document SET published = '2023-04-23' WHERE id = 'a'": "columns",
    "DELETE FROM document WHERE id = 'b'": "not as the journal acknowledged",
    "UPDATE document SET seq = 1 WHERE id = 'b'": "does not know",
    "UPDATE claim SET record = replace(record, 'completed', 'planned')": "the reading is not",
    "UPDATE claim SET phase = 'planned'": "the reading is not",
    "DELETE FROM claim": "the reading is not",
    "DELETE FROM commentary": "the reading is not",
    "UPDATE repair SET record = replace(record, 'homoglyph', 'typo')": "the reading is not",
    "DELETE FROM doubt": "the reading is not",
    "UPDATE reading SET made_by = 'v2'": "the reading is not",
    "UPDATE reading SET lang = 'pl'": "the reading is not",
    "DELETE FROM reading": "is missing",
    "UPDATE event SET record = replace(record, 'asserted', 'denied')": "the lineage is not",
    "DELETE FROM copy": "the lineage is not",
    "UPDATE origin SET key = 'o-2'": "the lineage is not",
    "UPDATE placement SET event = 'e-2'": "the lineage is not",
    "INSERT INTO tracing_doubt VALUES (0, 'trace', '{}')": "the lineage is not",
    "UPDATE journal SET at = '2020' WHERE seq = 3": "the journal's entry was altered",
    "UPDATE journal SET digest = 'x' WHERE seq = 3": "the journal's entry was altered",
    "DELETE FROM journal WHERE seq = 3": "chain is broken",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)": "the lineage is not",
    "DELETE FROM journal": "the journal is empty",
}


@pytest.mark.parametrize("statement", ALTERATIONS)
def test_an_altered_row_is_found(filled: Book, statement: str) -> None:
    alter(filled, statement)
    faults = verify(filled)
    assert any(ALTERATIONS[statement] in fault.what for fault in faults), faults


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET at = '2020'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT seq, '2020', what, subject, digest, previous, hash FROM journal WHERE seq = 2",
        "INSERT INTO journal SELECT seq + 9, at, what, subject, digest, previous, hash FROM journal WHERE seq = 2",
        "UPDATE document SET record = '{}'",
        "DELETE FROM document",
    ],
)
def test_journal_and_documents_are_only_added_to(filled: Book, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"only added to|never edited"):
        filled.connection.execute(statement)
    assert verify(filled) == ()


def cut(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1])


def turn_a_bit(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:])


@pytest.mark.parametrize(("spoil", "what"), [(Path.unlink, "missing"), (cut, "altered"), (turn_a_bit, "altered")])
def test_spoilt_evidence_is_found_and_named(filled: Book, spoil: Callable[[Path], None], what: str) -> None:
    spoil(place_of(filled.path, A.evidence.sha256))
    (fault,) = verify(filled)
    assert A.evidence.sha256 in fault.where
    assert f"the evidence {'is' if what == 'missing' else 'was'} {what} (a.txt)" == fault.what


def test_evidence_that_was_lost_is_kept_again_with_the_next_document(filled: Book) -> None:
    place_of(filled.path, A.evidence.sha256).unlink()
    document = msgspec.structs.replace(make_gathered("c").document, evidence=A.evidence.sha256)
    add_documents(filled, [Gathered(document=document, evidence=A.evidence)])
    assert verify(filled) == ()


def test_a_noted_hash_shows_that_the_end_was_cut_off(filled: Book) -> None:
    *_, last = filled.journal()
    assert verify(filled, noted=last.hash) == ()
    for statement in ("DELETE FROM copy", "DELETE FROM origin", "DELETE FROM event", "DELETE FROM placement"):
        filled.connection.execute(statement)
    alter(filled, f"DELETE FROM journal WHERE seq = {last.seq}")
    assert verify(filled) == ()
    assert "cut off or rewritten" in verify(filled, noted=last.hash)[0].what


def test_the_chain_holds_as_described(filled: Book) -> None:
    previous = BEGINNING
    for number, entry in enumerate(filled.journal(), 1):
        assert (entry.seq, entry.previous) == (number, previous)
        assert entry.hash == hash_entry(entry.seq, entry.at, entry.what, entry.subject, entry.digest, entry.previous)
        previous = entry.hash
    assert [entry.what for entry in filled.journal()] == ["created", "documents", "documents", "reading", "reading", "lineage"]


def test_a_damaged_database_is_a_fault_not_a_crash(tmp_path: Path) -> None:
    with create_casebook(tmp_path) as book:
        fill(book)
        (size,) = book.connection.execute("PRAGMA page_size").fetchone()
        (page,) = book.connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claim'").fetchone()
    with (tmp_path / DATABASE).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)
    with open_casebook(tmp_path) as book:
        assert any(fault.where == DATABASE and "damaged" in fault.what for fault in verify(book))
