"""What a time phrase says of any year: «22 April» is one day of each year, «late April» a third of a month, «spring» a season."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from vedette.model.edtf import last_day
from vedette.resolve.frame import DAY, Yearly, days_between, days_of, monday_of

Parts = Mapping[str, str]
THIRDS = {"start": (1, 10), "early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
EDGES_OF_YEAR = {"start": "{0}-01~", "early": "{0}-01/{0}-03", "mid": "{0}~", "late": "{0}-10/{0}-12", "end": "{0}-12~"}
SLICES = {
    "day": ("early", "early", "early"),
    "week": ("early", "mid", "mid"),
    "decade": ("early", "mid", "late"),
    "half": ("early", "late"),
    "mid": ("early", "late"),
}


def day_of_month(parts: Parts) -> Yearly | None:
    if "day" not in parts or "month" not in parts or "to_day" in parts:
        return None
    return lambda year: iso_day(year, int(parts["month"]), int(parts["day"]))


def days_of_month(parts: Parts) -> Yearly | None:
    """«16-24 July», "28 April - 3 May": where the months differ the first may lie in the year before."""
    if "day" not in parts or "to_day" not in parts or not ("month" in parts or "to_month" in parts):
        return None
    stop_month = int(parts.get("to_month", parts.get("month", "0")))
    start_month = int(parts.get("month", parts.get("to_month", "0")))

    def read(year: int) -> str | None:
        start = iso_day(year - (start_month > stop_month), start_month, int(parts["day"]))
        stop = iso_day(year, stop_month, int(parts["to_day"]))
        return f"{start}/{stop}" if start and stop and start < stop else None

    return read


def listed_days(parts: Parts) -> Yearly | None:
    """«20 and 21 November»: an interval where the days follow each other; other lists have no name in level 1."""
    if "days" not in parts:
        return None
    days = [int(day) for day in parts["days"].split(",")]
    if days != list(range(days[0], days[-1] + 1)):
        return lambda year: None
    return days_of_month({"day": str(days[0]), "to_day": str(days[-1]), "month": parts["month"]})


def week_of(parts: Parts) -> Yearly | None:
    if "week_of" not in parts:
        return None

    def read(year: int) -> str | None:
        span = days_of(iso_day(year, int(parts["month"]), int(parts["day"])))
        return f"{monday_of(span[0])}/{monday_of(span[0]) + DAY * 6}" if span else None

    return read


def months_of_year(parts: Parts) -> Yearly | None:
    if "month" not in parts or "to_month" not in parts:
        return None
    start, stop = int(parts["month"]), int(parts["to_month"])
    return lambda year: f"{year - (start > stop)}-{start:02}/{year}-{stop:02}"


def nth_weekday(parts: Parts) -> Yearly | None:
    """«The last Saturday of April» is one day."""
    if "nth" not in parts or "weekday" not in parts or "month" not in parts:
        return None

    def read(year: int) -> str | None:
        first = datetime.date(year, int(parts["month"]), 1)
        month = (first, first.replace(day=last_day(year, first.month)))
        days = [day for day in days_between(month) if day.isoweekday() == int(parts["weekday"])]
        nth = int(parts["nth"])
        return days[nth - 1 if nth > 0 else nth].isoformat() if -1 <= nth <= len(days) and nth else None

    return read


def month_of_year(parts: Parts) -> Yearly | None:
    if "month" not in parts:
        return None
    about = "~" if edge_of(parts) else ""
    return lambda year: f"{year}-{int(parts['month']):02}{about}"


def season_of_year(parts: Parts) -> Yearly | None:
    if "season" not in parts:
        return None
    about = "~" if "edge" in parts else ""
    return lambda year: f"{year}-{parts['season']}{about}"


def slice_of_year(parts: Parts) -> Yearly | None:
    """Halves and quarters, as intervals of months."""
    coded = parts.get("coded", "").upper()
    kind, nth = (coded[0], int(coded[1])) if coded[:1] in ("Q", "H") else (parts.get("slice", ""), int(parts.get("nth", "0")))
    size = {"quarter": 3, "Q": 3, "half": 6, "H": 6, "mid": 6}.get(kind)
    if not size or "month" in parts or not nth:
        return None
    first = 12 - size + 1 if nth < 0 else (nth - 1) * size + 1
    return lambda year: f"{year}-{first:02}/{year}-{first + size - 1:02}" if 1 <= first <= 12 else None


def holiday(parts: Parts) -> Yearly | None:
    """A day, or the month around it; a holiday with two days, as Christmas in the east, is undecided."""
    code = parts.get("holiday", "")
    if not code or "|" in code:
        return None
    if code == "01-01~":
        return lambda year: f"{year - 1}-12-31/{year}-01-01"
    return lambda year: f"{year}-{code[:2]}~" if code.endswith("~") else f"{year}-{code}"


def edge_of_year(parts: Parts) -> Yearly | None:
    is_year = parts.get("unit") in ("year", "years") or ("year" in parts or "year_which" in parts)
    if "edge" not in parts or not is_year:
        return None
    return lambda year: EDGES_OF_YEAR[parts["edge"]].format(year)


def whole_year(parts: Parts) -> Yearly | None:
    if "to_year" in parts:
        return lambda year: f"{year}/{parts['to_year']}"
    return (lambda year: str(year)) if {"year", "year_which"} & set(parts) or parts.get("same", "").endswith("year") else None


READERS: tuple[Callable[[Parts], Yearly | None], ...] = (
    listed_days, week_of, days_of_month, months_of_year, day_of_month, nth_weekday, month_of_year, season_of_year, slice_of_year,
    holiday, edge_of_year, whole_year,
)  # fmt: skip


def read_yearly(parts: Parts) -> Yearly | None:
    """The first reader that knows these parts, as a function from a year to EDTF."""
    return next((found for reader in READERS if (found := reader(parts))), None)


def edge_of(parts: Parts) -> str | None:
    """early, mid, late, start or end: said so, or as «the first days», «the second half», «the last week» of it."""
    if "edge" in parts or "slice" not in parts:
        return parts.get("edge")
    nth, places = int(parts.get("nth", "0")), SLICES.get(parts["slice"].rstrip("s"), ())
    if nth in (10, 20):
        return "mid" if nth == 10 else "late"
    return "late" if nth < 0 or nth > len(places) else places[nth - 1]


def possible_days(parts: Parts, years: Sequence[int]) -> tuple[str, ...]:
    """Every day of these years that the words allow, where they name a weekday, a third of a month or a day of it."""
    yearly = read_yearly(parts)
    if yearly is None or not {"day", "month", "season", "weekday"} & set(parts):
        return ()
    days = [day for year in years if (span := days_of(yearly(year))) for day in days_between(span) if suits(parts, day)]
    return tuple(day.isoformat() for day in days)


def suits(parts: Parts, day: datetime.date) -> bool:
    """Whether weekday and third of the month allow the day."""
    edge = edge_of(parts) if "month" in parts else None
    first, last = THIRDS[edge] if edge else (1, 31)
    return first <= day.day <= last and ("weekday" not in parts or day.isoweekday() == int(parts["weekday"]))


def iso_day(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= last_day(year, month) else None
