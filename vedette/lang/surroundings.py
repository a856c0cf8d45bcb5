"""What stands around a name: quotes, the start of a sentence, words of the field, the generic noun beside a site."""

import re
from functools import lru_cache

from vedette.lang.naming import read_naming
from vedette.lang.words import load_words

OPENING = "«„“\"'‘»"
CLOSING = "»”“\"'’«"
SENTENCE = re.compile(r"[.!?…][»”\"')]*\s|\n")
REACH = 70
ALSO = {"place": ("place", "exercise")}
BEFORE_SITE = re.compile(r"(\w+)([\s\u00a0]+[«„“\"]?)$")
AFTER_SITE = re.compile(r"[»”“\"]?[\s\u00a0]+(\w+(?:[\s\u00a0](?:base|ground|site)\b)?)")
STUCK = r"[A-ZА-ЯЁІ]{1,3}\d{0,2}s?(?![^\W\d_])|s(?!\w)|[-‑](?:[a-zа-яіў]{1,3})(?!\w)"  # "Su-35S", "F-35s", "HIMARS-y"
VARIANT = r"[-‑][A-ZА-ЯЁІ]\d?[A-ZА-ЯЁІ]?(?!\w)"  # "Pantsir-S1"
TAIL = {"u": re.compile(STUCK), "t": re.compile(VARIANT)}
YEAR = re.compile(r"[»”\"]?[-‑–\s\u00a0]?(?:20)?\d\d(?!\d)")
INITIALS = r"(?<![\w-])(?:[A-ZА-ЯЁІЎŁ]\.[ \u00a0]?){1,2}$"
PATRONYMIC = r"(?<!\w)[A-ZА-ЯІЎ]\w+[\s\u00a0][A-ZА-ЯІЎ]\w+(?:вич|вна|віч|ўна)\w{0,3}[\s\u00a0]$"
BEFORE_NAME = re.compile(f"{INITIALS}|{PATRONYMIC}")
SITES = {
    "en": r"air ?base|airfield|aerodrome|airdrome|base|range|training ground|polygon|airport|test site",
    "ru": r"аэродром\w*|авиабаз\w*|полигон\w*|баз[аеуы]|аэропорт\w*",
    "be": r"аэрадром\w*|авіябаз\w*|авіабаз\w*|лётнішч\w*|палігон\w*|баз[аеуы]",
    "uk": r"аеродром\w*|авіабаз\w*|полігон\w*|баз[аіуи]",
    "pl": r"lotnisk\w*|baz[ay\u0119]|poligon\w*",
    "de": r"\w*flugplatz\w*|\w*stützpunkt\w*|\w*übungsplatz\w*|fliegerhorst\w*",
}  # fmt: skip


def is_quoted(text: str, start: int, stop: int) -> bool:
    return start > 0 and stop < len(text) and text[start - 1] in OPENING and text[stop] in CLOSING


def starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \u00a0«„“\"'(—-")
    return not before or before[-1] in ".!?…\n" or "\n" in text[len(before) : start]


def around(text: str, start: int, stop: int) -> str:
    """The words of the same sentence within reach, without the name itself."""
    left, right = text[max(0, start - REACH) : start], text[stop : stop + REACH]
    left = SENTENCE.split(left)[-1]
    return f"{left} | {SENTENCE.split(right, maxsplit=1)[0]}"


def has_support(text: str, start: int, stop: int, *, lang: str, kind: str) -> bool:
    support = read_naming(lang).support
    words = around(text, start, stop)
    return any(kind in support and support[kind].search(words) for kind in ALSO.get(kind, (kind,)))


def is_of_field(text: str, *, lang: str, kind: str) -> bool:
    """Does the whole text speak of such things, in at least two words, and more of the field than of games, sport or nature?"""
    support = read_naming(lang).support.get(kind)
    if support is None or len(set(map(str.casefold, support.findall(text)))) < 2:
        return False
    return not is_elsewhere(text, lang)


@lru_cache(maxsize=8)
def is_elsewhere(text: str, lang: str) -> bool:
    """Does the text speak more of games, sport, stage or nature than of armies and states?"""
    shelves = [cue.shelf for cue in load_words(lang).find(text) if cue.room == "domain"]
    return shelves.count("other") > max(1, shelves.count("field"))


def widen(text: str, start: int, stop: int, *, lang: str, kind: str, case: str) -> tuple[int, int]:
    """Takes in the quotes around a name, the ending or variant stuck to a designation, the generic noun of a site."""
    tail = TAIL["u" if case in "ud" else "t"].match(text, stop) if kind == "system" else None
    if tail and not text[stop - 1].isspace():
        stop = tail.end()
    year = YEAR.match(text, stop) if kind == "exercise" else None
    if year:
        stop = year.end()
    if is_quoted(text, start, stop):
        start, stop = start - 1, stop + 1
    elif stop < len(text) and text[stop] in "»”“" and sum(text[start:stop].count(mark) for mark in "«„“") % 2:
        stop += 1  # «кампанія «Вагнер»»: the opening quote stands within
    if kind == "place":
        start, stop = take_site(text, start, stop, lang)
    return start, stop


def take_site(text: str, start: int, stop: int, lang: str) -> tuple[int, int]:
    site = SITES.get(lang)
    if site is None:
        return start, stop
    before = BEFORE_SITE.search(text[max(0, start - 30) : start])
    if before and re.fullmatch(site, before[1], re.IGNORECASE):
        return start - len(before[0]), stop
    after = re.match(rf"[\s\u00a0]+(?:{site})(?!\w)", text[stop : stop + 30], re.IGNORECASE)
    return start, stop + (len(after[0]) if after and lang == "en" else 0)
