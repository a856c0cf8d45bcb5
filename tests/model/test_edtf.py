"""Bounds of EDTF strings, and how a date lies to a period; beside the shared scorer where that is at hand."""

import datetime
import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.model.claim import Date
from vedette.model.edtf import bounds, clip, do_overlap, is_inside, is_narrower, join_interval, make_date, start_of, stop_of

SHARED = Path(os.environ.get("VEDETTE_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2090, 12, 31)).map(datetime.date.isoformat)
POINTS = st.one_of(
    DAYS,
    st.builds("{:04}-{:02}".format, st.integers(1900, 2090), st.integers(1, 12)),
    st.builds("{:04}-{:02}~".format, st.integers(1900, 2090), st.integers(21, 24)),
    st.integers(1900, 2090).map(str),
    st.sampled_from(["202X", "199X"]),
)
EDTF = st.one_of(POINTS, POINTS.map("../{}".format), POINTS.map("{}/..".format), st.builds("{}/{}".format, POINTS, POINTS))


def date_of(edtf: str | None, candidates: tuple[str, ...] = ()) -> Date:
    return make_date(edtf, text="", start=0, end=0, candidates=candidates)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023-04-22", ("2023-04-22", "2023-04-22")),
        ("2023-04~", ("2023-04-01", "2023-04-30")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-24", ("2022-12-01", "2023-02-28")),
        ("202X", ("2020-01-01", "2029-12-31")),
        ("../2023-07-01", ("0000-01-01", "2023-07-01")),
        ("2023-02/..", ("2023-02-01", "9999-12-31")),
        ("2025-07/2025-12", ("2025-07-01", "2025-12-31")),
        ("2023-13", None),
        ("2023-02-30", None),
        ("late April", None),
        (None, None),
    ],
)
def test_bounds(edtf: str | None, expected: tuple[str, str] | None) -> None:
    assert bounds(edtf) == expected


@given(EDTF)
def test_bounds_are_those_of_the_scorer(edtf: str) -> None:
    if not (SHARED / "score.py").exists():
        pytest.skip("the shared scorer is not at hand")
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    assert bounds(edtf) == score.bounds(edtf)


@given(DAYS, DAYS)
def test_an_interval_keeps_its_ends(one: str, two: str) -> None:
    first, last = sorted((one, two))
    joined = join_interval(first, last)
    assert bounds(joined) == (first, last)
    assert (start_of(joined), stop_of(joined)) == (first, last)


@given(EDTF, DAYS, DAYS)
def test_clipping_never_widens(edtf: str, one: str, two: str) -> None:
    reach = bounds(edtf)
    assert reach
    first, last = sorted((max(one, reach[0]), min(two, reach[1])))
    clipped = bounds(clip(edtf, earliest=first, latest=last))
    if reach[0] <= first <= last <= reach[1]:
        assert clipped == (first, last)


def test_clip_closes_open_ends() -> None:
    assert clip("2023-01-16/..", latest="2023-02-01") == "2023-01-16/2023-02-01"
    assert clip("../2023-07-01", earliest="2023-04-22") == "2023-04-22/2023-07-01"
    assert clip("2023-04-22", earliest="2023-04-01") == "2023-04-22"


def test_certainly_possibly_and_no_are_three_answers() -> None:
    assert is_inside(date_of("2023-04-22"), "2023-04", "2023-04") == "certainly"
    assert is_inside(date_of("2023-04~"), "2023-04-10", "2023-04-20") == "possibly"
    assert is_inside(date_of("2023-04~"), "2023", None) == "certainly"
    assert is_inside(date_of("2023-05"), None, "2023-04") == "no"
    assert is_inside(date_of("../2023-07-01"), "2023-06-01", "2023-08-01") == "possibly"
    assert is_inside(date_of("2023-01-29~"), "2023-01", "2023-01") == "possibly"
    assert is_inside(None, "2023", "2023") == "possibly"


def test_candidates_decide_where_edtf_cannot() -> None:
    saturdays = date_of(None, ("2023-04-22", "2023-04-29"))
    assert (saturdays.earliest, saturdays.latest) == ("2023-04-22", "2023-04-29")
    assert is_inside(saturdays, "2023-04", "2023-04") == "certainly"
    assert is_inside(saturdays, "2023-04-25", None) == "possibly"
    assert is_inside(saturdays, "2023-05", None) == "no"


def test_an_open_end_has_no_bound() -> None:
    assert (date_of("2023-02/..").earliest, date_of("2023-02/..").latest) == ("2023-02-01", None)


def test_overlap_and_narrowness() -> None:
    assert do_overlap("2023-04", "2023-04-22")
    assert not do_overlap("2023-04", "2023-05")
    assert not do_overlap("2023-04", None)
    assert is_narrower("2023-04-22", "2023-04")
    assert not is_narrower("2023-04", "2023-04-22")
    assert not is_narrower("2023-04", "2023-04~")
