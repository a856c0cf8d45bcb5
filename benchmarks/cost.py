"""What a reading costs: documents a second end to end on one core, peak memory, the size of the installation.

    python -m benchmarks.cost [--copies 5]

End to end: `vedette read` of reports in JSON lines into a new casebook, start of the process included. The reports are the corpus
beside the repository, once and several times over with other ids and a changed first line.
"""

import argparse
import os
import platform
import resource
import site
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import ROOT, Row, digest_of, find_shared, read_lines, write_lines


def size_of(folder: Path) -> int:
    """Bytes of the files under a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def repeat(reports: list[Row], copies: int) -> list[Row]:
    return [row | {"id": f"{row['id']}-{n}", "text": f"{n}. {row['text']}"} for n in range(copies) for row in reports]


def time_reading(reports: list[Row]) -> tuple[float, float]:
    """Seconds of `vedette read` bound to one core, and its peak memory in megabytes."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        source, book = Path(folder) / "reports.jsonl", str(Path(folder) / "book")
        write_lines(source, reports)
        command = [sys.executable, "-m", "vedette.show.cli"]
        subprocess.run([*command, "new", book], check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run([*command, "read", book, str(source)], check=True, capture_output=True)
        seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=3)
    given = parser.parse_args()
    shared = find_shared()
    if shared is None:
        print("no corpus: set VEDETTE_SHARED", file=sys.stderr)
        return 2
    once = read_lines(shared / "corpus" / "reports.jsonl")
    first, memory = time_reading(once)
    many = repeat(once, given.copies)
    seconds, peak = time_reading(many)
    print(f"machine: {platform.machine()}, {os.cpu_count()} cores, one used; Python {platform.python_version()}")
    print(f"data: {digest_of(shared / 'corpus')[:16]}, {len(once)} reports, {sum(len(row['text']) for row in once):,} letters")
    print(f"{len(once)} reports: {first:.1f} s, {len(once) / first:.1f} documents/s, peak {memory:.0f} MB")
    print(f"{len(many)} reports: {seconds:.1f} s, {len(many) / seconds:.1f} documents/s, peak {peak:.0f} MB")
    packages = [Path(folder) for folder in site.getsitepackages() if Path(folder).is_dir()]
    installed, ours = sum(map(size_of, packages)), size_of(ROOT / "vedette")
    print(f"installation: {installed / 1e6:.0f} MB of packages, vedette itself {ours / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
