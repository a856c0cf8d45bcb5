"""Announced, planned, under way, completed, suspended, cancelled: from the verb that governs a trigger."""

import pytest

from tests.extract.drawn import make_view, only_trigger
from vedette.extract.phases import decide_phase, settle_running, settle_state
from vedette.extract.view import View
from vedette.model.edtf import make_date

NAMES = [("Soldiers", "actor", "armed-forces-russia"), ("Belarus", "place", "belarus", "state-BY")]


def arrive(*verbs: str) -> View:
    """«Soldiers … Belarus», the last of the verbs being the one that tells the journey."""
    last = len(verbs) + 1
    rows = [f"Soldiers soldier NOUN {last} nsubj", *verbs, f"Belarus Belarus PROPN {last} obl"]
    return make_view("\n".join(rows), NAMES)


PAST = "Tense=Past|VerbForm=Fin"
TOLD = {
    ("arrived arrive VERB 0 root " + PAST,): "completed",
    ("arrive arrive VERB 0 root Tense=Pres|VerbForm=Fin",): "underway",
    ("will will AUX 3 aux", "arrive arrive VERB 0 root VerbForm=Inf"): "planned",
    ("may may AUX 3 aux", "arrive arrive VERB 0 root VerbForm=Inf"): "planned",
    ("are be AUX 3 aux", "arriving arrive VERB 0 root Tense=Pres|VerbForm=Part"): "underway",
    ("have have AUX 3 aux", "arrived arrive VERB 0 root Tense=Past|VerbForm=Part"): "completed",
}


@pytest.mark.parametrize(("verbs", "phase"), TOLD.items())
def test_a_verb_by_its_own_form(verbs: tuple[str, ...], phase: str) -> None:
    view = arrive(*verbs)
    assert decide_phase(view, only_trigger(view))[0] == phase


COURSES = {
    "completed": "completed",
    "began": "underway",
    "continues": "underway",
    "suspended": "suspended",
    "cancelled": "cancelled",
    "plans": "planned",
}


@pytest.mark.parametrize(("verb", "phase"), COURSES.items())
def test_a_noun_by_the_verb_above_it(verb: str, phase: str) -> None:
    rows = f"Belarus Belarus PROPN 2 nsubj\n{verb} {verb} VERB 0 root {PAST}\nmanoeuvres manoeuvre NOUN 2 obj\n"
    view = make_view(rows, NAMES[1:])
    found, rule = decide_phase(view, only_trigger(view))
    assert found == phase
    assert rule.startswith("phase.")


def test_what_will_begin_is_planned() -> None:
    rows = """
        Manoeuvres manoeuvre NOUN 3 nsubj
        will will AUX 3 aux
        begin begin VERB 0 root VerbForm=Inf
        in in ADP 5 case
        Belarus Belarus PROPN 3 obl
    """
    view = make_view(rows, NAMES[1:])
    assert decide_phase(view, only_trigger(view))[0] == "planned"


def test_what_is_decided_is_announced() -> None:
    rows = f"""
        Belarus Belarus PROPN 2 nsubj
        decided decide VERB 0 root {PAST}
        to to PART 4 mark
        station station VERB 2 xcomp VerbForm=Inf
        missiles missile NOUN 4 obj
    """
    view = make_view(rows, [*NAMES[1:], ("missiles", "system", "ballistic-missiles")])
    assert decide_phase(view, only_trigger(view)) == ("announced", "phase.promise")


def test_equipment_that_is_operated_has_reached_that_state() -> None:
    rows = """
        Belarus Belarus PROPN 2 nsubj
        operates operate VERB 0 root Tense=Pres|VerbForm=Fin
        Iskander Iskander PROPN 2 obj
    """
    view = make_view(rows, [*NAMES[1:], ("Iskander", "system", "iskander-m")])
    trigger = only_trigger(view)
    assert decide_phase(view, trigger)[0] == "underway"
    assert settle_state(view, trigger, "underway", "phase.present") == ("completed", "phase.state")


def test_a_sentence_without_a_tree_is_read_by_the_cues_beside() -> None:
    parsed = make_view(
        f"Belarus Belarus PROPN 2 nsubj\ncancelled cancel VERB 0 root {PAST}\nmanoeuvres manoeuvre NOUN 2 obj\n", NAMES[1:]
    )
    bare = View.__new__(View)
    bare.__dict__.update(parsed.__dict__, words=(), starts=[], children=[], clause_of=[])
    assert decide_phase(bare, only_trigger(bare))[0] == "cancelled"


def test_announced_drills_are_announced_not_planned() -> None:
    rows = f"""
        Belarus Belarus PROPN 2 nsubj
        announced announce VERB 0 root {PAST}
        that that SCONJ 7 mark
        manoeuvres manoeuvre NOUN 7 nsubj:pass
        would would AUX 7 aux
        be be AUX 7 aux:pass
        held hold VERB 2 ccomp {PAST}
    """
    view = make_view(rows, NAMES[1:])
    assert decide_phase(view, only_trigger(view)) == ("announced", "phase.announce")


def test_who_is_in_training_trains_now() -> None:
    rows = """
        Soldiers soldier NOUN 5 nsubj
        have have AUX 5 aux
        been be AUX 5 cop
        in in ADP 5 case
        training training NOUN 0 root
    """
    view = make_view(rows, NAMES[:1])
    assert decide_phase(view, only_trigger(view)) == ("underway", "phase.state")


def test_what_ends_in_the_present_still_runs_and_what_is_prepared_is_planned() -> None:
    rows = """
        Солдаты солдат NOUN 2 nsubj
        {verb} завершать VERB 0 root Tense=Pres|Aspect=Imp|VerbForm=Fin
        учения учение NOUN 2 obj
    """
    names = [("Солдаты", "actor", "armed-forces-belarus")]
    for verb, phase in (("завершают", "underway"), ("готовят", "planned")):
        view = make_view(rows.format(verb=verb), names, lang="ru")
        assert decide_phase(view, only_trigger(view))[0] == phase


def test_since_leaves_training_running() -> None:
    since = make_date("2023-08/..", text="since August", start=0, end=12)
    rows = """
        Soldiers soldier NOUN 3 nsubj
        have have AUX 3 aux
        trained train VERB 0 root Tense=Past|VerbForm=Part
    """
    view = make_view(rows, NAMES[:1])
    trigger = only_trigger(view)
    assert settle_running(view, trigger, "completed", "phase.past", since) == ("underway", "phase.since")
    assert settle_running(view, trigger, "completed", "phase.end", since)[0] == "completed"
    past = make_view(rows.replace("have have", "had have"), NAMES[:1])
    assert settle_running(past, only_trigger(past), "completed", "phase.past", since)[0] == "completed"
