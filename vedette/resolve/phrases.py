"""Names of several words with one slip of the pen in one of them: «Атакуючы скол», "Fort Still", "Union Sheild-2023"."""

import re
from functools import lru_cache

import msgspec

from vedette.knowledge.book import Knowledge
from vedette.lang.naming import TOKEN, fold_token, inflect, read_naming
from vedette.lang.surroundings import is_quoted
from vedette.model.marked import Mention, Repair
from vedette.resolve.spelling import is_one_slip, is_same_bones

KINDS = frozenset({"exercise", "actor", "treaty", "place"})
STEP = re.compile(r"[\s\u00a0]+|[-‑–]")
LEAST = 4  # letters of a word in which a slip is looked for


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A name of two to four words, each as its folded forms."""

    forms: tuple[frozenset[str], ...]
    thing: str
    kind: str
    meant: str


@lru_cache(maxsize=12)
def phrases_of(knowledge: Knowledge, lang: str) -> dict[str, list[tuple[int, Phrase]]]:
    """Names by each form of each of their words, with the position of the word."""
    index: dict[str, list[tuple[int, Phrase]]] = {}
    endings = read_naming(lang).endings
    for thing in knowledge.things.values():
        if (
            thing.kind not in KINDS
            or thing.sort in ("country", "state")
            or (thing.kind == "actor" and thing.part_of is None and thing.sort in STATELY)
        ):
            continue
        for name in thing.names.get(lang, ()):
            words = TOKEN.findall(name)
            if 2 <= len(words) <= 4 and name[0].isupper() and not any(word.isdigit() or len(word) < 2 for word in words):
                phrase = Phrase(tuple(frozenset(inflect(word, endings)) for word in words), thing.id, thing.kind, name)
                for at, forms in enumerate(phrase.forms):
                    for form in forms if len(words[at]) >= LEAST else ():
                        index.setdefault(form, []).append((at, phrase))
    return index


STATELY = frozenset(
    {"mod", "mfa", "president", "government", "parliament", "armed-forces", "intelligence", "general-staff", "air-force"}
)


def find_phrases(text: str, lang: str, knowledge: Knowledge, taken: list[tuple[int, int]]) -> list[Mention]:
    index = phrases_of(knowledge, lang)
    tokens = [(match.start(), match.end(), fold_token(match.group())) for match in TOKEN.finditer(text)]
    found: list[Mention] = []
    for at, (_, _, folded) in enumerate(tokens):
        for place, phrase in index.get(folded, ()):
            first = at - place
            span = match_phrase(text, tokens, first, phrase)
            if span and not any(start < span[1] and span[0] < stop for start, stop in taken):
                found.append(make_mention(text, span, phrase))
                taken.append(span)
    return found


def match_phrase(text: str, tokens: list[tuple[int, int, str]], first: int, phrase: Phrase) -> tuple[int, int] | None:
    """The span, if all words but one are right and that one is a slip away; with a capital or in quotes."""
    last = first + len(phrase.forms) - 1
    if first < 0 or last >= len(tokens) or not text[tokens[first][0]].isupper():
        return None
    wrong = 0
    for step, forms in zip(range(first, last + 1), phrase.forms, strict=True):
        if step > first and not STEP.fullmatch(text, tokens[step - 1][1], tokens[step][0]):
            return None
        word = tokens[step][2]
        if word in forms:
            continue
        wrong += 1
        if wrong > 1 or len(word) < LEAST or not any(is_inner_slip(word, form) or is_same_bones(word, form) for form in forms):
            return None
    start, stop = tokens[first][0], tokens[last][1]
    large = is_quoted(text, start, stop) or phrase.kind != "exercise" or text[tokens[last][0]].isupper()
    return (start, stop) if wrong == 1 and large else None


def is_inner_slip(word: str, form: str) -> bool:
    """A slip before the last three letters: behind them stand endings, which differ without any harm."""
    head = next((n for n, (one, two) in enumerate(zip(word, form, strict=False)) if one != two), len(form))
    return is_one_slip(word, form) and head <= len(form) - 3


def make_mention(text: str, span: tuple[int, int], phrase: Phrase) -> Mention:
    start, stop = span
    if is_quoted(text, start, stop):
        start, stop = start - 1, stop + 1
    repair = Repair(phrase.meant, "typo", f"one slip from {phrase.meant}")
    return Mention(start=start, stop=stop, text=text[start:stop], kind=phrase.kind, things=(phrase.thing,), repair=repair)
