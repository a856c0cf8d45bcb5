"""Time phrases as EDTF, level 1, with bounds: never a day that the text does not give.

A phrase is either something of any year (`yearly`), whose year is said, inherited or chosen, or something seen from where the
report stands (`relative`). Around it stands a relation: by, since, until, between, in the night to. What cannot be placed keeps
its words, with `edtf` null and, where they are few, the days that it can be.
"""

import datetime
from collections.abc import Mapping, Sequence

from vedette.model.claim import Date
from vedette.model.edtf import bounds, join_interval, make_date, start_of, stop_of
from vedette.model.marked import TimePhrase
from vedette.resolve.frame import DAY, OLD, Frame, choose_year, days_of, last_weekday, local_day, next_weekday
from vedette.resolve.relative import REPORTED, read_relative, shift_day
from vedette.resolve.yearly import possible_days, read_yearly, suits

FEW = 8
NEAR = 400  # code points over which a date told before lends its year
REMEMBERED = 1200
OPEN_RELATIONS = ("since", "until", "before", "after", "within")


def resolve_date(
    phrase: TimePhrase, *, published: str | None, zone: str | None = None, context: Date | None = None, tense: str | None = None,
    years: Sequence[int] = (),
) -> Date:  # fmt: skip
    """The phrase anchored to its report. `published`: ISO day or instant; `zone`: IANA name of the place of writing.

    `context` is the date told before in the same text; `tense` "past" or "future" says which way a bare weekday or month looks
    (None: as reports do, backwards). `years` are those that sibling reports make plausible: they give candidates, never `edtf`.
    """
    parts = dict(phrase.parts)
    told = context if context and context.start <= phrase.start <= context.end + REMEMBERED else None
    span = days_of(told.edtf.replace("/..", "") if told and told.edtf and not told.edtf.startswith("..") else None)
    gap = max(phrase.start - told.end, 0) if told else 0
    frame = Frame(today=local_day(published, zone), told=span, gap=gap, tense=tense, relation=parts.get("relation"))
    edtf = place_phrase(parts, frame)
    if edtf and not bounds(edtf):
        edtf = None
    candidates = few_days(parts, edtf, frame=frame, years=years)
    return make_date(edtf, text=phrase.text, start=phrase.start, end=phrase.stop, candidates=candidates)


def resolve_dates(
    phrases: Sequence[TimePhrase], *, published: str | None, zone: str | None = None, tenses: Sequence[str | None] = ()
) -> tuple[Date, ...]:
    """All phrases of one text in order, each read beside the dates told before it; `tenses` are theirs, or empty."""
    dates: list[Date] = []
    day = local_day(published, zone)
    today = day.isoformat() if day else None
    for n, phrase in enumerate(phrases):
        context = choose_context(phrase, list(zip(reversed(phrases[:n]), reversed(dates), strict=True)), today=today)
        tense = tenses[n] if n < len(tenses) else None
        dates.append(resolve_date(phrase, published=published, zone=zone, context=context, tense=tense))
    return tuple(dates)


def choose_context(phrase: TimePhrase, before: Sequence[tuple[TimePhrase, Date]], *, today: str | None) -> Date | None:
    """The date that the story stands at, of those before (latest first): the same month told with its year, else the last."""
    parts = dict(phrase.parts)
    stories = [
        (other, date) for other, date in before if is_story(other, date, today=today) and phrase.start - date.end <= REMEMBERED
    ]
    if not {"month", "season"} & set(parts) or has_year(parts):
        return stories[0][1] if stories else None
    last = stories[0][1] if stories and phrase.start - stories[0][1].end <= NEAR else None
    if "month" in parts and not (last and follows(last, int(parts["month"]))):
        newest = ""
        for other, date in stories:
            told = dict(other.parts)
            year = (date.earliest or "")[:4] if has_year(told) else ""
            if year and told.get("month") == parts["month"] and year >= newest:
                return date
            newest = max(newest, year)  # a story that has come to a later year does not go back
    return last


def is_story(phrase: TimePhrase, date: Date, *, today: str | None) -> bool:
    """Not a deadline, beginning, dateline, day to come or look back («the day before»): those leave the story where it stood."""
    parts = dict(phrase.parts)
    is_back = parts.get("same", "").startswith("-") or (parts.get("turn") == "-1" and parts.get("of") == "context")
    is_open = parts.get("relation") in OPEN_RELATIONS or phrase.rule.startswith("dateline")
    return bool(date.edtf) and not is_back and not is_open and not (today and date.earliest and date.earliest > today)


def follows(date: Date, month: int) -> bool:
    """Whether the month comes soon after the date, so that it needs no older one to tell its year."""
    return date.latest is not None and (month - int(date.latest[5:7])) % 12 <= 2


def has_year(parts: Mapping[str, str]) -> bool:
    return bool({"year", "year_which", "to_year"} & set(parts)) or parts.get("same", "").endswith("year") or "date" in parts


def place_phrase(parts: dict[str, str], frame: Frame) -> str | None:
    """The core of the phrase with its relation."""
    relation = parts.get("relation")
    second = {key.removeprefix("to_"): value for key, value in parts.items() if key.startswith("to_")}
    if relation == "within":
        return place_within(parts, frame)
    if relation == "range" and second and not is_one_core(parts, second):
        return place_range({key: value for key, value in parts.items() if not key.startswith("to_")}, second, frame=frame)
    core = place_core(parts, frame)
    return relate(core, relation, parts=parts) if core else None


def is_one_core(parts: Mapping[str, str], second: Mapping[str, str]) -> bool:
    """«16-24 July», «2022-2023», «March to May»: both ends were read by one rule of points."""
    if "date" in parts or "date" in second:
        return False
    is_months = "month" in parts and "day" not in parts and set(second) == {"month"}
    is_years = "year" in parts and "month" not in parts and set(second) == {"year"}
    return set(second) == {"day"} or is_months or is_years


def place_core(parts: dict[str, str], frame: Frame) -> str | None:
    if "date" in parts:
        return check_weekday(parts["date"], parts) if "|" not in parts["date"] else None
    if parts.get("coded", "")[:1].isdigit():
        return f"{parts['coded'][:3]}X"
    yearly = read_yearly(parts)
    shifted = "which" in parts and not has_year(parts)
    if yearly is None or (shifted and not {"day", "weekday"} & set(parts)):
        return read_relative(parts, frame)
    year = stated_year(parts, frame)
    if year is None and not has_year(parts):
        weekday = int(parts["weekday"]) if "weekday" in parts and "day" in parts else None
        year = choose_year(yearly, frame, weekday=weekday) if "unit" not in parts else year_here(parts, frame)
        if "that" in parts and frame.told:
            year = frame.told[0].year
    edtf = yearly(year) if year is not None else None
    return check_weekday(edtf, parts) if edtf and "day" in parts else edtf


def stated_year(parts: Mapping[str, str], frame: Frame) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if parts.get("year_which", "").lstrip("-").isdigit() and frame.today:
        return frame.today.year + int(parts["year_which"])
    if parts.get("same", "").endswith("year") and frame.told:
        return frame.told[0].year + int(parts["same"].split()[0])
    if parts.get("last") == "-1" and frame.today:
        yearly = read_yearly({key: value for key, value in parts.items() if key != "last"})
        return choose_year(yearly, Frame(today=frame.today, tense="past")) if yearly else None
    return None


def year_here(parts: Mapping[str, str], frame: Frame) -> int | None:
    """«The end of the year»: of the publication, unless the story before it stands in another one."""
    if frame.today is None:
        return frame.told[0].year if frame.told else None
    if frame.told and frame.told[0].year != frame.today.year and frame.tense == "past":
        return None
    return frame.today.year


def check_weekday(edtf: str, parts: Mapping[str, str]) -> str | None:
    """None where the weekday said is not that of the day said: one of the two is wrong, and which is not known."""
    span = days_of(edtf)
    if span is None or "weekday" not in parts or span[0] != span[1]:
        return edtf if span else None
    return edtf if suits({"weekday": parts["weekday"]}, span[0]) else None


def place_within(parts: Mapping[str, str], frame: Frame) -> str | None:
    if frame.today is None or frame.tense == "past":
        return None
    if frame.told and (frame.today - frame.told[1]).days > OLD and frame.tense is None:
        return None
    unit = parts.get("unit", "")
    is_said = frame.told is not None and frame.told[0] == frame.told[1] and frame.gap <= REPORTED
    home = frame.told[0] if frame.told and is_said else frame.today
    stop = shift_day(home, unit, count=int(parts.get("count", "1")), is_loose=False)
    return f"../{stop.rstrip('~')}"


def place_range(first: dict[str, str], second: dict[str, str], *, frame: Frame) -> str | None:
    """Two points; what only one of them says of month and year holds for both."""
    shared = ("month", "year", "year_which", "same")
    for key in shared:
        if key in second and key not in first and ("day" in first or "month" in first):
            first[key] = second[key]
        elif key in first and key not in second and key != "month" and ("month" in second or "day" in second):
            second[key] = first[key]
    if "month" in second and "day" in second and "day" in first and not (has_year(first) and "year" in second):
        joint = dict(first) | {f"to_{key}": second[key] for key in ("day", "month")} | {"relation": "range"}
        if "date" not in first:
            return place_core(joint, frame)
    start = place_core({key: value for key, value in first.items() if key != "relation"}, frame)
    if start and set(second) == {"weekday"}:
        anchor = days_of(start)
        stop: str | None = next_weekday(anchor[1], int(second["weekday"])).isoformat() if anchor else None
    else:
        stop = place_core(second, frame)
    if start and stop and not any(has_year(parts) or "which" in parts for parts in (first, second)):
        start = start_before(first, stop, frame) or start
    if first.keys() == {"day", "relation"} and "date" in second:
        start = f"{second['date'][:8]}{int(first['day']):02}"
    if not start or not stop or (bounds(start) or ("",))[0] > (bounds(stop) or ("",))[0]:
        return None
    return join_interval(start, stop)


def start_before(first: Mapping[str, str], stop: str, frame: Frame) -> str | None:
    """«За зиму и весну»: the winter just before that spring, whatever year a lone winter would be of."""
    yearly, end = read_yearly(dict(first)), days_of(stop)
    if yearly is None or end is None or not {"month", "season"} & set(first) or "day" in first:
        return None
    starts = [edtf for year in (end[0].year, end[0].year - 1) if (edtf := yearly(year)) and (days_of(edtf) or end)[0] < end[0]]
    return starts[0] if starts else None


def relate(core: str, relation: str | None, *, parts: Mapping[str, str]) -> str | None:
    if relation in ("since", "after"):
        return f"{start_of(core)}/.."
    if relation in ("until", "before"):
        return f"../{deadline(core, parts)}"
    if relation == "about":
        return core if "/" in core or core.endswith("~") else f"{core}~"
    if relation in ("night_to", "night_of"):
        span = days_of(core)
        if span is None or "/" in core:
            return core
        if span[0] != span[1]:
            return None
        return f"{span[0] - DAY}/{span[0]}" if relation == "night_to" else f"{span[0]}/{span[0] + DAY}"
    return core


def deadline(core: str, parts: Mapping[str, str]) -> str:
    """The last day of «by the end of May», the day of «by Christmas», else the later end as it stands."""
    if parts.get("edge") == "end":
        return (bounds(core) or ("", core))[1]
    code = parts.get("holiday", "")
    if code == "01-01~":
        return start_of(core)
    if code.endswith("~"):
        return f"{core[:4]}-{code.rstrip('~')}"
    return stop_of(core)


def few_days(parts: dict[str, str], edtf: str | None, *, frame: Frame, years: Sequence[int]) -> tuple[str, ...]:
    """The days that it can be, where EDTF cannot say so and they are at most eight."""
    if "|" in parts.get("date", ""):
        return tuple(sorted(parts["date"].split("|")))
    if "days" in parts and not edtf:
        month = days_of(place_core({key: value for key, value in parts.items() if key != "days"}, frame))
        return tuple(f"{month[0]:%Y-%m}-{int(day):02}" for day in parts["days"].split(",")) if month else ()
    span = days_of(edtf)
    if span and "month" in parts and "weekday" in parts and span[0] != span[1]:
        days: tuple[str, ...] = possible_days(parts, [span[0].year])
    elif edtf:
        return ()
    elif frame.today and "weekday" in parts and "month" not in parts and "that" not in parts and parts.get("offset") is None:
        first = next_weekday(frame.today, int(parts["weekday"]), is_strict=parts.get("which") == "1")
        days = (first.isoformat(), (first + DAY * 7).isoformat())
    else:
        days = possible_days(parts, [int(parts["year"])] if "year" in parts else years)
    return days if len(days) <= FEW else ()


def candidate_days(phrase: TimePhrase, years: Sequence[int]) -> tuple[str, ...]:
    """Every ISO day of these years that the words allow ("a Saturday in late April": two or so a year), else none."""
    parts = dict(phrase.parts)
    if "date" in parts:
        return tuple(day for day in sorted(parts["date"].split("|")) if int(day[:4]) in years)
    return possible_days(parts, [year for year in years if parts.get("year") in (None, str(year))])


def is_compatible(what: TimePhrase | Date, day: str) -> bool:
    """Whether the words allow this ISO day. A date or phrase that says nothing of it does not forbid it."""
    if isinstance(what, Date):
        if what.candidates:
            return day in what.candidates
        reach = bounds(what.edtf)
        return reach is None or reach[0] <= day <= reach[1]
    parts, date = dict(what.parts), datetime.date.fromisoformat(day)
    if "|" in parts.get("date", ""):
        return day in parts["date"].split("|")
    if "year" in parts and "to_year" not in parts and parts.get("relation") is None and parts["year"] != day[:4]:
        return False
    if parts.get("relation") in (*OPEN_RELATIONS, "range") or any(key.startswith("to_") for key in parts):
        return True
    days = possible_days(parts, [date.year - 1, date.year])
    return day in days if days else "weekday" not in parts or last_weekday(date, int(parts["weekday"])) == date
