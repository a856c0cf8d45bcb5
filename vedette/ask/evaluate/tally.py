"""Precision, recall and F1 from counts."""

import msgspec


class Score(msgspec.Struct, frozen=True):
    p: float
    r: float
    f1: float
    gold: int


def score(right: int, predicted: int, gold: int) -> Score:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0, gold)
