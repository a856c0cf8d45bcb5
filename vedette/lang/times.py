"""Words of time of one language, read once from `<code>/times.toml`; a language without that file has none."""

import re
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from vedette.errors import KnowledgeError

HERE = Path(__file__).parent
PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]")
FOLD = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "ё": "е", "Ё": "Е"})
VALUED = (
    "fixed", "nights", "days", "years", "holidays", "months", "weekdays", "seasons_adverb", "seasons", "edges", "which",
    "ordinals", "half_years", "halves", "quarters", "ago", "turns", "year_words", "units", "night", "parts_of_day", "numbers",
    "months_short",
)  # fmt: skip
ROLES = (
    "blocked", "within", "as_of", "until", "since", "between", "after", "before", "hence", "back", "indefinite", "that", "about",
    "as", "in", "of", "to", "filler", "and",
)  # fmt: skip


class Form(msgspec.Struct, frozen=True, gc=False):
    """One form as a row of folded words; `cased` holds the first word as it must be written, "" where case is free."""

    words: tuple[str, ...]
    group: str
    value: str
    cased: str = ""


class TimeWords(msgspec.Struct, frozen=True, kw_only=True):
    """Forms by their first word, longest first. A month's `value` is its number, an offset's its number of days, and so on."""

    lang: str
    forms: dict[str, tuple[Form, ...]]
    not_before: dict[str, frozenset[str]]
    verbal: tuple[str, ...]
    bare_weekdays: bool = False
    bare_years: bool = False
    dotted_days: bool = False
    day_first: bool = True


def fold_time(text: str) -> str:
    return text.translate(FOLD).lower()


def read_form(form: str, *, group: str, value: str, cased: bool) -> Form:
    pieces = PIECE.findall(form.translate(FOLD))
    return Form(tuple(piece.lower() for piece in pieces), group, value, pieces[0] if cased else "")


def read_groups(table: dict[str, dict[str, list[str]]], *, cased: list[str]) -> list[Form]:
    forms = [
        read_form(form, group=group, value=value, cased=group in cased)
        for group in VALUED
        for value, listed in table.get(group, {}).items()
        for form in listed
    ]
    roles = table.get("roles", {})
    return forms + [read_form(form, group=role, value=role, cased=False) for role in ROLES for form in roles.get(role, ())]


@cache
def load_time_words(lang: str) -> TimeWords:
    path = HERE / lang / "times.toml"
    if not path.exists():
        return TimeWords(lang=lang, forms={}, not_before={}, verbal=())
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as damage:
        raise KnowledgeError(str(damage), where=str(path)) from damage
    flags = table["flags"]
    forms: dict[str, list[Form]] = {}
    for form in read_groups(table, cased=flags["cased"]):
        forms.setdefault(form.words[0], []).append(form)
    return TimeWords(
        lang=lang,
        # The sort is stable: among forms of one length the order of VALUED and ROLES decides.
        forms={first: tuple(sorted(rows, key=lambda form: -len(form.words))) for first, rows in forms.items()},
        not_before={fold_time(word): frozenset(map(fold_time, after)) for word, after in table.get("not_before", {}).items()},
        verbal=tuple(table["roles"]["verbal"]),
        bare_weekdays=flags["bare_weekdays"],
        bare_years=flags["bare_years"],
        dotted_days=flags["dotted_days"],
        day_first=flags["day_first"],
    )
