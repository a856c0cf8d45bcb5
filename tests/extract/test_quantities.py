"""Counted people and equipment, and the numbers that count nothing of the kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.extract.quantities import find_quantities, number_words, value_of

COUNTED = [
    ("en", "Up to 9,000 servicemen came", 9000, "Up to 9,000 servicemen"),
    ("en", "two hundred soldiers came", 200, "two hundred soldiers"),
    ("en", "three Russian aircraft left", 3, "three Russian aircraft"),
    ("ru", "прибыли 13 тысяч военнослужащих", 13000, "13 тысяч военнослужащих"),
    ("ru", "два эшелона прибыли", 2, "два эшелона"),
    ("be", "каля 9 тысяч вайскоўцаў", 9000, "каля 9 тысяч вайскоўцаў"),
]


@pytest.mark.parametrize(("lang", "text", "value", "quote"), COUNTED)
def test_value_and_words(lang: str, text: str, value: int, quote: str) -> None:
    (found,) = find_quantities(text, lang=lang, start=0, stop=len(text))
    assert (found.value, found.text) == (value, quote)
    assert text[found.start : found.end] == quote


@pytest.mark.parametrize(
    "text", ["a range of 500 kilometres", "in 2024 it ended", "for 14 days", "the 120th brigade", "at 10:30"]
)
def test_sizes_years_days_and_ordinals_count_nothing(text: str) -> None:
    assert find_quantities(text, lang="en", start=0, stop=len(text)) == ()


def test_a_language_without_number_words_has_no_quantities() -> None:
    assert find_quantities("9000 soldiers", lang="und", start=0, stop=13) == ()


def test_unknown_words_have_no_value() -> None:
    assert value_of(number_words("en"), "many") is None


@given(st.integers(1, 999_999))
def test_digits_are_read_however_they_are_grouped(number: int) -> None:
    words = number_words("en")
    assert value_of(words, str(number)) == number
    assert value_of(words, f"{number:,}") == number
    assert value_of(words, f"{number:,}".replace(",", "\u202f")) == number


@given(st.text(alphabet="ab 0123456789.,-soldiers", max_size=60), st.text(max_size=10))
def test_a_quantity_stands_where_it_says(inner: str, before: str) -> None:
    text = before + inner
    for found in find_quantities(text, lang="en", start=len(before), stop=len(text)):
        assert text[found.start : found.end] == found.text
        assert isinstance(found.value, int | float)
        assert found.value > 0
