"""The day of an occurrence from the times that hang on it: the narrowest, from a start to an end, or open from its start."""

from collections.abc import Callable, Sequence
from datetime import date

from vedette.model.claim import Date
from vedette.model.edtf import join_interval, make_date
from vedette.model.marked import TimePhrase

Anchor = Callable[[TimePhrase, str | None], Date]


def narrowest(phrases: Sequence[TimePhrase], anchor: Anchor) -> TimePhrase | None:
    """Of «in early September, from 1 to 6 September» the second; the first told, where neither says more."""

    def width(phrase: TimePhrase) -> tuple[bool, int]:
        day = anchor(phrase, None)
        if not day.earliest or not day.latest:
            return True, 0
        return False, (date.fromisoformat(day.latest) - date.fromisoformat(day.earliest)).days

    return min(phrases, key=width) if phrases else None


def date_of(phrases: Sequence[TimePhrase], anchor: Anchor, *, phase: str, rule: str) -> Date | None:
    """The date of what is told in a phase; `rule` is the rule that found the phase."""
    chosen = narrowest(phrases, anchor)
    if chosen is None:
        return None
    tense = "future" if phase == "planned" else "past"
    days = [anchor(phrase, tense) for phrase in phrases]
    day = anchor(chosen, tense)
    starts = [d for d in days if d.edtf and not d.edtf.startswith("..")]
    ends = [d for d in days if d.edtf and d.edtf.startswith("../")]
    if len(days) == 2 and starts and ends and (phase in ("planned", "underway") or str(starts[0].edtf).endswith("/..")):
        return spanned(starts[0], ends[0].edtf)
    if phase == "underway" and rule == "phase.begin" and day.edtf and "/" not in day.edtf and "~" not in day.edtf:
        return spanned(day, None)
    return day


def spanned(start: Date, stop: str | None) -> Date:
    """From a start to an end, or open, under the words of the start."""
    return make_date(join_interval(start.edtf, stop), text=start.text, start=start.start, end=start.end)
