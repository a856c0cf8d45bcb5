"""EDTF in words: what is said is never more than what is known."""

import pytest

from vedette.model.claim import Date
from vedette.show.dates import say_date, say_edtf


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-04-22", "22 Apr 2023"),
        ("2023-04", "Apr 2023"),
        ("2023", "2023"),
        ("2023-04~", "about Apr 2023"),
        ("2023-04-22?", "22 Apr 2023 (?)"),
        ("2023-04%", "about Apr 2023 (?)"),
        ("2023-22", "summer 2023"),
        ("201X", "2010s"),
        ("19XX", "1900s"),
        ("2023-04-XX", "Apr 2023"),
        ("2023-04-10/2023-04-14", "10–14 Apr 2023"),
        ("2023-04-28/2023-05-02", "28 Apr – 2 May 2023"),
        ("2022-12/2023-02", "Dec 2022 – Feb 2023"),
        ("2023-04/2023-06", "Apr–Jun 2023"),
        ("2022/2023", "2022–2023"),
        ("2022-12-28/2023-01", "28 Dec 2022 – Jan 2023"),
        ("../2023-06", "by Jun 2023"),
        ("2023-04-03/..", "since 3 Apr 2023"),
        ("[2023-04-22,2023-04-29]", "22 or 29 Apr 2023"),
        ("2023-13", "2023-13"),
        ("soon", "soon"),
    ],
)
def test_edtf_in_words(edtf: str, words: str) -> None:
    assert say_edtf(edtf) == words


def test_what_is_not_settled_keeps_its_words() -> None:
    assert say_date(None) == "undated"
    assert say_date(Date(edtf=None, text="on a Saturday in late April", start=0, end=27)) == "“on a Saturday in late April”"
    assert say_date(Date(edtf=None, candidates=("2023-04-22", "2023-04-29"), text="x", start=0, end=1)) == "22 or 29 Apr 2023"
    assert (
        say_date(Date(edtf=None, candidates=("2022-04-30", "2023-04-22"), text="x", start=0, end=1))
        == "30 Apr 2022 or 22 Apr 2023"
    )
