import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.knowledge.book import load_knowledge
from vedette.lang.naming import fold_token, inflect, read_naming, spellings_for
from vedette.mark.gazetteer import build_gazetteer
from vedette.mark.names import find_names
from vedette.model.marked import Mention

GAZETTEER = build_gazetteer(load_knowledge().things)


def names(text: str, lang: str) -> tuple[Mention, ...]:
    return find_names(text, lang=lang, gazetteer=GAZETTEER)


def things(text: str, lang: str) -> list[str]:
    return [mention.things[0] if mention.things else "-" for mention in names(text, lang)]


@pytest.mark.parametrize(
    ("word", "lang", "form"),
    [
        ("Мачулишчи", "ru", "мачулишчах"),
        ("Осиповичи", "ru", "осиповичами"),
        ("Хренин", "ru", "хренина"),
        ("Лукашэнка", "be", "лукашэнкі"),
        ("Брэст", "be", "брэсце"),
        ("Брест", "ru", "брестом"),
        ("Warszawa", "pl", "warszawie"),
        ("Łukaszenka", "pl", "lukaszence"),
        ("Brześć", "pl", "brzesciem"),
        ("Іскандер", "uk", "іскандерами"),
    ],
)
def test_case_forms(word: str, lang: str, form: str) -> None:
    assert form in inflect(word, read_naming(lang).endings)


def test_acronyms_and_numbers_have_one_form() -> None:
    assert inflect("ЗРК", read_naming("ru").endings) == {"зрк"}
    assert inflect("400", read_naming("ru").endings) == {"400"}


def test_both_orthographies_fold_to_one() -> None:
    assert fold_token("Сьвіслач") == fold_token("Свіслач")
    assert fold_token("Ўладзімер") == fold_token("Уладзімер")
    assert fold_token("Lukashenko’s") == fold_token("Lukashenko")


@pytest.mark.parametrize(
    ("word", "source", "target", "spelt"),
    [
        ("Касинский", "ru", "en", "kasinskiy"),
        ("Лукашенко", "ru", "de", "lukaschenko"),
        ("Лукашэнка", "be", "en", "lukasenka"),
        ("Азараў", "be", "en", "azarau"),
        ("Хренин", "ru", "pl", "chrienin"),
        ("Сирський", "uk", "en", "syrskyi"),
        ("Мачулищи", "ru", "de", "matschulischtschi"),
    ],
)
def test_latin_spellings_by_rule(word: str, source: str, target: str, spelt: str) -> None:
    assert spelt in spellings_for(word, source, target)


@pytest.mark.parametrize("text", ["С-400", "C-400", "С‑400", "С 400", "С400", "С–400", "С\u00a0400"])
def test_a_designation_in_every_dress(text: str) -> None:
    assert things(f"Дивизион {text} развёрнут.", "ru") == ["s-400"]


def test_letters_that_look_the_same_are_repaired() -> None:
    (mention,) = names("Дивизион C-400 развёрнут.", "ru")
    assert mention.repair is not None
    assert (mention.repair.kind, mention.repair.meant) == ("homoglyph", "С-400")
    (mention,) = names("The C-400 crews returned.", "en")
    assert mention.repair is not None
    assert mention.repair.kind == "homoglyph"
    assert names("The S-400 crews returned.", "en")[0].repair is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Hail fell and the beech grew; patriots danced the polonaise.", "en"),
        ("Орешник цветёт, град прошёл, бук засох, тор и бал.", "ru"),
        ("Арэшнік расце, ідзе град.", "be"),
        ("Buk i lipa, polonez i bal.", "pl"),
        ("Die Patrioten tanzten; der Leopard schlief.", "de"),
        ("Dirigent Wagner sang.", "de"),
        ("Опера Вагнера прошла в театре.", "ru"),
    ],
)
def test_common_words_are_no_names(text: str, lang: str) -> None:
    assert [mention for mention in names(text, lang) if mention.kind in ("system", "actor")] == []


@pytest.mark.parametrize(
    ("text", "lang", "thing"),
    [
        ("A Buk missile battery was deployed.", "en", "buk-m2"),
        ("Развёрнут комплекс «Бук».", "ru", "buk-m2"),
        ("Ракетны комплекс «Арэшнік» заступіў на дзяжурства.", "be", "oreshnik"),
        ("Bateria Patriot trafiła do wojska.", "pl", "patriot"),
        ("Eine Batterie Patriot wurde verlegt.", "de", "patriot"),
        ("Наёмники «Вагнера» прибыли.", "ru", "wagner-group"),
    ],
)
def test_the_same_words_with_support_are_names(text: str, lang: str, thing: str) -> None:
    assert thing in things(text, lang)


def test_an_ambiguous_name_counts_where_the_text_names_the_thing_outright() -> None:
    assert things("The Tor-M2 came. Then Tor left.", "en") == ["tor-m2", "tor-m2"]
    assert things("Then Tor left.", "en") == []


@pytest.mark.parametrize(
    ("text", "lang", "thing"),
    [
        ("the Belarusian Ministry of Defence said", "en", "mod-belarus"),
        ("China's defence ministry said", "en", "mod-china"),
        ("Минобороны Польши сообщило", "ru", "mod-poland"),
        ("российский Генштаб сообщил", "ru", "general-staff-russia"),
        ("Міністэрства абароны Расіі паведаміла", "be", "mod-russia"),
        ("Міноборони Литви повідомило", "uk", "mod-lithuania"),
        ("das russische Verteidigungsministerium", "de", "mod-russia"),
        ("Verteidigungsministerium in Minsk", "de", "mod-belarus"),
    ],
)
def test_an_institution_takes_the_country_beside_it(text: str, lang: str, thing: str) -> None:
    assert things(text, lang) == [thing]


def test_an_institution_alone_takes_the_country_of_the_text() -> None:
    text = "МИНСК, 22 апреля. В Россию прибыли гости. Минобороны подтвердило это."
    assert names(text, "ru")[-1].things[0] == "mod-belarus"


def test_places_keep_their_state_beside_them() -> None:
    assert names("Минск молчит.", "ru")[0].things == ("minsk", "state-BY")
    assert names("Belarus is silent.", "en")[0].things == ("belarus", "state-BY")


def test_other_people_of_the_name_are_others() -> None:
    assert things("Viktor Lukashenko, Boris Putin and A. Shoigu came.", "en") == []
    assert things("Игорь Сергеевич Лавров пришёл.", "ru") == []
    assert things("Владимир Владимирович Путин пришёл.", "ru") == ["vladimir-putin"]


def test_an_initial_belongs_to_the_surname_and_a_designation_to_its_system() -> None:
    assert [m.text for m in names("V. Putin came.", "en")] == ["V. Putin"]
    assert [m.text for m in names("It was the Iskander-M.\n\nVladimir Putin came.", "en")] == ["Iskander-M", "Vladimir Putin"]


def test_a_common_surname_needs_its_given_name() -> None:
    assert things("Минобороны США: Остин приехал.", "ru")[-1] != "lloyd-austin"
    assert things("Ллойд Остин приехал. Остин молчит.", "ru") == ["lloyd-austin", "lloyd-austin"]


def test_ukrainian_papers_may_write_two_countries_small() -> None:
    assert [mention.text for mention in names("У росії путін і лукашенко мовчать.", "uk")] == ["росії", "путін", "лукашенко"]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "found"),
    [
        ("служит в 12-й отдельной танковой бригаде", "ru", "actor", "12-й отдельной танковой бригаде"),
        ("soldiers of the 77th Rifle Division left", "en", "actor", "77th Rifle Division"),
        ("заявил генерал-майор Пётр Выдуманный", "ru", "person", "Пётр Выдуманный"),
        ("said Colonel John Example", "en", "person", "John Example"),
        ("landed at Nowhereville airfield", "en", "place", "Nowhereville airfield"),
    ],
)
def test_shapes_name_the_unknown(text: str, lang: str, kind: str, found: str) -> None:
    (mention,) = names(text, lang)
    assert (mention.kind, mention.text, mention.things, mention.how) == (kind, found, (), "shape")


def test_a_country_makes_no_site() -> None:
    assert all(mention.kind != "place" for mention in names("They left a Russian range.", "en"))


WORDS = ["Iskander-M", "«Искандер»", "S-400", "Минобороны", "Belarus", "Лукашенко", "град", "of", ".", "12-й", "бригады", "Minsk"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.sampled_from(["en", "ru", "be", "uk", "pl", "de", "xx"]))
def test_mentions_stand_in_the_text_in_order_without_overlap(text: str, lang: str) -> None:
    last = 0
    for mention in names(text, lang):
        assert last <= mention.start < mention.stop <= len(text)
        assert text[mention.start : mention.stop] == mention.text
        last = mention.stop


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for mention in names(text, "ru"):
        assert text[mention.start : mention.stop] == mention.text


def test_three_hundred_words_are_quick() -> None:
    text = "Расчёты «Искандера» прибыли в Мачулищи, сообщило Минобороны Белоруссии на этой неделе. " * 27
    names(text, "ru")
    began = time.perf_counter()
    names(text, "ru")
    assert time.perf_counter() - began < 0.1
