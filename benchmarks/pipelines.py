"""How fast and how right each language pipeline reads: words a CPU-second and labelled attachment, with machine and data.

VEDETTE_SHARED=../shared python -m benchmarks.pipelines [en ru be]
"""

import argparse
import os
import platform
import sys
from pathlib import Path

from models.evaluate import TESTS, Scores, digest, gold_scores, raw_scores, test_trees
from vedette.mark.pipelines import open_pipeline

HEAD = "lang  pipeline           test part                         digest            raw LAS  gold LAS  words/s"


def processor() -> str:
    """The processor's name as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor())


def row(lang: str, version: str, path: Path, raw: Scores, gold: Scores) -> str:
    scores = f"{100 * raw.values['las']:7.2f}  {100 * gold.values['las']:8.2f}  {raw.words_a_second:7.0f}"
    return f"{lang:4}  {version:17}  {path.name:32}  {digest(path)}  {scores}"


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("langs", nargs="*", default=list(TESTS))
    reader.add_argument("--shared", type=Path, default=Path(os.environ.get("VEDETTE_SHARED", "../shared")))
    options = reader.parse_args()
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    sys.stdout.write(f"{machine}\n{HEAD}\n")
    for lang in options.langs:
        pipeline = open_pipeline(lang)
        assert pipeline is not None, lang
        for name in TESTS[lang]:
            path = options.shared / "data" / name
            trees = test_trees(path)
            told = row(lang, pipeline.version, path, raw_scores(pipeline, lang, trees), gold_scores(pipeline, lang, trees))
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
