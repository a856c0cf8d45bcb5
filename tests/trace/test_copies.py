"""Who copied whom: by words within a language, by slots and attribution across languages, never by hearsay alone."""

import pytest

from tests.trace.making import MACHULISHCHI, Traced, by_document, claim, document
from tests.trace.story import CREWS, ISKANDER, POST, retelling, tell_story
from vedette.model.text import Document, Link
from vedette.trace import copies
from vedette.trace.copies import find_copies
from vedette.trace.names import token_of
from vedette.trace.parents import Pair, pair_up


@pytest.fixture(scope="module")
def story() -> Traced:
    return Traced(*tell_story())


def test_each_report_of_the_story_has_its_parent(story: Traced) -> None:
    assert story.edges == {
        "wire": ("post", "near-copy"),
        "ru": ("post", "translation"),
        "pl": ("post", "translation"),
        "padded": ("post", "rewrite"),
        "brief": ("wire", "summary"),
    }


def test_the_post_and_the_older_report_have_no_parent(story: Traced) -> None:
    assert "post" not in story.edges
    assert "older" not in story.edges


def test_who_is_named_is_cited(story: Traced) -> None:
    assert ("brief", "post") in story.cites


def test_equal_texts_are_copies_whatever_their_space_and_case() -> None:
    one = document("one", "Troops  arrived.\nAll is well.", published="2023-01-01T10:00:00Z")
    two = document("two", "TROOPS arrived. All is well.", published="2023-01-01T10:00:00Z")
    (edge,) = find_copies([two, one], {})
    assert edge.relation == "copy"
    assert edge.strength == 1.0
    assert {edge.document, edge.of} == {one.key, two.key}


def test_a_late_text_with_a_date_is_the_parent_of_one_without() -> None:
    dated = document("dated", POST, published="2023-04-22")
    undated = document("undated", POST + " Subscribe to our channel.")
    (edge,) = find_copies([undated, dated], {})
    assert (edge.document, edge.of, edge.relation) == (undated.key, dated.key, "near-copy")


def test_two_reporters_of_one_speech_did_not_copy_each_other() -> None:
    homes = [
        document("north", "He said in the hall that the missile had come.", published="2025-12-18T09:30:00Z"),
        document("south", "Ракета прибыла, сообщил он.", published="2025-12-18T10:30:00Z", lang="ru"),
    ]
    claims = [
        claim(home, 0, "deployment", system="oreshnik", place=("belarus", "BY"), by="alexander-lukashenko") for home in homes
    ]
    assert Traced(homes, by_document(*claims)).edges == {}


def test_a_link_makes_a_parent() -> None:
    source = document("source", "The base was rebuilt.", published="2023-05-01")
    plain = document("reader", "Read this, friends.", published="2023-05-02")
    linked = Document(
        key=plain.key, id=plain.id, text=plain.text, lang="en", outlet=plain.outlet, published=plain.published,
        links=(Link("forward", source.url or ""),),
    )  # fmt: skip
    (edge, *_) = find_copies([source, linked], {})
    assert (edge.of, edge.why[0]) == (source.key, "links_to_it")


def test_a_correction_follows_its_own_outlet() -> None:
    first = document("first", "Crews came back.", published="2023-04-22T15:00:00Z", outlet="North Wire")
    later = document("later", "An item moved yesterday was wrong.", published="2023-04-23T09:00:00Z", outlet="North Wire")
    claims = [*retelling(first, by="mod-belarus"), *retelling(later, by="mod-belarus")]
    assert Traced([first, later], by_document(*claims)).edges == {"later": ("first", "rewrite")}


def test_old_news_is_no_parent() -> None:
    archive = document("archive", POST, published="2021-04-22")
    fresh = document("fresh", "Crews of the Iskander finished practical training at the southern range.", published="2023-04-22")
    assert find_copies([archive, fresh], {}) == ()


def test_work_does_not_grow_with_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred reports of one event: a report is compared with a few, not with all before it."""
    compared: list[int] = []

    def count(child: object, parent: object) -> Pair:
        compared.append(1)
        return pair_up(child, parent)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "pair_up", count)
    homes = [document(f"n{n}", published=f"2023-01-01T{n // 60:02}:{n % 60:02}:00Z") for n in range(200)]
    claims = [claim(home, 0, "movement", who=CREWS, system=ISKANDER, place=MACHULISHCHI, on="2023-01-01") for home in homes]
    find_copies(homes, by_document(*claims))
    assert 0 < len(compared) <= 200 * 60


def test_a_claimant_of_one_lower_case_word_is_no_outlet() -> None:
    blog = document("blog", "We saw aircraft.", published="2023-04-22T10:00:00Z", outlet="Military Crossroads")
    paper = document("paper", "Men came back, the military said.", published="2023-04-22T12:00:00Z")
    said = claim(paper, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22", by="military")
    seen = claim(blog, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22")
    assert Traced([blog, paper], by_document(said, seen)).cites == set()


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Meridian", "Меридиана", True),
        ("BelTA", "БелТА", True),
        ("BiełTA", "БЕЛТА", True),
        ("TASS", "ТАСС", True),
        ("BelTA", "Bulletin", False),
        ("Meridian", "Mirror", False),
    ],
)
def test_an_outlet_is_known_in_another_alphabet(one: str, two: str, same: bool) -> None:
    assert (token_of(one) == token_of(two)) is same


def test_an_agency_that_nobody_lists_is_known_by_its_outlet() -> None:
    wire = document("wire", "Расчёты вернулись.", published="2023-04-22T10:00:00Z", outlet="Агентство «Меридиан»", lang="ru")
    paper = document("paper", "They came home, it was reported.", published="2023-04-22T12:00:00Z")
    claims = [*retelling(wire, by="mod-belarus"), *retelling(paper, by=("?Meridian", "mod-belarus"))]
    traced = Traced([wire, paper], by_document(*claims))
    assert traced.edges["paper"][0] == "wire"
    assert traced.copies[0].why[0] == "quotes_the_outlet"
