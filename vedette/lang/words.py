"""The words of one language, by room: events, voices, hedges; and where they stand in a text.

A pattern is a row of words; a star ends a stem. Matching folds case, ё, the shapes of the apostrophe, and a second orthography.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import msgspec

WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
FOLD = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "‘": "'", "‑": "-", "\xa0": " "})
SPELT = ("be",)  # languages of two orthographies
ROOMS = ("events", "voices", "hedges", "domain")
HERE = Path(__file__).parent


class Cue(msgspec.Struct, frozen=True, gc=False):
    """Words of a text that belong to a list: `name` is "voices.say", "training.verb", "phases.end" and the like."""

    start: int
    stop: int
    name: str
    text: str

    @property
    def room(self) -> str:
        return self.name.split(".", 1)[0]

    @property
    def shelf(self) -> str:
        return self.name.split(".", 1)[1]


def fold(text: str) -> str:
    """Lower case with one ё, one apostrophe and one hyphen; the length never changes."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(FOLD)


class Words(msgspec.Struct, frozen=True):
    """Patterns of one language, indexed by their first word: whole words, and stems by their first two letters."""

    lang: str
    grammar: dict[str, tuple[str, ...]]
    whole: dict[str, list[tuple[tuple[str, ...], str]]]
    stems: dict[str, list[tuple[tuple[str, ...], str]]]

    def find(self, text: str, *, offset: int = 0) -> list[Cue]:
        """Every cue of the text in order of start, longest first; cues of different lists may overlap."""
        tokens = [(m.start(), m.end(), m.group()) for m in WORD.finditer(fold(text))]
        if self.lang in SPELT:
            tokens = [(start, stop, spell(text[start:stop].lower(), self.lang)) for start, stop, _ in tokens]
        found = []
        for n, (start, _, word) in enumerate(tokens):
            for pattern, name in self.candidates(word):
                if fits(pattern, tokens, n):
                    stop = tokens[n + len(pattern) - 1][1]
                    found.append(Cue(start + offset, stop + offset, name, text[start:stop]))
        return sorted(found, key=lambda cue: (cue.start, -cue.stop, cue.name))

    def candidates(self, word: str) -> Iterator[tuple[tuple[str, ...], str]]:
        yield from self.whole.get(word, ())
        yield from self.stems.get(word[:2], ())


def fits(pattern: tuple[str, ...], tokens: list[tuple[int, int, str]], at: int) -> bool:
    if at + len(pattern) > len(tokens):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, (_, _, word) in zip(pattern, tokens[at : at + len(pattern)], strict=True)
    )


def rows_of(lang: str) -> Iterator[tuple[str, str]]:
    """(name, pattern) of every list; a list of the events' file is named by its table, of the others by their file."""
    for room in ROOMS:
        path = HERE / lang / f"{room}.toml"
        if not path.exists():
            continue
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(value, list):
                yield from ((f"{room}.{key}", pattern) for pattern in value)
                continue
            for shelf, patterns in value.items():
                yield from ((f"{key}.{shelf}", pattern) for pattern in patterns)


@cache
def read_spelling(lang: str) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Whole words and parts of words that give way to others, where a language is spelt in two ways."""
    rows = tomllib.loads((HERE / lang / "spelling.toml").read_text(encoding="utf-8"))
    return rows["whole"], tuple((re.compile(part), other) for part, other in rows["parts"].items())


@lru_cache(maxsize=1 << 16)
def spell(word: str, lang: str) -> str:
    """The key of a lower-case word or pattern, the same in each of a language's orthographies: «вучэньні», «вучэнні»."""
    if lang not in SPELT:
        return fold(word)
    whole, parts = read_spelling(lang)
    key = whole.get(word, word)
    for part, other in parts if key == word else ():
        key = part.sub(other, key)
    return fold(key)


def spelt_rows(lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Rows with their spellings: a Belarusian stem in -л* is also met in -ў, the masculine past («паведамілі», «паведаміў»)."""
    for name, pattern in rows_of(lang):
        parts = tuple(spell(part, lang) for part in pattern.lower().split())
        yield name, parts
        if lang == "be" and any(part.endswith("л*") for part in parts):
            yield name, tuple(part[:-2] + "ў" if part.endswith("л*") else part for part in parts)


def read_grammar(lang: str) -> dict[str, tuple[str, ...]]:
    """The small words of a language by their use; empty where it has none."""
    path = HERE / lang / "grammar.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: tuple(map(fold, words)) for name, words in lists.items()}


@cache
def load_words(lang: str) -> Words:
    """The words of a language; empty for a language without a folder."""
    whole: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    stems: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, parts in spelt_rows(lang):
        if parts[0].endswith("*"):
            stems.setdefault(parts[0][:2], []).append((parts, name))
        else:
            whole.setdefault(parts[0], []).append((parts, name))
    return Words(lang, read_grammar(lang), whole, stems)
