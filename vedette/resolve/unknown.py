"""Here is a name that the knowledge does not have: who it is, by the rule that two makers agree on (people are `first-last`).

Method for Cyrillic: the letters as the press in English writes them (after BGN/PCGN, without marks). Only a nominative keeps
its form, so an inflected name stays without an id.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from vedette.lang.place_words import PlaceWords, read_place_words
from vedette.model.marked import Mention

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "є": "ye", "ю": "yu", "я": "ya", "’": "", "'": "",
}  # fmt: skip
LATIN = str.maketrans(dict(zip("łąćęńóśźżäöüßéèáíúšžčřěøå", "lacenoszzaouseeaiuszcreoa", strict=True)))
NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
OBLIQUE = re.compile(r"(?:ого|ему|ым|ой|ою|ова|ева|ина|ову|еву|ину|овым|евым|иным|ага|аму|скаму|скага)$")
PERSON = "PER"


class Named(Protocol):
    """A stretch that statistics take for a name."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def kind(self) -> str: ...


def romanise(word: str) -> str:
    """Small Latin letters without marks; «ий» and «ый» at the end are -y, as press writes them."""
    folded = word.lower().replace("ий", "й") if word.lower().endswith(("ий", "ый")) else word.lower()
    folded = folded.replace("ый", "й")
    return "".join(LETTERS.get(letter, letter) for letter in folded).translate(LATIN)


def id_of_person(text: str) -> str | None:
    """`first-last`; None for one word, for more than four, and for a form that is not the nominative."""
    words = NAME.findall(text)
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words) or OBLIQUE.search(words[-1].lower()):
        return None
    return "-".join(romanise(word).replace("'", "") for word in words)


def id_of_site(text: str, words: PlaceWords) -> str | None:
    """`oymasha-range` of «полигоне Оймаша» and "the Oymasha range": the name with the sort of site beside it, by rule."""
    names = [name for name in NAME.finditer(text) if name.group()[0].isupper()]
    if not names or OBLIQUE.search(names[-1].group().lower()):
        return None
    for kind, site in words.sites.items():
        if site.before.search(text[: names[0].start()]) or site.after.match(text, names[-1].end()):
            return "-".join(romanise(name.group()).replace("'", "") for name in names) + f"-{kind}"
    return None


def add_unknown(mentions: Sequence[Mention], names: Iterable[Named], text: str, lang: str) -> tuple[Mention, ...]:
    """The mentions with statistical people beside them, and an id for each unknown person named in full."""
    fresh = [
        Mention(start=n.start, stop=n.stop, text=text[n.start : n.stop], kind="person", how="statistical")
        for n in names
        if n.kind == PERSON and not any(m.start < n.stop and n.start < m.stop for m in mentions)
    ]
    joined = sorted((*mentions, *fresh), key=lambda m: (m.start, -m.stop))
    words = read_place_words(lang)
    return tuple(with_id(m, words) for m in joined)


def with_id(mention: Mention, words: PlaceWords | None) -> Mention:
    if mention.kind == "place" and mention.how == "shape" and not mention.things:
        site = id_of_site(mention.text, words) if words else None
        return msgspec.structs.replace(mention, things=(site,)) if site else mention
    if mention.kind != "person" or mention.things or mention.how not in ("shape", "statistical"):
        return mention
    made = id_of_person(mention.text)
    return msgspec.structs.replace(mention, things=(made,)) if made else mention
