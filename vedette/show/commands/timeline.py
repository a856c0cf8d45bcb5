"""vedette timeline: what is said to have happened, in order."""

import argparse
from collections.abc import Sequence

from vedette.ask.timeline import POSSIBLY, UNDATED, Filters, Row, timeline
from vedette.show.casebook import open_view
from vedette.show.dates import say_date
from vedette.show.output import note, print_json_lines, print_text
from vedette.show.table import Column, draw_table, draw_text
from vedette.show.words import count, say_behind, say_claimants, say_kind, say_what, short_id

COLUMNS = (Column("when, id", 11), Column("event", 15), Column("what", 18), Column("according to", 14), Column("behind it", 13))


def run(arguments: argparse.Namespace) -> int:
    filters = filters_of(arguments)
    with open_view(arguments.casebook) as view:
        rows = timeline(view, filters)
    if arguments.json:
        print_json_lines(rows)
    else:
        print_text(draw_timeline(rows))
    if not rows:
        note("vedette: no event matches")
    return 0


def filters_of(arguments: argparse.Namespace) -> Filters:
    return Filters(
        system=tuple(arguments.system),
        actor=tuple(arguments.actor),
        place=tuple(arguments.place),
        kind=tuple(arguments.kind),
        said_by=tuple(arguments.said_by),
        language=tuple(arguments.language),
        since=arguments.since,
        until=arguments.until,
    )


def draw_timeline(rows: Sequence[Row]) -> str:
    """The dated events, then those without a date under their own heading; then what the counts rest on."""
    if not rows:
        return ""
    dated, undated = [row for row in rows if row.inside != UNDATED], [row for row in rows if row.inside == UNDATED]
    parts = [draw_table(COLUMNS, map(cells_of, dated))] if dated else []
    if undated:
        parts.append(draw_text(f"Without a date that could be settled: {count(len(undated), 'event')}"))
        parts.append(draw_table(COLUMNS, map(cells_of, undated)))
    episodes = len({row.episode for row in rows})
    parts.append(
        draw_text(f"{count(len(rows), 'event')} in {count(episodes, 'episode')}. `vedette show CASEBOOK ID` shows the words.")
    )
    return "\n".join(parts)


def cells_of(row: Row) -> tuple[str, ...]:
    marks = [
        mark
        for mark in ("possibly in the period" if row.inside == POSSIBLY else "", "superseded" if row.superseded_by else "")
        if mark
    ]
    when = "\n".join([say_date(row.date), short_id(row.event)])
    kind = "\n".join([say_kind(row), *marks])
    behind = say_behind(row) + (f"; {count(len(row.contradictions), 'contradiction')}" if row.contradictions else "")
    return (when, kind, say_what(row), say_claimants(row), behind)
