"""Laws of tracing: the order of the input is nothing, keys are stable, a change stays in its neighbourhood."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trace.making import BREST, Claims, Traced, by_document, claim, document
from tests.trace.story import tell_story
from vedette.model.text import Document
from vedette.trace.windows import Window, gap


def shuffled(documents: list[Document], claims: Claims, seed: int) -> tuple[list[Document], Claims]:
    draw = random.Random(seed)
    mixed = {key: draw.sample(claims[key], len(claims[key])) for key in draw.sample(sorted(claims), len(claims))}
    return draw.sample(documents, len(documents)), mixed


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_input_changes_nothing(seed: int) -> None:
    documents, claims = tell_story()
    straight, mixed = Traced(documents, claims), Traced(*shuffled(documents, claims, seed))
    assert mixed.copies == straight.copies
    assert mixed.origins == straight.origins
    assert mixed.events == straight.events
    assert mixed.places == straight.places


def test_later_reports_do_not_rename_what_is_known() -> None:
    documents, claims = tell_story()
    early = [one for one in documents if one.id in ("post", "older", "wire")]
    before = Traced(early, {one.key: claims[one.key] for one in early})
    after = Traced(documents, claims)
    assert {claim: after.places[claim] for claim in before.places} == before.places


def test_a_removed_document_changes_only_its_neighbourhood() -> None:
    documents, claims = tell_story()
    far = document("far", "Учение началось.", published="2024-07-08", lang="ru")
    claims |= by_document(
        claim(far, 0, "exercise", "underway", who=("pla-china", "state-BY"), place=BREST, on="2024-07-08", by="mod-belarus")
    )
    whole = Traced([*documents, far], claims)
    for gone in documents:
        rest = [one for one in (*documents, far) if one is not gone]
        less = Traced(rest, {one.key: claims[one.key] for one in rest})
        assert less.event("exercise") == whole.event("exercise")
        assert less.origin["far"] == whole.origin["far"]


def test_every_claim_has_its_place_and_every_event_its_claims() -> None:
    documents, claims = tell_story()
    traced = Traced(documents, claims)
    told = {one.claim for claimed in claims.values() for one in claimed}
    assert set(traced.places) == told == {key for event in traced.events for key in event.claims}
    assert all(traced.places[key] == (event.event, event.episode) for event in traced.events for key in event.claims)


def test_a_document_has_one_parent_and_no_circle() -> None:
    traced = Traced(*tell_story())
    children = [copy.document for copy in traced.copies if copy.relation != "cites"]
    assert len(children) == len(set(children))
    for start in children:
        seen, key = set(), start
        parents = {copy.document: copy.of for copy in traced.copies if copy.relation != "cites"}
        while key in parents:
            assert key not in seen
            seen.add(key)
            key = parents[key]


windows = st.builds(lambda low, width: Window(low, low + width), st.integers(700_000, 800_000), st.integers(0, 400))


@given(windows, windows)
@settings(max_examples=100)
def test_a_gap_is_mutual_and_zero_only_where_a_day_is_shared(one: Window, two: Window) -> None:
    assert gap(one, two) == gap(two, one)
    assert (gap(one, two) == 0) == bool(set(range(one.low, one.high + 1)) & set(range(two.low, two.high + 1)))
