"""Background and commentary stand beside the news."""

import pytest

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, make_view, only_trigger
from tests.extract.making import day
from vedette.extract.asides import decide_background, is_commentary, is_old, is_padding, tells_nothing
from vedette.extract.view import View
from vedette.lang.words import load_words
from vedette.model.marked import Sentence

EVALUATING = "This underscores the steadfast partnership and reflects a deepening bond."


def plain(text: str) -> View:
    return View(Sentence(0, len(text)), text, load_words("en"), mentions=(), times=())


@pytest.mark.parametrize(
    ("edtf", "old"),
    [("2024-05-14", False), ("2024-05-01", True), ("2024-05", False), ("2022-12", True), ("2024-05-01/..", False)],
)
def test_more_than_a_week_before_the_report_is_old(edtf: str, old: bool) -> None:
    assert is_old(day(edtf), "2024-05-15") is old
    assert not is_old(day(edtf), None)


def background(rows: str, **fields: object) -> tuple[bool, str]:
    view = make_view(rows, ARRIVED_NAMES)
    given = {"happened": None, "said": None, "published": "2024-05-15", "has_voice": True, **fields}
    return decide_background(view, only_trigger(view), **given)  # type: ignore[arg-type]


def test_the_news_itself_is_no_background() -> None:
    assert background(ARRIVED) == (False, "")


def test_old_days_and_words_of_the_past_make_background() -> None:
    assert background(ARRIVED, happened=day("2024-02")) == (True, "background.happened_long_ago")
    assert background(ARRIVED, said=day("2022-12")) == (True, "background.said_long_ago")
    earlier = ARRIVED.replace(
        "Soldiers soldier NOUN 2 nsubj", "Previously previously ADV 3 advmod\nSoldiers soldier NOUN 3 nsubj"
    )
    rows = [row.split() for row in earlier.strip().splitlines()]
    shifted = [" ".join([*r[:3], str(int(r[3]) + 1) if n > 1 and int(r[3]) else r[3], *r[4:]]) for n, r in enumerate(rows)]
    assert background("\n".join(shifted)) == (True, "background.cue")


def test_the_pluperfect_counts_where_nobody_speaks() -> None:
    rows = """
        Soldiers soldier NOUN 3 nsubj
        had have AUX 3 aux
        arrived arrive VERB 0 root Tense=Past
        from from ADP 5 case
        Russia Russia PROPN 3 obl
        Belarus Belarus PROPN 3 obl
        ministry ministry NOUN 3 obl
    """
    assert background(rows, has_voice=False) == (True, "background.pluperfect")
    assert background(rows, has_voice=True) == (False, "")


def test_a_sentence_of_evaluating_words_is_commentary() -> None:
    view = plain(EVALUATING)
    assert is_commentary(view, has_claims=False, form=None, has_voice=False)
    assert is_padding(view, [])


def test_a_claim_a_heading_and_a_plain_fact_are_none() -> None:
    assert not is_commentary(plain(EVALUATING), has_claims=True, form=None, has_voice=False)
    assert not is_commentary(plain(EVALUATING.rstrip(".")), has_claims=False, form=None, has_voice=False)
    assert not is_commentary(plain("It was the 3rd of 14 trains."), has_claims=False, form="newspaper", has_voice=False)
    assert not is_padding(make_view(ARRIVED, ARRIVED_NAMES), [])


def test_only_forms_that_argue_are_taken_to_comment() -> None:
    opinion = plain("Nobody can tell what they are after.")
    assert is_commentary(opinion, has_claims=False, form="newspaper", has_voice=False)
    assert not is_commentary(opinion, has_claims=False, form="agency", has_voice=False)


@pytest.mark.parametrize(("mark", "expected"), [("?", True), (".", False)])
def test_a_question_claims_nothing(mark: str, expected: bool) -> None:
    rows = f"""
        What what PRON 2 nsubj
        left leave VERB 0 root
        {mark} {mark} PUNCT 2 punct
    """
    assert tells_nothing(make_view(rows)) is expected
