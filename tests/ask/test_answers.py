"""Ladder, lineage, conflicts, entries and doubts over the invented casebook."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.ask.conflicts import conflicts
from vedette.ask.doubts import doubts
from vedette.ask.entries import ClaimEntry, DocumentEntry, EventEntry, SourceEntry, ThingEntry, find_entry
from vedette.ask.ladder import ladder, rungs
from vedette.ask.lineage import trace
from vedette.ask.names import Names
from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.ledger.book import open_casebook
from vedette.model.claim import KINDS, PHASES
from vedette.model.lineage import Copy
from vedette.model.thing import Thing

THINGS = (
    Thing(id="state-BY", kind="actor", name="Belarus"),
    Thing(id="armed-forces-belarus", kind="actor", name="Armed Forces of Belarus", part_of="state-BY"),
    Thing(id="iskander-m", kind="system", name="9K720 Iskander-M"),
)


@pytest.fixture
def view(invented_casebook: Path) -> Iterator[View]:
    with open_casebook(invented_casebook) as book:
        yield View(book, Names(THINGS))


def test_the_ladder_names_the_first_claim(view: View) -> None:
    (milestone,) = ladder(view, actor="Belarus", system="Iskander-M")
    assert (milestone.rung, milestone.again, milestone.denied) == ("crews trained", False, False)
    assert (milestone.document, milestone.claimant, milestone.known_by) == (
        "north-1",
        "Ministry of Defence of Belarus",
        "2024-05-03",
    )


def test_a_denial_is_on_no_rung_but_stays_in_sight(view: View) -> None:
    denial = view.events["e-denial1"]
    view.events["e-denial1"] = type(denial)(
        **{name: getattr(denial, name) for name in denial.__struct_fields__} | {"participants": ("armed-forces-belarus",)}
    )
    assert [(one.rung, one.denied, one.again) for one in ladder(view, actor="Belarus", system="Iskander-M")] == [
        ("crews trained", False, False),
        ("crews trained", True, False),
    ]


def test_rungs_speak_of_kinds_and_phases_that_there_are() -> None:
    assert all(set(rung.kinds) <= set(KINDS) and set(rung.phases) <= set(PHASES) for rung in rungs())
    assert [rung.name for rung in rungs() if rung.words] == ["operated autonomously"]


def test_the_lineage_is_a_tree_with_its_origins(view: View) -> None:
    lineage = trace(view, "rewrite-1")
    assert (lineage.reports, [voice.reports for voice in lineage.origins], lineage.unknown) == (3, [3], 0)
    (root,) = lineage.trees
    assert (root.id, root.copies[0].id, root.copies[0].copies[0].id) == ("north-1", "copy-1", "rewrite-1")
    assert (root.copies[0].relation, root.copies[0].strength) == ("copy", 0.98)


def test_ancestors_outside_of_the_event_are_marked(view: View) -> None:
    (root,) = trace(view, "e-movement1").trees
    assert (root.id, root.is_asked) == ("north-1", False)
    assert root.copies[0].copies[0].is_asked


def test_a_ring_of_copies_ends(view: View) -> None:
    keys = {document.id: document.key for document in view.documents.values()}
    view.copies = (*view.copies, Copy(document=keys["north-1"], of=keys["rewrite-1"], relation="rewrite", strength=0.1))
    assert trace(view, "north-1").reports == 3


def test_unknown_origins_are_counted(view: View) -> None:
    lineage = trace(view, "c-denial5")
    assert (lineage.unknown, lineage.origins, lineage.independence) == (1, (), "independence not established")


def test_conflicts_show_both_sides(view: View) -> None:
    (conflict,) = conflicts(view)
    assert (conflict.field, conflict.value) == ("date", "2024-05-03")
    assert [(side.claim, side.is_for) for side in conflict.sides] == [
        ("c-training1", True),
        ("c-training2", True),
        ("c-denial5", False),
    ]


def test_entries_are_found_by_id_and_by_name(view: View) -> None:
    assert isinstance(find_entry(view, "c-move"), ClaimEntry)
    assert isinstance(find_entry(view, "e-denial1"), EventEntry)
    assert isinstance(find_entry(view, "rewrite-1"), DocumentEntry)
    assert isinstance(find_entry(view, next(iter(view.documents))[:12]), DocumentEntry)
    assert isinstance(find_entry(view, "North Example"), SourceEntry)
    assert isinstance(find_entry(view, "Iskander-M"), ThingEntry)


def test_a_claim_shows_its_words_and_what_siblings_settle(view: View) -> None:
    entry = find_entry(view, "c-movement3")
    assert isinstance(entry, ClaimEntry)
    lines = {line.field: line for line in entry.fields}
    text = view.documents[entry.claim.document.key].text
    assert all(line.text == text[line.start : line.end] for line in entry.fields if line.start is not None)
    assert lines["date"].value is None
    assert lines["date"].text == "on a Friday in early May"
    assert [settled.value for settled in lines["date"].settled] == ["2024-05-03"]


@pytest.mark.parametrize(
    ("wanted", "words"), [("c-training", "2 ids begin so"), ("nothing", "no event, claim"), ("e-x", "no event")]
)
def test_an_entry_that_is_not_there(view: View, wanted: str, words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        find_entry(view, wanted)


def test_doubts_name_their_document(view: View) -> None:
    (doubt,) = doubts(view)
    assert (doubt.document, doubt.text, doubt.choices) == ("rewrite-1", "early May", ("2023", "2024"))
    assert doubts(view, document="north-1") == ()
