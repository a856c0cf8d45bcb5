"""csv: one event a row, named as conflict data are (ACLED), with the precision of day and place beside them.

`time_precision` and `geo_precision` as ACLED counts them: 1 a day / a named site or town, 2 about a week / a region,
3 about a month or longer / a country; empty where nothing is known, and then the day or point is empty too.
A cell that begins like a formula gets an apostrophe before it (CWE-1236), unless `raw` is asked for.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from vedette.ask.dates import FOREVER, bounds_of, days_of
from vedette.ask.facets import claimants_of
from vedette.ask.view import View
from vedette.model.lineage import Event

HEADING = (
    "event_id", "episode_id", "event_date", "edtf", "earliest", "latest", "time_precision", "event_type", "phase", "polarity",
    "actors", "systems", "location", "country", "latitude", "longitude", "geo_precision", "said_by", "languages",
    "n_reports", "n_outlets", "n_origins", "independence", "grade", "contradictions", "superseded_by", "notes",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
GEO_PRECISION = {"site": "1", "locality": "1", "region": "2", "country": "3"}
WEEK = 7


class Csv:
    name = "csv"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        yield write_row(HEADING, raw=raw)
        for event in sorted(view.events.values(), key=order_of):
            yield write_row(cells_of(event, view), raw=raw)


def order_of(event: Event) -> tuple[bool, str, str, str]:
    """By their days, the undated last."""
    first, last = days_of(event.date)
    return ((first, last) == FOREVER, first, last, event.event)


def write_row(cells: Sequence[str], *, raw: bool) -> str:
    stream = io.StringIO()
    # the writer quotes a cell with a carriage return only where its lines end with one
    csv.writer(stream, lineterminator="\r\n").writerow(cells if raw else [neutralise(cell) for cell in cells])
    return stream.getvalue().removesuffix("\r\n") + "\n"


def neutralise(cell: str) -> str:
    """A spreadsheet must not run it; figures such as -12.5 stay."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) and not is_number(cell) else cell


def is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdecimal()


def cells_of(event: Event, view: View) -> tuple[str, ...]:
    claims = view.claims_of(event)
    first, last = days_of(event.date)
    edtf, place = event.date.edtf if event.date else None, event.place
    return (
        event.event,
        event.episode,
        first if first == last else "",
        edtf or "",
        first if first != FOREVER[0] else "",
        last if last != FOREVER[1] else "",
        time_precision(edtf),
        event.kind,
        event.phase,
        event.polarity,
        "; ".join(map(view.names.say, event.participants)),
        "; ".join(map(view.names.say, event.systems)),
        (place.name or place.text) if place else "",
        (place.country or "") if place else "",
        str(place.lat) if place and place.lat is not None else "",
        str(place.lon) if place and place.lon is not None else "",
        GEO_PRECISION.get(place.precision or "", "") if place else "",
        "; ".join(claimants_of(claims)),
        " ".join(sorted({claim.document.lang for claim in claims})),
        str(event.reports),
        str(event.outlets),
        str(len(event.origins)),
        event.independence,
        event.grade or "",
        "; ".join(event.contradictions),
        event.superseded_by or "",
        claims[0].sentence if claims else "",
    )


def time_precision(edtf: str | None) -> str:
    bounds = bounds_of(edtf)
    if bounds is None or FOREVER[0] == bounds[0] or FOREVER[1] == bounds[1]:
        return ""
    days = (date.fromisoformat(bounds[1]) - date.fromisoformat(bounds[0])).days + 1
    return "1" if days == 1 else "2" if days <= WEEK else "3"
