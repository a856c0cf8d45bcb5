"""A claim field by field: the value, the words that give it, and what sibling reports settle of it."""

import msgspec

from vedette.model.claim import Claim, Date, Place
from vedette.model.lineage import Event, Settled


class FieldLine(msgspec.Struct, frozen=True, kw_only=True):
    """`value` is null where the text gives none; `settled`: what the event says of the field, with claims for and against."""

    field: str
    value: str | None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    settled: tuple[Settled, ...] = ()


SETTLED_AS = {"performer": "participants", "actor": "participants", "actors": "participants", "system": "systems"}


def lines_of(claim: Claim, event: Event | None) -> tuple[FieldLine, ...]:
    """The fields in the order of the contract; those that the text does not give stand where siblings settle them."""
    settled = event.settled if event else ()
    lines = [
        FieldLine(field="kind", value=claim.kind),
        FieldLine(field="phase", value=claim.phase),
        FieldLine(field="polarity", value=claim.polarity),
        *([FieldLine(field="hedge", value=claim.hedge, text=claim.hedge)] if claim.hedge else []),
        *([FieldLine(field="background", value="told as the past of the report")] if claim.background else []),
        *participant_lines(claim),
        *system_lines(claim),
        *place_lines("place", claim.place),
        *place_lines("from", claim.origin_place),
        *date_lines("date", claim.date),
        *date_lines("said_on", claim.said_on),
        *(
            FieldLine(
                field="quantity",
                value=f"{show_value(one.value)} {one.what or ''}".strip(),
                text=one.text,
                start=one.start,
                end=one.end,
            )
            for one in claim.quantities
        ),
        *(
            FieldLine(field="identifier", value=one.text, text=one.text, start=one.start, end=one.end)
            for one in claim.identifiers
        ),
        *([FieldLine(field="basis", value=claim.basis)] if claim.basis else []),
        *claimant_lines(claim),
    ]
    return add_settled(lines, settled)


def show_value(value: int | float | tuple[int | float, int | float]) -> str:
    return f"{value[0]} to {value[1]}" if isinstance(value, tuple) else str(value)


def participant_lines(claim: Claim) -> list[FieldLine]:
    return [
        FieldLine(field="participants", value=f"{one.name or one.text} ({one.role})", text=one.text, start=one.start, end=one.end)
        for one in claim.participants
    ]


def system_lines(claim: Claim) -> list[FieldLine]:
    lines = []
    for one in claim.systems:
        repaired = f" (repaired: {one.repaired})" if one.repaired else ""
        lines.append(
            FieldLine(field="systems", value=(one.name or one.text) + repaired, text=one.text, start=one.start, end=one.end)
        )
    return lines


def place_lines(field: str, place: Place | None) -> list[FieldLine]:
    if place is None:
        return [FieldLine(field=field, value=None)] if field == "place" else []
    parts = [place.name or place.text, place.country, place.precision]
    # the middle of a country or a region is no place where anything happened
    is_point = place.precision in ("site", "locality") and place.lat is not None and place.lon is not None
    point = f"{place.lat:.4f}, {place.lon:.4f}" if is_point else None
    value = ", ".join(part for part in (*parts, point) if part)
    return [FieldLine(field=field, value=value, text=place.text, start=place.start, end=place.end)]


def date_lines(field: str, date: Date | None) -> list[FieldLine]:
    if date is None:
        return [FieldLine(field=field, value=None)] if field == "date" else []
    value = date.edtf or (f"one of {', '.join(date.candidates)}" if date.candidates else None)
    return [FieldLine(field=field, value=value, text=date.text, start=date.start, end=date.end)]


def claimant_lines(claim: Claim) -> list[FieldLine]:
    if not claim.said_by:
        return [FieldLine(field="said_by", value=f"{claim.document.outlet or 'the document'} itself")]
    lines = []
    for one in claim.said_by:
        more = ", ".join(part for part in (one.post, f"on {one.channel}" if one.channel else None) if part)
        value = f"{one.name or one.text}{f' ({more})' if more else ''}"
        lines.append(FieldLine(field="said_by", value=value, text=one.text, start=one.start, end=one.end))
    return lines


def add_settled(lines: list[FieldLine], settled: tuple[Settled, ...]) -> tuple[FieldLine, ...]:
    """Puts each settled field beside the first line of its field, or on a line of its own."""
    waiting: dict[str, tuple[Settled, ...]] = {}
    for one in settled:
        field = "quantity" if one.field.startswith("number of") else SETTLED_AS.get(one.field, one.field)
        waiting[field] = (*waiting.get(field, ()), one)
    filled = [msgspec.structs.replace(line, settled=waiting.pop(line.field, ())) for line in lines]
    return (*filled, *(FieldLine(field=field, value=None, settled=some) for field, some in waiting.items()))
