"""Documents that hold the words asked for."""

from vedette.ask.view import View
from vedette.ledger.search import Hit
from vedette.ledger.search import search as search_words


def search(view: View, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """The best first, with the words marked in a snippet."""
    return search_words(view.book, words, limit=limit)
