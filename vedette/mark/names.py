"""Mentions of known names in raw text: the longest row of tokens that the gazetteer knows wins; no parse is needed.

Rules, in order: names of the knowledge, institutions with the country beside them, countries and capitals, shapes (a title with
a name, a numbered unit, a named site). A name that is a common word too counts only with support beside it.
"""

import msgspec

from vedette.lang.demonyms import read_demonyms
from vedette.lang.naming import CYRILLIC
from vedette.lang.surroundings import BEFORE_NAME, has_support, is_elsewhere, is_of_field, is_quoted, starts_sentence, widen
from vedette.mark.bodies import name_body, name_countries
from vedette.mark.gazetteer import Entry, Gazetteer, right_name
from vedette.mark.rows import Found, Page, scan, split_tokens
from vedette.mark.shapes import find_shapes
from vedette.model.marked import Mention, Repair
from vedette.model.thing import Thing

REACH = 40  # characters before a surname in which given name, patronymic and initials stand


def find_names(text: str, *, lang: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Mentions in order of start, without overlap; `things` best first, the words as they stand in the text."""
    countries = read_demonyms(lang).find(text)
    tokens = split_tokens(text, gazetteer.index(lang))
    page = Page(text=text, lang=lang, gazetteer=gazetteer, tokens=tokens, countries=countries)
    found = scan(page)
    sure = frozenset(entry.thing for item in found for entry in item.entries if not entry.ambiguous)
    page = msgspec.structs.replace(page, sure=sure)
    known = [mention for item in found if (mention := name_thing(item, page))]
    mentions = merge(name_countries(text, countries, gazetteer), known)
    return tuple(merge(mentions, find_shapes(text, lang, mentions)))


def name_thing(item: Found, page: Page) -> Mention | None:
    """The mention that a row of names makes, null where its common words are only words."""
    entries = [entry for entry in item.entries if not entry.sort and is_meant(entry, item, page)]
    if not entries:
        body = next((entry for entry in item.entries if entry.sort), None)
        return name_body(item, body, page) if body else None
    entries.sort(key=lambda entry: (entry.ambiguous, entry.surname))
    entry, text = entries[0], page.text
    start, stop = widen(text, item.start, item.stop, lang=page.lang, kind=entry.kind, case=entry.cases[-1])
    if entry.surname and (before := BEFORE_NAME.search(text, max(0, start - REACH), start)):
        start = before.start()
    things = tuple(dict.fromkeys(other.thing for other in entries if other.kind == entry.kind))
    things += speaks_for(page.gazetteer.things[things[0]])
    repair = repair_of(entry, item, page)
    return Mention(start=start, stop=stop, text=text[start:stop], kind=entry.kind, things=things, repair=repair)


def speaks_for(thing: Thing) -> tuple[str, ...]:
    """The Kremlin is a press service where it says something and the state where it does."""
    return (f"state-{thing.country}",) if thing.sort == "press-service" and thing.country else ()


def repair_of(entry: Entry, item: Found, page: Page) -> Repair | None:
    if entry.meant:
        return Repair(entry.meant, "homoglyph", f"a Cyrillic designation in Latin letters of the same look: {entry.meant}")
    if item.lookalike:
        meant = right_name(page.gazetteer.things[entry.thing], page.lang)
        return Repair(meant, "homoglyph", "letters of another alphabet that look the same")
    return None


def is_meant(entry: Entry, item: Found, page: Page) -> bool:
    """Does the row mean the thing, or is it a common word, or another person of that surname?"""
    text, lang = page.text, page.lang
    if entry.surname and is_other_person(entry, item, page):
        return False
    if not entry.ambiguous or entry.thing in page.sure:
        return True
    if entry.surname or is_elsewhere(text, lang):
        return False
    quoted = is_quoted(text, item.start, item.stop)
    designation = entry.kind == "system" and any(letter.isdigit() for letter in text[item.start : item.stop])
    if (quoted or designation) and is_of_field(text, lang=lang, kind=entry.kind):
        return True
    if not quoted and lang in CYRILLIC and (not item.has_capital(text) or starts_sentence(text, item.start)):
        return False
    return has_support(text, item.start, item.stop, lang=lang, kind=entry.kind)


def is_other_person(entry: Entry, item: Found, page: Page) -> bool:
    """A given name or an initial of somebody else stands right before, a patronymic between them or not."""
    text, tokens = page.text, page.tokens
    before = BEFORE_NAME.search(text, max(0, item.start - REACH), item.start)
    if before and before[0][1] == ".":
        names = page.gazetteer.things[entry.thing].names.values()
        return before[0][0] not in {name[0] for several in names for name in several}
    first = item.first - (2 if before else 1)
    if (
        first < 0
        or not tokens[first].text[0].isupper()
        or text[tokens[first].stop : tokens[first + 1].start] not in (" ", "\u00a0")
    ):
        return False
    givens = {key for key in tokens[first].keys if key.startswith("given:")}
    return f"given:{entry.thing}" not in givens and (bool(givens) or before is not None)


def merge(first: list[Mention], second: list[Mention]) -> list[Mention]:
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
