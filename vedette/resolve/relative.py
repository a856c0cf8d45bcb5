"""What a time phrase says from where it stands: yesterday, on Saturday, last week, two days ago, the same day."""

import datetime
from collections.abc import Callable, Mapping

from vedette.resolve.frame import DAY, LIST, Frame, days_of, last_weekday, monday_of, next_weekday, shift_month

Parts = Mapping[str, str]
Reader = Callable[[Parts, Frame], str | None]
REPORTED = 100  # code points over which a day can be that of the speech reported
SIZES = {"day": 1, "week": 7}


def offset_day(parts: Parts, frame: Frame) -> str | None:
    """«Сегодня, в субботу» in a copy of the next day is the Saturday: the weekday is what does not age."""
    if frame.today is None or "offset" not in parts:
        return None
    day = frame.today + DAY * int(parts["offset"])
    if "weekday" in parts and day.isoweekday() != int(parts["weekday"]):
        near = last_weekday(frame.today, int(parts["weekday"]))
        return near.isoformat() if (frame.today - near).days <= 3 and int(parts["offset"]) <= 0 else None
    return day.isoformat()


def past_night(parts: Parts, frame: Frame) -> str | None:
    if frame.today is None or "night" not in parts:
        return None
    return f"{frame.today - DAY}/{frame.today}"


def weekday_of_week(parts: Parts, frame: Frame) -> str | None:
    if frame.today is None or parts.get("unit") != "week" or "weekday" not in parts:
        return None
    return (monday_of(frame.today) + DAY * (7 * int(parts["which"]) + int(parts["weekday"]) - 1)).isoformat()


def weekday_told(parts: Parts, frame: Frame) -> str | None:
    """«On that Saturday» is the one within the days told before."""
    if "that" not in parts or "weekday" not in parts or frame.told is None:
        return None
    day = next_weekday(frame.told[0], int(parts["weekday"]))
    return day.isoformat() if day <= frame.told[1] and (frame.told[1] - frame.told[0]).days < 7 else None


def plain_weekday(parts: Parts, frame: Frame) -> str | None:
    """The nearest one that way; None where it can be today or a week on, and where «next» can be this week's or the next's."""
    if frame.today is None or "weekday" not in parts or {"that", "indefinite", "month"} & set(parts):
        return None
    weekday, which = int(parts["weekday"]), parts.get("which")
    if which == "-1":
        return last_weekday(frame.today, weekday, is_strict=True).isoformat()
    if which == "0":
        return (monday_of(frame.today) + DAY * (weekday - 1)).isoformat()
    if which == "1":
        return None if weekday > frame.today.isoweekday() else next_weekday(frame.today, weekday, is_strict=True).isoformat()
    if which == "soon":
        return next_weekday(frame.today, weekday, is_strict=True).isoformat()
    if frame.is_ahead:
        return None if weekday == frame.today.isoweekday() else next_weekday(frame.today, weekday).isoformat()
    return last_weekday(frame.today, weekday).isoformat()


def week_or_weekend(parts: Parts, frame: Frame) -> str | None:
    unit = parts.get("unit")
    if frame.today is None or unit not in ("week", "weekend") or "weekday" in parts or {"turn", "of", "count"} & set(parts):
        return None
    if unit == "week":
        which = int(parts.get("which", "0").replace("soon", "1"))
        monday = monday_of(frame.today) + DAY * 7 * which
        if which > 0 and frame.told and frame.told[1] < monday_of(frame.today) and frame.gap <= REPORTED:
            return None  # «On 14 April he said that it would end next week»: his next week or ours
        return f"{monday}/{monday + DAY * 6}"
    saturday = find_saturday(parts.get("which"), frame, today=frame.today)
    return f"{saturday}/{saturday + DAY}" if saturday else None


def find_saturday(which: str | None, frame: Frame, *, today: datetime.date) -> datetime.date | None:
    """The Saturday of the weekend meant; «next weekend» can be two."""
    this = monday_of(today) + DAY * 5
    if which == "-1":
        return this - DAY * 7
    if which == "1":
        return None if today < this else this + DAY * 7
    if which in ("0", "soon"):
        return this - DAY * 7 if frame.tense == "past" and today < this else this
    return this if frame.is_ahead or today >= this else this - DAY * 7


def month_here(parts: Parts, frame: Frame) -> str | None:
    """«Last month», «at the start of the month»: of the publication, or without «this» or «last» of the month told before."""
    if parts.get("unit") not in ("month", "months") or {"turn", "of", "count"} & set(parts):
        return None
    about = "~" if {"edge", "nth"} & set(parts) else ""
    told = frame.told if frame.told and f"{frame.told[0]:%Y-%m}" == f"{frame.told[1]:%Y-%m}" else None
    home = told[0] if told and "which" not in parts and not frame.is_ahead else frame.today
    return f"{shift_month(home, int(parts.get('which', '0'))):%Y-%m}{about}" if home and parts.get("which") != "soon" else None


def month_shifted(parts: Parts, frame: Frame) -> str | None:
    """«Last June» is the latest before this month, «next May» the first after it."""
    if frame.today is None or "month" not in parts or "which" not in parts or {"day", "weekday", "unit"} & set(parts):
        return None
    month, here, which = int(parts["month"]), frame.today, parts["which"]
    if which == "0":
        return f"{here.year}-{month:02}"
    year = here.year - (month >= here.month) if which == "-1" else here.year + (month <= here.month)
    return f"{year}-{month:02}"


def season_shifted(parts: Parts, frame: Frame) -> str | None:
    """«Last summer» said in November can be two summers: None."""
    if frame.today is None or "season" not in parts or "which" not in parts:
        return None
    spans = [(year, days_of(f"{year}-{parts['season']}")) for year in range(frame.today.year - 2, frame.today.year + 3)]
    done = [year for year, span in spans if span and span[1] < frame.today]
    ahead = [year for year, span in spans if span and span[0] > frame.today]
    here = [year for year, span in spans if span and span[0] <= frame.today <= span[1]]
    if parts["which"] == "0":
        year = here[0] if here else ahead[0] if frame.tense == "future" else frame.today.year
        return f"{year}-{parts['season']}"
    year = done[-1] if parts["which"] == "-1" else ahead[0]
    return f"{year}-{parts['season']}" if year != frame.today.year or parts["which"] == "soon" else None


def slice_shifted(parts: Parts, frame: Frame) -> str | None:
    """«Next quarter», «last half-year»."""
    if frame.today is None or "slice" not in parts or "which" not in parts or parts["which"] == "soon" or "month" in parts:
        return None
    size = {"quarter": 3, "half": 6}.get(parts["slice"])
    if not size or "nth" in parts:
        return None
    first = shift_month(frame.today.replace(day=1), -((frame.today.month - 1) % size) + size * int(parts["which"]))
    return f"{first:%Y-%m}/{shift_month(first, size - 1):%Y-%m}"


def turned(parts: Parts, frame: Frame) -> str | None:
    """«Two days ago», «five weeks later», «через неделю»: days exact, weeks about a day, months and years by their units."""
    unit = parts.get("unit", "")
    is_turn = bool({"turn", "before"} & set(parts)) or parts.get("of") == "hence"
    if not is_turn or unit not in ("day", "week", "month", "year", "half_year"):
        return None
    count = int(parts.get("count", "1")) * (6 if unit == "half_year" else 1)
    unit = "month" if unit == "half_year" else unit
    sign = int(parts.get("turn", "-1" if "before" in parts else "1"))
    if parts.get("of") == "clause":
        # «Left on 4 April, ten days after he announced»: the announcement is what is dated, back from the day before the words.
        return shift_told(frame.told, unit=unit, count=-count * sign) if frame.gap <= LIST else None
    if parts.get("of") == "context" or (parts.get("of") == "hence" and frame.tense == "past"):
        return shift_told(frame.told, unit=unit, count=count * sign)
    if frame.today is None or (parts.get("of") == "hence" and frame.tense is None and frame.told):
        return None
    return shift_day(frame.today, unit, count=count * sign, is_loose=True)


def shift_told(told: tuple[datetime.date, datetime.date] | None, *, unit: str, count: int) -> str | None:
    """No finer than what was told: two days after «in March» is not known."""
    if told is None:
        return None
    size = (told[1] - told[0]).days
    if size == 0:
        return shift_day(told[0], unit, count=count, is_loose=False)
    if size <= 30 and (told[0].month, unit in SIZES) == (told[1].month, False):
        return f"{shift_month(told[0], count * (12 if unit == 'year' else 1)):%Y-%m}"
    return str(told[0].year + count) if 364 <= size <= 365 and unit == "year" else None


def shift_day(day: datetime.date, unit: str, *, count: int, is_loose: bool) -> str:
    if unit in SIZES:
        return f"{day + DAY * SIZES[unit] * count}{'~' if unit == 'week' else ''}"
    if unit == "year" and abs(count) > 1:
        return str(day.year + count)
    return f"{shift_month(day, count * (12 if unit == 'year' else 1)):%Y-%m}{'~' if is_loose else ''}"


def same_again(parts: Parts, frame: Frame) -> str | None:
    """«The same day», «the day before», «в том же месяце»; without a story, the day before is that of the publication."""
    if "same" not in parts or "month" in parts or "season" in parts:
        return None
    count, unit = parts["same"].split()
    if frame.told is None:
        return (frame.today - DAY).isoformat() if frame.today and parts["same"] == "-1 day" else None
    if unit == "month" and (frame.told[1] - frame.told[0]).days <= 31:
        return f"{shift_month(frame.told[0], int(count)):%Y-%m}"
    if unit == "year":
        return str(frame.told[0].year + int(count))
    return shift_told(frame.told, unit=unit, count=int(count))


def edge_told(parts: Parts, frame: Frame) -> str | None:
    """«On the last day» of what was told as a stretch of days."""
    if "edge_day" not in parts or frame.told is None or not 0 < (frame.told[1] - frame.told[0]).days < 27:
        return None
    return frame.told[parts["edge_day"] == "last"].isoformat()


def ordinal_day(parts: Parts, frame: Frame) -> str | None:
    """«On the 22nd»: of the month told before, else the nearest to the publication."""
    if set(parts) - {"relation"} != {"day"}:
        return None
    day = int(parts["day"])
    homes = [frame.told[0]] if frame.told and (frame.told[1] - frame.told[0]).days <= 31 else []
    if not homes and frame.today and not frame.told:
        homes = [shift_month(frame.today, n) for n in ((0, 1) if frame.is_ahead else (0, -1))]
    for home in homes:
        edtf = f"{home:%Y-%m}-{day:02}"
        found = days_of(edtf)
        if found and (not frame.today or frame.told or (found[0] >= frame.today if frame.is_ahead else found[0] <= frame.today)):
            return edtf
    return None


READERS: tuple[Reader, ...] = (
    offset_day, past_night, weekday_of_week, weekday_told, plain_weekday, week_or_weekend, month_here, month_shifted,
    season_shifted, slice_shifted, turned, same_again, edge_told, ordinal_day,
)  # fmt: skip


def read_relative(parts: Parts, frame: Frame) -> str | None:
    """The first reader that knows these parts and can place them."""
    return next((found for reader in READERS if (found := reader(parts, frame))), None)
