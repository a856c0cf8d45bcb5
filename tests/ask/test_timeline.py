"""What the filters of the timeline match: the episode for who, what and where; its events for the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.ask.names import ACTORS, SYSTEMS, Names, want
from vedette.ask.timeline import Filters, timeline
from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.ledger.book import open_casebook
from vedette.model.thing import Post, Thing

THINGS = (
    Thing(
        id="state-BY",
        kind="actor",
        name="Belarus (the state)",
        names={"en": ("Belarus",), "ru": ("Беларусь", "Белоруссия")},
        country="BY",
    ),
    Thing(id="armed-forces-belarus", kind="actor", name="Armed Forces of Belarus", part_of="state-BY", country="BY"),
    Thing(
        id="mod-belarus", kind="actor", name="Ministry of Defence of Belarus", names={"ru": ("Минобороны",)}, part_of="state-BY"
    ),
    Thing(id="someone", kind="person", name="Some One", country="BY", posts=(Post(body="mod-belarus", title="Minister"),)),
    Thing(id="blogger", kind="person", name="Any One", country="BY"),
    Thing(id="iskander-m", kind="system", name="9K720 Iskander-M", names={"ru": ("Искандер-М",), "be": ("Іскандэр-М",)}),
    Thing(id="polonez", kind="system", name="Polonez"),
    Thing(id="belarus", kind="place", name="Belarus", country="BY", precision="country"),
    Thing(id="russia", kind="place", name="Russia", country="RU", precision="country"),
    Thing(id="machulishchi-airfield", kind="place", name="Machulishchi airfield", country="BY", precision="site"),
)
NAMES = Names(THINGS)


@pytest.fixture
def view(invented_casebook: Path) -> Iterator[View]:
    with open_casebook(invented_casebook) as book:
        yield View(book, NAMES)


def events(view: View, **filters: object) -> list[str]:
    return [row.event for row in timeline(view, Filters(**filters))]  # type: ignore[arg-type]


def test_undated_events_stay_in_sight_at_the_end(view: View) -> None:
    assert events(view) == ["e-movement1", "e-training1", "e-denial1", "e-readiness1"]


@pytest.mark.parametrize("name", ["Искандер-М", "«Іскандэр-М»", "9k720 iskander m", "Искандера-М", "iskander-m", "Iskander-M"])
def test_a_system_matches_the_whole_episode_in_any_spelling(view: View, name: str) -> None:
    assert events(view, system=(name,)) == ["e-movement1", "e-training1", "e-denial1"]


def test_an_actor_includes_what_belongs_to_it(view: View) -> None:
    assert events(view, actor=("Белоруссия",)) == ["e-movement1", "e-training1"]
    assert events(view, actor=("mod-belarus",)) == []


def test_a_place_holds_the_places_within_it(view: View) -> None:
    assert events(view, place=("Belarus",), kind=("movement",)) == ["e-movement1"]


def test_a_place_that_the_knowledge_lacks_lies_in_its_country_and_has_its_words(view: View) -> None:
    view.names = Names(thing for thing in THINGS if thing.id != "machulishchi-airfield")
    assert events(view, place=("Belarus",), kind=("movement",)) == ["e-movement1"]
    assert events(view, place=("machulishchi",), kind=("movement",)) == ["e-movement1"]


def test_kind_language_and_claimant_pick_among_the_events(view: View) -> None:
    assert events(view, kind=("training",)) == ["e-training1", "e-denial1"]
    assert events(view, language=("ru",)) == ["e-denial1"]
    assert events(view, said_by=("Минобороны",)) == ["e-training1"]


def test_a_claimant_that_is_no_thing_is_found_by_its_words(view: View) -> None:
    assert events(view, said_by=("Министерство обороны",)) == ["e-denial1"]


def test_two_filters_must_both_be_met(view: View) -> None:
    assert events(view, system=("iskander-m",), actor=("Belarus",)) == ["e-movement1", "e-training1"]
    assert events(view, system=("polonez",)) == []


def test_the_period_knows_certainly_from_possibly(view: View) -> None:
    rows = timeline(view, Filters(since="2024-05-01", until="2024-05-03"))
    assert [(row.event, row.inside) for row in rows] == [
        ("e-movement1", "certainly"),
        ("e-training1", "certainly"),
        ("e-readiness1", "undated"),
    ]


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"system": ("Iskander-Q",)}, "did you mean"),
        ({"kind": ("attack",)}, "no kind of event"),
        ({"since": "yesterday"}, "no date"),
        ({"since": "2024-13"}, "no date"),
        ({"since": "2024", "until": "2023"}, "ends before it begins"),
    ],
)
def test_what_cannot_be_answered_is_said(view: View, filters: dict[str, object], words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        events(view, **filters)


def test_a_person_belongs_by_post_and_not_by_passport() -> None:
    state = want("Belarus", ACTORS, NAMES)
    assert state.takes("someone", "", NAMES)
    assert not state.takes("blogger", "", NAMES)


def test_a_name_of_another_sort_is_not_meant() -> None:
    assert NAMES.find("Belarus", SYSTEMS) == ()
    assert NAMES.find("Belarus", ACTORS) == ("state-BY",)
