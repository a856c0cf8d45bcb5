"""Every benchmark in turn, each with its machine and the digest of its data.

python -m benchmarks.all
"""

import subprocess
import sys

from benchmarks.corpus import find_shared

REPORTS, GOLD, LINEAGE = "{corpus}/reports.jsonl", "{corpus}/gold.jsonl", "{corpus}/lineage.jsonl"
RUNS = (
    ["benchmarks.scores", "--part", "open"],
    ["benchmarks.scores", "--part", "sealed"],
    ["benchmarks.own"],
    ["benchmarks.pipelines"],
    ["benchmarks.names", "--open", GOLD, REPORTS],
    ["benchmarks.references", REPORTS, GOLD],
    ["benchmarks.places", "--gold", GOLD, "--reports", REPORTS, "--lineage", LINEAGE],
    ["benchmarks.dates", REPORTS, GOLD, LINEAGE],
    ["benchmarks.lineage", REPORTS, GOLD, LINEAGE],
    ["benchmarks.cost"],
)


def main() -> int:
    shared = find_shared()
    if shared is None:
        print("no corpus: set VEDETTE_SHARED", file=sys.stderr)
        return 2
    failed = 0
    for module, *words in RUNS:
        print("\n===", module, *(words if "--part" in words else ()), flush=True)
        command = [sys.executable, "-m", module, *(word.format(corpus=shared / "corpus") for word in words)]
        failed += subprocess.run(command, check=False).returncode != 0
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
