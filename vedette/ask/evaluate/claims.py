"""How well claims were read: found, and right field by field over the claims that match."""

from collections import Counter, defaultdict
from collections.abc import Callable

import msgspec

from vedette.ask.evaluate.dates import is_right, judge_date
from vedette.ask.evaluate.pairs import edtf_of, pair_claims, right_fields, things_of
from vedette.ask.evaluate.rows import GoldDocument, Row, group_rows
from vedette.ask.evaluate.tally import Score, score

Counts = Counter[object]


def roles_of(row: Row) -> Counts:
    return Counter({(item.identity, item.role): 1 for item in row.participants or ()})


def values_of(row: Row) -> Counts:
    return Counter({msgspec.json.encode(item.value): 1 for item in row.quantities or ()})


def place_of(row: Row) -> Counts:
    """The place's thing, or its country where gold has only that."""
    if row.place is None:
        return Counter()
    return Counter({row.place.thing or row.place.entity or f"country:{row.place.country}": 1})


SETS: dict[str, Callable[[Row], Counts]] = {
    "actors": lambda row: Counter[object](things_of(row.participants)),
    "roles": roles_of,
    "systems": lambda row: Counter[object](things_of(row.systems)),
    "said_by": lambda row: Counter[object](things_of(row.said_by)),
    "quantities": values_of,
    "place": place_of,
}
FLAGS: dict[str, Callable[[Row], bool]] = {
    "denied": lambda row: row.polarity == "denied",
    "hedged": lambda row: bool(row.hedge),
    "background": lambda row: bool(row.background),
}


class Tally:
    """Counts over the matched claims of all documents."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()
        self.parts: dict[str, Counter[str]] = defaultdict(Counter)
        self.dates: Counter[str] = Counter()

    def add_pair(self, gold: Row, claim: Row) -> None:
        right = right_fields(gold, claim)
        self.n.update(matched=1, whole=all(right), phase=right[0])
        for name, view in SETS.items():
            one, two = view(gold), view(claim)
            self.parts[name].update(right=(one & two).total(), predicted=two.total(), gold=one.total())
        for name, flag in FLAGS.items():
            self.parts[name].update(right=flag(gold) and flag(claim), predicted=flag(claim), gold=flag(gold))
        wanted, given = channel_of(gold), channel_of(claim)
        self.n.update(channels=bool(wanted), channel=bool(wanted) and wanted == given)
        self.dates[judge_date(edtf_of(gold.date), edtf_of(claim.date))] += 1
        said, ours = edtf_of(gold.said_on), edtf_of(claim.said_on)
        self.parts["said_on"].update(right=bool(said) and is_right(said, ours), predicted=bool(ours), gold=bool(said))

    def score(self, name: str) -> Score:
        part = self.parts[name]
        return score(part["right"], part["predicted"], part["gold"])


def channel_of(row: Row) -> str | None:
    return next((item.channel for item in row.said_by or () if item.channel), None)


def score_claims(gold_documents: list[GoldDocument], rows: list[Row], texts: dict[str, str]) -> dict[str, Score | float | int]:
    predicted, void = group_rows(rows, texts)
    tally = Tally()
    n, dates = tally.n, tally.dates
    for document in gold_documents:
        golds, ours = document.claims, predicted.get(document.id, [])
        n.update(gold=len(golds), predicted=len(ours), detected=len(pair_claims(golds, ours, same_kind=False)))
        n.update(empty=not golds, filled=not golds and bool(ours))
        for gold, claim in pair_claims(golds, ours):
            tally.add_pair(gold, claim)
    matched = n["matched"] or 1
    return {
        "documents": len(gold_documents),
        "void": void,
        "claims": score(n["matched"], n["predicted"], n["gold"]),
        "detection": score(n["detected"], n["predicted"], n["gold"]),
        "whole": n["whole"] / (n["gold"] or 1),
        "phase": n["phase"] / matched,
        "channel": n["channel"] / (n["channels"] or 1),
        **{name: tally.score(name) for name in (*FLAGS, *SETS)},
        "date_exact": dates["exact"] / matched,
        "date_right": (dates["exact"] + dates["right"]) / matched,
        "date_wrong": dates["wrong"] / matched,
        "said_on": tally.score("said_on"),
        "distractors": n["filled"] / (n["empty"] or 1),
    }
