"""How names are written: folded, inflected, spelt in another alphabet; the institutions and supporting words of each language.

Two spellings are one name when their folded tokens are equal; case endings come from `inflection.toml`, Latin spellings of
Cyrillic names from `transliteration.toml`. Nothing is parsed: a name's forms are all written down and looked up.
"""

import re
import tomllib
import unicodedata
from functools import cache
from itertools import product
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
LANGS = ("en", "ru", "be", "uk", "pl", "de")
CYRILLIC = frozenset({"ru", "be", "uk"})
TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
POSSESSIVE = re.compile(r"['’]s?$")
SOFT = re.compile("ь(?=[бвгджзклмнпрстфхцчш])")  # «Сьвіслач» and «Свіслач» are one name
LETTERS = str.maketrans({"ё": "е", "ў": "у", "ґ": "г", "ł": "l", "ß": "ss", "ø": "o", "đ": "d", "'": None, "’": None, "ʼ": None})
VOWELS = frozenset("аеёиоуыэюяіїєьъ")
LOOKALIKE = dict(zip("ACEHIKMOPTXYaceiopxy", "АСЕНІКМОРТХУасеіорху", strict=True)) | {"B": "В", "i": "і", "σ": "о"}
TO_LATIN = {cyrillic: latin for latin, cyrillic in LOOKALIKE.items() if latin != "σ"}


class Naming(msgspec.Struct, frozen=True):
    """The words about names of one language; `support` and `joins` are expressions."""

    lang: str
    endings: dict[str, tuple[str, ...]]
    institutions: dict[str, tuple[str, ...]]
    joins: re.Pattern[str]
    support: dict[str, re.Pattern[str]]


class Spelling(msgspec.Struct, frozen=True):
    """One system of writing Cyrillic in Latin letters; see transliteration.toml for the marks in `letters`."""

    name: str
    targets: tuple[str, ...] = msgspec.field(name="for")
    sources: tuple[str, ...] = msgspec.field(name="from")
    letters: dict[str, str]


def fold_token(token: str) -> str:
    """Lower case without diacritics (of Latin letters), apostrophes, possessive and assimilative soft signs."""
    low = POSSESSIVE.sub("", token).casefold()
    if low.isascii():
        return low.replace("'", "")
    if "а" <= low[0] <= "ӿ":
        return SOFT.sub("", low.translate(LETTERS))
    low = low.translate(LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))


def inflect(word: str, endings: dict[str, tuple[str, ...]]) -> set[str]:
    """Folded forms of one word; acronyms and numbers have one."""
    if word.isupper() or word.isdigit() or len(word) < 3:
        return {fold_token(word)}
    low = word.casefold()
    for cut in range(min(4, len(low) - 2), -1, -1):
        found = endings.get(low[len(low) - cut :] if cut else "")
        if found is not None:
            stem = low[: len(low) - cut]
            return {fold_token(stem + ending) for ending in found} | {fold_token(word)}
    return {fold_token(word)}


def spell(word: str, letters: dict[str, str], *, limit: int = 12) -> list[str]:
    """Latin spellings of a Cyrillic word by one system, the plainest first, in lower case."""
    low = word.casefold()
    parts: list[list[str]] = []
    at = 0
    while at < len(low):
        for size in (2, 1):
            piece = low[at : at + size]
            marks = [f"{piece}$"] if at + size == len(low) else []
            marks += [f"^{piece}"] if at == 0 else []
            marks += [f"+{piece}"] if at and low[at - 1] in VOWELS else []
            key = next((key for key in (*marks, piece) if key in letters), None)
            if len(piece) == size and key is not None:
                parts.append(letters[key].split("|"))
                break
        else:
            parts.append([low[at]])
            size = 1
        at += size
    return ["".join(choice) for choice, _ in zip(product(*parts), range(limit), strict=False)]


@cache
def read_spellings() -> tuple[Spelling, ...]:
    table = tomllib.loads((HERE / "transliteration.toml").read_text(encoding="utf-8"))
    return msgspec.convert(tuple(table["system"]), tuple[Spelling, ...])


def spellings_for(word: str, source: str, target: str) -> set[str]:
    """Every Latin spelling of a Cyrillic word of the language `source` that papers of the language `target` use."""
    return {
        latin
        for system in read_spellings()
        if source in system.sources and target in system.targets
        for latin in spell(word, system.letters)
    }  # fmt: skip


def to_expression(words: list[str]) -> re.Pattern[str]:
    """Whole words, where `*` stands for any ending; letters of any case."""
    body = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def read_table(lang: str, room: str) -> dict[str, object]:
    path = HERE / lang / f"{room}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@cache
def read_naming(lang: str) -> Naming:
    """The naming words of a language; empty for a language without a folder."""
    endings = msgspec.convert(read_table(lang, "inflection").get("endings", {}), dict[str, str])
    institutions = read_table(lang, "institutions")
    support = msgspec.convert(read_table(lang, "support"), dict[str, list[str]])
    joins = msgspec.convert(institutions.get("joins", []), list[str])
    return Naming(
        lang=lang,
        endings={final: parse_endings(text) for final, text in endings.items()},
        institutions=msgspec.convert(institutions.get("names", {}), dict[str, tuple[str, ...]]),
        joins=re.compile(r"\s+(?:(?:" + "|".join(map(re.escape, joins)) + r")\s+)?" if joins else r"\s+", re.IGNORECASE),
        support={kind: to_expression(words) for kind, words in support.items()},
    )


def parse_endings(text: str) -> tuple[str, ...]:
    return tuple("" if ending == "-" else ending for ending in text.split())
