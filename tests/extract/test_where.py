"""Where it happened, where a journey began, and which equipment is meant."""

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, DENIED, DENIED_NAMES, make_view, mention, only_trigger
from vedette.extract.where import find_place, find_start, find_systems, narrowness, preposition


def test_a_journey_ends_where_it_leads_and_begins_where_it_comes_from() -> None:
    view = make_view(ARRIVED, ARRIVED_NAMES)
    trigger = only_trigger(view)
    places = [m for m in view.mentions if m.kind == "place"]
    end, start = find_place(view, trigger, places), find_start(view, trigger, places)
    assert end is not None
    assert start is not None
    assert (end.text, start.text) == ("Belarus", "Russia")
    assert [preposition(view, m) for m in places] == ["in", "from"]


def test_only_a_journey_has_a_beginning() -> None:
    rows = (
        "Soldiers soldier NOUN 2 nsubj\ntrained train VERB 0 root Tense=Past\nfrom from ADP 4 case\nRussia Russia PROPN 2 obl\n"
    )
    view = make_view(rows, [ARRIVED_NAMES[0], ARRIVED_NAMES[2]])
    assert find_start(view, only_trigger(view), list(view.mentions)) is None


def test_the_smallest_place_is_chosen() -> None:
    rows = """
        Soldiers soldier NOUN 2 nsubj
        arrived arrive VERB 0 root Tense=Past
        in in ADP 4 case
        Belarus Belarus PROPN 2 obl
        at at ADP 6 case
        Machulishchi Machulishchi PROPN 2 obl
    """
    view = make_view(rows, [*ARRIVED_NAMES[:2], ("Machulishchi", "place", "machulishchi-airfield")])
    place = find_place(view, only_trigger(view), [m for m in view.mentions if m.kind == "place"])
    assert place is not None
    assert place.text == "Machulishchi"


def test_narrowness_orders_site_town_country() -> None:
    text = "Machulishchi Minsk Belarus"
    site = mention(text, "Machulishchi", "place", "machulishchi-airfield")
    town = mention(text, "Minsk", "place", "brest")
    country = mention(text, "Belarus", "place", "belarus", "state-BY")
    assert narrowness(site) > narrowness(town) > narrowness(country)


def test_the_place_of_the_saying_is_not_where_it_happened() -> None:
    rows = ARRIVED.replace("on on ADP 12 case\nMonday Monday PROPN 10 obl", "in in ADP 12 case\nMinsk Minsk PROPN 10 obl")
    view = make_view(rows, [*ARRIVED_NAMES, ("Minsk", "place", "minsk", "state-BY")])
    minsk = [m for m in view.mentions if m.text == "Minsk"]
    assert find_place(view, only_trigger(view), minsk) is None


def test_equipment_in_the_clause_is_meant_and_that_of_the_speaker_is_not() -> None:
    rows = DENIED.replace("Khrenin Khrenin", "Patriot Patriot")
    view = make_view(rows, [("Patriot", "system", "patriot"), *DENIED_NAMES[1:]])
    systems = [m for m in view.mentions if m.kind == "system"]
    assert [m.text for m in find_systems(view, only_trigger(view), systems, [])] == ["missiles"]
