"""The casebook: a folder that a user owns, with `casebook.sqlite` and the evidence; made, opened, closed.

SQLite in WAL mode: any number of readers beside one writer, each of whom sees whole transactions only. `synchronous=FULL`:
what was committed is on the disk, so a process killed at any moment loses nothing that it had acknowledged.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from vedette.errors import CasebookError, CasebookExistsError, CasebookVersionError, MissingCasebookError
from vedette.ledger.evidence import FOLDER, flush
from vedette.ledger.journal import Entry, add_entry, digest_of, read_journal
from vedette.ledger.tables import MIGRATIONS
from vedette.ledger.view import View

DATABASE = "casebook.sqlite"
# "vedt" in the database's header says that it is a casebook.
APPLICATION = 0x76656474
PATIENCE_MS = 30_000


class Book(View):
    """An open casebook; a context manager. One connection belongs to one thread: open another for another."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    def journal(self) -> Iterator[Entry]:
        return read_journal(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; what is written inside is one act, on the disk when the outermost one ends."""
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise CasebookError(f"it cannot be written now: {error}", where=str(self.path)) from error
        try:
            yield self.connection
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()


def create_casebook(path: Path) -> Book:
    """An empty casebook, opened; the folder may exist if it is empty. A half-made one is never found at that path."""
    if (path / DATABASE).exists():
        raise CasebookExistsError("there is a casebook already", where=str(path))
    if path.exists() and (not path.is_dir() or any(not is_unfinished(each) for each in path.iterdir())):
        raise CasebookError("the path is taken: a new casebook needs a new or an empty folder", where=str(path))
    (path / FOLDER).mkdir(parents=True, exist_ok=True)
    unfinished = path / f"{DATABASE}.{os.getpid()}.unfinished"
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished, isolation_level=None)
    # Nobody else sees this file yet: it is flushed whole before it takes its name.
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("BEGIN IMMEDIATE")
    migrate(connection, 0)
    identity = str(uuid4())
    connection.execute("INSERT INTO meta VALUES ('casebook', ?)", (identity,))
    add_entry(connection, "created", at=utc_now(), subject=identity, digest=digest_of([identity]))
    connection.commit()
    connection.close()
    flush(unfinished)
    unfinished.replace(path / DATABASE)
    flush(path)
    return open_casebook(path)


def is_unfinished(path: Path) -> bool:
    """What a creation that was killed has left."""
    return (path.name.startswith(DATABASE) and ".unfinished" in path.name) or (path.name == FOLDER and not any(path.iterdir()))


def open_casebook(path: Path, *, readonly: bool = False) -> Book:
    """The casebook at that path, brought to this release's version; `readonly` neither writes nor upgrades."""
    database = path / DATABASE
    if not database.is_file():
        raise MissingCasebookError("there is no casebook", where=str(path))
    try:
        connection = connect(database, readonly=readonly)
        try:
            check_version(connection, path, readonly=readonly)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise CasebookError(f"the database cannot be opened: {error}", where=str(database)) from error
    return Book(path, connection)


def connect(database: Path, *, readonly: bool = False) -> sqlite3.Connection:
    mode = "rwc"
    if readonly:
        # Even a reader of a WAL writes beside the database; on a medium that cannot be written nobody else writes either.
        mode = "ro" if os.access(database.parent, os.W_OK) else "ro&immutable=1"
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        if not readonly:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def check_version(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise MissingCasebookError("the database there is no casebook", where=str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        newer = f"it was written by a newer release (version {version}, this one knows {len(MIGRATIONS)})"
        raise CasebookVersionError(newer, where=str(path))
    if version < len(MIGRATIONS):
        if readonly:
            raise CasebookError(f"version {version} must be upgraded first: open it for writing", where=str(path))
        upgrade(connection)


def upgrade(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside the transaction: another process may have upgraded it meanwhile.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < len(MIGRATIONS):
            migrate(connection, version)
            step = f"{version} to {len(MIGRATIONS)}"
            add_entry(connection, "upgraded", at=utc_now(), subject=step, digest=digest_of([step]))
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def migrate(connection: sqlite3.Connection, version: int) -> None:
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (str(len(MIGRATIONS)),))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
