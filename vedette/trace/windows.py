"""Stretches of days: when something happened or was said, as ordinals, with open ends closed by what is known.

A window is inclusive on both sides. `days` holds the few single days where a date is one of several candidates.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from vedette.model.claim import Date
from vedette.model.edtf import bounds

OPEN = 400  # days: how far an open end reaches where nothing else closes it


class Window(msgspec.Struct, frozen=True, order=True, gc=False):
    """Ordinals of the proleptic Gregorian calendar."""

    low: int
    high: int
    days: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return len(self.days) if self.days else self.high - self.low + 1


def day_of(text: str | None) -> int | None:
    """The ordinal of an ISO day or instant; null for none, and for the ends of time that stand for an open bound."""
    if not text or text[:4] in ("0000", "9999"):
        return None
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def window_of(when: Date | None, told: int | None) -> Window | None:
    """The days that a date allows; an open start or end is closed by the day of telling where that narrows it."""
    if when is None:
        return None
    days = tuple(sorted(day for text in when.candidates if (day := day_of(text)) is not None))
    first, last = bounds(when.edtf) or (when.earliest, when.latest)
    low, high = day_of(first), day_of(last)
    if low is None and high is None:
        return Window(days[0], days[-1], days) if days else None
    if high is None:
        assert low is not None
        high = told if told is not None and told >= low else low + OPEN
    if low is None:
        low = told if told is not None and told <= high else high - OPEN
    inside = tuple(day for day in days if low <= day <= high)
    return Window(min(low, high), max(low, high), inside)


def gap(one: Window, two: Window) -> int:
    """Days between two windows; 0 where they share a day."""
    if one.days or two.days:
        return min(_gap(a, b) for a in _parts(one) for b in _parts(two))
    return _gap((one.low, one.high), (two.low, two.high))


def hull(windows: Iterable[Window]) -> Window | None:
    found = list(windows)
    return Window(min(w.low for w in found), max(w.high for w in found)) if found else None


def _parts(window: Window) -> list[tuple[int, int]]:
    return [(day, day) for day in window.days] or [(window.low, window.high)]


def _gap(one: tuple[int, int], two: tuple[int, int]) -> int:
    return max(0, one[0] - two[1], two[0] - one[1])
