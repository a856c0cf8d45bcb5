"""The words that sentence ends and the guess of a language lean on: abbreviations and the commonest small words."""

from functools import cache
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
STOPPED_ORDINALS = frozenset({"de", "pl"})


class CutWords(msgspec.Struct, frozen=True):
    """All in folded case and without the last stop; `opens` never end a sentence, `closes` end one when a capital follows."""

    opens: frozenset[str]
    closes: frozenset[str]
    small: frozenset[str]
    stopped_ordinals: bool


def lines_of(lang: str, name: str) -> list[str]:
    """The lines of a word file without its comments; none where the language has no such file."""
    path = HERE / lang / name
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@cache
def load_function_words(lang: str) -> frozenset[str]:
    return frozenset(word for line in lines_of(lang, "function_words.txt") for word in line.casefold().split())


@cache
def load_cut_words(lang: str) -> CutWords:
    """The words of a language; all empty for a language without a folder."""
    shelves: dict[str, set[str]] = {"[opens]": set(), "[closes]": set()}
    shelf: set[str] = set()
    for line in lines_of(lang, "abbreviations.txt"):
        if line in shelves:
            shelf = shelves[line]
        else:
            shelf.update(line.casefold().split())
    return CutWords(
        opens=frozenset(shelves["[opens]"]),
        closes=frozenset(shelves["[closes]"]),
        small=load_function_words(lang),
        stopped_ordinals=lang in STOPPED_ORDINALS,
    )
