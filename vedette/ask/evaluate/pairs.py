"""Which predicted claim stands for which gold claim: same kind, sentences that overlap by half, best first, each once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from vedette.ask.evaluate.dates import is_right
from vedette.ask.evaluate.rows import Item, Row

Pair = tuple[Row, Row]


def things_of(items: Sequence[Item] | None) -> Counter[str]:
    return Counter({item.identity: 1 for item in items or ()})


def edtf_of(item: Item | None) -> str | None:
    return item.edtf if item else None


def is_same_span(one: Row, two: Row) -> bool:
    """Intersection over union of at least a half."""
    meet = min(one.end, two.end) - max(one.start, two.start)
    join = max(one.end, two.end) - min(one.start, two.start)
    return join > 0 and meet / join >= 0.5


def first_claimant(row: Row) -> str | None:
    return row.said_by[0].identity if row.said_by else None


def right_fields(gold: Row, predicted: Row) -> tuple[bool, ...]:
    """Phase, polarity, systems, date, first claimant: all right makes a claim `whole`."""
    return (
        gold.phase == predicted.phase,
        gold.polarity == predicted.polarity,
        things_of(gold.systems) == things_of(predicted.systems),
        is_right(edtf_of(gold.date), edtf_of(predicted.date)),
        first_claimant(gold) == first_claimant(predicted),
    )


def pair_claims(golds: Sequence[Row], predictions: Sequence[Row], *, same_kind: bool = True) -> list[Pair]:
    """Best pairs first, by the number of fields that agree."""
    candidates = [
        (agreement(gold, predicted), g, p)
        for g, gold in enumerate(golds)
        for p, predicted in enumerate(predictions)
        if is_same_span(gold, predicted) and (not same_kind or gold.kind == predicted.kind)
    ]
    pairs: list[Pair] = []
    used_golds: set[int] = set()
    used_predictions: set[int] = set()
    for _, g, p in sorted(candidates, key=lambda row: (-row[0], row[1], row[2])):
        if g not in used_golds and p not in used_predictions:
            used_golds.add(g)
            used_predictions.add(p)
            pairs.append((golds[g], predictions[p]))
    return pairs


def agreement(gold: Row, predicted: Row) -> int:
    shared = things_of(gold.participants) & things_of(predicted.participants)
    return 2 * (gold.kind == predicted.kind) + sum(right_fields(gold, predicted)) + shared.total()


Keys = set[tuple[str, str]]


def pairs_together(gold_of: Mapping[str, object], ours_of: Mapping[str, object]) -> tuple[Keys, Keys]:
    """Pairs of items that gold, and that we, put into one cluster; None is no cluster."""
    keys = sorted(gold_of)
    gold = {pair for pair in combinations(keys, 2) if gold_of[pair[0]] and gold_of[pair[0]] == gold_of[pair[1]]}
    ours = {pair for pair in combinations(keys, 2) if ours_of.get(pair[0]) and ours_of[pair[0]] == ours_of.get(pair[1])}
    return gold, ours
