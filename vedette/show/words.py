"""Short words for an event's fields, the same in the table and on the page."""

from collections.abc import Sequence

from vedette.ask.ladder import Milestone
from vedette.ask.timeline import Row
from vedette.model.claim import Claim
from vedette.model.lineage import Event

SHORT = 10
NO_CLAIMANT = "the outlets themselves"


def short_id(key: str) -> str:
    """`e-5f0c91ab`: enough letters to ask for it by."""
    return key[:SHORT]


def say_kind(record: Row | Event | Claim) -> str:
    """`training, completed`, and `denied:` before what is denied."""
    return f"{'denied: ' if record.polarity == 'denied' else ''}{record.kind}, {record.phase}"


def say_list(names: Sequence[str], *, most: int = 3) -> str:
    """`A, B, C and 2 more`."""
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def say_what(row: Row) -> str:
    """Systems, actors, place: `Iskander-M · Armed Forces of Belarus · at Machulishchi airfield`."""
    parts = [say_list([one.name for one in row.systems]), say_list([one.name for one in row.actors])]
    if row.place:
        parts.append(f"at {row.place.name or row.place.text}")
    return " · ".join(part for part in parts if part)


def say_claimants(row: Row) -> str:
    return say_list(row.said_by, most=2) or NO_CLAIMANT


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say_behind(record: Row | Event | Milestone) -> str:
    """`7 reports, 1 origin`; where independence is not established or no lineage is known, that stands beside the counts."""
    reports = count(record.reports, "report")
    origins = f", {count(len(record.origins), 'origin')}" if record.origins else ""
    state = "" if is_established(record.independence) else f"; {record.independence}"
    return f"{reports}{origins}{state}"


def is_established(independence: str) -> bool:
    return independence[:1].isdigit()
