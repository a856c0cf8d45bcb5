"""The words that make descriptions, one language at a time, and the sorts of things that they ask for."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
FOLD = str.maketrans("ёЁўЎґҐ’ʼ‘", "еЕуУгГ'''")


class Sort(msgspec.Struct, frozen=True, kw_only=True):
    """`ids` make an id from a country, `suffix` from a place's name; `bare` is the meaning without a country.

    `fits` are the sorts of the named things that a class of equipment can mean; `otherwise` is the class as a thing.
    """

    kind: str
    group: str
    ids: tuple[str, ...] = ()
    family: str | None = None
    body: str | None = None
    special: dict[str, str] = {}
    country: str | None = None
    suffix: tuple[str, ...] = ()
    fixed: str | None = None
    bare: str = "none"
    fits: tuple[str, ...] = ()
    otherwise: str | None = None


class Step(msgspec.Struct, frozen=True, gc=False):
    """One word of a pattern: whole words and stems that it may be."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


class Row(msgspec.Struct, frozen=True, gc=False):
    """A row of words and what it stands for; `mark` is the word in square brackets, where one is."""

    steps: tuple[Step, ...]
    name: str
    mark: int = 0


class Rows(msgspec.Struct, frozen=True):
    """Rows by the first two letters of their first word, longest first."""

    table: dict[str, tuple[Row, ...]]

    def find(self, words: Sequence[str], at: int) -> Row | None:
        """The longest row that begins at word `at`."""
        for row in self.table.get(words[at][:2], ()):
            size = len(row.steps)
            if at + size <= len(words) and all(step.fits(words[at + n]) for n, step in enumerate(row.steps)):
                return row
        return None


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    lang: str
    heads: Rows
    links: Rows
    modifiers: tuple[Step, ...]
    lists: dict[str, tuple[Step, ...]]
    adjective_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    adjuncts: bool
    leading: frozenset[str]
    postposed: bool
    pronouns: Rows
    genitive: bool
    compass: Rows

    def has(self, name: str, word: str) -> bool:
        return any(step.fits(word) for step in self.lists.get(name, ()))

    def is_modifier(self, word: str) -> bool:
        return (
            any(step.fits(word) for step in self.modifiers)
            or word.isdigit()
            or (len(word) > 4 and bool(self.adjective_endings) and word.endswith(self.adjective_endings))
        )


def fold(text: str) -> str:
    """Lower case without ё, ў and ґ, with one apostrophe; the length never changes."""
    low = text.lower()
    return (low if len(low) == len(text) else text).translate(FOLD)


def read_step(pattern: str) -> Step:
    choices = [fold(choice) for choice in pattern.strip("[]").split("|")]
    return Step(
        frozenset(choice for choice in choices if not choice.endswith("*")),
        tuple(choice[:-1] for choice in choices if choice.endswith("*")),
    )


def read_rows(lists: dict[str, list[str]]) -> Rows:
    table: dict[str, list[Row]] = {}
    for name, patterns in lists.items():
        for pattern in patterns:
            words = pattern.split()
            steps = tuple(read_step(word) for word in words)
            mark = next((n for n, word in enumerate(words) if word.startswith("[")), 0)
            for first in {word[:2] for word in (*steps[0].words, *steps[0].stems)}:
                table.setdefault(first, []).append(Row(steps, name, mark))
    return Rows({first: tuple(sorted(rows, key=lambda row: -len(row.steps))) for first, rows in table.items()})


@lru_cache(maxsize=16)
def read_phrases(lang: str) -> Phrases:
    """The descriptions of a language; a language without a file has none."""
    path = HERE / lang / "descriptions.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    steps = {name: tuple(read_step(word) for word in value) for name, value in data.items() if isinstance(value, list)}
    return Phrases(
        lang=lang,
        heads=read_rows(data.get("heads", {})),
        links=read_rows({name: data.get(name, []) for name in ("links", "place_links", "origin_links")}),
        modifiers=steps.get("modifiers", ()),
        lists=steps,
        adjective_endings=tuple(data.get("adjective_endings", ())),
        verb_endings=tuple(data.get("verb_endings", ())),
        adjuncts=data.get("adjuncts", False),
        leading=frozenset(data.get("leading", ())),
        postposed=data.get("postposed", False),
        pronouns=read_rows(data.get("pronouns", {})),
        genitive=data.get("genitive", False),
        compass=read_rows(data.get("compass", {})),
    )


@lru_cache(maxsize=1)
def read_groups() -> dict[str, str]:
    """The group of each sort that things of the knowledge have."""
    data = tomllib.loads((HERE / "groups.toml").read_text(encoding="utf-8"))
    return {sort: group for group, sorts in data.items() for sort in sorts}


@lru_cache(maxsize=1)
def read_sorts() -> dict[str, Sort]:
    data = tomllib.loads((HERE / "sorts.toml").read_text(encoding="utf-8"))
    return {name: msgspec.convert(entry, Sort) for name, entry in data.items()}
