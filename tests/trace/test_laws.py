"""Laws of tracing: the order of the input is nothing, keys are stable, a change stays in its neighbourhood."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trace.making import BREST, Claims, Traced, by_document, claim, document
from tests.trace.story import tell_story
from vedette.model.claim import KINDS, PHASES
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


names = st.sampled_from(["a", "b", "c", "d", "e"])
slots = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "phase": st.sampled_from(PHASES),
        "polarity": st.sampled_from(["asserted", "denied"]),
        "background": st.booleans(),
        "who": st.sampled_from([(), "state-BY", "armed-forces-belarus", "wagner-group", ("state-RU", "state-BY")]),
        "system": st.sampled_from([(), "iskander-m", "oreshnik"]),
        "place": st.sampled_from([None, BREST, ("russia", "RU"), ("nowhere", None)]),
        "on": st.sampled_from([None, "2023-04-22", "2023-04", "../2023-07-01", "2023-02/..", "2023-21"]),
        "said_on": st.sampled_from([None, "2023-04-22", "2022-12"]),
        "by": st.sampled_from([(), "mod-belarus", "?sources", ("tass", "mod-russia")]),
        "count": st.sampled_from([None, 10, 20]),
    }
)
dates = st.sampled_from([None, "2023-04-22", "2023-04-22T10:00:00Z", "2023-05-01T09:00:00+03:00"])


@given(st.dictionaries(names, st.tuples(dates, st.lists(slots, max_size=4)), min_size=1), st.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_any_claims_are_traced_alike_in_any_order(reports: dict[str, tuple[str | None, list[dict[str, Any]]]], seed: int) -> None:
    documents = [document(name, published=published) for name, (published, _) in reports.items()]
    told = [claim(home, n, **one) for home in documents for n, one in enumerate(reports[home.id][1])]
    straight = Traced(documents, by_document(*told))
    mixed = Traced(*shuffled(documents, by_document(*told), seed))
    assert set(straight.places) == {one.claim for one in told}
    assert (mixed.copies, mixed.origins, mixed.events, mixed.places) == (
        straight.copies,
        straight.origins,
        straight.events,
        straight.places,
    )
    assert all(event.reports >= 1 and event.claims and event.independence for event in straight.events)


windows = st.builds(lambda low, width: Window(low, low + width), st.integers(700_000, 800_000), st.integers(0, 400))


@given(windows, windows)
@settings(max_examples=100)
def test_a_gap_is_mutual_and_zero_only_where_a_day_is_shared(one: Window, two: Window) -> None:
    assert gap(one, two) == gap(two, one)
    assert (gap(one, two) == 0) == bool(set(range(one.low, one.high + 1)) & set(range(two.low, two.high + 1)))
