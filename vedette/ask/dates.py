"""What days an EDTF value covers."""

import calendar
import re

from vedette.model.claim import Date

DAY = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
Bounds = tuple[str, str]
FOREVER = ("0000-01-01", "9999-12-31")


def bounds_of(edtf: str | None) -> Bounds | None:
    """Inclusive ISO days. Qualifiers widen nothing; an open end reaches to the end of time."""
    if not edtf:
        return None
    text = re.sub(r"[~?%]", "", edtf).strip("[]{} ")
    if "," in text:
        parts = [part for part in map(bounds_of, text.split(",")) if part]
        return (min(part[0] for part in parts), max(part[1] for part in parts)) if parts else None
    text = text.replace("..", "/") if "/" not in text else text
    if "/" in text:
        first, last = (bounds_of(part) for part in text.split("/", 1))
        return (first[0] if first else FOREVER[0], last[1] if last else FOREVER[1])
    match = DAY.fullmatch(text)
    return bounds_of_day(*match.groups()) if match else None


def bounds_of_day(year: str, month: str | None, day: str | None) -> Bounds:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not month or "X" in month:
        return (f"{low:04}-01-01", f"{high:04}-12-31")
    if int(month) in SEASONS:
        first, last = SEASONS[int(month)]
        after = high + (last < first)
        return (f"{low:04}-{first:02}-01", f"{after:04}-{last:02}-{calendar.monthrange(after, last)[1]:02}")
    if not day or "X" in day:
        return (f"{low:04}-{month}-01", f"{high:04}-{month}-{calendar.monthrange(high or 1, int(month))[1]:02}")
    return (f"{low:04}-{month}-{day}", f"{high:04}-{month}-{day}")


def days_of(date: Date | None) -> Bounds:
    """Inclusive ISO days within which a date lies, as far as is known; FOREVER where nothing is."""
    if date is None:
        return FOREVER
    if date.candidates:
        return (min(date.candidates), max(date.candidates))
    bounds = bounds_of(date.edtf) or FOREVER
    return (date.earliest or bounds[0], date.latest or bounds[1])
