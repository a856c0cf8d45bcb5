"""vedette evaluate: scores of an export against gold."""

import argparse
from pathlib import Path

from vedette.ask.evaluate.scores import Files, Scores, evaluate
from vedette.ask.evaluate.tally import Score
from vedette.show.output import print_json, print_text


def run(arguments: argparse.Namespace) -> int:
    reports = Path(arguments.reports) if arguments.reports else None
    scores = evaluate(arguments.what, Files(Path(arguments.gold), Path(arguments.predicted), reports), lang=arguments.lang)
    if arguments.json:
        print_json(scores)
    else:
        print_text(draw_scores(scores))
    return 0


def draw_scores(scores: Scores) -> str:
    return "".join(f"{name:12} {say_score(value)}\n" for name, value in scores.items())


def say_score(value: Score | float | int) -> str:
    if isinstance(value, Score):
        return f"P {value.p:.3f}  R {value.r:.3f}  F1 {value.f1:.3f}  (gold {value.gold})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
