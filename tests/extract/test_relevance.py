"""A text of armies is read; one that borrows their words is not."""

import pytest

from tests.extract.drawn import mention
from vedette.extract.relevance import is_relevant, weigh_field
from vedette.lang.words import load_words
from vedette.model.marked import Mention

MILITARY = "The defence ministry said that crews of the missile brigade of the armed forces left the airfield. Belarus."
GAME = "The players of the league got a patch: the missile brigade of the faction is out, the coach and fans cheer. Belarus."


@pytest.mark.parametrize(("text", "relevant"), [(MILITARY, True), (GAME, False)])
def test_words_of_the_field_outweigh_those_of_games(text: str, relevant: bool) -> None:
    names = (mention(text, "Belarus", "place", "belarus", "state-BY"),)
    assert is_relevant(text, load_words("en"), names) is relevant


def test_different_words_count_once() -> None:
    assert weigh_field("missile missile missile", load_words("en"))[0] == weigh_field("missile", load_words("en"))[0] == 1


def test_without_anybody_of_the_field_few_words_do_not_do() -> None:
    text = "The crews left the airfield."
    assert not is_relevant(text, load_words("en"), ())


def test_a_name_that_only_statistics_know_makes_no_report_of_the_field() -> None:
    text = "Serikov had prepared a small arms race and sent his cavalry round, and the white army won the exchange."
    person = Mention(start=0, stop=7, text="Serikov", kind="person", things=("alibek-serikov",), how="statistical")
    assert not is_relevant(text, load_words("en"), (person,))


def test_a_numbered_unit_with_named_aircraft_is_of_the_field() -> None:
    text = "The pilots handed the pair over to the 61st Fighter Air Base, to the joy of collectors."
    names = (
        Mention(start=39, stop=60, text="61st Fighter Air Base", kind="actor", how="shape"),
        Mention(start=0, stop=3, text="The", kind="system", things=("su-30sm",), how="gazetteer"),
    )
    assert is_relevant(text, load_words("en"), names)
    assert not is_relevant(text, load_words("en"), names[:1])
