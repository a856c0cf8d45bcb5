"""Damaged names, repaired: names translated as words, noise of transliteration, slips of the pen, letters of another alphabet."""

from vedette.knowledge.book import Knowledge
from vedette.model.marked import Mention


def find_garbles(text: str, lang: str, mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[Mention, ...]:
    """Mentions with a repair, in order; the words as written stay."""
    return ()
