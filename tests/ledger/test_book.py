"""Making and opening a casebook; its version, its upgrades, its readers beside a writer."""

import sqlite3
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from tests.ledger.samples import make_gathered
from vedette.errors import CasebookError, CasebookExistsError, CasebookVersionError, MissingCasebookError
from vedette.ledger import book as book_module
from vedette.ledger.book import DATABASE, create_casebook, open_casebook
from vedette.ledger.tables import MIGRATIONS
from vedette.ledger.verify import verify
from vedette.ledger.view import View
from vedette.ledger.write import add_documents

# The digest of each released migration: one that is released is never edited.
RELEASED = ("a7712c7a0e202eca",)


def test_a_new_casebook_is_empty_and_sound(tmp_path: Path) -> None:
    with create_casebook(tmp_path / "a" / "casebook") as book:
        assert {name for name, count in book.counts().items() if count} == {"journal"}
        assert [entry.what for entry in book.journal()] == ["created"]
        assert verify(book) == ()
    assert sorted(path.name for path in (tmp_path / "a" / "casebook").iterdir()) == [DATABASE, "evidence"]


def test_a_casebook_is_not_made_over_another_or_over_a_full_folder(tmp_path: Path) -> None:
    create_casebook(tmp_path / "casebook").close()
    with pytest.raises(CasebookExistsError, match="casebook"):
        create_casebook(tmp_path / "casebook")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").touch()
    with pytest.raises(CasebookError, match="taken"):
        create_casebook(tmp_path / "photos")
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["cat.jpg"]


def test_what_a_killed_creation_left_is_no_casebook_and_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / f"{DATABASE}.77.unfinished").write_bytes(b"half")
    with pytest.raises(MissingCasebookError):
        open_casebook(tmp_path)
    create_casebook(tmp_path).close()
    open_casebook(tmp_path).close()


def test_only_a_casebook_is_opened(tmp_path: Path) -> None:
    with pytest.raises(MissingCasebookError, match="nowhere"):
        open_casebook(tmp_path / "nowhere")
    sqlite3.connect(tmp_path / DATABASE).close()
    with pytest.raises(MissingCasebookError):
        open_casebook(tmp_path)
    (tmp_path / DATABASE).write_bytes(b"these are no pages of a database " * 100)
    with pytest.raises(CasebookError, match="cannot be opened"):
        open_casebook(tmp_path)


def test_a_newer_casebook_is_left_alone(tmp_path: Path) -> None:
    with create_casebook(tmp_path) as book:
        book.connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(CasebookVersionError, match="newer release"):
        open_casebook(tmp_path)


def test_an_older_casebook_is_upgraded_once_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with create_casebook(tmp_path) as book:
        add_documents(book, [make_gathered("a")])
    step = ("CREATE TABLE judgement (id TEXT PRIMARY KEY) STRICT", "ALTER TABLE reading ADD COLUMN note TEXT")
    monkeypatch.setattr(book_module, "MIGRATIONS", (*MIGRATIONS, step))
    with pytest.raises(CasebookError, match="upgraded"):
        open_casebook(tmp_path, readonly=True)
    for _ in range(2):
        with open_casebook(tmp_path) as book:
            assert book.connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
            assert book.connection.execute("SELECT count(*) FROM judgement").fetchone() == (0,)
            assert [entry.what for entry in book.journal()] == ["created", "documents", "upgraded"]
            assert [document.id for document in book.documents()] == ["a"]
            assert verify(book) == ()


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_casebook(tmp_path).close()
    monkeypatch.setattr(book_module, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE judgement (id TEXT) STRICT", "NONSENSE")))
    with pytest.raises(CasebookError):
        open_casebook(tmp_path)
    monkeypatch.undo()
    with open_casebook(tmp_path) as book:
        tables = {row[0] for row in book.connection.execute("SELECT name FROM sqlite_master")}
        assert "judgement" not in tables
        assert verify(book) == ()


def test_released_migrations_are_never_edited() -> None:
    digests = tuple(sha256("\0".join(statements).encode()).hexdigest()[:16] for statements in MIGRATIONS)
    assert digests[: len(RELEASED)] == RELEASED


def test_readers_see_whole_acts_while_one_writes(tmp_path: Path) -> None:
    with create_casebook(tmp_path) as writer, open_casebook(tmp_path, readonly=True) as reader:
        assert isinstance(reader, View)
        with writer.transaction():
            add_documents(writer, [make_gathered("a")])
            assert reader.counts()["document"] == 0
            add_documents(writer, [make_gathered("b")])
        assert reader.counts()["document"] == 2
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.connection.execute("DELETE FROM meta")


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with create_casebook(tmp_path) as first, open_casebook(tmp_path) as second:
        second.connection.execute("PRAGMA busy_timeout = 1")
        with first.transaction(), pytest.raises(CasebookError, match="cannot be written now"):
            add_documents(second, [make_gathered("a")])
        assert add_documents(second, [make_gathered("a")]) == 1


def test_an_act_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with create_casebook(tmp_path) as book:
        with suppress(RuntimeError), book.transaction():
            add_documents(book, [make_gathered("a")])
            raise RuntimeError
        assert book.counts()["document"] == 0
        assert [entry.what for entry in book.journal()] == ["created"]
        assert verify(book) == ()
