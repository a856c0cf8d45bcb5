"""vedette search: documents that hold these words."""

import argparse

from vedette.ask.search import search
from vedette.ledger.search import Hit
from vedette.show.casebook import open_view
from vedette.show.dates import say_edtf
from vedette.show.output import note, print_json_lines, print_text
from vedette.show.table import draw_fields

DAY = 10


def run(arguments: argparse.Namespace) -> int:
    with open_view(arguments.casebook) as view:
        hits = search(view, " ".join(arguments.words), limit=arguments.limit)
    if arguments.json:
        print_json_lines(hits)
    else:
        print_text("\n".join(map(draw_hit, hits)))
    if not hits:
        note("vedette: no document holds these words")
    return 0


def draw_hit(hit: Hit) -> str:
    published = say_edtf(hit.published[:DAY]) if hit.published else "no date"
    return draw_fields(
        [(hit.id, f"{hit.title or 'no title'} ({hit.outlet or 'no outlet'}, {published})"), ("", f"“{mark(hit)}”")]
    )


def mark(hit: Hit) -> str:
    """The snippet with »words« found between guillemets."""
    pieces, done = [], 0
    for start, stop in hit.marks:
        pieces += [hit.snippet[done:start], "»", hit.snippet[start:stop], "«"]
        done = stop
    return "".join([*pieces, hit.snippet[done:]])
