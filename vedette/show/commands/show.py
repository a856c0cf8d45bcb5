"""vedette show: one entry with its words."""

import argparse

from vedette.ask.entries import find_entry
from vedette.show.casebook import open_view
from vedette.show.output import print_json, print_text
from vedette.show.sheets import draw_entry


def run(arguments: argparse.Namespace) -> int:
    with open_view(arguments.casebook) as view:
        entry = find_entry(view, arguments.id)
        text = "" if arguments.json else draw_entry(entry, view)
    if arguments.json:
        print_json(entry)
    else:
        print_text(text)
    return 0
