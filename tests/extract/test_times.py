"""Which time dates the occurrence, which the saying, and how a date is chosen."""

from datetime import date

import pytest

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, make_view
from vedette.extract.times import split_times
from vedette.extract.triggers import find_triggers
from vedette.extract.voices import find_voices
from vedette.extract.when import date_of, narrowest
from vedette.model.claim import Date
from vedette.model.edtf import make_date
from vedette.model.marked import TimePhrase
from vedette.model.text import Document

BARE = Document(key="k", id="d", text="", lang="en")


def split(rows: str, *times: str) -> tuple[list[str], list[str]]:
    view = make_view(rows, ARRIVED_NAMES, times)
    happened, said = split_times(view, find_triggers(view), find_voices(view, BARE))
    return [t.text for row in happened.values() for t in row], [t.text for row in said.values() for t in row]


def test_a_day_beside_the_saying_dates_the_saying() -> None:
    assert split(ARRIVED, "on Monday") == ([], ["on Monday"])


def test_a_day_under_the_deed_dates_the_deed() -> None:
    rows = ARRIVED.replace("from from ADP 6 case\nRussia Russia PROPN 2 obl", "on on ADP 6 case\nFriday Friday PROPN 2 obl")
    view_rows = rows.replace("on on ADP 12 case\nMonday Monday PROPN 10 obl\n", "")
    names = [name for name in ARRIVED_NAMES if name[0] != "Russia"]
    view = make_view(view_rows, names, ["on Friday"])
    happened, said = split_times(view, find_triggers(view), find_voices(view, BARE))
    assert [t.text for row in happened.values() for t in row] == ["on Friday"]
    assert said == {}


def test_a_dateline_dates_nothing() -> None:
    view = make_view(ARRIVED, ARRIVED_NAMES)
    line = TimePhrase(start=0, stop=8, text="Soldiers", rule="dateline")
    view.times = (line,)
    assert split_times(view, find_triggers(view), find_voices(view, BARE)) == ({}, {})


def phrase(text: str) -> TimePhrase:
    return TimePhrase(start=0, stop=len(text), text=text, rule="drawn")


def anchor(phrase: TimePhrase, tense: str | None) -> Date:
    """«in September» is the next one for what is to come, else the last."""
    edtf = ("2024-09" if tense == "future" else "2023-09") if phrase.text == "in September" else phrase.text
    return make_date(edtf, text=phrase.text, start=phrase.start, end=phrase.stop)


def test_the_narrowest_time_is_chosen() -> None:
    assert narrowest([phrase("2024-09"), phrase("2024-09-03")], anchor) == phrase("2024-09-03")
    assert narrowest([], anchor) is None


@pytest.mark.parametrize(("phase", "edtf"), [("planned", "2024-09"), ("completed", "2023-09")])
def test_a_planned_september_is_not_the_last_one(phase: str, edtf: str) -> None:
    day = date_of([phrase("in September")], anchor, phase=phase, rule="")
    assert day is not None
    assert day.edtf == edtf


def test_what_began_is_open_and_what_runs_to_a_day_is_spanned() -> None:
    begun = date_of([phrase("2024-05-03")], anchor, phase="underway", rule="phase.begin")
    assert begun is not None
    assert begun.edtf == "2024-05-03/.."
    spanned = date_of([phrase("2024-05-03"), phrase("../2024-06-01")], anchor, phase="planned", rule="")
    assert spanned is not None
    assert spanned.edtf == "2024-05-03/2024-06-01"
    assert spanned.latest == date(2024, 6, 1).isoformat()


def test_no_time_no_date() -> None:
    assert date_of([], anchor, phase="completed", rule="") is None


JOINED = """
Soldiers soldier NOUN 2 nsubj
arrived arrive VERB 0 root Tense=Past|VerbForm=Fin
in in ADP 4 case
Belarus Belarus PROPN 2 obl
{mark} {mark} PUNCT 8 punct
the the DET 7 det
minister minister NOUN 8 nsubj
slept sleep VERB 2 parataxis Tense=Past|VerbForm=Fin
on on ADP 10 case
Friday Friday PROPN 8 obl
"""


@pytest.mark.parametrize(("mark", "days"), [(";", []), (":", ["on Friday"])])
def test_a_day_of_a_joined_clause_dates_nothing_before_it_but_after_a_colon(mark: str, days: list[str]) -> None:
    view = make_view(JOINED.format(mark=mark), (("Soldiers", "actor", "x"), ("Belarus", "place", "belarus")), ["on Friday"])
    happened, _ = split_times(view, find_triggers(view), [])
    assert [t.text for row in happened.values() for t in row] == days


CUSTOMS = """
On on ADP 2 case
Friday Friday PROPN 4 obl
customs customs NOUN 4 nsubj
announced announce VERB 0 root Tense=Past|VerbForm=Fin
that that SCONJ 8 mark
Soldiers soldier NOUN 8 nsubj
had have AUX 8 aux
arrived arrive VERB 4 ccomp Tense=Past|VerbForm=Part
"""


def test_a_day_of_the_saying_does_not_date_what_is_said_though_nobody_known_speaks() -> None:
    view = make_view(CUSTOMS, (("Soldiers", "actor", "x"),), ["On Friday"])
    assert split_times(view, find_triggers(view), []) == ({}, {})


def test_a_day_in_the_next_row_of_a_list_dates_nothing_above() -> None:
    view = make_view(JOINED.format(mark=":"), (("Soldiers", "actor", "x"), ("Belarus", "place", "belarus")), ["on Friday"])
    view.text = view.text.replace(": ", ":\n")
    assert split_times(view, find_triggers(view), [])[0] == {}
