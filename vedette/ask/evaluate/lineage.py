"""Scores of origins and copies: pairs of documents, whatever the names of the clusters."""

from vedette.ask.evaluate.pairs import pairs_together
from vedette.ask.evaluate.rows import CopyRow, LineageRow, OriginRow
from vedette.ask.evaluate.tally import Score, score

SAME = {"machine-translation": "translation", "near-copy": "copy"}
Scores = dict[str, Score | float | int]


def language_of(document: str) -> str:
    return document.split("-")[0]


def score_origins(lineage: list[LineageRow], rows: list[OriginRow], lang: str | None) -> Scores:
    """Pairs that go back to one origin: all, within one language, and across two."""
    gold, ours = pairs_together({row.id: row.origin for row in lineage}, {row.document.id: row.origin for row in rows})
    gold_within, ours_within = (
        {pair for pair in pairs if language_of(pair[0]) == language_of(pair[1]) and lang in (None, language_of(pair[0]))}
        for pairs in (gold, ours)
    )
    gold_across, ours_across = (
        {
            pair
            for pair in pairs
            if language_of(pair[0]) != language_of(pair[1]) and (lang is None or lang in map(language_of, pair))
        }
        for pairs in (gold, ours)
    )
    return {
        "same_origin": score(len(gold & ours), len(ours), len(gold)),
        "within": score(len(gold_within & ours_within), len(ours_within), len(gold_within)),
        "across": score(len(gold_across & ours_across), len(ours_across), len(gold_across)),
    }


def score_copies(lineage: list[LineageRow], rows: list[CopyRow], lang: str | None) -> Scores:
    """Direct edges, whatever their direction; then how many point the right way and bear the right relation."""
    known = {row.id for row in lineage}
    gold = {
        (row.id, row.derived_from): name_of(row.relation) for row in lineage if row.derived_from and row.derived_from in known
    }
    ours = {(row.document.id, row.of.id): name_of(row.relation) for row in rows if row.relation != "cites"}
    ours = {edge: relation for edge, relation in ours.items() if set(edge) <= known}
    if lang:
        gold = {edge: relation for edge, relation in gold.items() if edge[0].startswith(lang)}
        ours = {edge: relation for edge, relation in ours.items() if edge[0].startswith(lang)}
    met = [edge for edge in gold if edge in ours or turn(edge) in ours]
    loose = {frozenset(edge) for edge in ours}
    return {
        "edges": score(len(met), len(loose), len(gold)),
        "direction": sum(edge in ours for edge in met) / (len(met) or 1),
        "relation": sum(ours.get(edge, ours.get(turn(edge))) == gold[edge] for edge in met) / (len(met) or 1),
    }


def turn(edge: tuple[str, str]) -> tuple[str, str]:
    return edge[1], edge[0]


def name_of(relation: str | None) -> str | None:
    return SAME.get(relation or "", relation)
