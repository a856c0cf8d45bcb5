"""vedette export: the casebook's records as files for other tools."""

import argparse
import os
import sys
from pathlib import Path

from vedette.show.casebook import open_view
from vedette.show.export.exporter import find_exporter


def run(arguments: argparse.Namespace) -> int:
    exporter = find_exporter(arguments.to)
    with open_view(arguments.casebook) as view:
        pieces = exporter.write(view, raw=arguments.raw)
        if arguments.output is None:
            sys.stdout.writelines(pieces)
        else:
            write_file(Path(arguments.output), "".join(pieces))
    return 0


def write_file(path: Path, content: str) -> None:
    """Whole or not at all: a file of that name is replaced only when the new one is complete."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_text(content, encoding="utf-8")
    half.replace(path)
