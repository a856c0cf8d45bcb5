"""Time phrases against their report: zones, context, tense, candidates, and what is left undecided."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import KnowledgeError
from vedette.mark.times import find_times
from vedette.model.claim import Date
from vedette.model.edtf import bounds
from vedette.model.marked import TimePhrase
from vedette.resolve.dates import candidate_days, is_compatible, resolve_date, resolve_dates


def phrase_of(text: str, lang: str = "en") -> TimePhrase:
    (phrase,) = find_times(text, lang=lang)
    return phrase


def edtf_of(text: str, published: str | None, *, lang: str = "en", tense: str | None = None) -> str | None:
    return resolve_date(phrase_of(text, lang), published=published, tense=tense).edtf


def told(edtf: str, end: int = 0) -> Date:
    return Date(edtf=edtf, text="", start=0, end=end)


def test_the_zone_turns_the_evening_into_tomorrow() -> None:
    today = phrase_of("today")
    assert resolve_date(today, published="2023-04-22T22:30:00Z").edtf == "2023-04-22"
    assert resolve_date(today, published="2023-04-22T22:30:00Z", zone="Europe/Minsk").edtf == "2023-04-23"
    with pytest.raises(KnowledgeError, match="Nowhere"):
        resolve_date(today, published="2023-04-22T22:30:00Z", zone="Europe/Nowhere")


def test_the_saturday_of_an_unstated_year() -> None:
    phrase = phrase_of("on a Saturday in late April")
    alone = resolve_date(phrase, published=None)
    assert (alone.edtf, alone.text, alone.candidates) == (None, "on a Saturday in late April", ())
    known = resolve_date(phrase, published=None, years=(2022, 2023))
    assert known.edtf is None
    assert known.candidates == ("2022-04-23", "2022-04-30", "2023-04-22", "2023-04-29")
    assert (known.earliest, known.latest) == ("2022-04-23", "2023-04-29")


def test_the_saturday_of_a_stated_year_keeps_the_month() -> None:
    date = resolve_date(phrase_of("on a Saturday in late April 2023"), published=None)
    assert (date.edtf, date.earliest, date.latest) == ("2023-04~", "2023-04-01", "2023-04-30")
    assert date.candidates == ("2023-04-22", "2023-04-29")


def test_candidates_and_compatibility() -> None:
    phrase = phrase_of("в одну из суббот в конце апреля", "ru")
    assert candidate_days(phrase, (2023,)) == ("2023-04-22", "2023-04-29")
    assert is_compatible(phrase, "2023-04-22")
    assert not is_compatible(phrase, "2023-04-23")
    assert not is_compatible(phrase, "2023-04-15")
    assert is_compatible(phrase_of("on Saturday"), "2023-04-22")
    assert not is_compatible(phrase_of("on Saturday"), "2023-04-23")
    assert is_compatible(phrase_of("in April"), "2023-04-22")
    assert not is_compatible(phrase_of("in April 2022"), "2023-04-22")
    assert is_compatible(told("2023-04~"), "2023-04-22")
    assert not is_compatible(told("2023-05"), "2023-04-22")
    assert is_compatible(Date(edtf=None, text="then", start=0, end=4), "2023-04-22")


def test_day_and_month_that_could_change_places_stay_undecided() -> None:
    date = resolve_date(phrase_of("on 04/05/2023"), published="2023-06-01")
    assert (date.edtf, date.candidates) == (None, ("2023-04-05", "2023-05-04"))
    assert edtf_of("04/05/2023", "2023-06-01", lang="ru") == "2023-05-04"


def test_next_friday_on_a_monday_is_one_of_two() -> None:
    date = resolve_date(phrase_of("next Friday"), published="2023-04-24", tense="future")
    assert (date.edtf, date.candidates) == (None, ("2023-04-28", "2023-05-05"))


def test_a_story_lends_its_year_only_where_that_is_sound() -> None:
    may = phrase_of("on 25 May")
    assert resolve_date(may, published="2025-09-01", context=told("2023-03-28")).edtf == "2023-05-25"
    assert resolve_date(may, published=None, context=told("2023-03-28")).edtf == "2023-05-25"
    # A date just behind the report belongs to the report.
    assert resolve_date(phrase_of("on 25 August"), published="2025-09-01", context=told("2023-12")).edtf == "2025-08-25"
    assert resolve_date(may, published=None).edtf is None


def test_a_story_runs_over_the_new_year() -> None:
    texts = "В октябре 2022 года развернули группировку. 25 декабря отчитались, а 1 февраля заступили. Весной вернулись."
    dates = resolve_dates(find_times(texts, lang="ru"), published="2024-07-15")
    assert [date.edtf for date in dates] == ["2022-10", "2022-12-25", "2023-02-01", "2023-21"]


def test_the_same_day_passes_over_plans() -> None:
    text = "The minister said on Friday that it would end next week. The same day the ministry was silent."
    dates = resolve_dates(find_times(text, lang="en"), published="2023-04-14")
    assert [date.edtf for date in dates] == ["2023-04-14", "2023-04-17/2023-04-23", "2023-04-14"]


def test_the_tense_turns_a_bare_date() -> None:
    assert edtf_of("in September", "2023-04-22") == "2022-09"
    assert edtf_of("in September", "2023-04-22", tense="future") == "2023-09"
    assert edtf_of("on Friday", "2023-04-24", tense="future") == "2023-04-28"
    assert edtf_of("on Friday", "2023-04-24", tense="past") == "2023-04-21"
    # Without a verb to tell, days just ahead are not taken for those of the year before.
    assert edtf_of("on 12-16 September", "2025-09-08") == "2025-09-12/2025-09-16"


def test_a_wrong_weekday_is_a_doubt() -> None:
    assert edtf_of("on Saturday, 22 April 2023", "2023-05-01") == "2023-04-22"
    assert edtf_of("on Sunday, 22 April 2023", "2023-05-01") is None


def test_no_publication_no_date_for_relative_words() -> None:
    for text in ("yesterday", "on Saturday", "last week", "two days ago", "in April", "this year"):
        date = resolve_date(phrase_of(text), published=None)
        assert (date.edtf, date.earliest, date.latest, date.text) == (None, None, None, text)


def test_days_that_do_not_follow_each_other_are_candidates() -> None:
    date = resolve_date(phrase_of("on 8 and 13 October 2024"), published="2024-10-23")
    assert (date.edtf, date.candidates) == (None, ("2024-10-08", "2024-10-13"))


DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2030, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_the_week_behind(day: datetime.date, name: str) -> None:
    edtf = edtf_of(f"on {name}", day.isoformat())
    assert edtf
    found = datetime.date.fromisoformat(edtf)
    assert found.isoweekday() == WEEKDAYS.index(name) + 1
    assert 0 <= (day - found).days < 7


@given(DAYS, st.integers(1, 12), st.sampled_from([None, "past", "future"]))
def test_a_month_is_never_narrowed_and_looks_as_the_verb_does(day: datetime.date, month: int, tense: str | None) -> None:
    name = datetime.date(2000, month, 1).strftime("%B")
    reach = bounds(edtf_of(f"in {name}", day.isoformat(), tense=tense))
    assert reach
    assert reach[0][8:] == "01"
    assert reach[0][5:7] == f"{month:02}"
    if tense == "past":
        assert reach[0] <= (day + datetime.timedelta(days=1)).isoformat()


@given(DAYS)
def test_every_written_day_is_read_back(day: datetime.date) -> None:
    for text in (f"{day:%d.%m.%Y}", day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert edtf_of(text, None) == day.isoformat()
