"""Names as a person types them, in any spelling known: which things are meant, and what belongs to them."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from vedette.model.thing import Thing

ACTORS = ("actor", "person")
PLACES = ("place",)
SYSTEMS = ("system",)
WORD = re.compile(r"\w+")
ENDING = 3
STEM = 4


def fold_name(text: str) -> str:
    """Words in lower case without marks, quotes and hyphens: `9К720 «Іскандэр-М»` and `9к720 іскандэр м` are one."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").replace("’", "").replace("'", "")
    return " ".join(WORD.findall(plain))


def is_inflected(one: str, two: str) -> bool:
    """Word by word the same but for the ending: stems of four letters or more, endings of up to four."""
    words, others = one.split(), two.split()
    return len(words) == len(others) and all(map(is_same_stem, words, others))


def is_same_stem(one: str, two: str) -> bool:
    if one == two:
        return True
    stem = max(STEM, min(len(one), len(two)) - ENDING)
    is_close = max(len(one), len(two)) - stem <= ENDING + 1
    return is_close and one.isalpha() and two.isalpha() and one[:stem] == two[:stem] and len(one[:stem]) == stem


class Names:
    """The things of the knowledge by every spelling known."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.things = {thing.id: thing for thing in things}
        self.spellings: dict[str, set[str]] = defaultdict(set)
        for thing in self.things.values():
            for spelling in spellings_of(thing):
                self.spellings[fold_name(spelling)].add(thing.id)

    def say(self, thing: str | None) -> str:
        """The name to show; an id that the knowledge lacks shows itself."""
        known = self.things.get(thing or "")
        return known.name if known else thing or ""

    def find(self, words: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Things of these kinds: by id, by a spelling, by an inflected one, by a part of a name; the first way that gives any."""
        folded = fold_name(words)
        if self.is_of(words, kinds):
            return (words,)
        exact = self.keep(self.spellings.get(folded, ()), kinds)
        if exact or not folded:
            return exact
        for is_like in (is_inflected, is_part):
            near = {thing for name, things in self.spellings.items() if is_like(folded, name) for thing in things}
            found = self.keep(near, kinds)
            if found:
                return found
        return ()

    def keep(self, things: Iterable[str], kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these kinds; where an actor is wanted, a country stands for its state."""
        found = {thing for thing in things if self.is_of(thing, kinds)}
        if "actor" in kinds:
            places = [self.things[thing] for thing in things if self.is_of(thing, PLACES)]
            found |= {f"state-{place.country}" for place in places if place.precision == "country" and place.country}
        return tuple(sorted(found))

    def is_of(self, thing: str, kinds: tuple[str, ...]) -> bool:
        return thing in self.things and self.things[thing].kind in kinds

    def wholes_of(self, thing: str) -> Iterator[str]:
        """The thing and all that it belongs to: wholes, the bodies of a person's posts, its country's state and place."""
        seen: set[str] = set()
        waiting = [thing]
        while waiting:
            one = waiting.pop(0)
            if one in seen:
                continue
            seen.add(one)
            yield one
            known = self.things.get(one)
            if known:
                waiting += [known.part_of] if known.part_of else []
                waiting += [post.body for post in known.posts]
                waiting += self.countries_of(known)

    def countries_of(self, thing: Thing) -> list[str]:
        if not thing.country:
            return []
        if thing.kind == "actor":
            return [f"state-{thing.country}"]
        return list(self.country_places.get(thing.country, ())) if thing.kind in PLACES else []

    @cached_property
    def country_places(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for thing in self.things.values():
            if thing.kind in PLACES and thing.precision == "country" and thing.country:
                found[thing.country] = (*found.get(thing.country, ()), thing.id)
        return found

    def suggest(self, words: str) -> tuple[str, ...]:
        """Spellings that look like the words, at most three."""
        return tuple(difflib.get_close_matches(fold_name(words), self.spellings, n=3))


def spellings_of(thing: Thing) -> Iterator[str]:
    yield thing.name
    yield thing.id
    for names in (*thing.names.values(), *thing.calques.values()):
        yield from names


def is_part(words: str, name: str) -> bool:
    """Every word wanted stands in the name."""
    return set(words.split()) <= set(name.split())


class Wanted(msgspec.Struct, frozen=True):
    """What a filter asks for: these things with what belongs to them, or names not in the knowledge that hold the words."""

    words: str
    things: frozenset[str]

    def takes(self, thing: str | None, text: str, names: Names) -> bool:
        if thing is not None and not self.things.isdisjoint(names.wholes_of(thing)):
            return True
        return thing not in names.things and bool(self.words) and is_part(self.words, fold_name(text))


def want(words: str, kinds: tuple[str, ...], names: Names) -> Wanted:
    return Wanted(words=fold_name(words), things=frozenset((words, *names.find(words, kinds))))
