"""Events gathered across documents and languages, and what they settle."""

import pytest

from tests.trace.making import BARANOVICHI, BREST, MACHULISHCHI, Traced, by_document, claim, day, document
from tests.trace.story import CREWS, ISKANDER, SATURDAYS, retelling, tell_story
from vedette.model.lineage import Event


@pytest.fixture(scope="module")
def story() -> Traced:
    return Traced(*tell_story())


def values(event: Event) -> dict[str, str]:
    return {settled.field: settled.value for settled in event.settled}


def test_the_story_is_one_return_one_training_and_one_old_milestone(story: Traced) -> None:
    assert sorted(event.kind for event in story.events) == ["movement", "readiness", "training"]
    assert story.event("movement").episode == story.event("training").episode != story.event("readiness").episode


def test_a_saturday_in_late_april_and_its_siblings_settle_the_day(story: Traced) -> None:
    movement = story.event("movement")
    assert movement.date is not None
    assert movement.date.edtf == "2023-04-22"
    assert (movement.reports, movement.outlets, len(movement.origins)) == (5, 5, 1)
    assert movement.independence == "independence not established"
    assert movement.contradictions == ()


def test_an_undated_retelling_joins_the_old_event(story: Traced) -> None:
    readiness = story.event("readiness")
    assert readiness.reports == 3
    assert values(readiness)["date"] == "2023-02-01"


def test_candidate_days_meet_a_weekend() -> None:
    """Neither date is a day; together they are."""
    one, two = document("one"), document("two", published="2023-04-24")
    claims = [
        claim(one, 0, "movement", who=CREWS, place=MACHULISHCHI, by="mod-belarus", on=day(None, candidates=SATURDAYS)),
        claim(two, 0, "movement", who=CREWS, place=MACHULISHCHI, by="mod-belarus", on="2023-04-22/2023-04-23"),
    ]
    movement = Traced([one, two], by_document(*claims)).event("movement")
    assert movement.date is not None
    assert movement.date.edtf == "2023-04-22"


def test_a_denial_and_an_assertion_are_one_event_with_a_contradiction() -> None:
    seoul, north = document("seoul", published="2024-10-18"), document("north", published="2024-10-21")
    slots: dict[str, object] = {"who": "armed-forces-dprk", "place": ("russia", "RU")}
    claims = [
        claim(seoul, 0, "training", "underway", by="nis-south-korea", said_on="2024-10-18", **slots),
        claim(north, 0, "training", "underway", by="state-KP", polarity="denied", said_on="2024-10-21", **slots),
    ]
    event = Traced([seoul, north], by_document(*claims)).event("training")
    assert len(event.claims) == 2
    (conflict,) = event.contradictions
    assert conflict.startswith("polarity: asserted")
    assert all(key in conflict for key in event.claims)


def test_a_correction_of_the_place_denies_the_place_not_the_event() -> None:
    home = document("wire", published="2023-04-23")
    claims = [
        claim(home, 0, "movement", who=CREWS, place=BARANOVICHI, polarity="denied"),
        claim(home, 1, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22", by="mod-belarus"),
    ]
    event = Traced([home], by_document(*claims)).event("movement")
    assert (event.polarity, event.contradictions) == ("asserted", ())
    assert values(event)["place"] == "machulishchi-airfield"


def test_places_that_exclude_each_other_are_a_contradiction() -> None:
    homes = [document(name, published="2023-04-22") for name in ("a", "b", "c")]
    places = (MACHULISHCHI, MACHULISHCHI, BARANOVICHI)
    claims = [
        claim(home, 0, "movement", who=CREWS, system=ISKANDER, place=place, on="2023-04-22")
        for home, place in zip(homes, places, strict=True)
    ]
    (conflict,) = Traced(homes, by_document(*claims)).event("movement").contradictions
    assert conflict.startswith("place: machulishchi-airfield")
    assert "baranovichi-airfield" in conflict


def test_numbers_that_differ_are_a_contradiction() -> None:
    homes = [document(name, published="2023-09-28") for name in ("host", "guest")]
    claims = [
        claim(home, 0, "exercise", who="csto", place=BREST, on="2023-09-06", count=n)
        for home, n in zip(homes, (2500, 2000), strict=True)
    ]
    (conflict,) = Traced(homes, by_document(*claims)).event("exercise").contradictions
    assert conflict.startswith("number of servicemen")


@pytest.mark.parametrize("years", [(2021, 2025), (2023, 2024)])
def test_yearly_exercises_are_kept_apart(years: tuple[int, int]) -> None:
    homes = [document(f"zapad{year}", published=f"{year}-09-16") for year in years]
    who = ("armed-forces-belarus", "armed-forces-russia")
    claims = [
        claim(home, 0, "exercise", who=who, place=("borisov", "BY"), on=f"{year}-09-12/{year}-09-16")
        for home, year in zip(homes, years, strict=True)
    ]
    assert len(Traced(homes, by_document(*claims)).events) == 2


def test_one_exercise_is_known_by_its_name_in_two_alphabets() -> None:
    one, two = document("one", published="2025-09-08", lang="be"), document("two", published="2025-09-16")
    claims = [
        claim(one, 0, "exercise", "planned", on="2025-09-12/2025-09-16", sentence="Наступным стане «Захад-2025»."),
        claim(two, 0, "exercise", who="armed-forces-russia", on="2025-09-16", sentence="Zapad-2025 ended on Tuesday."),
    ]
    assert len(Traced([one, two], by_document(*claims)).events) == 1


def test_departure_and_return_are_two_movements() -> None:
    home = document("wire", published="2023-04-22")
    claims = [
        claim(home, 0, "movement", who=CREWS, system=ISKANDER, place=MACHULISHCHI, on="2023-04-22"),
        claim(home, 1, "movement", who=CREWS, system=ISKANDER, place=("russia", "RU"), on="2023-04-04", background=True),
    ]
    assert len(Traced([home], by_document(*claims)).events) == 2


def test_without_any_claimant_the_lineage_is_not_recorded() -> None:
    home = document("paper", published="2023-04-22")
    event = Traced([home], by_document(claim(home, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22"))).event(
        "movement"
    )
    assert (event.independence, event.origins, event.grade) == ("lineage not recorded", (), "6")


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("mod-belarus", "mod-poland", "2 independent origins"),
        ("mod-belarus", "state-BY", "independence not established"),
        ("mod-belarus", "mod-belarus", "independence not established"),
        ("mod-belarus", "leonid-kasinsky", "independence not established"),
    ],
)
def test_origins_are_independent_only_where_their_sides_differ(first: str, second: str, state: str) -> None:
    homes = [document("a", published="2023-04-22"), document("b", published="2023-04-23", lang="pl")]
    claims = [
        claim(home, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22", by=by)
        for home, by in zip(homes, (first, second), strict=True)
    ]
    assert Traced(homes, by_document(*claims)).event("movement").independence == state


def test_the_caller_may_say_to_whom_a_person_belongs() -> None:
    homes = [document("a", published="2023-04-22"), document("b", published="2023-04-23", lang="pl")]
    claims = [
        claim(home, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22", by=by)
        for home, by in zip(homes, ("mod-belarus", "andriy-demchenko"), strict=True)
    ]
    event = Traced(homes, by_document(*claims), belongs={"andriy-demchenko": "UA"}).event("movement")
    assert (event.independence, event.grade) == ("2 independent origins", "1")


def test_one_report_of_unknown_descent_spoils_independence() -> None:
    homes = [document(name, published="2023-04-22", lang=lang) for name, lang in (("a", "en"), ("b", "pl"), ("c", "ru"))]
    claims = [
        claim(home, 0, "movement", who=CREWS, place=MACHULISHCHI, on="2023-04-22", by=by)
        for home, by in zip(homes, ("mod-belarus", "mod-poland", ()), strict=True)
    ]
    assert Traced(homes, by_document(*claims)).event("movement").independence == "independence not established"


def test_retellings_keep_to_their_event_when_their_report_tells_a_newer_one() -> None:
    """A report of April that recalls the readiness of February adds nothing to April."""
    february, april = document("february", published="2023-02-01"), document("april", published="2023-04-22")
    claims = [
        claim(february, 0, "readiness", who=CREWS, system=ISKANDER, on="2023-02-01", by="mod-belarus"),
        *retelling(april, by="mod-belarus"),
        claim(april, 2, "readiness", who=CREWS, system=ISKANDER, by="mod-belarus"),
        claim(april, 3, "readiness", who=CREWS, system=ISKANDER, background=True, said_on="2023-02"),
    ]
    traced = Traced([february, april], by_document(*claims))
    assert traced.places[claims[-1].claim] == traced.places[claims[0].claim]
    assert traced.places[claims[3].claim] != traced.places[claims[0].claim]
