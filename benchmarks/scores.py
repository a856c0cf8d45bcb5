"""Ours beside the naive baseline, by language and pooled over English, Russian and Belarusian.

    python -m benchmarks.scores [--part open|sealed|all]

Reads the corpus beside the repository (VEDETTE_SHARED) once by the command line and scores with the shared scorer.
"""

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.baseline import read_report
from benchmarks.corpus import (
    LANGUAGES,
    PARTS,
    POOLED,
    Scores,
    digest_of,
    documents_in,
    find_shared,
    load_scorer,
    number,
    read_corpus,
    read_lines,
    score_part,
    write_lines,
)

SHOWN = (
    "claims", "detection", "whole", "phase", "denied", "actors", "roles", "systems", "said_by", "place", "date_exact",
    "date_right", "date_wrong", "said_on", "distractors", "events", "repairs", "commentary", "same_origin", "edges",
)  # fmt: skip


def print_table(title: str, columns: dict[str, Scores]) -> None:
    print(f"\n{title}\n{'':13}" + "".join(f"{name:>10}" for name in columns))
    for measure in SHOWN:
        cells = (f"{number(scores[measure]):10.3f}" if measure in scores else f"{'–':>10}" for scores in columns.values())
        print(f"{measure:13}" + "".join(cells))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="all")
    given = parser.parse_args()
    shared = find_shared()
    if shared is None:
        print("no corpus: set VEDETTE_SHARED", file=sys.stderr)
        return 2
    corpus, scorer = shared / "corpus", load_scorer(shared)
    lineage = read_lines(corpus / "lineage.jsonl")
    print(f"machine: {platform.machine()}, Python {platform.python_version()}")
    print(f"data: corpus sha256 {digest_of(corpus)[:16]}; part: {given.part}")
    groups = {"pooled": POOLED} | {lang: (lang,) for lang in LANGUAGES}
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as naive:
        read_corpus(corpus / "reports.jsonl", Path(ours))
        rows = [claim for report in read_lines(corpus / "reports.jsonl") for claim in read_report(report)]
        write_lines(Path(naive) / "claims.jsonl", rows)
        for title, work in (("vedette", Path(ours)), ("baseline: keywords", Path(naive))):
            columns = {
                name: score_part(scorer, corpus, work, documents_in(lineage, given.part, languages))
                for name, languages in groups.items()
            }
            print_table(f"{title}, {given.part}", columns)
    return 0


if __name__ == "__main__":
    sys.exit(main())
