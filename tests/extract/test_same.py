"""One occurrence told twice in a text is one claim."""

import pytest

from tests.extract.making import day, make_claim, performed_by, placed, said_by, with_systems
from vedette.extract.same import is_same, is_told_again, merge_told_twice

FIRST = make_claim(
    "They trained.",
    participants=performed_by("armed-forces-belarus"),
    systems=with_systems("iskander-m"),
    said_by=said_by("mod-belarus"),
)


def test_two_words_of_one_sentence_are_joined_in_the_fuller() -> None:
    other = make_claim(
        "They trained.", claim="c-2", place=placed("brest"), date=day("2024-05-03"), said_by=said_by("mod-belarus")
    )
    (joined,) = merge_told_twice([FIRST, other])
    assert joined.claim == FIRST.claim
    assert joined.participants == FIRST.participants
    assert joined.place == other.place
    assert joined.date == other.date


def test_two_doers_of_one_sentence_are_two_claims() -> None:
    other = make_claim(
        "They trained.", 0, participants=performed_by("armed-forces-russia"), said_by=said_by("mod-belarus"), claim="c-2"
    )
    assert not is_same(FIRST, other)


@pytest.mark.parametrize(
    "change",
    [
        {"phase": "planned"},
        {"polarity": "denied"},
        {"kind": "exercise"},
        {"said_by": said_by("mod-russia")},
    ],
)
def test_another_phase_polarity_kind_or_claimant_is_another_claim(change: dict[str, object]) -> None:
    other = make_claim("They trained.", 0, **{"said_by": said_by("mod-belarus"), **change})
    assert not is_same(FIRST, other)
    assert len(merge_told_twice([FIRST, other])) == 2


def test_two_places_and_two_days_are_two_occurrences() -> None:
    here, there = (make_claim("They trained.", place=placed(place)) for place in ("brest", "gomel"))
    assert not is_same(here, there)
    assert not is_same(make_claim("They trained.", date=day("2024-05-03")), make_claim("They trained.", date=day("2024-05-04")))


def test_a_later_sentence_that_adds_nothing_is_kept_beside_the_first() -> None:
    later = make_claim("The training is over.", 50, participants=performed_by("armed-forces-belarus"))
    (told,) = merge_told_twice([FIRST, later])
    assert [(also.text, also.start, also.end) for also in told.also] == [("The training is over.", 50, 71)]


@pytest.mark.parametrize(
    "news",
    [
        {"date": day("2024-05-03")},
        {"hedge": "reportedly"},
        {"place": placed("brest")},
        {"systems": with_systems("s-400")},
        {"participants": performed_by("armed-forces-russia")},
        {"said_by": said_by("mod-russia")},
    ],
)
def test_a_later_sentence_with_news_is_a_claim_of_its_own(news: dict[str, object]) -> None:
    later = make_claim("The training is over.", 50, **news)
    assert not is_told_again(FIRST, later)
    assert len(merge_told_twice([FIRST, later])) == 2
