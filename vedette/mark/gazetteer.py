"""The index of names: every written form of every known name, by folded token, one index a language, made when first asked for.

A name is a row of token keys in a tree; a token of the text has the keys that its form can stand for. The parts of a person's
name are classes of their own (any spelling of the given name goes with any spelling of the surname).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from vedette.lang.naming import CYRILLIC, TO_LATIN, TOKEN, Naming, fold_token, inflect, read_naming, spellings_for
from vedette.lang.phrases import read_sorts
from vedette.model.thing import Thing

ORDINAL = "#"  # the key of whatever ending follows a number: «120-я», «120-й», "120th"
ORDINALS = frozenset("я й ю ей го му м ой ая а та ша га ту ій ої ою ый ий ага аму ай ы і st nd rd th".split())  # noqa: SIM905
SPELT = frozenset({"person", "place", "system", "exercise"})  # kinds whose Cyrillic names are also met in Latin letters
CYRILLIC_LANDS = frozenset(["BY", "RU", "UA", "BG", "RS", "MK", "ME", "KZ", "KG", "TJ", "UZ", "TM", "AM", "AZ", "GE", "MN", "MD"])
FAMILY_FIRST = frozenset({"CN", "KP", "KR"})  # no surname stands alone for these


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What a row of tokens names.

    `sort` marks an institution that still needs its country; `meant` is the right spelling where the row is a damaged one.
    `cases`, a letter a token: "u" capitals, "m" mixed, "t" one capital, "T" one capital whatever happens, "l" small, "d" digits.
    """

    thing: str
    kind: str
    cases: str
    sort: str = ""
    ambiguous: bool = False
    surname: bool = False
    meant: str = ""


class Node:
    """A step in the tree of rows."""

    __slots__ = ("entries", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, Node] = {}
        self.entries: list[Entry] = []


class Index:
    """The names of one language: `forms` maps a folded token to the keys that it can stand for."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.root = Node()
        self.forms: dict[str, set[str]] = {}
        self.known: set[tuple[str, str]] = set()
        self.given: set[str] = set()
        for ending in ORDINALS:
            self.forms[ending] = {ORDINAL}

    def add_word(self, word: str, key: str, naming: Naming) -> None:
        if (word, key) not in self.known:
            self.known.add((word, key))
            for form in inflect(word, naming.endings):
                self.forms.setdefault(form, set()).add(key)

    def add_row(self, keys: Iterable[str], entry: Entry) -> None:
        node = self.root
        for key in keys:
            node = node.steps.setdefault(key, Node())
        if entry not in node.entries:
            node.entries.append(entry)

    def add_name(self, name: str, entry: Entry, naming: Naming) -> None:
        keys = []
        for before, word in pairwise(["", *TOKEN.findall(name)]):
            if before.isdigit() and fold_token(word) in ORDINALS:
                keys.append(ORDINAL)
            else:
                self.add_word(word, fold_token(word), naming)
                keys.append(fold_token(word))
        self.add_row(keys, entry)


class Gazetteer:
    """The known names of all languages; the index of a language is built once, in under half a second."""

    def __init__(self, things: dict[str, Thing]) -> None:
        self.things = things
        self.bodies = bodies_of(things)
        self.indexes: dict[str, Index] = {}

    def index(self, lang: str) -> Index:
        if lang not in self.indexes:
            self.indexes[lang] = build_index(self.things, lang)
        return self.indexes[lang]


def bodies_of(things: dict[str, Thing]) -> dict[tuple[str, str], str]:
    bodies: dict[tuple[str, str], str] = {}
    for thing in things.values():
        if thing.kind == "actor" and thing.sort and thing.country:
            bodies.setdefault((thing.sort, thing.country), thing.id)
    return bodies


def build_gazetteer(things: dict[str, Thing]) -> Gazetteer:
    """A gazetteer over the things of the knowledge, by id."""
    return Gazetteer(things)


def case_of(word: str) -> str:
    if word.isdigit():
        return "d"
    if word.isupper():
        return "u"
    if len(word) <= 4 and sum(letter.isupper() for letter in word) > 1:
        return "m"
    return "t" if word[0].isupper() else "l"


def cases_of(name: str) -> str:
    return "".join(case_of(word) for word in TOKEN.findall(name))


def row_of(name: str) -> tuple[str, ...]:
    return tuple(map(fold_token, TOKEN.findall(name)))


def languages_for(thing: Thing, lang: str) -> Iterator[str]:
    """The languages whose names of a thing are looked for in texts of a language, its own first."""
    yield lang
    yield "mul"
    if lang in CYRILLIC:
        yield from sorted(CYRILLIC - {lang})
        if thing.kind in ("system", "exercise") or thing.sort in (
            "news-agency",
            "news-outlet",
            "company",
            "monitoring-group",
            "research",
        ):
            yield "en"
    else:
        yield "en"
        if thing.kind in ("person", "place"):
            yield from (other for other in ("pl", "de") if other != lang)


def names_for(thing: Thing, lang: str) -> Iterator[tuple[str, str]]:
    """(language, name); a name that two languages share is given once."""
    seen = set()
    for source in languages_for(thing, lang):
        for name in thing.names.get(source, ()):
            if name not in seen:
                seen.add(name)
                yield source, name


def spelt_names(thing: Thing, lang: str) -> Iterator[str]:
    """The Latin spellings of a thing's Cyrillic names, word by word."""
    if lang in CYRILLIC or thing.kind not in SPELT or (thing.country is not None and thing.country not in CYRILLIC_LANDS):
        return
    for source in ("ru", "be", "uk"):
        for name in thing.names.get(source, ()):
            words = TOKEN.findall(name)
            if 1 <= len(words) <= 2 and all(case_of(word) == "t" and len(word) > 4 and not word.isascii() for word in words):
                choices = [sorted(spellings_for(word, source, lang)) for word in words]
                if len(words) == 1:
                    yield from (latin.capitalize() for latin in choices[0])
                elif thing.kind != "person":
                    yield from (f"{a.capitalize()} {b.capitalize()}" for a, b in zip(*choices, strict=False))


def build_index(things: dict[str, Thing], lang: str) -> Index:
    index, naming = Index(lang), read_naming(lang)
    classes = {sort.otherwise for sort in read_sorts().values() if sort.otherwise}  # described: "tank crews" name no tanks
    for thing in things.values():
        if thing.id in classes:
            continue
        if thing.kind == "person":
            add_person(index, thing, lang)
        elif thing.sort not in ("state", "country", "capital", "president"):  # found by their country, or described
            add_thing(index, thing, lang)
    for sort, names in naming.institutions.items():
        for name in names:
            index.add_name(name, Entry(thing="", kind="actor", cases=cases_of(name), sort=sort), naming)
    return index


def add_thing(index: Index, thing: Thing, lang: str) -> None:
    doubtful = {row_of(name) for name in thing.ambiguous}
    for source, name in names_for(thing, lang):
        entry = Entry(thing=thing.id, kind=thing.kind, cases=cases_of(name), ambiguous=row_of(name) in doubtful)
        index.add_name(name, entry, read_naming(lang if source in ("mul", "en") else source))
        if lang not in CYRILLIC:
            add_lookalike(index, thing, name)
    for source in ("ru", "mul") if lang not in CYRILLIC else ():
        for name in thing.names.get(source, ()):
            add_lookalike(index, thing, name)
    for name in spelt_names(thing, lang):
        entry = Entry(thing=thing.id, kind=thing.kind, cases=cases_of(name).upper(), ambiguous=row_of(name) in doubtful)
        index.add_name(name, entry, read_naming(lang))


def add_lookalike(index: Index, thing: Thing, name: str) -> None:
    """«С-400» read as if its letters were Latin: "C-400"."""
    words = TOKEN.findall(name)
    if (
        thing.kind != "system"
        or name.isascii()
        or name[0].isdigit()
        or not any(len(word) > 1 and word.isdigit() for word in words)
    ):
        return
    if all(letter in TO_LATIN or not letter.isalpha() for letter in name):
        seen = "".join(TO_LATIN.get(letter, letter) for letter in name)
        row = row_of(seen)
        if not any(row_of(other) == row for names in thing.names.values() for other in names):
            index.add_name(
                seen,
                Entry(thing=thing.id, kind=thing.kind, cases=cases_of(seen), meant=right_name(thing, index.lang)),
                read_naming("en"),
            )


def right_name(thing: Thing, lang: str) -> str:
    """How a thing is rightly called in a language."""
    names = thing.names.get(lang) or thing.names.get("en") or thing.names.get("mul") or (thing.name,)
    return names[0]


def add_person(index: Index, thing: Thing, lang: str) -> None:
    """Given name and surname as classes where a name has two parts; else the row as it is."""
    doubtful = {row_of(name) for name in thing.ambiguous}
    alone = thing.country not in FAMILY_FIRST
    for source, name in names_for(thing, lang):
        add_person_name(
            index, thing, name, naming=read_naming(lang if source == "en" else source), alone=alone, doubtful=doubtful
        )
    for source in ("ru", "be", "uk") if lang not in CYRILLIC and (thing.country or "BY") in CYRILLIC_LANDS else ():
        for name in thing.names.get(source, ()):
            words = TOKEN.findall(name)
            if len(words) == 2 and alone:
                for part, word in zip(("given", "surname"), words, strict=True):
                    for latin in spellings_for(word, source, lang):
                        index.add_word(latin.capitalize(), f"{part}:{thing.id}", read_naming(lang))


def add_person_name(
    index: Index, thing: Thing, name: str, *, naming: Naming, alone: bool, doubtful: set[tuple[str, ...]]
) -> None:
    words = TOKEN.findall(name)
    whole = Entry(thing=thing.id, kind="person", cases="t" * len(words))
    last = words[-1:] if len(name.split()) == len(words) else TOKEN.findall(name.split()[-1])
    short = Entry(
        thing=thing.id, kind="person", cases="t" * len(last), surname=True, ambiguous=row_of(" ".join(last)) in doubtful
    )
    if len(words) == 2 and alone:
        keys = [f"given:{thing.id}", f"surname:{thing.id}"]
        for word, key in zip(words, keys, strict=True):
            index.add_word(word, key, naming)
        index.given.update(inflect(words[0], naming.endings))
        index.add_row(keys, whole)
        index.add_row(keys[1:], short)
        return
    index.add_name(name, whole, naming)
    if alone and len(words) > 2:
        index.add_name(" ".join(last), short, naming)
