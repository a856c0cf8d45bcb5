import pytest

from vedette.knowledge.book import load_knowledge
from vedette.mark.gazetteer import build_gazetteer
from vedette.mark.names import find_names
from vedette.model.marked import Mention
from vedette.resolve.garbles import find_garbles
from vedette.resolve.names import settle_names
from vedette.resolve.spelling import is_one_slip, skeleton

KNOWLEDGE = load_knowledge()
GAZETTEER = build_gazetteer(KNOWLEDGE.things)


def garbles(text: str, lang: str) -> list[tuple[str, str, str]]:
    """(words, first thing, kind of damage)."""
    found = find_garbles(text, lang, find_names(text, lang=lang, gazetteer=GAZETTEER), KNOWLEDGE)
    assert all(text[m.start : m.stop] == m.text and m.repair is not None for m in found)
    return [(m.text, m.things[0] if m.things else "", m.repair.kind if m.repair else "") for m in found]


@pytest.mark.parametrize(
    ("text", "lang", "words", "thing", "kind"),
    [
        ("Crews of the Alexander-M complex left for Russia.", "en", "Alexander-M", "iskander-m", "translation"),
        ("The Point-U missiles were fired by soldiers.", "en", "Point-U", "tochka-u", "translation"),
        ("Belarus put the Hazel missile system on combat duty.", "en", "Hazel", "oreshnik", "translation"),
        ("Russian Dagger missiles were launched from jets.", "en", "Dagger", "kinzhal", "translation"),
        ("The exercise West-2025 of the armed forces began.", "en", "West-2025", "zapad", "translation"),
        ("At the Western Military County.", "en", "Western Military County", "western-military-district", "translation"),
        ("The Iskadner-M launchers came to Belarus.", "en", "Iskadner-M", "iskander-m", "typo"),
        ("At Machulische airfield, an old base.", "en", "Machulische", "machulishchi-airfield", "transliteration"),
        ("Leonid Kosinski of the ministry spoke.", "en", "Leonid Kosinski", "leonid-kasinsky", "transliteration"),
        ("Soldiers trained at Fort Still.", "en", "Fort Still", "fort-sill", "typo"),
        ("Minoborony of Belarus said so.", "en", "Minoborony", "mod-belarus", "transliteration"),
        ("Расчёты комплекса «Александр-М» прибыли.", "ru", "«Александр-М»", "iskander-m", "translation"),
        ("Ракетный комплекс «Лещина» заступил на дежурство в Белоруссии.", "ru", "«Лещина»", "oreshnik", "translation"),
        ("Учение «Штурм Орла» прошло под Брестом.", "ru", "«Штурм Орла»", "eagle-assault", "translation"),
        ("Самолёты прибыли на аэродром Мачулище с базы.", "ru", "Мачулище", "machulishchi-airfield", "transliteration"),
        ("Белорусское Министерство Защиты молчит.", "ru", "Министерство Защиты", "mod-belarus", "translation"),
        ("Разлікі ракетнага комплексу «Іскандара» завяршылі пуск.", "be", "«Іскандара»", "iskander-m", "transliteration"),
        ("Трэніроўка «Атакуючы скол» войскаў пачалася.", "be", "«Атакуючы скол»", "eagle-assault", "typo"),
        ("Комплекси «Олександр-М» і ракети прибули.", "uk", "«Олександр-М»", "iskander-m", "translation"),
        ("Kompleks rakietowy „Aleksander-M” i wyrzutnie.", "pl", "„Aleksander-M”", "iskander-m", "translation"),
        ("Der Raketenkomplex „Haselnuss“ steht in Belarus.", "de", "„Haselnuss“", "oreshnik", "translation"),
    ],
)  # fmt: skip
def test_damaged_names_are_repaired(text: str, lang: str, words: str, thing: str, kind: str) -> None:
    assert (words, thing, kind) in garbles(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("the ministry's telegraph channel said", "en", "telegraph channel"),
        ("через телеграфный канал", "ru", "телеграфный канал"),
        ("у тэлеграфным канале", "be", "тэлеграфным канале"),
        ("na kanale telegraficznym", "pl", "kanale telegraficznym"),
        ("im Telegraphenkanal", "de", "Telegraphenkanal"),
    ],
)
def test_the_telegraph_is_a_channel(text: str, lang: str, words: str) -> None:
    found = find_garbles(text, lang, (), KNOWLEDGE)
    assert [(m.text, m.kind) for m in found] == [(words, "channel")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The Iskander-M crews arrived at the Machulishchi airfield, Lukaschenko and Łukašenka said.", "en"),
        ("Alexander Volkov drives a Hazel car; the dagger lay near Leeds.", "en"),
        ("Alexander Lukashenko spoke of the Oreshnik missiles of Belarus.", "en"),
        ("Aleksander went west, and the point was made at the shield.", "en"),
        ("The exercise west of Minsk involved missiles and troops.", "en"),
        ("Александр Иванов купил лещину и фундук.", "ru"),
        ("Александр Лукашенко говорил о ракетах «Орешник» в Белоруссии.", "ru"),
        ("Учения Западной группы войск прошли под Борисовом.", "ru"),
        ("Генерал Борисова и полковник Баранов из войск приехали на полигон.", "ru"),
        ("Аляксандр Лукашэнка быў у Мачулішчах.", "be"),
        ("Die Panzer rollten nach Petersburg, sagte der General der Truppen.", "de"),
        ("Leszczyna rośnie, a Aleksander śpi.", "pl"),
    ],
)
def test_what_is_right_stays_as_it_is(text: str, lang: str) -> None:
    assert garbles(text, lang) == []


def test_a_wrong_code_page_is_read_again() -> None:
    assert garbles("Ðº Èñêàíäåð", "ru") == [("Èñêàíäåð", "iskander-m", "encoding")]


def test_a_slip_is_one_letter() -> None:
    assert is_one_slip("iskadner", "iskander")
    assert is_one_slip("machulischi", "machulishchi")
    assert is_one_slip("still", "sill")
    assert not is_one_slip("sokol", "sakal")
    assert not is_one_slip("baranov", "maranov")


def test_spellings_of_one_sound_have_one_skeleton() -> None:
    assert skeleton("machulishchi") == skeleton("machulische") == skeleton("maczuliszczy") == skeleton("matschulischi")
    assert skeleton("kosinski") == skeleton("kasinsky")


def mention(things: tuple[str, ...], at: int = 0, kind: str = "actor") -> Mention:
    return Mention(start=at, stop=at + 2, text="xx", kind=kind, things=things)


def test_the_text_decides_or_it_stays_a_doubt() -> None:
    two = ("mod-belarus", "mod-russia")
    (kept,), doubts = settle_names((mention(two),), text="xx in Belarus", lang="en")
    assert kept.things[0] == "mod-belarus"
    assert doubts == ()
    _, doubts = settle_names((mention(two),), text="xx in Belarus and Russia", lang="en", document="d-1")
    assert [(doubt.document, doubt.choices) for doubt in doubts] == [("d-1", two)]


def test_what_the_text_names_outright_goes_first() -> None:
    both, doubts = settle_names(
        (mention(("mod-belarus", "mod-russia")), mention(("mod-russia",), at=9)), text="xx, Russia, Belarus", lang="en"
    )
    assert both[0].things == ("mod-russia", "mod-belarus")
    assert doubts == ()


def test_a_place_with_its_state_is_no_choice() -> None:
    places = (mention(("minsk", "state-BY"), kind="place"),)
    assert settle_names(places, text="xx", lang="en") == (places, ())
