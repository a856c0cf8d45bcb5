"""Where a reader of a text stands in time: its day of publication, the date told before, and which way the verb looks."""

import datetime
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from vedette.errors import KnowledgeError
from vedette.model.edtf import bounds

Yearly = Callable[[int], str | None]
Spans = dict[int, tuple[datetime.date, datetime.date]]
DAY = datetime.timedelta(days=1)
AHEAD = 62  # days: without a verb to tell, a date so near ahead is meant rather than that of the year before
SOON = 100  # days: a date so near before the publication is taken from there, whatever older story was told before
LIST = 60  # code points: dates so near to each other stand in one sentence and tell one story
OLD = 120  # days after which what was told is another story than the report's own
JUST = 45  # days that a story steps back without leaving its year
APART = 150  # code points over which a story no longer outweighs a date just ahead
FAR = 240
LASTING = 100  # days that are more than a season
YEAR = 364
STORY = 215  # days that a story runs on after the date told before, about seven months


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """`today` is the day of publication where the report was written; `told` what was told, `gap` code points before."""

    today: datetime.date | None = None
    told: tuple[datetime.date, datetime.date] | None = None
    gap: int = 0
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
        is_said_before = bool(behind and ahead) and (spans[ahead[0]][0] - frame.today).days > FAR
        # «On 25 March he said that it would start on 3 April», told on 24 April: the future of the speech, not ours.
        if is_said_before and frame.tense == "future" and (frame.today - spans[behind[-1]][1]).days <= AHEAD:
            return behind[-1]
        if frame.tense is None and frame.told and frame.gap <= APART and (frame.today - frame.told[1]).days > OLD:
            # «The agreement of May 2023 foresaw storage by 1 July»: the deadline of an old story.
            return follow_story(spans, frame.told[0])
        return ahead[0] if ahead else None
    last = behind[-1]
    wait = (spans[ahead[0]][0] - frame.today).days if ahead else AHEAD + 1
    is_near = frame.tense is None and wait <= AHEAD and (frame.today - spans[last][0]).days > FAR
    story = read_story(spans, behind, frame=frame, today=frame.today)
    if story is not None and not (is_near and frame.gap > APART):
        return story
    return ahead[0] if is_near else last


def read_story(spans: Spans, behind: list[int], *, frame: Frame, today: datetime.date) -> int | None:
    """The year that the date told before gives, where it is sound to follow it rather than the publication."""
    if frame.told is None or frame.told[0] > today:
        return None
    last, told = behind[-1], frame.told[0]
    start, stop = spans[last]
    # A bare year is a weak story («a contract of 2017»), and what lasts for months is as old as its end.
    is_loose = (frame.told[1] - told).days >= YEAR or (stop - start).days > LASTING
    age = (today - (stop if is_loose else start)).days
    story = follow_story({year: spans[year] for year in behind}, told)
    is_list = frame.gap <= LIST and story is not None and -JUST <= (spans[story][0] - told).days <= STORY
    is_running = spans[last][1] >= today and (spans[last][1] - spans[last][0]).days > 31
    if age <= SOON and not is_list and not (is_running and (today - told).days > OLD):
        return None
    is_same_month = (told.year, told.month) == (frame.told[1].year, frame.told[1].month) and told.year in spans
    if is_same_month and spans[told.year][0].month == told.month:
        return told.year
    return story if (today - told).days > OLD or age <= FAR else None


def follow_story(spans: Spans, told: datetime.date) -> int | None:
    """The year in which a story that stands at `told` meets this day: soon after it, else in the same year."""
    if told.year in spans and 0 <= (told - spans[told.year][0]).days <= JUST:
        return told.year
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
