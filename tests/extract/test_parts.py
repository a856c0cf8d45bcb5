"""Who takes part, and as what: subjects, agents, objects and prepositions."""

import pytest

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, make_view, only_trigger, word_of
from vedette.extract.parts import borrowed_subject, find_parts, is_equipment, is_passive, tie_of
from vedette.extract.view import View

BY = ("Belarus", "place", "belarus", "state-BY")
RU = ("Russia", "place", "russia", "state-RU")
RUSSIANS = ("Instructors", "actor", "armed-forces-russia")
CREWS = ("crews", "actor", "armed-forces-belarus")


def roles(view: View) -> dict[str, str]:
    actors = [m for m in view.mentions if m.kind != "system"]
    return {m.text: role for m, role in find_parts(view, only_trigger(view), actors)}


def test_the_subject_performs_and_the_country_entered_does_not() -> None:
    assert roles(make_view(ARRIVED, ARRIVED_NAMES[:3])) == {"Soldiers": "performer"}


def test_who_trains_somebody_is_the_trainer() -> None:
    rows = "Instructors instructor NOUN 2 nsubj\ntrained train VERB 0 root Tense=Past\ncrews crew NOUN 2 obj\n"
    assert roles(make_view(rows, [RUSSIANS, CREWS])) == {"Instructors": "trainer", "crews": "performer"}


def test_the_passive_turns_it_round() -> None:
    rows = """
        The the DET 2 det
        crews crew NOUN 4 nsubj:pass
        were be AUX 4 aux:pass
        trained train VERB 0 root VerbForm=Part|Voice=Pass
        by by ADP 6 case
        Instructors instructor NOUN 4 obl
    """
    view = make_view(rows, [RUSSIANS, CREWS])
    assert is_passive(view, word_of(view, "trained"))
    assert roles(view) == {"Instructors": "trainer", "crews": "performer"}


@pytest.mark.parametrize(
    ("verb", "case", "expected"),
    [
        ("supplied", "to", {"Russia": "supplier", "Belarus": "recipient"}),
        ("received", "from", {"Russia": "recipient", "Belarus": "supplier"}),
    ],
)
def test_giving_and_receiving(verb: str, case: str, expected: dict[str, str]) -> None:
    rows = f"""
        Russia Russia PROPN 2 nsubj
        {verb} {verb} VERB 0 root Tense=Past
        missiles missile NOUN 2 obj
        {case} {case} ADP 5 case
        Belarus Belarus PROPN 2 obl
    """
    assert roles(make_view(rows, [RU, BY, ("missiles", "system", "ballistic-missiles")])) == expected


def test_who_signs_are_partners() -> None:
    rows = """
        Russia Russia PROPN 2 nsubj
        signed sign VERB 0 root Tense=Past
        treaty treaty NOUN 2 obj
        with with ADP 5 case
        Belarus Belarus PROPN 2 obl
    """
    view = make_view(rows.replace("treaty treaty NOUN", "it it PRON"), [RU, BY])
    assert roles(view) == {"Russia": "partner", "Belarus": "partner"}


def test_the_attacker_performs_and_the_attacked_is_the_target() -> None:
    rows = "Russia Russia PROPN 2 nsubj\nattacked attack VERB 0 root Tense=Past\nBelarus Belarus PROPN 2 obj\n"
    assert roles(make_view(rows, [RU, BY])) == {"Russia": "performer", "Belarus": "target"}


def test_a_state_after_in_is_where_and_not_who() -> None:
    rows = """
        Training training NOUN 4 nsubj
        in in ADP 3 case
        Russia Russia PROPN 1 nmod
        ended end VERB 0 root Tense=Past
    """
    assert roles(make_view(rows, [RU])) == {}
    assert roles(make_view(rows.replace("in in", "of of"), [RU])) == {"Russia": "performer"}


def test_a_joined_verb_borrows_its_subject() -> None:
    rows = "Crews crew NOUN 2 nsubj\nrested rest VERB 0 root\nand and CCONJ 4 cc\nleft leave VERB 2 conj\n"
    view = make_view(rows)
    assert borrowed_subject(view, word_of(view, "left")) == word_of(view, "Crews")


def test_no_tie_across_a_clause() -> None:
    view = make_view(ARRIVED, ARRIVED_NAMES)
    trigger = only_trigger(view)
    soldiers, _, russia, ministry = view.mentions
    tie = tie_of(view, soldiers, trigger)
    assert tie is not None
    assert tie.relation == "nsubj"
    origin = tie_of(view, russia, trigger)
    assert origin is not None
    assert (origin.relation, origin.case) == ("obl", "from")
    assert tie_of(view, ministry, trigger) is None


def test_equipment_does_nothing_by_itself() -> None:
    rows = """
        The the DET 4 det
        Oreshnik Oreshnik PROPN 4 compound
        missile missile NOUN 4 compound
        system system NOUN 5 nsubj
        arrived arrive VERB 0 root Tense=Past
        Belarus Belarus PROPN 5 obl
    """
    view = make_view(rows, [("Oreshnik", "system", "oreshnik"), BY])
    assert is_equipment(view, word_of(view, "system"))
    assert not is_equipment(view, word_of(view, "Belarus"))
