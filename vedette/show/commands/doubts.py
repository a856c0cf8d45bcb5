"""vedette doubts: what was not understood or not decided."""

import argparse

from vedette.ask.doubts import doubts
from vedette.show.casebook import open_view
from vedette.show.output import note, print_json_lines, print_text
from vedette.show.table import Column, draw_table
from vedette.show.words import count

COLUMNS = (Column("document", 9), Column("words", 16), Column("doubt", 24), Column("choices", 12), Column("raised by", 9))


def run(arguments: argparse.Namespace) -> int:
    with open_view(arguments.casebook) as view:
        found = doubts(view, document=arguments.document)
    if arguments.json:
        print_json_lines(found)
    elif found:
        rows = [
            (one.document, f"{one.start}: {one.text}" if one.text else "", one.reason, ", ".join(one.choices), one.station)
            for one in found
        ]
        print_text(draw_table(COLUMNS, rows) + f"\n{count(len(found), 'doubt')}\n")
    if not found:
        note("vedette: no doubts")
    return 0
