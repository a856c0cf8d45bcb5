"""Pins the floors to what is measured now; a pin is never lowered unasked.

python -m tests.quality.repin [--allow-regression]
"""

import argparse
import sys

from benchmarks.corpus import find_shared
from tests.quality.measure import FILE, measure_floors, raised, read_floors, regressions, slacken, write_floors


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--allow-regression", action="store_true", help="lower pins too, where the reading became worse on purpose"
    )
    given = parser.parse_args()
    shared = find_shared()
    if shared is None:
        print("no corpus: set VEDETTE_SHARED", file=sys.stderr)
        return 2
    measured = measure_floors(shared)
    worse = regressions(read_floors(), measured) if FILE.is_file() else []
    for line in worse:
        print(line, file=sys.stderr)
    if worse and not given.allow_regression:
        print("nothing pinned: --allow-regression lowers the floors", file=sys.stderr)
        return 1
    pins = slacken(measured)
    write_floors(raised(read_floors(), pins) if FILE.is_file() and not given.allow_regression else pins)
    print(f"pinned: {sum(map(len, measured.floors.values()))} floors, {sum(map(len, measured.ceilings.values()))} ceilings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
