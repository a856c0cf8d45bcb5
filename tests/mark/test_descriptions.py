"""What a noun phrase asks for: its extent, its sort, the countries and names in it."""

import pytest

from vedette.lang.demonyms import read_demonyms
from vedette.lang.phrases import read_phrases, read_rows, read_sorts
from vedette.mark.descriptions import find_descriptions
from vedette.model.marked import Mention

LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")


def find(text: str, lang: str, names: tuple[Mention, ...] = ()) -> list[tuple[str, str, tuple[str, ...]]]:
    found = find_descriptions(text, words=read_phrases(lang), countries=read_demonyms(lang), names=names)
    return [(one.text, one.description.sort, one.description.countries) for one in found if one.description]


def name(text: str, words: str, kind: str, thing: str) -> Mention:
    start = text.index(words)
    return Mention(start=start, stop=start + len(words), text=words, kind=kind, things=(thing,))


@pytest.mark.parametrize(
    ("lang", "text", "phrase", "sort", "countries"),
    [
        ("en", "Kazakh paratroopers landed.", "Kazakh paratroopers", "airborne", ("KZ",)),
        ("en", "He met Iran's foreign minister there.", "Iran's foreign minister", "foreign-minister", ("IR",)),
        ("en", "the general staff of Ukraine said", "the general staff of Ukraine", "staff", ("UA",)),
        ("en", "They live on Polish soil.", "Polish soil", "territory", ("PL",)),
        ("en", "the presidents of China and Iran met", "the presidents of China and Iran", "president", ("CN", "IR")),
        ("ru", "прибыли около двухсот иранских инструкторов", "около двухсот иранских инструкторов", "trainers", ("IR",)),
        ("ru", "заявил министр обороны Казахстана", "министр обороны Казахстана", "defence-minister", ("KZ",)),
        ("be", "паведаміў украінскі генштаб", "украінскі генштаб", "staff", ("UA",)),
        ("uk", "польські військовослужбовці прибули", "польські військовослужбовці", "crews", ("PL",)),
        ("pl", "żołnierze z Korei Północnej ćwiczą", "żołnierze z Korei Północnej", "crews", ("KP",)),
        ("pl", "według strony chińskiej", "strony chińskiej", "side", ("CN",)),
        ("de", "russische Soldaten üben", "russische Soldaten", "crews", ("RU",)),
    ],
)
def test_extent_sort_and_country(lang: str, text: str, phrase: str, sort: str, countries: tuple[str, ...]) -> None:
    assert (phrase, sort, countries) in find(text, lang)


def test_a_way_is_no_owner() -> None:
    assert ("soldiers from Mali", "crews", ("ML",)) in find("soldiers from Mali train here", "en")
    assert ("The soldiers", "crews", ()) in find("The soldiers from Mali returned yesterday", "en")
    assert ("The crews", "crew", ()) in find("The crews in Russia are tired", "en")


def test_a_post_before_its_holder_is_left_to_the_name() -> None:
    text = "said the defence minister, General Ivan Petrov, and the president"
    holder = name(text, "Ivan Petrov", "person", "ivan-petrov")
    assert [phrase for phrase, _, _ in find(text, "en", (holder,))] == ["the defence minister", "the president"]
    beside = "said defence minister Ivan Petrov"
    assert find(beside, "en", (name(beside, "Ivan Petrov", "person", "ivan-petrov"),)) == []


def test_a_system_word_beside_its_name_is_left_to_the_name() -> None:
    text = "комплекс «Точка» и другой комплекс"
    found = find(text, "ru", (name(text, "Точка", "system", "tochka-u"),))
    assert [phrase for phrase, _, _ in found] == ["комплекс"]


def test_names_inside_are_kept_as_leanings() -> None:
    text = "fighters of the Wagner group left"
    found = find_descriptions(
        text,
        words=read_phrases("en"),
        countries=read_demonyms("en"),
        names=[name(text, "Wagner group", "actor", "wagner-group")],
    )
    assert [one.description.named for one in found if one.description] == [("wagner-group",)]


def test_adjectives_are_no_people() -> None:
    assert find("военные эксперты спорят", "ru") == [("военные эксперты", "unnamed", ())]
    assert find("военные объявили", "ru")[0][1] == "ministry"
    assert find("белорусские военные прибыли", "ru")[0][1:] == ("military", ("BY",))


def test_there_is_stands_for_nothing() -> None:
    assert find("There is a rumour, and there was one before.", "en") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_head_has_a_sort(lang: str) -> None:
    phrases = read_phrases(lang)
    names = {row.name for rows in phrases.heads.table.values() for row in rows}
    assert len(names) > 40
    assert names <= set(read_sorts())
    assert {row.name for rows in phrases.pronouns.table.values() for row in rows} <= {*read_sorts(), "not-there"}


def test_rows_take_the_longest_and_mark_a_word() -> None:
    rows = read_rows({"a": ["missile"], "b": ["missile troop*"], "c": ["по [его] словам"]})
    hit = rows.find(["missile", "troops"], 0)
    assert hit is not None
    assert hit.name == "b"
    marked = rows.find(["по", "его", "словам"], 0)
    assert marked is not None
    assert marked.mark == 1
    assert rows.find(["troops"], 0) is None
