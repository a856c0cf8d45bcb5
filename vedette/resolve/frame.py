"""Where a reader of a text stands in time: its day of publication, the date told before, and which way the verb looks."""

import datetime
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from vedette.errors import KnowledgeError
from vedette.model.edtf import bounds

Yearly = Callable[[int], str | None]
DAY = datetime.timedelta(days=1)
SOON = 62  # days: a date so near to the publication is taken from there, whatever older story was told before
FAR = 240
STORY = 215  # days that a story runs on after the date told before, about seven months


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """`today` is the day of publication where the report was written; `told` the bounds of the date told just before."""

    today: datetime.date | None = None
    told: tuple[datetime.date, datetime.date] | None = None
    tense: str | None = None
    relation: str | None = None

    @property
    def is_ahead(self) -> bool:
        """A deadline lies ahead unless the verb says otherwise."""
        return self.tense == "future" or (self.tense is None and self.relation in ("until", "before", "within"))


def local_day(published: str | None, zone: str | None) -> datetime.date | None:
    """The calendar day at the place of writing: 22:30Z is already the next day in Minsk."""
    if not published:
        return None
    if len(published) <= 10:
        return datetime.date.fromisoformat(published) if len(published) == 10 else None
    instant = datetime.datetime.fromisoformat(published)
    if not zone or instant.tzinfo is None:
        return instant.date()
    try:
        return instant.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise KnowledgeError("no such time zone", where=zone) from unknown


def days_of(edtf: str | None) -> tuple[datetime.date, datetime.date] | None:
    """The bounds as days; None for open intervals and for what is no date."""
    reach = bounds(edtf)
    if not reach or reach[0] < "0001" or reach[1] == "9999-12-31":
        return None
    return datetime.date.fromisoformat(reach[0]), datetime.date.fromisoformat(reach[1])


def choose_year(yearly: Yearly, frame: Frame, *, weekday: int | None = None) -> int | None:
    """The year of a day or month told without one; None where neither publication nor story give it."""
    home = frame.today or (frame.told[0] if frame.told else None)
    if home is None:
        return None
    first = min(home.year, frame.told[0].year) if frame.told else home.year
    spans = {year: span for year in range(first - 2, home.year + 4) if (span := days_of(yearly(year)))}
    if weekday:
        spans = {year: span for year, span in spans.items() if span[0].isoweekday() == weekday}
    if frame.today is None:
        return follow_story(spans, home)
    ahead = [year for year, (_, stop) in sorted(spans.items()) if stop >= frame.today]
    behind = [year for year, (start, _) in sorted(spans.items()) if start <= frame.today + DAY]
    if frame.is_ahead or not behind:
        return ahead[0] if ahead else None
    last = behind[-1]
    if frame.tense is None and ahead:
        wait, age = (spans[ahead[0]][0] - frame.today).days, (frame.today - spans[last][0]).days
        if wait <= SOON and age > FAR:
            return ahead[0]
    if frame.told and frame.told[0] <= frame.today and (frame.today - spans[last][0]).days > SOON:
        story = follow_story({year: spans[year] for year in behind}, frame.told[0])
        return last if story is None else story
    return last


def follow_story(spans: dict[int, tuple[datetime.date, datetime.date]], told: datetime.date) -> int | None:
    """The year in which a story that stands at `told` meets this day: soon after, else in the same year, else at the next time."""
    after = next((year for year, (_, stop) in sorted(spans.items()) if stop >= told), None)
    if after is None:
        return told.year if told.year in spans else None
    if (spans[after][0] - told).days <= STORY or told.year not in spans:
        return after
    later = [year for year in spans if year > told.year]
    # Where the next time is also the last one before the publication, both ways of counting agree on it.
    return after if later and after == max(spans) else told.year


def last_weekday(day: datetime.date, weekday: int, *, is_strict: bool = False) -> datetime.date:
    """The latest such weekday that is not after the day; strictly before it where asked."""
    back = (day.isoweekday() - weekday) % 7
    return day - DAY * (7 if is_strict and not back else back)


def next_weekday(day: datetime.date, weekday: int, *, is_strict: bool = False) -> datetime.date:
    wait = (weekday - day.isoweekday()) % 7
    return day + DAY * (7 if is_strict and not wait else wait)


def monday_of(day: datetime.date) -> datetime.date:
    return day - DAY * (day.isoweekday() - 1)


def shift_month(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, 1)


def days_between(span: tuple[datetime.date, datetime.date]) -> Sequence[datetime.date]:
    return [span[0] + DAY * n for n in range((span[1] - span[0]).days + 1)]
