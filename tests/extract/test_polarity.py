"""Denied, negated, hedged, or passed over in silence."""

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, DENIED, DENIED_NAMES, make_view, only_trigger
from vedette.extract.polarity import decide_polarity, find_hedge, is_silenced, settle_refusal


def polarity(rows: str, names: tuple[tuple[str, ...], ...]) -> tuple[str, str]:
    view = make_view(rows, names)
    return decide_polarity(view, only_trigger(view))


def test_the_deployment_that_is_denied() -> None:
    assert polarity(DENIED, DENIED_NAMES) == ("denied", "polarity.deny")
    assert polarity(DENIED.replace("denied deny", "said say"), DENIED_NAMES) == ("asserted", "")


def test_two_negatives_make_no_denial() -> None:
    rows = DENIED.replace("had have AUX 6 aux", "never never ADV 2 advmod")
    assert polarity(rows, DENIED_NAMES)[0] == "asserted"


def test_a_clause_joined_to_the_denial_is_not_denied() -> None:
    rows = DENIED.replace("that that SCONJ 6 mark", "and and CCONJ 6 cc").replace("2 ccomp", "2 conj")
    assert polarity(rows, DENIED_NAMES)[0] == "asserted"


def test_a_negated_verb_and_a_subject_of_none() -> None:
    rows = """
        Soldiers soldier NOUN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        arrived arrive VERB 0 root Tense=Past
        Belarus Belarus PROPN 4 obl
    """
    assert polarity(rows, ARRIVED_NAMES[:2]) == ("denied", "polarity.negation")
    none = """
        No no DET 2 det
        Soldiers soldier NOUN 3 nsubj
        arrived arrive VERB 0 root Tense=Past
        Belarus Belarus PROPN 3 obl
    """
    assert polarity(none, ARRIVED_NAMES[:2]) == ("denied", "polarity.negation")
    assert polarity(none.replace("No no", "The the"), ARRIVED_NAMES[:2]) == ("asserted", "")


def test_not_only_negates_nothing() -> None:
    rows = """
        Soldiers soldier NOUN 4 nsubj
        not not PART 4 advmod
        only only ADV 4 advmod
        arrived arrive VERB 0 root Tense=Past
        Belarus Belarus PROPN 4 obl
    """
    assert polarity(rows, ARRIVED_NAMES[:2]) == ("asserted", "")


def test_what_is_not_confirmed_is_silenced() -> None:
    rows = DENIED.replace("denied deny VERB 0 root", "confirmed confirm VERB 0 root")
    quiet = """
        Khrenin Khrenin PROPN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        confirm confirm VERB 0 root
        deployment deployment NOUN 4 obj
        in in ADP 7 case
        Belarus Belarus PROPN 5 nmod
    """
    view = make_view(quiet, [DENIED_NAMES[0], DENIED_NAMES[3]])
    assert is_silenced(view, only_trigger(view))
    loud = make_view(rows, DENIED_NAMES)
    assert not is_silenced(loud, only_trigger(loud))


def test_a_hedge_in_the_clause_weakens_and_one_beside_does_not() -> None:
    rows = """
        Soldiers soldier NOUN 3 nsubj
        allegedly allegedly ADV 3 advmod
        arrived arrive VERB 0 root Tense=Past
        Belarus Belarus PROPN 3 obl
    """
    view = make_view(rows, ARRIVED_NAMES[:2])
    hedge = find_hedge(view, only_trigger(view), phase="completed")
    assert hedge is not None
    assert hedge.text == "allegedly"
    plain = make_view(ARRIVED, ARRIVED_NAMES)
    assert find_hedge(plain, only_trigger(plain), phase="completed") is None


def test_reports_that_are_then_called_untrue_are_denied() -> None:
    rows = """
        Reports report NOUN 0 root
        that that SCONJ 4 mark
        Soldiers soldier NOUN 4 nsubj
        arrived arrive VERB 1 acl Tense=Past
        Belarus Belarus PROPN 4 obl
        are be AUX 7 cop
        false false ADJ 1 parataxis
    """
    assert polarity(rows, ARRIVED_NAMES[:2]) == ("denied", "polarity.deny")


def test_nobody_and_not_one_do_nothing() -> None:
    rows = """
        {who} {who} {sort} 2 {tie}
        soldier soldier {noun} 3 nsubj
        arrived arrive VERB 0 root Tense=Past
        Belarus Belarus PROPN 3 obl
    """
    names = (("soldier", "actor", "x"), ("Belarus", "place", "belarus"))
    assert polarity(rows.format(who="None", sort="PRON", tie="det", noun="NOUN"), names)[0] == "denied"
    assert polarity(rows.format(who="One", sort="NUM", tie="nummod", noun="NOUN"), names)[0] == "asserted"


def test_an_announced_refusal_calls_off_and_so_does_a_drill_that_will_not_be() -> None:
    view = make_view(
        "Belarus Belarus PROPN 2 nsubj\ncancelled cancel VERB 0 root\nmanoeuvres manoeuvre NOUN 2 obj\n", ARRIVED_NAMES[1:2]
    )
    drill, negated = only_trigger(view), ("denied", "polarity.negation")
    refused = settle_refusal(view, drill, ("announced", "phase.announce"), negated)
    assert refused == (("cancelled", "phase.refusal"), ("asserted", ""))
    assert settle_refusal(view, drill, ("planned", "phase.future"), negated)[0][0] == "cancelled"
    assert settle_refusal(view, drill, ("planned", "phase.future"), ("denied", "polarity.deny"))[1] == ("denied", "polarity.deny")
