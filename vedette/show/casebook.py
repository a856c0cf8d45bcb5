"""A casebook opened for questions: the ledger with the names of the knowledge."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vedette.ask.names import Names
from vedette.ask.view import View
from vedette.knowledge.things import load_things
from vedette.ledger.book import open_casebook


@contextmanager
def open_view(path: str | Path) -> Iterator[View]:
    """The view lasts as long as the book is open."""
    with open_casebook(Path(path)) as book:
        yield View(book, Names(load_things()))
