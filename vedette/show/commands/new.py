"""vedette new: an empty casebook."""

import argparse
from pathlib import Path

from vedette.ledger.book import create_casebook
from vedette.show.output import note, print_json


def run(arguments: argparse.Namespace) -> int:
    path = Path(arguments.casebook)
    create_casebook(path).close()
    if arguments.json:
        print_json({"casebook": str(path)})
    else:
        note(f"{path}: an empty casebook; `vedette read {path} SOURCE...` fills it")
    return 0
