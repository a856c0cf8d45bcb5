"""What names mean as words, from `data/meanings.toml`: the calques that a machine makes of them are generated, not listed."""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product

import msgspec

from vedette.knowledge.book import DATA


class Meanings(msgspec.Struct, frozen=True):
    """`words`: a concept in each language; `things`: the concepts of a name; `tails`: the designations that stay beside it;
    `bound`: the things whose translated name means nothing without one.
    """

    words: dict[str, dict[str, tuple[str, ...]]]
    things: dict[str, tuple[str, ...]]
    tails: dict[str, tuple[str, ...]]
    bound: tuple[str, ...]


class Calque(msgspec.Struct, frozen=True, gc=False):
    """A name said with the words of its meaning; `tails` as in Meanings."""

    thing: str
    phrase: str
    tails: tuple[str, ...] = ()
    bound: bool = False


@cache
def read_meanings() -> Meanings:
    return msgspec.convert(tomllib.loads((DATA / "meanings.toml").read_text(encoding="utf-8")), Meanings)


def calques_of(lang: str) -> Iterator[Calque]:
    """Every calque in one language, in both orders where a name has two concepts; the thing's own names are among them."""
    meanings = read_meanings()
    for thing, concepts in meanings.things.items():
        for concept in concepts:
            choices = [meanings.words[word].get(lang, ()) for word in concept.split()]
            for chosen in product(*choices):
                for phrase in {" ".join(chosen), " ".join(reversed(chosen))}:
                    yield Calque(thing, phrase, meanings.tails.get(thing, ()), thing in meanings.bound)
