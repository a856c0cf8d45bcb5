"""Rows of tokens that the gazetteer knows: the longest wins, left to right; letters must be as large as they should."""

import re

import msgspec

from vedette.lang.demonyms import CountryWord
from vedette.lang.naming import CYRILLIC, LOOKALIKE, TO_LATIN, TOKEN, fold_token
from vedette.mark.gazetteer import Entry, Gazetteer, Index, Node

GAP = re.compile(r"[\s\u00a0]?[-‐‑–—«»„“”\"'’(/]?[\s\u00a0]?|\.[\s\u00a0]?|,\s|['’]s\s")
SPOKEN_LOW = frozenset({"RU", "BY"})  # Ukrainian papers write their names without a capital, on purpose
LONG = 6  # letters of a system's name that is known without its capital


class Token(msgspec.Struct, frozen=True, gc=False):
    start: int
    stop: int
    text: str
    keys: tuple[str, ...]
    lookalike: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, gc=False):
    """A row of the gazetteer in the text, tokens [first, last]."""

    start: int
    stop: int
    first: int
    last: int
    entries: tuple[Entry, ...]
    lookalike: bool = False

    def has_capital(self, text: str) -> bool:
        return any(letter.isupper() for letter in text[self.start : self.stop])


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what names in it are judged by; `sure` are the things that it names without doubt."""

    text: str
    lang: str
    gazetteer: Gazetteer
    tokens: tuple[Token, ...]
    countries: tuple[CountryWord, ...]
    sure: frozenset[str] = frozenset()


def split_tokens(text: str, index: Index) -> tuple[Token, ...]:
    return tuple(make_token(match, index) for match in TOKEN.finditer(text))


def make_token(match: re.Match[str], index: Index) -> Token:
    word = match.group()
    folded = fold_token(word)
    start, stop = match.span()
    if word[-2:] in ("'s", "’s"):
        stop -= 2
    keys = tuple(index.forms.get(folded, ()))
    return Token(start, stop, word, keys, other_script(word, index))


def other_script(word: str, index: Index) -> tuple[str, ...]:
    """Keys of a token read as if its foreign letters were those that they look like."""
    table = LOOKALIKE if index.lang in CYRILLIC else TO_LATIN
    foreign = [
        letter
        for letter in word
        if (letter.isascii() if index.lang in CYRILLIC else "а" <= letter.lower() <= "ӿ") and letter.isalpha()
    ]
    if not foreign or any(letter not in table for letter in foreign):
        return ()
    return tuple(index.forms.get(fold_token("".join(table.get(letter, letter) for letter in word)), ()))


def scan(page: Page) -> list[Found]:
    """The longest rows, left to right."""
    found = []
    at = 0
    while at < len(page.tokens):
        row = longest(page, at)
        if row is not None:
            found.append(row)
        at = row.last + 1 if row else at + 1
    return found


def longest(page: Page, at: int) -> Found | None:
    best: Found | None = None
    tokens = page.tokens
    paths: list[tuple[int, Node, bool]] = [(at, page.gazetteer.index(page.lang).root, False)]
    while paths:
        step, node, lookalike = paths.pop()
        token = tokens[step]
        if step > at and not GAP.fullmatch(page.text, tokens[step - 1].stop, token.start):
            continue
        for key, seen in [(key, False) for key in token.keys] + [(key, True) for key in token.lookalike]:
            following = node.steps.get(key)
            if following is None:
                continue
            flag = lookalike or seen
            fit = tuple(entry for entry in following.entries if has_case(entry, tokens[at : step + 1], page))
            if fit and (best is None or step > best.last or (step == best.last and flag and not best.lookalike)):
                best = Found(tokens[at].start, token.stop, at, step, fit, flag)
            if step + 1 < len(tokens):
                paths.append((step + 1, following, flag))
    return best


def is_large(case: str, word: str, kind: str) -> bool:
    """Is a word of the text written as large as that letter of `Entry.cases` asks?"""
    if case == "u":
        return word.isupper() if len(word) <= 3 else word[0].isupper()
    if case == "m":
        return kind == "system" or sum(letter.isupper() for letter in word) > 1
    return case != "T" or word[0].isupper()


def has_case(entry: Entry, tokens: tuple[Token, ...], page: Page) -> bool:
    """Are the letters as large as the name wants them? Institutions and long unmistakable names may stand small."""
    words = [token.text for token in tokens]
    if not all(is_large(case, word, entry.kind) for case, word in zip(entry.cases, words, strict=False)):
        return False
    if entry.kind == "person":
        return all(word[0].isupper() for word in words) or is_spoken_low(entry, page)
    if "t" not in entry.cases or words[entry.cases.index("t")][0].isupper():
        return True
    if entry.sort or (entry.kind == "actor" and len(words) > 1):
        return True
    return not entry.ambiguous and ((entry.kind == "system" and len(words[0]) >= LONG) or is_spoken_low(entry, page))


def is_spoken_low(entry: Entry, page: Page) -> bool:
    thing = page.gazetteer.things.get(entry.thing)
    return page.lang == "uk" and thing is not None and thing.country in SPOKEN_LOW and not entry.ambiguous
