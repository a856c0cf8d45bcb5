"""Where the information of a report comes from: its root, or the one claimant that it rests on."""

import msgspec
import pytest

from tests.trace.making import MACHULISHCHI, Traced, by_document, claim, day, document
from tests.trace.story import CREWS, retelling, tell_story


@pytest.fixture(scope="module")
def story() -> Traced:
    return Traced(*tell_story())


def test_all_reports_of_the_post_have_its_origin(story: Traced) -> None:
    children = ("post", "wire", "ru", "pl", "padded", "brief")
    assert len({story.origin[name] for name in children}) == 1
    assert story.origin["post"] is not None
    assert story.label["pl"] == "Mod-Belarus channel, 2023-04-22"


def test_an_older_statement_of_the_same_ministry_is_another_origin(story: Traced) -> None:
    assert story.origin["older"] not in (None, story.origin["post"])


def test_two_outlets_that_cite_one_ministry_have_one_origin_outside_the_casebook() -> None:
    homes = [document("east", published="2023-04-22", lang="ru"), document("west", published="2023-04-23", lang="de")]
    claims = [
        msgspec.structs.replace(told, said_on=day("2023-04-22"))
        for home in homes
        for told in retelling(home, by="mod-belarus", channel="telegram")
    ]
    traced = Traced(homes, by_document(*claims))
    assert traced.origin["east"] == traced.origin["west"] is not None
    assert traced.label["east"] == "mod-belarus, telegram, 2023-04-22 (not in the casebook)"
    assert traced.edges == {}


def test_voices_of_equal_weight_that_are_many_make_no_origin() -> None:
    home = document("survey", published="2023-07-21")
    claims = [
        claim(home, n, "training", who=CREWS, place=("brest-range", "BY"), by=by)
        for n, by in enumerate(("mod-belarus", "mod-poland", "state-LT", "nato"))
    ]
    assert Traced([home], by_document(*claims)).origin == {"survey": None}


def test_an_unnamed_voice_is_no_origin() -> None:
    home = document("rumour", published="2023-07-21")
    assert Traced([home], by_document(*retelling(home, by="?two officials"))).origin == {"rumour": None}


def test_a_witness_is_an_origin() -> None:
    home = document("spotters", published="2023-04-22", form="blog")
    seen = claim(home, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22", basis="eyewitness")
    assert Traced([home], by_document(seen)).origin["spotters"] is not None


def test_a_document_without_claims_has_no_origin() -> None:
    assert Traced([document("weather", published="2023-04-22")], {}).origin == {"weather": None}
