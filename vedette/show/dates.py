"""Dates in words: what an EDTF value, its candidates or its bare words say to a reader, never more than they hold."""

import re

from vedette.model.claim import Date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
PART = re.compile(r"(?P<year>\d{2}[\dX]{2})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<mark>[~?%])?")
UNDATED = "undated"


def say_date(date: Date | None) -> str:
    """`22 Apr 2023`, `about Apr 2023`, `22 or 29 Apr 2023`, the words as written in quotes, or `undated`."""
    if date is None:
        return UNDATED
    if date.edtf:
        return say_edtf(date.edtf)
    if date.candidates:
        return say_choices(date.candidates)
    return f"“{date.text}”" if date.text else UNDATED


def say_edtf(edtf: str) -> str:
    """EDTF level 1 (and the one-of sets of level 2) in words; what is not understood comes back as it is."""
    if edtf[:1] in "[{":
        return say_choices(tuple(edtf.strip("[]{}").replace(" ", "").split(",")))
    if "/" not in edtf:
        return say_part(edtf)
    first, last = edtf.split("/", 1)
    if first in ("", ".."):
        return f"by {say_part(last)}"
    if last in ("", ".."):
        return f"since {say_part(first)}"
    return say_span(first, last)


def say_part(part: str) -> str:
    """One day, month, season, year or decade."""
    found = PART.fullmatch(part)
    if not found:
        return part
    words = say_year(found["year"])
    if found["month"] and found["month"] != "XX":
        month = int(found["month"])
        if month in SEASONS:
            words = f"{SEASONS[month]} {words}"
        elif not 1 <= month <= 12:
            return part
        else:
            day = f"{int(found['day'])} " if found["day"] and found["day"] != "XX" else ""
            words = f"{day}{MONTHS[month - 1]} {words}"
    about = "about " if found["mark"] in ("~", "%") else ""
    return f"{about}{words}{' (?)' if found['mark'] in ('?', '%') else ''}"


def say_year(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00s"
    return f"{year[:3]}0s" if year.endswith("X") else year


def say_span(first: str, last: str) -> str:
    """`10–14 Apr 2023`, `28 Apr – 2 May 2023`, `Dec 2022 – Feb 2023`: what both ends share is said once."""
    if first == last:
        return say_part(first)
    one, two = say_part(first).split(), say_part(last).split()
    if len(one) != len(two) or not first[-1].isdigit() or not last[-1].isdigit():
        return f"{' '.join(one)} – {' '.join(two)}"
    shared = 0
    while shared < len(one) - 1 and one[-1 - shared] == two[-1 - shared]:
        shared += 1
    kept = one[: len(one) - shared]
    dash = "–" if len(kept) == 1 else " – "
    return f"{' '.join(kept)}{dash}{' '.join(two)}"


def say_choices(days: tuple[str, ...]) -> str:
    """`22 or 29 Apr 2023`; candidates of several years stand in full."""
    if not days:
        return UNDATED
    if len(days) > 4:
        return f"one of {len(days)} days, {say_part(days[0])} to {say_part(days[-1])}"
    if len({day[:7] for day in days}) == 1 and len(days[0]) == 10:
        return f"{' or '.join(str(int(day[8:])) for day in days)} {say_part(days[0][:7])}"
    return " or ".join(map(say_part, days))
