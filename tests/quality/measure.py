"""What the floors are about: which numbers may not fall, which may not rise, and how they are measured."""

import math
import tempfile
from pathlib import Path

import msgspec

from benchmarks.corpus import Row, Scores, digest_of, documents_in, load_scorer, number, read_corpus, read_lines, score_part

FILE = Path(__file__).with_name("floors.json")
PARTS = ("open", "sealed")
NEVER_FALL = (
    "claims", "detection", "whole", "phase", "channel", "denied", "hedged", "background", "actors", "roles", "systems", "said_by",
    "quantities", "place", "date_exact", "date_right", "said_on", "events", "episodes", "repairs", "commentary", "same_origin",
    "edges", "direction", "relation",
)  # fmt: skip
SLACK = 0.015
# Links follow from fields: a claimant who is read better can cost a link that hung on him.
LINKS = ("events", "episodes", "same_origin", "edges")
# Numbers over matched claims alone, which rest on few items where few claims bear the field: they give way by one item of gold.
# A reading that finds one more denial and reads it wrongly is not worse than one that never found it.
FEW = ("channel", "denied", "hedged", "background", "quantities", "place", "said_on", "commentary", "repairs", *LINKS)
NEVER_RISE = ("void", "date_wrong", "distractors")


class Floors(msgspec.Struct, frozen=True):
    """`corpus`: SHA-256 of the files that were read. `floors`, `ceilings`: by part, pooled over en, ru, be.

    `support`: on how many items of gold a number of FEW rests in this reading.
    """

    corpus: str
    reports: int
    floors: dict[str, dict[str, float]]
    ceilings: dict[str, dict[str, float]]
    support: dict[str, dict[str, int]] = {}


def read_floors(path: Path = FILE) -> Floors:
    return msgspec.json.decode(path.read_bytes(), type=Floors)


def write_floors(floors: Floors, path: Path = FILE) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")


def measure_floors(shared: Path) -> Floors:
    """The corpus read once by the command line and scored; three decimals, rounded to the lenient side."""
    corpus, scorer = shared / "corpus", load_scorer(shared)
    lineage, gold = read_lines(corpus / "lineage.jsonl"), read_lines(corpus / "gold.jsonl")
    floors: dict[str, dict[str, float]] = {}
    ceilings: dict[str, dict[str, float]] = {}
    support: dict[str, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        read_corpus(corpus / "reports.jsonl", Path(folder))
        for part in PARTS:
            ids = documents_in(lineage, part)
            scores = score_part(scorer, corpus, Path(folder), ids)
            floors[part] = {name: math.floor(number(scores[name]) * 1000) / 1000 for name in NEVER_FALL if name in scores}
            support[part] = support_of(
                scores, sum(claim_has_channel(c) for row in gold if row["id"] in ids for c in row["claims"])
            )
            ceilings[part] = {name: math.ceil(number(scores[name]) * 1000) / 1000 for name in NEVER_RISE if name in scores}
    return Floors(digest_of(corpus), len(lineage), floors, ceilings, support)


def claim_has_channel(claim: Row) -> bool:
    return any(claimant.get("channel") for claimant in claim.get("said_by") or [])


def support_of(scores: Scores, channels: int) -> dict[str, int]:
    """Items of gold by the number that rests on them; a channel's are all that gold has, matched or not.

    Of pairs of documents two in n move when one of n documents moves.
    """
    items = {name: int(scores[name]["gold"]) for name in FEW if name in scores and name != "channel"}
    return items | {"channel": channels} | ({"same_origin": scores["documents"] // 2} if "same_origin" in items else {})


def slacken(measured: Floors) -> Floors:
    """What is pinned: a little below what was measured, as the rounding of another processor can turn a claim or two."""
    floors = {
        part: {name: max(0.0, round(pin - SLACK, 3)) for name, pin in pins.items()} for part, pins in measured.floors.items()
    }
    ceilings = {
        part: {name: round(pin + SLACK, 3) if name != "void" else pin for name, pin in pins.items()}
        for part, pins in measured.ceilings.items()
    }
    return Floors(measured.corpus, measured.reports, floors, ceilings)  # the support is the reading's, not the pin's


def raised(old: Floors, new: Floors) -> Floors:
    """The stricter of two pins for each number: a floor only rises, a ceiling only falls."""
    floors = {
        part: {name: max(pin, old.floors.get(part, {}).get(name, pin)) for name, pin in pins.items()}
        for part, pins in new.floors.items()
    }
    ceilings = {
        part: {name: min(pin, old.ceilings.get(part, {}).get(name, pin)) for name, pin in pins.items()}
        for part, pins in new.ceilings.items()
    }
    return Floors(new.corpus, new.reports, floors, ceilings)


def regressions(pinned: Floors, measured: Floors) -> list[str]:
    """Every number on the wrong side of its pin, in words; empty where all is well."""
    found = []
    for part, pins in pinned.floors.items():
        ours, few = measured.floors.get(part, {}), measured.support.get(part, {})
        found += [
            f"{part}: {name} fell from {pin} to {ours.get(name, 0.0)}"
            for name, pin in pins.items()
            if ours.get(name, 0.0) < pin - (1 / few[name] if few.get(name) else 0.0)
        ]
    for part, pins in pinned.ceilings.items():
        ours = measured.ceilings.get(part, {})
        found += [
            f"{part}: {name} rose from {pin} to {ours.get(name)}" for name, pin in pins.items() if ours.get(name, pin) > pin
        ]
    return found
