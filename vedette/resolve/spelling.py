"""Names that are almost right: noise of transliteration and slips of the pen, against the names of the knowledge.

Two spellings are one noise apart when they have the same skeleton (hushing consonants, o and a, i and y are one each), one slip
apart when deleting one letter of each makes them equal (Damerau 1964: nine slips in ten are one letter lost, added, changed or
swapped). The index holds every form with each of its letters deleted once.
"""

import re
from functools import lru_cache

import msgspec

from vedette.knowledge.book import Knowledge
from vedette.lang.naming import CYRILLIC, TOKEN, fold_token, inflect, read_naming, read_table, spellings_for
from vedette.model.thing import Thing

HUSH = re.compile("schtsch|shch|szcz|stsch|tsch|sch|sh|sz|ch|cz|zh|щ|шч|ш|ч|ж|rz|x")
SKELETON = str.maketrans(
    {"o": "a", "о": "а", "y": "i", "j": "i", "ы": "и", "і": "и", "й": "и", "э": "е", "є": "е", "w": "v", "ь": None, "ъ": None}
)
VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")
DOUBLE = re.compile(r"(.)\1+")
SHORTEST = {"system": 6, "place": 6, "person": 6, "exercise": 5, "actor": 6}
SKIPPED_SORTS = frozenset({"country", "state", "capital", "region", "border", "news-outlet", "company"})


class Form(msgspec.Struct, frozen=True, gc=False):
    """A right form of a one-word name (or of a person's surname)."""

    text: str
    thing: str
    kind: str
    meant: str
    alone: bool  # the word is a whole name of the thing


class Spellings(msgspec.Struct, frozen=True):
    exact: frozenset[str]
    by_skeleton: dict[str, list[Form]]
    by_deletion: dict[str, list[Form]]
    never: frozenset[str]  # words that only look like slips


def skeleton(folded: str) -> str:
    return DOUBLE.sub(r"\1", HUSH.sub("ж", folded).translate(SKELETON)).rstrip("aеиeiуu")


def deletions(folded: str) -> set[str]:
    return {folded[:n] + folded[n + 1 :] for n in range(len(folded))}


def words_of(thing: Thing, lang: str) -> list[tuple[str, str, bool]]:
    """(source language, word, is it the whole name?) of the names that slips are looked for in: one word, or a person's last."""
    words = []
    for source in (lang, "en") if lang not in CYRILLIC else (lang,):
        for name in thing.names.get(source, ()):
            parts = TOKEN.findall(name)
            if thing.kind == "person":
                words.append((source, parts[-1], True))
            elif (
                parts
                and parts[0][0].isupper()
                and (len(parts) == 1 or len(parts[1]) == 1 or parts[1].isdigit())
                and not parts[0].isupper()
            ):
                words.append((source, parts[0], len(parts) == 1))
    return words


@lru_cache(maxsize=12)
def spellings_of(knowledge: Knowledge, lang: str) -> Spellings:
    """The index of one language, built once in about a quarter of a second."""
    exact: set[str] = set()
    by_skeleton: dict[str, list[Form]] = {}
    by_deletion: dict[str, list[Form]] = {}
    for thing in knowledge.things.values():
        if thing.kind not in SHORTEST or thing.sort in SKIPPED_SORTS:
            continue
        for source, word, alone in words_of(thing, lang):
            for form in inflect(word, read_naming(source).endings):
                exact.add(form)
                if len(word) >= SHORTEST[thing.kind] and len(form) >= 5:
                    found = Form(form, thing.id, thing.kind, word, alone)
                    by_skeleton.setdefault(skeleton(form), []).append(found)
                    for less in deletions(form) | {form}:
                        by_deletion.setdefault(less, []).append(found)
        exact.update(spelt_forms(thing, lang))
    never = msgspec.convert(read_table(lang, "garbles").get("never", []), list[str])
    return Spellings(frozenset(exact), by_skeleton, by_deletion, frozenset(map(fold_token, never)))


def spelt_forms(thing: Thing, lang: str) -> set[str]:
    """Spellings by rule are right, whatever system they follow."""
    if lang in CYRILLIC or thing.kind not in ("person", "place", "system", "exercise"):
        return set()
    naming = read_naming(lang)
    return {
        form
        for source in ("ru", "be", "uk")
        for name in thing.names.get(source, ())[:2]
        for word in TOKEN.findall(name)[-1:]
        if word[0].isupper() and len(word) > 4
        for latin in spellings_for(word, source, lang)
        for form in inflect(latin.capitalize(), naming.endings)
    }  # fmt: skip


def find_near(word: str, spellings: Spellings) -> list[tuple[Form, str]]:
    """(right form, kind of damage) of the names that a word almost is; none for a word that is right as it stands."""
    folded = fold_token(word)
    if len(folded) < 5 or folded in spellings.exact:
        return []
    found: dict[tuple[str, str], tuple[Form, str]] = {}
    for form in spellings.by_skeleton.get(skeleton(folded), ()):
        if abs(len(form.text) - len(folded)) <= 4:
            keep(found, form, "transliteration")
    for less in deletions(folded) | {folded}:
        for form in spellings.by_deletion.get(less, ()):
            if is_one_slip(folded, form.text):
                keep(found, form, kind_of(folded, form.text))
    return sorted(found.values(), key=lambda pair: not pair[0].alone)


def keep(found: dict[tuple[str, str], tuple[Form, str]], form: Form, kind: str) -> None:
    known = found.get((form.thing, form.kind))
    if known is None or (form.alone and not known[0].alone):
        found[(form.thing, form.kind)] = (form, kind)


def is_same_bones(one: str, two: str) -> bool:
    """The same consonants, three of them or more, in the same order."""
    bones = ["".join(letter for letter in word if letter not in VOWELS) for word in (one, two)]
    return bones[0] == bones[1] and len(bones[0]) >= 3


def is_one_slip(one: str, two: str) -> bool:
    """One letter lost, added or changed, or two neighbours swapped; the first letters agree."""
    if one[0] != two[0] or abs(len(one) - len(two)) > 1:
        return False
    head = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rest, other = one[head:], two[head:]
    swapped = len(rest) > 1 and len(other) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def kind_of(one: str, two: str) -> str:
    """A vowel for a vowel is the ear's fault, the rest the finger's."""
    return "transliteration" if [c for c in one if c not in VOWELS] == [c for c in two if c not in VOWELS] else "typo"
