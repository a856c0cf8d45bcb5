"""The corpus beside the repository: its parts, its digest, the shared scorer, and a reading of it by the command line."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

Row = dict[str, Any]
Scores = dict[str, Any]
ROOT = Path(__file__).resolve().parents[1]
POOLED = ("en", "ru", "be")
LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")
PARTS = ("open", "sealed", "all")
FILES = ("reports.jsonl", "gold.jsonl", "lineage.jsonl")
EXPORTS = ("claims", "origins", "copies", "repairs", "commentary")


def find_shared() -> Path | None:
    """The folder with the corpus and the scorer: VEDETTE_SHARED, else `shared` beside the repository."""
    path = Path(os.environ.get("VEDETTE_SHARED") or ROOT.parent / "shared").resolve()
    return path if (path / "score.py").is_file() and (path / "corpus" / "gold.jsonl").is_file() else None


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_lines(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def digest_of(corpus: Path) -> str:
    """SHA-256 over the three files in order."""
    return sha256(b"".join((corpus / name).read_bytes() for name in FILES)).hexdigest()


def is_sealed(story: str) -> bool:
    """The third that nobody looks at while building; by story, so that no family of copies is torn."""
    return int(sha256(story.encode()).hexdigest(), 16) % 3 == 0


def documents_in(lineage: list[Row], part: str, languages: Iterable[str] = POOLED) -> set[str]:
    """Ids of the documents of a part in these languages."""
    chosen = tuple(f"{lang}-" for lang in languages)
    rows = [row for row in lineage if row["id"].startswith(chosen)]
    return {row["id"] for row in rows if part == "all" or is_sealed(row.get("story") or row["id"]) == (part == "sealed")}


def load_scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_corpus(reports: Path, work: Path) -> None:
    """A casebook in `work` from the reports, and its exports beside it, by the command line alone."""
    command = [sys.executable, "-m", "vedette.show.cli"]
    book = str(work / "book")
    subprocess.run([*command, "new", book], check=True, capture_output=True)
    subprocess.run([*command, "read", book, str(reports)], check=True, capture_output=True)
    for what in EXPORTS:
        done = subprocess.run([*command, "export", book, "--to", what], check=True, capture_output=True)
        (work / f"{what}.jsonl").write_bytes(done.stdout)


def score_part(scorer: ModuleType, corpus: Path, work: Path, ids: set[str]) -> Scores:
    """Everything that the shared scorer says of these documents; what was not exported is left out."""
    texts = {row["id"]: row["text"] for row in read_lines(corpus / "reports.jsonl")}
    gold = [row for row in read_lines(corpus / "gold.jsonl") if row["id"] in ids]
    lineage = [row for row in read_lines(corpus / "lineage.jsonl") if row["id"] in ids]
    rows = {what: read_lines(path) for what in EXPORTS if (path := work / f"{what}.jsonl").is_file()}
    ours = {what: [row for row in those if row["document"]["id"] in ids] for what, those in rows.items()}
    scores: Scores = scorer.score_claims(gold, ours["claims"], texts) | scorer.score_events(gold, ours["claims"], texts)
    for what in ("repairs", "commentary"):
        scores |= getattr(scorer, f"score_{what}")(gold, ours[what], texts) if what in ours else {}
    for what in ("origins", "copies"):
        scores |= getattr(scorer, f"score_{what}")(lineage, ours[what], None) if what in ours else {}
    return scores


def number(value: Any) -> float:
    """The one number of a score: F1 where it has one."""
    return float(value["f1"] if isinstance(value, dict) else value)
