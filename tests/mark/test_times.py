"""What counts as a time expression, with which words, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.lang.times import load_time_words
from vedette.mark.times import find_times

LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")


def words_of(text: str, lang: str) -> list[str]:
    return [phrase.text for phrase in find_times(text, lang=lang)]


def rules_of(text: str, lang: str) -> list[str]:
    return [phrase.rule for phrase in find_times(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "They landed on Saturday, April 22, and left.", ["on Saturday, April 22"]),
        ("en", "It ran from 16 to 24 July and again in late 2022.", ["from 16 to 24 July", "in late 2022"]),
        ("en", "It was said on 14 April; it ends within a week.", ["on 14 April", "within a week"]),
        ("ru", "Сегодня, в субботу, 22 апреля, личный состав прибыл.", ["Сегодня, в субботу, 22 апреля"]),
        ("ru", "В начале месяца, с 1 по 6 сентября, шло учение.", ["В начале месяца", "с 1 по 6 сентября"]),
        ("be", "Летась, у верасні, праходзіла вучэнне.", ["Летась, у верасні"]),
        ("be", "Сховішча мае быць гатова да 1 ліпеня.", ["да 1 ліпеня"]),
        ("uk", "Обстановка станом на 18:00 22 квітня.", ["станом на 18:00 22 квітня"]),
        ("pl", "Umowę w lutym 2019 r. zawarto.", ["w lutym 2019 r."]),
        ("de", "In der Nacht vom 28. auf den 29. April zog sie ab.", ["In der Nacht vom 28. auf den 29. April"]),
    ],
)
def test_the_words_are_those_that_an_annotator_would_quote(lang: str, text: str, words: list[str]) -> None:
    assert words_of(text, lang) == words


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A two-week course, five years of service, for three days."),
        ("en", "Zapad-2025, F-16, S-400, 2S7, 25-20, page 22, 500 km, 1,500 men."),
        ("en", "He may march; Theresa May and April Jones watched the fall of the city."),
        ("en", "In fiscal 2023 and in the 2022/23 season."),
        ("ru", "Учение «Запад-2025», СНВ-III, в течение недели, пять лет, до 2000 военных, недавно."),
        ("ru", "В 2023 учебном году; Марта пришла; военная среда."),
        ("be", "Мая краіна мае войска; люты мароз; вучэнне «Захад-2025»; нядаўна."),
        ("pl", "Maja przyszła do 16. Dywizji; wkrótce; dwa tygodnie."),
        ("de", "Die 2000 Soldaten der 16. Division; zwei Wochen lang; seit Monaten."),
    ],
)
def test_durations_names_and_vague_words_are_no_dates(lang: str, text: str) -> None:
    assert words_of(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "MINSK, Dec 6 (North Wire) — A treaty was signed."),
        ("en", "Minsk, April 22 (North Wire) — A treaty was signed."),
        ("ru", "МИНСК, 22 апреля. /Меридиан/. Расчёты вернулись."),
        ("ru", "22 апреля, Минск /Корр. Меридиан/. Расчёты вернулись."),
        ("be", "МІНСК, 22 красавіка. /Нёман/. Разлікі вярнуліся."),
        ("pl", "MIŃSK, 22 kwietnia. Załogi wróciły."),
    ],
)
def test_a_dateline_says_so(lang: str, text: str) -> None:
    assert [rule.split(".")[0] for rule in rules_of(text, lang)] == ["dateline"]


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    assert rules_of("In Minsk, on 22 April, they met.", "en") == ["in.day_month"]
    assert rules_of("The crews left Minsk, April 22, for home.", "en") == ["bare.month_day"]


def test_parts_are_normalised() -> None:
    (phrase,) = find_times("in late April 2023", lang="en")
    assert dict(phrase.parts) == {"edge": "late", "month": "4", "year": "2023"}
    (phrase,) = find_times("до 1 июля", lang="ru")
    assert dict(phrase.parts) == {"relation": "until", "day": "1", "month": "7"}


def test_a_paragraph_ends_a_phrase() -> None:
    assert words_of("They came in April\n\n2023 was warm.", "en") == ["in April"]
    assert words_of("They came on 22\nApril 2023.", "en") == ["on 22\nApril 2023"]


def test_a_language_without_words_reads_digits_only() -> None:
    assert words_of("Ils sont venus le 2023-04-22, samedi 22 avril.", "fr") == ["2023-04-22"]
    assert load_time_words("fr").forms == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_all_months_and_days(lang: str) -> None:
    forms = [form for rows in load_time_words(lang).forms.values() for form in rows]
    assert {form.value for form in forms if form.group == "months"} == {str(n) for n in range(1, 13)}
    assert {form.value for form in forms if form.group == "weekdays"} == {str(n) for n in range(1, 8)}
    assert {form.value for form in forms if form.group == "seasons"} == {"21", "22", "23", "24"}
    assert {form.value for form in forms if form.group == "which"} >= {"-1", "0", "1"}


WORDS = ["on", "22", "April", "2023", ",", "last", "Saturday", "from", "to", "-", "night", "\n", "x", "week", "."]
PIECES = st.lists(st.sampled_from(WORDS))


@given(PIECES)
def test_phrases_stand_in_order_at_their_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for phrase in find_times(text, lang="en"):
        assert last <= phrase.start < phrase.stop
        assert text[phrase.start : phrase.stop] == phrase.text
        last = phrase.stop
