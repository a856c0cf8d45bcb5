"""Laws of extraction, and stories that coders of events are known to get wrong, read through the real pipelines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.lang.words import fold
from vedette.model.claim import KINDS, PHASES, ROLES, Claim, Reading
from vedette.model.key import key_of_document
from vedette.model.text import Document
from vedette.pipeline import open_tools, read_document

PIECES = {
    "en": [
        "Crews of the Iskander-M completed training in Russia on 3 May, the Ministry of Defence of Belarus said.",
        "Russian troops arrived in Belarus, BelTA reported, citing the Defence Ministry.",
        "Khrenin denied that Russia had deployed nuclear weapons.",
        "This was reported by Reuters on Monday.",
        "In his words, up to 9,000 soldiers will take part in the exercise.",
        "Previously, Reuters said that the S-400 had gone on combat duty;",
        "It underscores a steadfast partnership.",
    ],
    "ru": [
        "Расчёты «Искандер-М» завершили подготовку в России 3 мая, сообщило Минобороны Белоруссии.",
        "Российские военные прибыли в Белоруссию, сообщает БелТА со ссылкой на Минобороны.",
        "Хренин опроверг, что Россия разместила ядерное оружие.",
        "Об этом в понедельник сообщило агентство Reuters.",
        "По его словам, в учении примут участие до 9 тысяч военных.",
    ],
    "be": [
        "Разлікі «Іскандэр-М» завяршылі падрыхтоўку ў Расіі 3 траўня, паведаміла Міністэрства абароны Беларусі.",
        "Расійскія вайскоўцы прыбылі ў Беларусь, паведамляе БелТА.",
        "Хрэнін абверг, што Расія размясціла ядзерную зброю.",
        "Пра гэта паведаміла агенцтва Reuters.",
    ],
}
GAPS = (" ", "\n", "\n\n", "  ", "\u00a0", " – ", "😀 ", "\ufeff")
OUTLETS = ("BelTA", "БелТА", "Reuters", "The Reuters Agency", "Минобороны Белоруссии")


def read(text: str, *, lang: str = "en", published: str | None = "2024-05-15", outlet: str | None = None) -> Reading:
    key = key_of_document("d", text, url=None, source=None)
    document = Document(key=key, id="d", text=text, lang=lang, published=published, outlet=outlet)
    return read_document(document, open_tools()).reading


def stretches(claim: Claim) -> list[tuple[str, int, int]]:
    found = [(claim.sentence, claim.start, claim.end)]
    found += [(one.text, one.start, one.end) for one in claim.participants]
    found += [(one.text, one.start, one.end) for one in claim.systems]
    found += [(one.text, one.start, one.end) for one in claim.quantities]
    found += [(one.text, one.start, one.end) for one in claim.said_by]
    found += [(one.text, one.start, one.end) for one in (*claim.identifiers, *claim.also)]
    found += [(one.text, one.start, one.end) for one in (claim.place, claim.origin_place) if one]
    found += [(one.text, one.start, one.end) for one in (claim.date, claim.said_on) if one]
    return found


def check_reading(text: str, reading: Reading) -> None:
    for claim in reading.claims:
        assert claim.kind in KINDS
        assert claim.phase in PHASES
        assert {part.role for part in claim.participants} <= set(ROLES)
        for words, start, end in stretches(claim):
            assert text[start:end] == words
        assert claim.hedge is None or claim.hedge in claim.sentence
    assert all(text[one.start : one.end] == one.text for one in reading.commentary)
    assert len({claim.claim for claim in reading.claims}) == len(reading.claims)


@st.composite
def told(draw: st.DrawFn) -> tuple[str, str]:
    """A text of pieces in any order with anything between, and its language."""
    lang = draw(st.sampled_from(sorted(PIECES)))
    pieces = draw(st.lists(st.sampled_from(PIECES[lang]), min_size=1, max_size=5))
    text = ""
    for piece in pieces:
        text += piece[draw(st.integers(0, 3)) :] + draw(st.sampled_from(GAPS)) + draw(st.text(max_size=3))
    return text, lang


@given(told())
@settings(max_examples=60, deadline=None)
def test_every_text_of_a_claim_stands_at_its_offsets_and_reading_twice_gives_the_same(case: tuple[str, str]) -> None:
    text, lang = case
    reading = read(text, lang=lang)
    check_reading(text, reading)
    assert read(text, lang=lang) == reading


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_at_all_is_read_without_harm(text: str) -> None:
    check_reading(text, read(text))


def names_outlet(words: str, outlet: str) -> bool:
    name = fold(words).strip("«»\"„“' ")
    return name in fold(outlet) or fold(outlet) in name


@given(told(), st.sampled_from(OUTLETS))
@settings(max_examples=60, deadline=None)
def test_the_outlet_is_never_the_claimant_of_its_own_report(case: tuple[str, str], outlet: str) -> None:
    text, lang = case
    for claim in read(text, lang=lang, outlet=outlet).claims:
        assert not [one.text for one in claim.said_by if names_outlet(one.text, outlet)]


def test_the_laws_do_meet_claims() -> None:
    for lang, pieces in PIECES.items():
        reading = read(" ".join(pieces), lang=lang)
        assert len(reading.claims) >= 3, lang
        assert any(claim.said_by for claim in reading.claims)
        speakers = {one.text for claim in reading.claims for one in claim.said_by}
        assert any(names_outlet(words, outlet) for words in speakers for outlet in OUTLETS), lang


# --- what coders of events are known to get wrong ---


def only_claim(text: str, *, lang: str = "en") -> Claim:
    (claim,) = read(text, lang=lang).claims
    return claim


def test_a_denied_deployment_is_a_denial_by_its_denier() -> None:
    claim = only_claim("Khrenin denied that Russia had deployed nuclear weapons.")
    assert (claim.kind, claim.polarity) == ("deployment", "denied")
    assert [one.thing for one in claim.said_by] == ["viktor-khrenin"]
    assert [(p.thing, p.role) for p in claim.participants] == [("state-RU", "performer")]


def test_who_says_it_did_not_do_it() -> None:
    claim = only_claim("According to Ukrainian officials, Russian forces fired a missile near Minsk.")
    assert [one.text for one in claim.said_by] == ["Ukrainian officials"]
    assert [(p.thing, p.role) for p in claim.participants] == [("armed-forces-russia", "performer")]
    assert claim.place is not None
    assert claim.place.text == "Minsk"
    assert not any(p.role == "target" for p in claim.participants)


def test_a_planned_september_is_the_next_one() -> None:
    claim = only_claim("The exercise Union Shield will take place in Belarus in September, the Defence Ministry of Belarus said.")
    assert claim.phase == "planned"
    assert claim.date is not None
    assert claim.date.edtf == "2024-09"


@pytest.mark.parametrize("published", ["2024-05-15", None])
def test_a_saturday_in_late_april_is_no_invented_day(published: str | None) -> None:
    text = "Crews of the Iskander-M arrived at the Machulishchi airfield on a Saturday in late April, Belarusian soldiers said."
    dates = [claim.date for claim in read(text, published=published).claims]
    assert dates
    for date in dates:
        assert date is not None
        assert date.text == "on a Saturday in late April"
        assert date.edtf is None or len(date.edtf.rstrip("~")) == len("2024-04")


def test_a_month_is_no_first_or_second_day() -> None:
    claim = only_claim("Ukrainian pilots completed training on the F-16 in April 2024, the Danish Ministry of Defence said.")
    assert claim.date is not None
    assert (claim.date.edtf, claim.date.earliest, claim.date.latest) == ("2024-04", "2024-04-01", "2024-04-30")


def test_the_day_of_the_saying_dates_no_occurrence() -> None:
    claim = only_claim("Crews of the Iskander-M completed training in Russia, the Ministry of Defence of Belarus said on Monday.")
    assert claim.date is None
    assert claim.said_on is not None
    assert claim.said_on.edtf == "2024-05-13"


def test_a_joint_exercise_of_two_says_both_and_a_national_one_is_no_conflict() -> None:
    joint = only_claim(
        "Совместное учение белорусских военных и бойцов «Вагнера» началось под Брестом, сообщило Минобороны.", lang="ru"
    )
    assert {p.role for p in joint.participants} == {"performer"}
    assert len(joint.participants) == 2
    national = only_claim(
        "Учение территориальных войск проходит в Брестской области, сообщили в Минобороны Белоруссии.", lang="ru"
    )
    assert (national.kind, national.phase) == ("exercise", "underway")


def test_a_damaged_name_is_still_a_system() -> None:
    text = (
        "Crews assigned to the Alexander-M missile complex completed training in Russia, the Ministry of Defence of Belarus said."
    )
    claim = only_claim(text)
    assert [(s.thing, s.text, s.repaired) for s in claim.systems] == [("iskander-m", "Alexander-M", "translation")]


def test_every_claim_names_its_rules_and_its_maker() -> None:
    claim = only_claim("Khrenin denied that Russia had deployed nuclear weapons.")
    assert {"deployment.verb", "polarity.deny", "voice.deny"} <= set(claim.why)
    assert claim.made_by.startswith("vedette ")
