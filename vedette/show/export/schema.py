"""JSON Schemas of the exports, made from the records; `python -m vedette.show.export.schema` writes them to show/schemas."""

from pathlib import Path
from typing import cast

import msgspec

from vedette.model.claim import BASES, CHANNELS, KINDS, PHASES, ROLES, Claim
from vedette.model.lineage import RELATIONS, Event
from vedette.show.export.rows import CommentaryRow, CopyRow, OriginRow, RepairRow

Json = dict[str, object]
SCHEMAS = Path(__file__).parents[1] / "schemas"
ROWS: dict[str, type[msgspec.Struct]] = {
    "claims": Claim,
    "events": Event,
    "origins": OriginRow,
    "copies": CopyRow,
    "repairs": RepairRow,
    "commentary": CommentaryRow,
}
# closed lists: a value outside of them is an error of ours; kind of a repair is another list than kind of an event
CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("Claim", "kind"): KINDS,
    ("Claim", "phase"): PHASES,
    ("Claim", "polarity"): ("asserted", "denied"),
    ("Claim", "basis"): BASES,
    ("Participant", "role"): ROLES,
    ("Claimant", "channel"): CHANNELS,
    ("Event", "kind"): KINDS,
    ("Event", "phase"): PHASES,
    ("CopyRow", "relation"): RELATIONS,
    ("Place", "precision"): ("site", "locality", "region", "country"),
}


def make_schema(name: str) -> Json:
    """The schema of one row of the export: every field is required, no other is allowed, offsets are not negative."""
    schema = msgspec.json.schema(ROWS[name])
    definitions = cast("dict[str, Json]", schema["$defs"])
    for title, definition in definitions.items():
        narrow(title, definition)
    head: Json = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"one line of `vedette export --to {name}`",
    }
    return head | schema


def narrow(title: str, definition: Json) -> None:
    properties = cast("dict[str, Json]", definition["properties"])
    definition["required"] = list(properties)
    definition["additionalProperties"] = False
    for field, form in properties.items():
        form.pop("default", None)
        if field in ("start", "end"):
            form["minimum"] = 0
        if (title, field) == ("CopyRow", "strength"):
            form.update(minimum=0, maximum=1)
        if (title, field) in CLOSED:
            values = list(CLOSED[title, field])
            properties[field] = {"enum": [*values, None]} if "anyOf" in form else {"enum": values}


def encode_schema(name: str) -> str:
    return msgspec.json.format(msgspec.json.encode(make_schema(name)), indent=1).decode() + "\n"


def write_schemas() -> None:
    SCHEMAS.mkdir(exist_ok=True)
    for name in ROWS:
        (SCHEMAS / f"{name}.json").write_text(encode_schema(name), encoding="utf-8")


if __name__ == "__main__":
    write_schemas()
