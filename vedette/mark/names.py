"""Mentions of known names in raw text: the longest row of tokens that the gazetteer knows wins; no parse is needed.

Rules, in order: names of the knowledge (`scan`), institutions with the country beside them, countries and capitals, shapes
(a title with a name, a numbered unit, a named site). A name that is a common word too counts only with support beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from vedette.lang.demonyms import CountryWord, english_capitals, english_names, read_demonyms
from vedette.lang.naming import CYRILLIC, LOOKALIKE, TO_LATIN, TOKEN, fold_token, read_naming
from vedette.lang.surroundings import has_support, is_elsewhere, is_of_field, is_quoted, starts_sentence, widen
from vedette.mark.gazetteer import Entry, Gazetteer, Index, Node, right_name
from vedette.mark.shapes import find_shapes
from vedette.model.marked import Mention, Repair

GAP = re.compile(r"[\s\u00a0]?[-‐‑–—«»„“”\"'’(/]?[\s\u00a0]?|\.[\s\u00a0]?|,\s")
HOMES = {"be": "BY", "uk": "UA", "pl": "PL", "de": "DE"}  # whose ministry it is where no other country speaks for itself
OWNED = re.compile(r"['’]s?[\s\u00a0]")
TOUCHING = re.compile(r"[-\s\u00a0]")
SPOKEN_LOW = frozenset({"RU", "BY"})  # Ukrainian papers write their names without a capital, on purpose


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


def find_names(text: str, *, lang: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Mentions in order of start, without overlap; `things` best first, the words as they stand in the text."""
    index = gazetteer.index(lang)
    tokens = split_tokens(text, index)
    countries = read_demonyms(lang).find(text)
    found = scan(text, tokens, index, gazetteer)
    sure = {entry.thing for item in found for entry in item.entries if not entry.ambiguous}
    mentions: list[Mention] = []
    for item in found:
        mention = settle(item, text, tokens, gazetteer, lang=lang, sure=sure, countries=countries)
        if mention is not None:
            mentions.append(mention)
    mentions = merge(name_countries(text, countries, gazetteer), mentions)
    return tuple(merge(mentions, find_shapes(text, lang, mentions)))


def split_tokens(text: str, index: Index) -> list[Token]:
    return [make_token(match, index) for match in TOKEN.finditer(text)]


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


def scan(text: str, tokens: list[Token], index: Index, gazetteer: Gazetteer) -> list[Found]:
    """The longest rows, left to right."""
    found = []
    at = 0
    while at < len(tokens):
        row = longest(text, tokens, at, index, gazetteer)
        if row is None:
            at += 1
            continue
        found.append(row)
        at = row.last + 1
    return found


def longest(text: str, tokens: list[Token], at: int, index: Index, gazetteer: Gazetteer) -> Found | None:
    best: Found | None = None
    paths: list[tuple[int, Node, bool]] = [(at, index.root, False)]
    while paths:
        step, node, lookalike = paths.pop()
        token = tokens[step]
        if (
            step > at
            and not GAP.fullmatch(text, tokens[step - 1].stop, token.start)
            and text[tokens[step - 1].stop : token.start] not in ("'s ", "’s ")
        ):
            continue
        for keys, seen in ((token.keys, False), (token.lookalike, True)):
            for key in keys:
                following = node.steps.get(key)
                if following is None:
                    continue
                flag = lookalike or seen
                fit = tuple(e for e in following.entries if has_case(e, tokens[at : step + 1], index.lang, gazetteer))
                if fit and (best is None or step > best.last or (step == best.last and flag and not best.lookalike)):
                    best = Found(tokens[at].start, token.stop, at, step, fit, flag)
                if step + 1 < len(tokens):
                    paths.append((step + 1, following, flag))
    return best


def has_case(entry: Entry, tokens: list[Token], lang: str, gazetteer: Gazetteer) -> bool:
    """Are the letters as large as the name wants them? Institutions and long unmistakable names may stand small."""
    for case, token in zip(entry.cases, tokens, strict=False):
        if case == "u" and (not token.text.isupper() if len(token.text) <= 3 else not token.text[0].isupper()):
            return False
        if (case == "m" and entry.kind != "system" and sum(letter.isupper() for letter in token.text) < 2) or (
            case == "T" and not token.text[0].isupper()
        ):
            return False
    if entry.kind == "person" or "t" not in entry.cases:
        return entry.kind != "person" or all(token.text[0].isupper() for token in tokens) or is_spoken_low(entry, lang, gazetteer)
    large = next(token for case, token in zip(entry.cases, tokens, strict=False) if case == "t")
    if large.text[0].isupper() or entry.sort or (entry.kind == "actor" and len(tokens) > 1):
        return True
    if entry.ambiguous:
        return False
    return (entry.kind == "system" and len(tokens[0].text) >= 6) or is_spoken_low(entry, lang, gazetteer)


def is_spoken_low(entry: Entry, lang: str, gazetteer: Gazetteer) -> bool:
    thing = gazetteer.things.get(entry.thing)
    return lang == "uk" and thing is not None and thing.country in SPOKEN_LOW and not entry.ambiguous


def settle(
    item: Found,
    text: str,
    tokens: list[Token],
    gazetteer: Gazetteer,
    *,
    lang: str,
    sure: set[str],
    countries: tuple[CountryWord, ...],
) -> Mention | None:
    """The mention that a row of names makes, null where its common words are only words."""
    entries = [e for e in item.entries if not e.sort and is_meant(e, item, text, tokens, lang=lang, sure=sure)]
    if not entries:
        bodies = [e for e in item.entries if e.sort]
        return name_body(item, bodies[0], text, gazetteer, lang=lang, countries=countries) if bodies else None
    entries.sort(key=lambda e: (e.ambiguous, e.surname))
    entry = entries[0]
    start, stop = widen(text, item.start, item.stop, lang=lang, kind=entry.kind, case=entry.cases[-1])
    things = tuple(dict.fromkeys(e.thing for e in entries if e.kind == entry.kind))
    things += speaks_for(things[0], gazetteer)
    return Mention(
        start=start, stop=stop, text=text[start:stop], kind=entry.kind, things=things,
        repair=repair_of(entry, item, gazetteer, lang),
    )  # fmt: skip


def speaks_for(thing: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """ "The Kremlin" is the press service where it says something and the state where it does."""
    known = gazetteer.things[thing]
    return (f"state-{known.country}",) if known.sort == "press-service" and known.country else ()


def repair_of(entry: Entry, item: Found, gazetteer: Gazetteer, lang: str) -> Repair | None:
    if entry.meant:
        return Repair(entry.meant, "homoglyph", f"a Cyrillic designation in Latin letters of the same look: {entry.meant}")
    if item.lookalike:
        return Repair(
            right_name(gazetteer.things[entry.thing], lang), "homoglyph", "letters of another alphabet that look the same"
        )
    return None


def is_meant(entry: Entry, item: Found, text: str, tokens: list[Token], *, lang: str, sure: set[str]) -> bool:
    """Does the row mean the thing, or is it a common word, or another person of that surname?"""
    if entry.surname and is_other_person(entry, item, text, tokens):
        return False
    if not entry.ambiguous or entry.thing in sure:
        return True
    if entry.surname or is_elsewhere(text, lang):
        return False
    quoted = is_quoted(text, item.start, item.stop)
    if quoted and is_of_field(text, lang=lang, kind=entry.kind):
        return True
    if not quoted and lang in CYRILLIC and (not has_capital(text, item) or starts_sentence(text, item.start)):
        return False
    return has_support(text, item.start, item.stop, lang=lang, kind=entry.kind)


def is_other_person(entry: Entry, item: Found, text: str, tokens: list[Token]) -> bool:
    """A given name of somebody else stands right before."""
    if item.first == 0:
        return False
    before = tokens[item.first - 1]
    if text[before.stop : item.start] not in (" ", "\u00a0") or not before.text[0].isupper():
        return False
    keys = {key for key in before.keys if key.startswith("given:")}
    return bool(keys) and f"given:{entry.thing}" not in keys


def name_body(
    item: Found, entry: Entry, text: str, gazetteer: Gazetteer, *, lang: str, countries: tuple[CountryWord, ...]
) -> Mention | None:
    """An institution with the country beside it; without one, of the countries of the text, the nearest and commonest first."""
    start, stop, code = beside(item, text, lang, countries)
    codes = [code] if code else rank_countries(item.start, countries, lang)
    things = tuple(dict.fromkeys(gazetteer.bodies[(entry.sort, c)] for c in codes if (entry.sort, c) in gazetteer.bodies))
    if not code and not has_capital(text, item) and entry.cases[0] != "u":
        return None  # «министерство обороны» alone is a description, not a name
    if code and not things:
        return None
    return Mention(start=start, stop=stop, text=text[start:stop], kind="actor", things=things)


def has_capital(text: str, item: Found) -> bool:
    return any(letter.isupper() for letter in text[item.start : item.stop])


def beside(item: Found, text: str, lang: str, countries: tuple[CountryWord, ...]) -> tuple[int, int, str | None]:
    """The span with the adjoining country, and its code."""
    joins = read_naming(lang).joins
    for word in countries:
        owner = OWNED if word.form in ("name", "capital", "people") else TOUCHING
        if word.stop <= item.start and owner.fullmatch(text, word.stop, item.start):
            return word.start, item.stop, word.code
        if word.start >= item.stop and word.form in ("name", "capital") and joins.fullmatch(text, item.stop, word.start):
            return item.start, word.stop, word.code
    return item.start, item.stop, None


def rank_countries(at: int, countries: tuple[CountryWord, ...], lang: str) -> list[str]:
    """Codes of the countries of the text: how often they are named counts, and being the last named before counts more."""
    counts: Counter[str] = Counter(word.code for word in countries)
    before = [word.code for word in countries if word.start < at]
    if before:
        counts[before[-1]] += 2
    if countries and countries[0].form == "capital" and countries[0].start < 12:
        counts[countries[0].code] += 3  # the dateline
    home = HOMES.get(lang)
    return [code for code, _ in counts.most_common()] + ([home] if home and home not in counts else [])


def name_countries(text: str, countries: Iterable[CountryWord], gazetteer: Gazetteer) -> list[Mention]:
    mentions = []
    names, capitals = english_names(), english_capitals()
    for word in countries:
        if word.form not in ("name", "capital", "people"):
            continue
        place = names[word.code] if word.form == "name" else capitals.get(word.code, "")
        other = gazetteer.bodies.get(("armed-forces", word.code), "") if word.form == "people" else ""
        things = tuple(x for x in (place if word.form != "people" else "", f"state-{word.code}", other) if x)
        kind = "actor" if word.form == "people" else "place"
        mentions.append(Mention(start=word.start, stop=word.stop, text=text[word.start : word.stop], kind=kind, things=things))
    return mentions


def merge(first: list[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Both lists in order; of two that overlap, the longer, and of equals the one of the first list."""
    kept: list[Mention] = []
    ranked = [(mention.start - mention.stop, 0, mention) for mention in first] + [(m.start - m.stop, 1, m) for m in second]
    taken: set[int] = set()
    for _, _, mention in sorted(ranked, key=lambda row: (row[0], row[1], row[2].start)):
        cells = range(mention.start, mention.stop)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)
