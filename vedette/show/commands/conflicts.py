"""vedette conflicts: claims that cannot all be true."""

import argparse

from vedette.ask.conflicts import Conflict, conflicts
from vedette.ask.view import View
from vedette.show.casebook import open_view
from vedette.show.dates import say_date
from vedette.show.output import note, print_json_lines, print_text
from vedette.show.sheets import say_field_value
from vedette.show.table import draw_fields, draw_text
from vedette.show.words import short_id


def run(arguments: argparse.Namespace) -> int:
    with open_view(arguments.casebook) as view:
        found = conflicts(view)
        text = "" if arguments.json else "\n".join(draw_conflict(one, view) for one in found)
    if arguments.json:
        print_json_lines(found)
    else:
        print_text(text)
    if not found:
        note("vedette: no claims contradict each other")
    return 0


def draw_conflict(conflict: Conflict, view: View) -> str:
    settled = f", settled as {say_field_value(conflict.field, conflict.value, view)}" if conflict.value else ""
    title = f"{conflict.kind}, {say_date(conflict.date)} ({short_id(conflict.event)}): {conflict.field}{settled}"
    notes = "".join(draw_text(one, indent="  ") for one in conflict.notes)
    sides = [
        (
            f"{'for' if side.is_for else 'against'} {short_id(side.claim)}",
            f"{side.claimant or '?'} in {side.document}: “{side.sentence}”",
        )
        for side in conflict.sides
    ]
    return draw_text(title) + notes + draw_fields(sides)
