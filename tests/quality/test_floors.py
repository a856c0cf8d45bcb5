"""The floors: the corpus beside the repository, read once a session and scored. Skipped where there is no corpus."""

from pathlib import Path

import pytest

from benchmarks.corpus import find_shared
from tests.quality.measure import PARTS, Floors, measure_floors, read_floors, regressions, write_floors

SHARED = find_shared()
needs_corpus = pytest.mark.skipif(SHARED is None, reason="no corpus beside the repository (VEDETTE_SHARED)")


@pytest.fixture(scope="session")
def measured() -> Floors:
    assert SHARED is not None
    return measure_floors(SHARED)


def test_both_parts_are_pinned() -> None:
    pinned = read_floors()
    assert set(pinned.floors) == set(PARTS), "pin them: make repin"
    assert all(pins["claims"] > 0 for pins in pinned.floors.values())


@needs_corpus
def test_the_corpus_is_the_one_that_was_pinned(measured: Floors) -> None:
    pinned = read_floors()
    assert (measured.corpus, measured.reports) == (pinned.corpus, pinned.reports), "the corpus changed: make repin"


@needs_corpus
def test_nothing_fell_below_its_floor(measured: Floors) -> None:
    assert regressions(read_floors(), measured) == []


def test_a_fall_and_a_rise_are_seen() -> None:
    pinned = Floors("a", 1, {"open": {"claims": 0.5, "whole": 0.2}}, {"open": {"date_wrong": 0.1}})
    same = Floors("a", 1, {"open": {"claims": 0.6, "whole": 0.2}}, {"open": {"date_wrong": 0.1}})
    worse = Floors("a", 1, {"open": {"claims": 0.4}}, {"open": {"date_wrong": 0.2}})
    assert regressions(pinned, same) == []
    assert [line.split()[1] for line in regressions(pinned, worse)] == ["claims", "whole", "date_wrong"]


@pytest.mark.parametrize(("items", "fallen"), [(4, []), (40, ["open: denied fell from 0.9 to 0.7"])])
def test_what_rests_on_few_items_gives_way_by_one_of_them(items: int, fallen: list[str]) -> None:
    pinned = Floors("a", 1, {"open": {"denied": 0.9}}, {})
    assert regressions(pinned, Floors("a", 1, {"open": {"denied": 0.7}}, {}, {"open": {"denied": items}})) == fallen


def test_pins_survive_their_file(tmp_path: Path) -> None:
    floors = Floors("a", 1, {"open": {"claims": 0.5}}, {"open": {"void": 0.0}})
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
