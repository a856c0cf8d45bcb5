"""Places: found by their clues in any case form, resolved by the company that they keep."""

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import KnowledgeError
from vedette.knowledge.places.index import PlaceIndex, fold_name, open_places
from vedette.lang.place_words import read_place_words
from vedette.model.marked import Mention
from vedette.model.text import Document, Doubt
from vedette.model.thing import Thing
from vedette.resolve.place_facts import PlaceFacts, resolve_place
from vedette.resolve.place_names import nominatives_of
from vedette.resolve.place_rank import Company, distance
from vedette.resolve.places import find_places

INDEX = open_places()
RANGE = Thing(id="brest-range", kind="place", name="Brest range", country="BY", precision="site", lat=52.0, lon=23.8)
NOWHERE = Company()


def names_in(text: str, lang: str) -> dict[str, str]:
    return {one.text: one.things[0] for one in find_places(text, lang=lang, known=(), index=INDEX)}


def resolve(
    text: str, name: str, *, lang: str, company: Company = NOWHERE, things: tuple[Thing, ...] = ()
) -> tuple[PlaceFacts | None, Doubt | None]:
    found = [one for one in find_places(text, lang=lang, known=(), index=INDEX) if one.text == name]
    start = text.index(name)
    mention = found[0] if found else Mention(start=start, stop=start + len(name), text=name, kind="place")
    document = Document(key="d-1", id="1", text=text, lang=lang)
    return resolve_place(mention, document, company=company, index=INDEX, knowledge={one.id: one for one in things})


@pytest.mark.parametrize(
    ("lang", "text", "name", "thing"),
    [
        ("ru", "Самолёт приземлился в Мачулищах вечером.", "Мачулищах", "machulishchi"),
        ("ru", "Занятия прошли под Осиповичами.", "Осиповичами", "asipovichy"),
        ("ru", "Накануне в Бресте открыли памятник.", "Бресте", "brest"),
        ("ru", "Встреча в Нижнем Новгороде отменена.", "Нижнем Новгороде", "nizhny-novgorod"),
        ("ru", "Ливни прошли в Брестской области.", "Брестской области", "brest-region"),
        ("be", "Калона спынілася ў Баранавічах.", "Баранавічах", "baranovichi"),
        ("be", "Навучанне ідзе пад Крычавам.", "Крычавам", "krichev"),
        ("be", "Вучэнні ў Брэсцкай вобласці скончыліся.", "Брэсцкай вобласці", "brest-region"),
        ("uk", "Засідання відбулося у Львові.", "Львові", "lviv"),
        ("uk", "Полк стоїть під Рівним.", "Рівним", "rivne"),
        ("pl", "Rozmowy w Mińsku trwały do nocy.", "Mińsku", "minsk"),
        ("pl", "Ćwiczenia pod Brześciem zakończono.", "Brześciem", "brest"),
        ("pl", "Patrole w obwodzie brzeskim.", "obwodzie brzeskim", "brest-region"),
        ("de", "Die Gespräche in Witebsk dauern an.", "Witebsk", "vitebsk"),
        ("en", "Crews were moved to Rostov-on-Don.", "Rostov-on-Don", "rostov-on-don"),
        ("en", "The Kaliningrad region lies west.", "Kaliningrad region", "kaliningrad-region"),
    ],
)
def test_a_name_is_found_in_its_case(lang: str, text: str, name: str, thing: str) -> None:
    assert names_in(text, lang).get(name) == thing


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Вольфович доложил о готовности, Лида промолчала."),
        ("ru", "Учения прошли на полигоне Южного военного округа."),
        ("ru", "Депутаты в Союзе договорились, в Мире неспокойно."),
        ("en", "Wagner and Victoria Alexander spoke in March."),
        ("en", "He trusted in Alexander Lukashenko to decide."),
        ("de", "Sie kamen in Not und in Essen, das kalt war."),
        ("be", "Мінулым летам Саюз вырашыў інакш."),
        ("ru", "брест и минск строчными не названы"),
    ],
)
def test_a_common_word_or_a_person_is_no_place(lang: str, text: str) -> None:
    assert names_in(text, lang) == {}


def test_a_list_of_airfields_shares_its_sort() -> None:
    text = "Працуюць аэрадромы Ліда, Баранавічы і Бабруйск."
    assert names_in(text, "be") == {
        "Ліда": "lida-airfield",
        "Баранавічы": "baranovichi-airfield",
        "Бабруйск": "bobruisk-airfield",
    }


def test_known_mentions_are_left_alone() -> None:
    known = (Mention(start=2, stop=8, text="Минске", kind="place", things=("minsk", "state-BY")),)
    found = find_places("В Минске и Гомеле спокойно.", lang="ru", known=known, index=INDEX)
    assert [one.text for one in found] == ["Гомеле"]


def test_the_airfield_has_its_point() -> None:
    facts, doubt = resolve("Экипаж сел на аэродром Мачулищи.", "Мачулищи", lang="ru")
    assert facts is not None
    assert doubt is None
    assert (facts.thing, facts.country, facts.precision) == ("machulishchi-airfield", "BY", "site")
    assert facts.lat == pytest.approx(53.7733, abs=0.001)
    assert facts.lon == pytest.approx(27.58, abs=0.001)


def test_the_country_in_question_decides() -> None:
    text = "Vehicles were seen in Brest on Monday."
    here, there = (resolve(text, "Brest", lang="en", company=Company(code))[0] for code in ("BY", "FR"))
    assert here is not None
    assert there is not None
    assert (here.thing, here.country, there.country) == ("brest", "BY", "FR")


def test_the_company_decides() -> None:
    text = "Знаменск"
    far = resolve(text, text, lang="ru", company=Company(points=((46.35, 48.04),)))[0]
    near = resolve(text, text, lang="ru", company=Company(points=((54.7, 20.5),)))[0]
    assert far is not None
    assert near is not None
    assert far.lon == pytest.approx(45.73, abs=0.1)
    assert near.lon == pytest.approx(21.23, abs=0.1)


def test_names_of_many_places_leave_a_doubt_with_its_choices() -> None:
    doubt = resolve("Сергеевка", "Сергеевка", lang="ru")[1]
    assert doubt is not None
    assert len(doubt.choices) >= 2
    assert len({INDEX.find_thing(thing) for thing in doubt.choices}) == len(doubt.choices)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The drill opened at a range near Brest.", "Brest"),
        ("ru", "Под Брестом началась совместная тренировка.", "Брестом"),
        ("ru", "На Брестском полигоне тихо.", "Брестском"),
        ("be", "Стральбы ідуць на палігоне «Брэсцкі».", "Брэсцкі"),
        ("pl", "Na poligonie pod Brześciem trwają strzelania.", "Brześciem"),
    ],
)
def test_a_known_site_stands_behind_its_town(lang: str, text: str, name: str) -> None:
    facts, _ = resolve(text, name, lang=lang, things=(RANGE,))
    assert facts is not None
    assert (facts.thing, facts.precision) == ("brest-range", "site")


def test_an_unknown_site_near_a_town_is_the_town() -> None:
    facts, _ = resolve("Стрельбы идут на полигоне под Борисовом.", "Борисовом", lang="ru")
    assert facts is not None
    assert (facts.thing, facts.country, facts.precision) == ("borisov", "BY", "locality")


def test_a_name_that_is_nowhere_is_a_doubt() -> None:
    facts, doubt = resolve("Они вышли к Зюзюкинску.", "Зюзюкинску", lang="ru")
    assert facts is None
    assert doubt is not None
    assert doubt.text == "Зюзюкинску"


def test_words_that_tell_a_country_give_it() -> None:
    facts, _ = resolve("Учёба шла на российской базе.", "российской базе", lang="ru")
    assert facts is not None
    assert (facts.thing, facts.country, facts.precision) == (None, "RU", "country")


@pytest.mark.parametrize(
    ("lang", "text", "name", "country"),
    [
        ("en", "They trained at a training ground in southern Russia.", "a training ground", "RU"),
        ("ru", "Учёба шла на полигоне в Казахстане.", "полигоне", "KZ"),
        ("en", "They left the range, Russia said.", "the range", None),
        ("ru", "Они закрыли границу, Польша молчит.", "границу", None),
    ],
)
def test_a_description_takes_the_country_that_follows(lang: str, text: str, name: str, country: str | None) -> None:
    start = text.index(name)
    mention = Mention(start=start, stop=start + len(name), text=name, kind="place", how="description")
    document = Document(key="d-1", id="1", text=text, lang=lang)
    facts, doubt = resolve_place(mention, document, company=NOWHERE, index=INDEX, knowledge={})
    assert (facts.country if facts else None) == country
    assert (doubt is None) == (country is not None)


def test_opening_and_asking_are_quick() -> None:
    start = time.perf_counter()
    index = open_places()
    assert index.find_named("Гомель")[0].thing == "gomel"
    assert time.perf_counter() - start < 0.3
    index.close()


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="missing"):
        PlaceIndex(tmp_path / "nothing.sqlite")
    sqlite3.connect(tmp_path / "other.sqlite").execute("PRAGMA user_version = 99").connection.close()
    with pytest.raises(KnowledgeError, match="format 99"):
        PlaceIndex(tmp_path / "other.sqlite")


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.sampled_from(["ru", "be", "uk", "pl"]), st.text("абвгдежіклмнопрст", min_size=3, max_size=9), st.data())
def test_every_case_form_leads_back_to_its_nominative(lang: str, stem: str, data: st.DataObject) -> None:
    words = read_place_words(lang)
    assert words is not None
    oblique, nominative = data.draw(st.sampled_from(words.endings))
    assert stem + nominative in nominatives_of(stem + oblique, words)


def test_distance_is_along_the_great_circle() -> None:
    assert distance((53.9, 27.57), (55.75, 37.62)) == pytest.approx(676, rel=0.02)
