"""Our own gold (tests/corpus), by language and part, apart from the shared corpus: never the headline.

    python -m benchmarks.own

`worked on`: reports whose errors were read while rules were written. `held out`: the third of the reports (by the rule of the
corpus' README, over the id) that was only scored; of the first forty reports all were read.
"""

import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import POOLED, ROOT, find_shared, is_sealed, load_scorer, number, read_corpus, read_lines

CORPUS = ROOT / "tests" / "corpus"
FIRST = "9000"  # ids below 9100 are the first forty reports
SHOWN = (
    "claims", "detection", "whole", "phase", "channel", "denied", "actors", "systems", "said_by", "place", "date_right",
    "date_wrong", "said_on", "distractors", "void",
)  # fmt: skip


def is_held_out(document: str) -> bool:
    return is_sealed(document) and document.partition("-")[2][:2] != FIRST[:2]


def main() -> int:
    shared = find_shared()
    if shared is None:
        print("no scorer: set VEDETTE_SHARED", file=sys.stderr)
        return 2
    scorer = load_scorer(shared)
    gold, reports = read_lines(CORPUS / "gold.jsonl"), read_lines(CORPUS / "reports.jsonl")
    texts = {row["id"]: row["text"] for row in reports}
    print(f"machine: {platform.machine()}, Python {platform.python_version()}; {len(gold)} reports of our own")
    with tempfile.TemporaryDirectory() as folder:
        read_corpus(CORPUS / "reports.jsonl", Path(folder))
        claims = read_lines(Path(folder) / "claims.jsonl")
    for title, wanted in (("worked on", False), ("held out", True)):
        part = [row for row in gold if is_held_out(row["id"]) == wanted]
        columns = {
            name: scorer.score_claims([row for row in part if row["id"][:2] in languages], claims, texts)
            for name, languages in {"pooled": POOLED, **{lang: (lang,) for lang in POOLED}}.items()
        }
        print(f"\n{title}: {len(part)} reports\n{'':13}" + "".join(f"{name:>10}" for name in columns))
        for measure in SHOWN:
            print(f"{measure:13}" + "".join(f"{number(scores[measure]):10.3f}" for scores in columns.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
