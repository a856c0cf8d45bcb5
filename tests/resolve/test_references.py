"""What descriptions and pronouns mean: drawn texts, and laws that hold for any text."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.drawn import drawn_lines, meant, read_drawn, read_text
from vedette.knowledge.book import load_knowledge
from vedette.lang.demonyms import country_of, read_demonyms
from vedette.lang.phrases import read_phrases, read_sorts
from vedette.mark.descriptions import find_descriptions
from vedette.model.thing import Post, Thing
from vedette.resolve.bodies import country_of_thing, holders_of, ids_of, index_bodies, lasting_holder
from vedette.resolve.references import resolve_references

GOLDEN = Path(__file__).parent.parent / "golden"
LINES = [(lang, line) for lang in ("en", "ru", "be") for line in drawn_lines(GOLDEN / lang / "references.txt")]


@pytest.mark.parametrize(("lang", "line"), LINES, ids=[f"{lang}:{line[13:60]}" for lang, line in LINES])
def test_drawn_references(lang: str, line: str) -> None:
    published, _, drawn = line.partition(" | ")
    text, names, expected = read_drawn(drawn)
    found = read_text(text, names, lang=lang, published=published, things=dict(load_knowledge().things))
    described = {(one.start, one.stop): meant(one) for one in found if one.description is not None}
    got = {span: thing for span, thing in described.items() if thing != "-" or span in expected}
    assert {text[a:b]: v for (a, b), v in got.items()} == {text[a:b]: v for (a, b), v in expected.items()}


@given(
    st.text(
        alphabet=st.sampled_from(list("the crews of Belarus' ministry «расчёты» Минобороны, яны. it said 12\n")), max_size=120
    )
)
@settings(max_examples=60, deadline=None)
def test_mentions_stand_in_the_text_in_order(text: str) -> None:
    for lang in ("en", "ru", "be"):
        found = find_descriptions(text, words=read_phrases(lang), countries=read_demonyms(lang))
        assert all(text[one.start : one.stop] == one.text for one in found)
        assert all(one.stop <= other.start for one, other in itertools.pairwise(found))
        solved, _ = resolve_references(
            found, text=text, sentences=(), countries=read_demonyms(lang), published=None, knowledge={}
        )
        assert {(one.start, one.stop) for one in solved} <= {(one.start, one.stop) for one in found}


def test_nothing_named_means_nothing() -> None:
    text = "The ministry said that the crews had left the range."
    found = read_text(text, [], lang="en", published="2023-04-22", things={})
    assert found
    assert all(not one.things for one in found)


def test_ids_by_rule_and_by_the_knowledge() -> None:
    sorts = read_sorts()
    assert ids_of(sorts["forces"], "KR") == ("armed-forces-south-korea",)
    assert ids_of(sorts["forces"], "KP") == ("armed-forces-dprk",)
    assert ids_of(sorts["state"], "LT") == ("state-LT",)
    assert ids_of(sorts["forces"], "XX") == ()
    fsb = Thing(id="the-spies", kind="actor", name="x", sort="intelligence", country="FR")
    assert ids_of(sorts["intelligence"], "FR", index_bodies([fsb])) == ("the-spies",)


def test_a_post_is_held_on_its_days_only() -> None:
    posts = {
        "old": (Post(body="mod-russia", title="Minister of Defence of Russia", since="2012-11", until="2024-05-12"),),
        "new": (Post(body="mod-russia", title="Minister of Defence of Russia", since="2024-05-14"),),
        "aide": (Post(body="mod-russia", title="Deputy Minister of Defence of Russia", since="2012"),),
    }
    things = {key: Thing(id=key, kind="person", name=key, posts=held) for key, held in posts.items()}
    assert holders_of("defence-minister", "RU", things, "2023-04-22") == ("old",)
    assert holders_of("defence-minister", "RU", things, "2025-01-01") == ("new",)
    assert lasting_holder("defence-minister", "RU", things, ("2025-01-01", "2023-06-30")) == ()


def test_countries_of_things() -> None:
    assert country_of_thing("mod-south-korea", {}) == "KR"
    assert country_of_thing("pla-china", {}) == "CN"
    assert country_of_thing("wagner-group", {}) is None


@pytest.mark.parametrize(
    ("lang", "words", "code"),
    [
        ("be", "Беларуссю", "BY"), ("be", "Расеяй", "RU"), ("ru", "северокорейскими", "KP"), ("ru", "Российской Федерации", "RU"),
        ("uk", "білорусь", "BY"), ("pl", "ukraińscy żołnierze", "UA"), ("pl", "Korei Północnej", "KP"), ("de", "Russlands", "RU"),
        ("en", "South Korea's", "KR"), ("en", "Seoul", "KR"), ("ru", "полковник Чехов", None), ("ru", "мали", None),
        ("en", "Russia and Belarus", None),
    ],
)  # fmt: skip
def test_a_country_in_any_case_form(lang: str, words: str, code: str | None) -> None:
    assert country_of(words, lang) == code
