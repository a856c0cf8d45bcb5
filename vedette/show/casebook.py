"""A casebook opened for questions: the ledger with the names of the knowledge."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vedette.ask.names import Names
from vedette.ask.view import View
from vedette.knowledge.book import load_knowledge
from vedette.ledger.book import open_casebook


@contextmanager
def open_view(path: str | Path) -> Iterator[View]:
    """The view lasts as long as the book is open."""
    folder = Path(path)
    with open_casebook(folder, readonly=not os.access(folder, os.W_OK)) as book:
        yield View(book, Names(load_knowledge().things.values()))
