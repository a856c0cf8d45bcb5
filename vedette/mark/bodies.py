"""Institutions with the country beside them ("the Belarusian Ministry of Defence"), and countries, capitals, peoples."""

import re
from collections import Counter

from vedette.lang.demonyms import CountryWord, english_capitals, english_names
from vedette.lang.naming import read_naming
from vedette.mark.gazetteer import Entry, Gazetteer
from vedette.mark.rows import Found, Page
from vedette.model.marked import Mention

HOMES = {"be": "BY", "uk": "UA", "pl": "PL", "de": "DE"}  # whose ministry it is where no other country speaks for itself
OWNED = re.compile(r"['’]s?[\s\u00a0]")
TOUCHING = re.compile(r"[-\s\u00a0]")
DATELINE = 12  # characters within which a capital is where the text was written


def name_body(item: Found, entry: Entry, page: Page) -> Mention | None:
    """An institution with the country beside it; without one, of the countries of the text, the nearest and commonest first."""
    start, stop, code = find_owner(item, page)
    codes = [code] if code else rank_countries(item.start, page.countries, page.lang)
    bodies = page.gazetteer.bodies
    things = tuple(dict.fromkeys(bodies[entry.sort, country] for country in codes if (entry.sort, country) in bodies))
    if not code and not item.has_capital(page.text) and entry.cases[0] != "u":
        return None  # «министерство обороны» alone is a description, not a name
    if code and not things:
        return None
    return Mention(start=start, stop=stop, text=page.text[start:stop], kind="actor", things=things)


def find_owner(item: Found, page: Page) -> tuple[int, int, str | None]:
    """The span with the adjoining country, and its code."""
    joins = read_naming(page.lang).joins
    for word in page.countries:
        owner = OWNED if word.form in ("name", "capital", "people") else TOUCHING
        if word.stop <= item.start and owner.fullmatch(page.text, word.stop, item.start):
            return word.start, item.stop, word.code
        if word.start >= item.stop and word.form in ("name", "capital") and joins.fullmatch(page.text, item.stop, word.start):
            return item.start, word.stop, word.code
    return item.start, item.stop, None


def rank_countries(at: int, countries: tuple[CountryWord, ...], lang: str) -> list[str]:
    """Codes of the countries of the text: how often they are named counts, and being the last named before counts more."""
    counts: Counter[str] = Counter(word.code for word in countries)
    before = [word.code for word in countries if word.start < at]
    if before:
        counts[before[-1]] += 2
    if countries and countries[0].form == "capital" and countries[0].start < DATELINE:
        counts[countries[0].code] += 3  # the dateline
    home = HOMES.get(lang)
    return [code for code, _ in counts.most_common()] + ([home] if home and home not in counts else [])


def name_countries(text: str, countries: tuple[CountryWord, ...], gazetteer: Gazetteer) -> list[Mention]:
    """A country or capital is a place and its state; a people is the state and its soldiers."""
    mentions = []
    names, capitals = english_names(), english_capitals()
    for word in countries:
        state = f"state-{word.code}"
        if word.form == "people":
            kind, things = "actor", (state, gazetteer.bodies.get(("armed-forces", word.code), ""))
        elif word.form in ("name", "capital"):
            kind, things = "place", (names[word.code] if word.form == "name" else capitals.get(word.code, ""), state)
        else:
            continue
        known = tuple(thing for thing in things if thing)
        mentions.append(Mention(start=word.start, stop=word.stop, text=text[word.start : word.stop], kind=kind, things=known))
    return mentions
