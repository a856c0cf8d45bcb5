"""Which words speak of an occurrence, and which only look so."""

from collections.abc import Sequence

import pytest

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, make_view
from vedette.extract.triggers import Trigger, find_triggers, tells_of_things
from vedette.lang.words import Cue

RUN = [("Belarus", "place", "belarus", "state-BY")]


def kinds(rows: str, names: Sequence[tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(t.kind, t.cue.text) for t in find_triggers(make_view(rows, names))]


def test_a_verb_with_a_thing_of_the_field_tells_an_occurrence() -> None:
    assert kinds(ARRIVED, list(ARRIVED_NAMES)) == [("movement", "arrived")]


def test_without_such_company_the_same_words_tell_nothing() -> None:
    assert kinds(ARRIVED, []) == []


def test_a_noun_is_no_verb() -> None:
    rows = """
        The the DET 2 det
        train train NOUN 3 nsubj
        stood stand VERB 0 root
        in in ADP 5 case
        Belarus Belarus PROPN 3 obl
    """
    assert kinds(rows, RUN) == []
    assert kinds(
        rows.replace("train train NOUN", "train train VERB").replace("The the DET 2 det", "They they PRON 2 nsubj"), RUN
    ) == [("training", "train")]


@pytest.mark.parametrize(("name", "expected"), [(("tanks", "system", "abrams"), [("agreement", "ordered")]), (None, [])])
def test_a_common_verb_counts_where_equipment_is_its_object(
    name: tuple[str, ...] | None, expected: list[tuple[str, str]]
) -> None:
    rows = """
        Poland Poland PROPN 2 nsubj
        ordered order VERB 0 root
        tanks tank NOUN 2 obj
    """
    assert kinds(rows, [("Poland", "place", "poland", "state-PL"), *([name] if name else [])]) == expected


@pytest.mark.parametrize(("who", "expected"), [("жаўнеры", [("deployment", "служаць")]), ("законы", [])])
def test_some_verbs_count_where_people_of_the_field_are_their_subject(who: str, expected: list[tuple[str, str]]) -> None:
    rows = f"""
        {who} х NOUN 2 nsubj
        служаць служыць VERB 0 root
        у у ADP 4 case
        Літве Літва PROPN 2 obl
    """
    view = make_view(rows, [("Літве", "place", "lithuania", "state-LT")], lang="be")
    assert [(t.kind, t.cue.text) for t in find_triggers(view)] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("жаўнераў жаўнер NOUN 5 obl", [("deployment", "стаяць")]),  # «стаяць каля сотні жаўнераў»
        ("муроў мур NOUN 5 obl", []),
    ],
)
def test_a_number_behind_a_preposition_is_still_a_subject(row: str, expected: list[tuple[str, str]]) -> None:
    rows = f"""
        У у ADP 2 case
        Літве Літва PROPN 5 obl
        там там ADV 5 advmod
        цяпер цяпер ADV 5 advmod
        стаяць стаяць VERB 0 root
        каля каля ADP 7 case
        {row}
    """
    view = make_view(rows, [("Літве", "place", "lithuania", "state-LT")], lang="be")
    assert [(t.kind, t.cue.text) for t in find_triggers(view)] == expected


def test_a_clause_without_a_subject_has_that_of_the_one_above() -> None:
    rows = """
        Наёмнікі наёмнік NOUN 2 nsubj
        сказалі сказаць VERB 0 root
        што што SCONJ 4 mark
        сыходзяць сыходзіць VERB 2 ccomp
    """
    assert [t.kind for t in find_triggers(make_view(rows, lang="be"))] == ["movement"]


@pytest.mark.parametrize(("verb", "expected"), [("поёт sing VERB", []), ("зашёл enter VERB", [("movement", "зашёл")])])
def test_a_common_noun_of_equipment_has_no_name_and_counts(verb: str, expected: list[tuple[str, str]]) -> None:
    rows = f"""
        В in ADP 2 case
        гавань harbour NOUN 3 obl
        {verb} 0 root
        фрегат frigate NOUN 3 nsubj
    """
    assert [(t.kind, t.cue.text) for t in find_triggers(make_view(rows, [], lang="ru"))] == expected


def test_a_place_where_something_is_done_is_not_what_it_is_done_to() -> None:
    rows = """
        Закрыли close VERB 0 root
        {} range NOUN 1 {}
        в in ADP 4 case
        Бресте brest PROPN 1 obl
    """
    town = [("Бресте", "place", "brest")]
    assert [t.kind for t in find_triggers(make_view(rows.format("полигон", "obj"), town, lang="ru"))] == ["infrastructure"]
    assert find_triggers(make_view(rows.format("полигоном", "obl"), town, lang="ru")) == []


@pytest.mark.parametrize(("case", "expected"), [("Acc", ["training"]), ("Nom", [])])
def test_where_words_bear_cases_a_case_outweighs_the_parser(case: str, expected: list[str]) -> None:
    rows = f"""
        Осенью autumn NOUN 2 obl
        готовят prepare VERB 0 root
        новых new ADJ 4 amod
        связистов signaller NOUN 1 nsubj Case={case}
    """
    assert [t.kind for t in find_triggers(make_view(rows, [], lang="ru"))] == expected


def test_a_frame_outweighs_the_same_word_without_one() -> None:
    rows = "Poland Poland PROPN 2 nsubj\nsent send VERB 0 root Tense=Past\ntanks tank NOUN 2 obj\n"
    poland = ("Poland", "place", "poland", "state-PL")
    assert kinds(rows, [poland, ("tanks", "system", "abrams")]) == [("transfer", "sent")]
    assert kinds(rows, [poland]) == [("deployment", "sent")]


def test_a_depot_for_weapons_is_no_equipment() -> None:
    rows = """
        Poland Poland PROPN 2 nsubj
        built build VERB 0 root
        missiles missile NOUN 4 compound
        depot depot NOUN 2 obj
    """
    found = kinds(rows, [("Poland", "place", "poland", "state-PL"), ("missiles", "system", "missiles")])
    assert {kind for kind, _ in found} == {"infrastructure"}


def test_the_longer_of_two_of_a_kind_stays() -> None:
    rows = """
        Belarus Belarus PROPN 2 nsubj
        took take VERB 0 root
        delivery delivery NOUN 2 obj
        of of ADP 5 case
        missiles missile NOUN 3 nmod
    """
    found = kinds(rows, [*RUN, ("missiles", "system", "ballistic-missiles")])
    assert found == [("transfer", "took delivery")]


@pytest.mark.parametrize(("able", "expected"), [("can", []), ("will", [("test", "launch")])])
def test_what_one_is_able_to_do_has_not_happened(able: str, expected: list[tuple[str, str]]) -> None:
    rows = f"""
        Belarus Belarus PROPN 3 nsubj
        {able} {able} AUX 3 aux
        launch launch VERB 0 root VerbForm=Inf
        missiles missile NOUN 3 obj
    """
    found = kinds(rows.replace("launch launch VERB", "tested test VERB"), RUN)
    assert found == [(kind, "tested") for kind, _ in expected]


def test_only_equipment_is_operated() -> None:
    rows = "Belarus Belarus PROPN 2 nsubj\noperates operate VERB 0 root Tense=Pres\nit it PRON 2 obj\n"
    assert kinds(rows, RUN) == []
    with_system = rows.replace("it it PRON", "Iskander Iskander PROPN")
    assert kinds(with_system, [*RUN, ("Iskander", "system", "iskander-m")]) == [("readiness", "operates")]


def test_equipment_that_is_promised_is_promised_to_be_handed_over() -> None:
    rows = "Belarus Belarus PROPN 2 nsubj\npromised promise VERB 0 root Tense=Past\nIskander Iskander PROPN 2 obj\n"
    (trigger,) = find_triggers(make_view(rows, [*RUN, ("Iskander", "system", "iskander-m")]))
    assert (trigger.kind, trigger.form) == ("transfer", "promise")


def test_a_named_exercise_is_one() -> None:
    rows = "Zapad Zapad PROPN 2 nsubj\nunfolds unfold VERB 0 root Tense=Pres\n"
    assert kinds(rows, [("Zapad", "exercise", "zapad")]) == [("exercise", "Zapad")]
    assert kinds(rows, []) == []


def test_a_firing_inside_a_course_is_its_content() -> None:
    rows = """
        Training training NOUN 2 nsubj
        ended end VERB 0 root Tense=Past
        in in ADP 4 case
        Belarus Belarus PROPN 2 obj
    """
    inside = rows.replace("in in ADP 4 case", "with with ADP 4 case\nlaunches launch NOUN 1 nmod")
    assert [kind for kind, _ in kinds(inside, RUN)] == ["training"]
    apart = inside.replace("launches launch NOUN 1 nmod", "launches launch NOUN 2 obl")
    assert [kind for kind, _ in kinds(apart, RUN)] == ["training", "test"]


def test_blocked_rows_tell_nothing() -> None:
    rows = """
        Attack attack NOUN 2 compound
        aircraft aircraft NOUN 3 nsubj
        stand stand VERB 0 root
        Belarus Belarus PROPN 3 obl
    """
    assert kinds(rows, RUN) == []
    assert kinds(rows.replace("aircraft aircraft", "planes plane"), RUN) == [("incident", "Attack")]


@pytest.mark.parametrize(("who", "expected"), [("They", True), ("Nobody", False)])
def test_somebody_is_told_of_under_a_pronoun(who: str, expected: bool) -> None:
    view = make_view(f"{who} x PRON 2 nsubj\ntrained train VERB 0 root", [("trained", "exercise", "x")])
    assert tells_of_things(view, Trigger(Cue(0, 4, "training.verb", "trained"), "training", "verb", 1, 1)) is expected


@pytest.mark.parametrize(("between", "expected"), [("сваю", ["movement"]), ("праз", [])])
def test_where_trees_are_weak_a_thing_right_behind_a_verb_is_its_object(between: str, expected: list[str]) -> None:
    rows = f"""
        Летам лета NOUN 4 obl
        перагналі перагнаць VERB 0 root
        {between} х ADJ 4 amod
        эскадрыллю эскадрылля NOUN 5 nmod
        дадому дадому ADV 2 advmod
    """
    view = make_view(rows, lang="be")
    assert [t.kind for t in find_triggers(view)] == expected


def test_an_exercise_is_the_scene_of_an_accident() -> None:
    rows = """
        Soldiers soldier NOUN 3 nsubj:pass
        were be AUX 3 aux:pass
        injured injure VERB 0 root
        during during ADP 5 case
        exercises exercise NOUN 3 obl
    """
    assert [t.kind for t in find_triggers(make_view(rows, [("Soldiers", "actor", "us-army")]))] == ["incident"]
