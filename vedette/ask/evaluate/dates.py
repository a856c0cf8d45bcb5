"""Is a predicted date right? EDTF values compared by what they cover; a narrower date than gold's is invented precision."""

import calendar
import re

DAY = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
BEGINNING, END = "0000-01-01", "9999-12-31"
Bounds = tuple[str, str]


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
        return (first[0] if first else BEGINNING, last[1] if last else END)
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


def judge_date(gold: str | None, predicted: str | None) -> str:
    """exact, right, wrong or missing."""
    if not gold:
        return "wrong" if predicted else "exact"
    if not predicted:
        return "missing"
    if gold == predicted:
        return "exact"
    one, two = bounds_of(gold), bounds_of(predicted)
    if not one or not two:
        return "wrong"
    if one == two:
        return "right"
    meets = one[0] <= two[1] and two[0] <= one[1]
    is_narrower = two[0] >= one[0] and two[1] <= one[1]
    return "right" if meets and not is_narrower else "wrong"


def is_right(gold: str | None, predicted: str | None) -> bool:
    return judge_date(gold, predicted) in ("exact", "right")
