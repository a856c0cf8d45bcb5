"""vedette verify: evidence and journal unaltered."""

import argparse
from pathlib import Path

from vedette.ledger.book import open_casebook
from vedette.ledger.verify import verify
from vedette.show.output import print_json, print_text
from vedette.show.table import clean

ALTERED = 1


def run(arguments: argparse.Namespace) -> int:
    """1 where anything is not as it was written."""
    with open_casebook(Path(arguments.casebook)) as book:
        faults = verify(book)
        counts = book.counts()
    if arguments.json:
        print_json({"ok": not faults, "faults": faults, "checked": counts})
    elif faults:
        print_text("".join(f"{clean(fault.where)}: {clean(fault.what)}\n" for fault in faults))
    else:
        print_text(
            f"unaltered: {counts['evidence']} pieces of evidence, {counts['document']} documents, {counts['journal']} entries\n"
        )
    return ALTERED if faults else 0
