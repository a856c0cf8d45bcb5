"""vedette ladder: an actor's milestones with a system."""

import argparse

from vedette.ask.ladder import Milestone, ladder
from vedette.show.casebook import open_view
from vedette.show.dates import say_date, say_edtf
from vedette.show.output import note, print_json_lines, print_text
from vedette.show.table import Column, draw_table
from vedette.show.words import say_behind, short_id

COLUMNS = (Column("when, id", 11), Column("milestone", 14), Column("first said by", 18), Column("in", 7), Column("behind it", 13))


def run(arguments: argparse.Namespace) -> int:
    with open_view(arguments.casebook) as view:
        milestones = ladder(view, actor=arguments.actor, system=arguments.system)
    if arguments.json:
        print_json_lines(milestones)
    elif milestones:
        print_text(draw_table(COLUMNS, map(cells_of, milestones)))
    if not milestones:
        note("vedette: no milestone is claimed of this actor with this system")
    return 0


def say_when(milestone: Milestone) -> str:
    """The day of the occurrence, else the day by which it was said."""
    date = milestone.date
    if date and (date.edtf or date.candidates):
        return say_date(date)
    return f"known by {say_edtf(milestone.known_by)}" if milestone.known_by and milestone.known_by != "9999" else "undated"


def cells_of(milestone: Milestone) -> tuple[str, ...]:
    rung = f"{'denied: ' if milestone.denied else ''}{milestone.rung}{' again' if milestone.again else ''}"
    return (
        f"{say_when(milestone)}\n{short_id(milestone.event)}",
        rung,
        milestone.claimant or "",
        milestone.document or "",
        say_behind(milestone),
    )
