"""Which rows of the index a written name can mean: inflection undone, words tried together."""

from itertools import islice, product

import msgspec

from vedette.knowledge.places.index import PlaceIndex, PlaceRow, fold_name
from vedette.lang.place_words import PlaceWords

STEM = 3  # letters that a name keeps when its ending is taken off
# What a town's name may end with where its adjective has lost it: «Гожский» of «Гожа», «Минский» of «Минск».
LOST = ("", "ск", "цк", "ськ", "а", "о", "и", "ы", "і", "ь", "е", "ов", "т")


class Named(msgspec.Struct, frozen=True):
    """A row that a written name can mean; `is_exact` where the words stand as the index has them."""

    row: PlaceRow
    is_exact: bool


def nominatives_of(word: str, words: PlaceWords) -> tuple[str, ...]:
    """What a word in any case can be in the nominative; the word itself first."""
    low = word.casefold()
    found = {low: None}
    for oblique, nominative in words.endings:
        stem = low[: len(low) - len(oblique)] if low.endswith(oblique) else ""
        if len(stem) >= STEM:
            found[stem + nominative] = None
    return tuple(found)


def rows_for(written: list[str], words: PlaceWords, index: PlaceIndex) -> tuple[Named, ...]:
    """Rows for words in any case, exact ones first; a place comes once."""
    found: dict[str, Named] = {}
    exact = fold_name(" ".join(written))
    readings = (nominatives_of(word, words) for word in written)
    for reading in islice(product(*readings), 400):
        for row in index.find_named(" ".join(reading)):
            found.setdefault(row.thing, Named(row, fold_name(" ".join(reading)) == exact))
    return tuple(sorted(found.values(), key=lambda named: not named.is_exact))


def rows_for_adjective(word: str, words: PlaceWords, index: PlaceIndex) -> tuple[Named, ...]:
    """Towns that an adjective is made of: «Брестский», «Гродненском», «Осиповичском»."""
    low = word.casefold()
    for oblique, suffix in words.adjectives:
        if low.endswith(oblique) and len(low) - len(oblique) >= STEM:
            stem = low[: -len(oblique)]
            stems = [stem, *([stem[:-2]] if stem.endswith(("ен", "эн")) else [])]
            stems += [stem + "т"] if suffix == "цк" else []
            found = {row.thing: Named(row, False) for one in stems for end in LOST for row in index.find_named(one + end)}
            return tuple(named for named in found.values() if named.row.kind == "locality")
    return ()


def is_adjective(text: str, words: PlaceWords) -> bool:
    return text.casefold().endswith(tuple(oblique for oblique, _ in words.adjectives))
