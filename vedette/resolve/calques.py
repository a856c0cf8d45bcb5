"""Names translated as words: "Alexander-M" for Iskander-M, «Точка» as "Point", and institutions mistranslated word by word.

Generated from what names mean (`vedette.knowledge.meanings`) and from the habits listed in `lang/<code>/garbles.toml`; each in
all its case forms. A calque is a common word, so it counts only in quotes, with its designation, or beside a word of its kind.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from vedette.knowledge.book import Knowledge
from vedette.knowledge.meanings import Calque, calques_of
from vedette.lang.demonyms import read_demonyms
from vedette.lang.naming import TOKEN, fold_token, inflect, read_naming, read_table
from vedette.lang.surroundings import has_support, is_elsewhere, is_of_field, is_quoted, starts_sentence
from vedette.model.thing import Thing

GAP = re.compile(r"[\s\u00a0]*[-‐‑–«„“\"]?[\s\u00a0]*")
ARTICLES = frozenset({"The", "A", "An", "Der", "Die", "Das", "Den", "Dem", "Des", "Ein", "Eine"})
CAPITAL_BEFORE = re.compile(r"[^\W\d_a-zа-яёіїєў][\w.]*[\s\u00a0]$")
CAPITAL_AFTER = re.compile(r"[\s\u00a0][^\W\d_a-zа-яёіїєў]")
SMALL = re.compile(r"[\s\u00a0](?:of|the|des|der|of the)[\s\u00a0](?:the[\s\u00a0])?")


class Row(msgspec.Struct, frozen=True, gc=False):
    """A damaged name as rows of forms: `forms[n]` are the folded forms that may stand as its n-th token."""

    forms: tuple[frozenset[str], ...]
    thing: str
    sort: str
    of: str
    meant: str
    kind: str
    tails: frozenset[str]
    plain: bool  # a listed institution: no support is asked for
    bound: bool = False  # too common a word without its designation


class Hit(msgspec.Struct, frozen=True, gc=False):
    start: int
    stop: int
    row: Row
    tail: bool


class Habit(msgspec.Struct, frozen=True):
    """An entry of garbles.toml."""

    of: str
    meant: str
    kind: str
    forms: tuple[str, ...]
    thing: str = ""
    sort: str = ""


def forms_of(phrase: str, lang: str) -> tuple[frozenset[str], ...]:
    endings = read_naming(lang).endings
    return tuple(frozenset(inflect(word, endings)) for word in TOKEN.findall(phrase))


def own_rows(thing: Thing) -> set[tuple[str, ...]]:
    """What the thing is rightly called in any language, folded."""
    return {tuple(map(fold_token, TOKEN.findall(name))) for names in thing.names.values() for name in names}


def shown_name(thing: Thing, lang: str) -> str:
    names = thing.names.get(lang) or thing.names.get("en") or thing.names.get("mul") or (thing.name,)
    return names[0]


@lru_cache(maxsize=12)
def rows_for(knowledge: Knowledge, lang: str) -> dict[str, list[Row]]:
    """Every damaged name of a language by the folded forms of its first token."""
    index: dict[str, list[Row]] = {}
    for row in (*generated_rows(knowledge, lang), *listed_rows(lang)):
        for form in row.forms[0]:
            index.setdefault(form, []).append(row)
    return index


def generated_rows(knowledge: Knowledge, lang: str) -> Iterator[Row]:
    right: dict[str, set[tuple[str, ...]]] = {}
    for calque in calques_of(lang):
        thing = knowledge.things.get(calque.thing)
        if thing is None:
            continue
        row = tuple(map(fold_token, TOKEN.findall(calque.phrase)))
        if row not in right.setdefault(thing.id, own_rows(thing)):
            yield make_row(calque, thing, lang)


def make_row(calque: Calque, thing: Thing, lang: str) -> Row:
    return Row(
        forms=forms_of(calque.phrase, lang),
        thing=thing.id,
        sort="",
        of=thing.kind,
        meant=shown_name(thing, lang),
        kind="translation",
        tails=frozenset(map(fold_token, calque.tails)),
        plain=False,
        bound=calque.bound,
    )


def listed_rows(lang: str) -> Iterator[Row]:
    for habit in msgspec.convert(read_table(lang, "garbles").get("name", []), tuple[Habit, ...]):
        for form in habit.forms:
            yield Row(
                forms=forms_of(form, lang), thing=habit.thing, sort=habit.sort, of=habit.of, meant=habit.meant,
                kind=habit.kind, tails=frozenset(), plain=True,
            )  # fmt: skip


def find_calques(text: str, lang: str, knowledge: Knowledge, named: set[str]) -> list[Hit]:
    """The longest damaged names, left to right; `named` are the things that the text names rightly.

    What one of them names for sure, the others name too: «self-propelled Cheetahs… crews of Cheetahs».
    """
    hits = scan_calques(text, lang, knowledge, named)
    found = {hit.row.thing for hit in hits if hit.row.of == "system"} - named
    return scan_calques(text, lang, knowledge, named | found) if found else hits


def scan_calques(text: str, lang: str, knowledge: Knowledge, named: set[str]) -> list[Hit]:
    tokens = [(match.start(), match.end(), fold_token(match.group())) for match in TOKEN.finditer(text)]
    index = rows_for(knowledge, lang)
    hits: list[Hit] = []
    for at, (start, _, folded) in enumerate(tokens):
        if hits and start < hits[-1].stop:
            continue
        met = [
            hit
            for row in index.get(folded, ())
            if (hit := match_row(text, tokens, at, row)) and is_meant(hit, text, lang, named, country_of(row, knowledge))
        ]
        if met:
            hits.append(max(met, key=lambda hit: (hit.stop, hit.tail)))
    return hits


def country_of(row: Row, knowledge: Knowledge) -> str | None:
    thing = knowledge.things.get(row.thing)
    return thing.country if thing is not None and row.of == "place" else None


def match_row(text: str, tokens: list[tuple[int, int, str]], at: int, row: Row) -> Hit | None:
    step = at
    for forms in row.forms[1:]:
        step += 1
        if (
            step < len(tokens)
            and row.kind == "translation"
            and not row.plain
            and SMALL.fullmatch(text, tokens[step - 1][1], tokens[min(step + 1, len(tokens) - 1)][0])
        ):
            step += 1  # "Shield of the Union"
        if step >= len(tokens) or tokens[step][2] not in forms or len(text[tokens[step - 1][1] : tokens[step][0]]) > 8:
            return None
    stop, tail = tokens[step][1], False
    if step + 1 < len(tokens) and tokens[step + 1][2] in row.tails and GAP.fullmatch(text, stop, tokens[step + 1][0]):
        stop, tail = tokens[step + 1][1], True
    return Hit(tokens[at][0], stop, row, tail)


def is_meant(hit: Hit, text: str, lang: str, named: set[str], country: str | None) -> bool:
    """Listed institutions always; a calque with its designation, in quotes, or with a capital in the sentence, in its field."""
    row = hit.row
    capital = text[hit.start].isupper()
    if row.plain:
        return row.of == "channel" or capital or len(row.forms) > 1
    if not capital:
        return False
    quoted = is_quoted(text, hit.start, hit.stop)
    of_field = is_of_field(text, lang=lang, kind=row.of)
    if hit.tail or (quoted and len(row.forms) > 1):
        return quoted or of_field or has_support(text, hit.start, hit.stop, lang=lang, kind=row.of)
    if row.bound or (not quoted and (starts_sentence(text, hit.start) or is_in_name(text, hit, lang))):
        return False
    if row.of == "exercise" and not quoted and len(row.forms) == 1:
        return False  # "an exercise west of the town"
    if row.thing in named or len(row.forms) > 1:
        return row.thing in named or of_field
    return is_beside(text, hit, lang, quoted) and speaks_of(country, text, lang, of_field)


def speaks_of(country: str | None, text: str, lang: str, of_field: bool) -> bool:
    """A site's country must be named; for the rest the field is enough, or any country in a text of no other field."""
    codes = {word.code for word in read_demonyms(lang).find(text)}
    return country in codes if country else of_field or (bool(codes) and not is_elsewhere(text, lang))


def is_in_name(text: str, hit: Hit, lang: str) -> bool:
    """Another capital touches it: "Alexander Volkov", "Mount Hazel"."""
    before, after = CAPITAL_BEFORE.search(text[max(0, hit.start - 30) : hit.start]), CAPITAL_AFTER.match(text, hit.stop)
    plain = before is None or before[0].strip() in ARTICLES or bool(read_demonyms(lang).find(before[0]))
    return not plain or after is not None


def is_beside(text: str, hit: Hit, lang: str, quoted: bool) -> bool:
    """A word of the kind touches the name (or stands within a word of it, where it is quoted)."""
    support = read_naming(lang).support.get(hit.row.of)
    if support is None:
        return False
    before, after = text[max(0, hit.start - 24) : hit.start], text[hit.stop : hit.stop + 24]
    words = (
        f"{' '.join(before.split()[-2:])} | {' '.join(after.split()[:2])}"
        if quoted
        else f"{(before.split() or [''])[-1]} | {(after.split() or [''])[0]}"
    )
    return bool(support.search(words))
