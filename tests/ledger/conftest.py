"""A casebook for each test; a second backend would be a second parameter of `empty`."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.ledger.book import Book, create_casebook, open_casebook


@pytest.fixture(scope="session", params=["sqlite"])
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new casebook, made once: making one waits for the disk."""
    assert request.param == "sqlite"
    path = tmp_path_factory.mktemp("empty") / "casebook"
    create_casebook(path).close()
    return path


@pytest.fixture
def casebook(empty: Path, tmp_path: Path) -> Iterator[Book]:
    shutil.copytree(empty, tmp_path / "casebook")
    with open_casebook(tmp_path / "casebook") as book:
        yield book
