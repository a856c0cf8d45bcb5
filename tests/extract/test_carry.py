"""The day and the channel of a speaker's first words hold for his next ones."""

from tests.extract.making import day, make_claim, said_by
from vedette.extract.carry import carry_sayings, speaker_of

TEXT = "One is said. Two is said.\n\nThree is said."
DATED = make_claim("One is said.", 0, said_by=said_by("viktor-khrenin", channel="telegram"), said_on=day("2024-05-03"))


def test_his_next_words_have_the_day_and_channel_of_the_first() -> None:
    _, later = carry_sayings([DATED, make_claim("Two is said.", 13, said_by=said_by("viktor-khrenin"))], TEXT)
    assert later.said_on == DATED.said_on
    assert later.said_by[0].channel == "telegram"


def test_another_speaker_has_neither() -> None:
    _, later = carry_sayings([DATED, make_claim("Two is said.", 13, said_by=said_by("mod-russia"))], TEXT)
    assert later.said_on is None
    assert later.said_by[0].channel is None


def test_a_day_of_its_own_stays() -> None:
    own = make_claim("Two is said.", 13, said_by=said_by("viktor-khrenin"), said_on=day("2024-05-04"))
    assert carry_sayings([DATED, own], TEXT)[1].said_on == own.said_on


def test_background_in_a_further_paragraph_is_another_day() -> None:
    third = TEXT.index("Three")
    told, retold = (
        make_claim("Three is said.", third, said_by=said_by("viktor-khrenin"), background=background)
        for background in (False, True)
    )
    assert carry_sayings([DATED, told], TEXT)[1].said_on == DATED.said_on
    assert carry_sayings([DATED, retold], TEXT)[1].said_on is None


def test_an_agency_is_no_channel_of_the_next_words() -> None:
    agency = make_claim("One is said.", 0, said_by=said_by("belta", channel="agency"))
    assert carry_sayings([agency, make_claim("Two is said.", 13, said_by=said_by("belta"))], TEXT)[1].said_by[0].channel is None


def test_the_innermost_known_claimant_speaks() -> None:
    chain = said_by("belta") + said_by("mod-belarus") + said_by(None)
    assert speaker_of(make_claim("x", said_by=chain)) == "mod-belarus"
    assert speaker_of(make_claim("x")) is None
