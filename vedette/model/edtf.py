"""Dates in EDTF (ISO 8601-2, level 1): their bounds, and how two of them lie to each other.

Day, month, year, season (21 to 24), decade (202X), closed and open intervals; `~` and `?` qualify and widen nothing: an
approximate month keeps the bounds of the month. Winter begins in its year and ends in the next.
"""

import calendar
import re
from collections.abc import Sequence
from typing import Literal

from vedette.model.claim import Date

Inside = Literal["certainly", "possibly", "no"]
DAWN, DUSK = "0000-01-01", "9999-12-31"
POINT = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def bounds(edtf: str | None) -> tuple[str, str] | None:
    """The first and last ISO day, inclusive; an open end reaches to the end of time; None for what is no date."""
    if not edtf:
        return None
    text = re.sub(r"[~?%]", "", edtf).strip("[]{} ")
    if "," in text:
        parts = [part for part in map(bounds, text.split(",")) if part]
        return (min(part[0] for part in parts), max(part[1] for part in parts)) if parts else None
    text = text.replace("..", "/") if "/" not in text else text
    if "/" in text:
        first, last = (bounds(part) for part in text.split("/", 1))
        return (first[0] if first else DAWN, last[1] if last else DUSK)
    match = POINT.fullmatch(text)
    return point_bounds(*match.groups()) if match else None


def point_bounds(year: str, month: str | None, day: str | None) -> tuple[str, str] | None:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month and month.isdigit() and int(month) in SEASONS:
        first, last = SEASONS[int(month)]
        after = high + (last < first)
        return f"{low:04}-{first:02}-01", f"{after:04}-{last:02}-{last_day(after, last):02}"
    if not month or "X" in month:
        return f"{low:04}-01-01", f"{high:04}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    days = last_day(high, int(month))
    if not day or "X" in day:
        return f"{low:04}-{month}-01", f"{high:04}-{month}-{days:02}"
    return (f"{low:04}-{month}-{day}", f"{high:04}-{month}-{day}") if 1 <= int(day) <= days else None


def last_day(year: int, month: int) -> int:
    """The number of days of a month; the year 0 is a leap year, as ISO 8601 counts."""
    return calendar.monthrange(year or 4, month)[1]


def start_of(edtf: str) -> str:
    """What stands before the slash of an interval; a point stays as it is. Empty for an open start."""
    return edtf.split("/", 1)[0].replace("..", "")


def stop_of(edtf: str) -> str:
    return edtf.rsplit("/", 1)[-1].replace("..", "")


def join_interval(start: str | None, stop: str | None) -> str:
    """An interval from the start of one EDTF string to the end of another; None leaves that end open."""
    first = start_of(start) if start else ""
    last = stop_of(stop) if stop else ""
    return first if first and first == last else f"{first or '..'}/{last or '..'}"


def clip(edtf: str, *, earliest: str | None = None, latest: str | None = None) -> str:
    """The interval with its open ends closed, and its ends moved inwards, by ISO days that are known from elsewhere."""
    reach = bounds(edtf)
    if not reach:
        return edtf
    start = earliest if earliest and earliest > reach[0] else start_of(edtf)
    stop = latest if latest and latest < reach[1] else stop_of(edtf)
    return join_interval(start or None, stop or None)


def do_overlap(one: str | None, two: str | None) -> bool:
    """False too where either is no date."""
    first, second = bounds(one), bounds(two)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def is_narrower(one: str, two: str) -> bool:
    """Whether the first lies within the second and is not all of it: it claims more than the second does."""
    first, second = bounds(one), bounds(two)
    return bool(first and second and first != second and second[0] <= first[0] and first[1] <= second[1])


def make_date(edtf: str | None, *, text: str, start: int, end: int, candidates: Sequence[str] = ()) -> Date:
    """A date with the bounds of its EDTF string, or else of its candidates; an open end has no bound."""
    reach = bounds(edtf) or ((min(candidates), max(candidates)) if candidates else (DAWN, DUSK))
    earliest = None if reach[0] == DAWN else reach[0]
    latest = None if reach[1] == DUSK else reach[1]
    return Date(edtf=edtf, earliest=earliest, latest=latest, candidates=tuple(candidates), text=text, start=start, end=end)


def is_inside(date: Date | None, start: str | None, stop: str | None) -> Inside:
    """Where a date lies to a period of two EDTF strings, inclusive, None being open; a date without bounds is possibly inside.

    A day with `~` ("five weeks later") is never certainly inside.
    """
    first = (bounds(start) or (DAWN, DUSK))[0]
    last = (bounds(stop) or (DAWN, DUSK))[1]
    if date is None:
        return "possibly"
    if date.candidates:
        hits = [first <= day <= last for day in date.candidates]
        return "certainly" if all(hits) else "possibly" if any(hits) else "no"
    reach = bounds(date.edtf) or (date.earliest or DAWN, date.latest or DUSK)
    if reach[1] < first or last < reach[0]:
        return "no"
    is_loose = bool(date.edtf and "~" in date.edtf and reach[0] == reach[1])
    return "certainly" if first <= reach[0] and reach[1] <= last and not is_loose else "possibly"
