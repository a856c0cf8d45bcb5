"""The scores, by what is scored; every definition is that of the shared scorer, so that both print the same numbers."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from vedette.ask.evaluate.claims import score_claims
from vedette.ask.evaluate.lineage import score_copies, score_origins
from vedette.ask.evaluate.others import score_commentary, score_events, score_repairs
from vedette.ask.evaluate.rows import CopyRow, GoldDocument, LineageRow, OriginRow, Report, Row, read_rows
from vedette.ask.evaluate.tally import Score
from vedette.errors import QuestionError

Scores = dict[str, Score | float | int]
Scorer = Callable[[list[GoldDocument], list[Row], dict[str, str]], Scores]
READINGS: dict[str, Scorer] = {
    "claims": score_claims,
    "events": score_events,
    "repairs": score_repairs,
    "commentary": score_commentary,
}
WHAT = (*READINGS, "origins", "copies")


class Files(msgspec.Struct, frozen=True):
    """What is compared: gold, the export, and the reports whose words the export must stand on."""

    gold: Path
    predicted: Path
    reports: Path | None = None


def evaluate(what: str, files: Files, *, lang: str | None = None) -> Scores:
    """The named scores of one export against gold; `lang` keeps documents whose id begins with that code."""
    if what == "origins":
        return score_origins(read_rows(files.gold, LineageRow), read_rows(files.predicted, OriginRow), lang)
    if what == "copies":
        return score_copies(read_rows(files.gold, LineageRow), read_rows(files.predicted, CopyRow), lang)
    if what not in READINGS:
        raise QuestionError(f"cannot be scored; one of {', '.join(WHAT)} can", where=what)
    gold = [one for one in read_rows(files.gold, GoldDocument) if lang is None or one.id.startswith(f"{lang}-")]
    texts = {report.id: report.text for report in read_rows(files.reports, Report)} if files.reports else {}
    wanted = {one.id for one in gold}
    rows = [row for row in read_rows(files.predicted, Row) if row.document and row.document.id in wanted]
    return READINGS[what](gold, rows, texts)
