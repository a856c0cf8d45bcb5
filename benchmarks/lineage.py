"""Who copied whom, how many origins, which events: scored against the open part of the gold, or the sealed one.

    python benchmarks/lineage.py REPORTS GOLD LINEAGE [--claims FILE] [--part open|sealed|all] [--drop 0.2]

Claims come from the gold itself, so that tracing is measured apart from reading, or from a file that `vedette export --to
claims` printed. `--drop` leaves out that share of claims, and of the fields of the others, by a fixed draw.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from vedette.ask.evaluate.scores import Files, evaluate
from vedette.model.claim import Claim, DocumentRef
from vedette.model.edtf import bounds
from vedette.model.key import hash_of
from vedette.model.text import Document
from vedette.trace.copies import find_copies
from vedette.trace.events import settle_events
from vedette.trace.origins import find_origins

Row = dict[str, Any]


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_sealed(row: Row) -> bool:
    """The part that is never looked at while building: a third, by story, so that no family is torn."""
    return int(sha256((row.get("story") or row["id"]).encode()).hexdigest(), 16) % 3 == 0


def document_of(row: Row) -> Document:
    return Document(
        key=hash_of("document", row["id"], row["text"]), id=row["id"], text=row["text"], lang=row["lang"], url=row.get("url"),
        outlet=row.get("outlet"), title=row.get("title"), form=row.get("kind"), published=row.get("published"),
    )  # fmt: skip


def as_field(value: Row) -> Row:
    """A field of the gold in the names of the record: thing for entity, text for quote."""
    row = {"name": None, **value}
    row["thing"], row["text"] = row.pop("entity", None), row.pop("quote")
    row.setdefault("start", 0)
    row.setdefault("end", 0)
    return row


def as_date(value: Row | None) -> Row | None:
    if value is None:
        return None
    found = bounds(value.get("edtf"))
    return {**as_field(value), "earliest": found[0] if found else None, "latest": found[1] if found else None}


def claim_of(row: Row, document: Document, number: int) -> Claim:
    """A claim of the gold as the extractor would have made it."""
    fields = {
        name: [as_field(item) for item in row.get(name) or []] for name in ("participants", "systems", "said_by", "quantities")
    }
    place = as_field(row["place"]) if row.get("place") else None
    kept = {name: row[name] for name in ("kind", "phase", "polarity", "hedge", "background", "sentence", "start", "end")}
    reference = DocumentRef(
        key=document.key,
        id=document.id,
        url=document.url,
        outlet=document.outlet,
        published=document.published,
        lang=document.lang,
    )
    return msgspec.convert(
        {
            "claim": hash_of("claim", document.key, number), "document": msgspec.to_builtins(reference), **kept, **fields,
            "place": place, "date": as_date(row.get("date")), "said_on": as_date(row.get("said_on")),
        },
        type=Claim,
    )  # fmt: skip


def spoil_claims(claims: Iterable[Claim], share: float, seed: int = 7) -> list[Claim]:
    """The claims of a worse reader: some are missing, others lack a field."""
    draw = random.Random(seed)
    kept = []
    for claim in claims:
        if draw.random() < share:
            continue
        empty: dict[str, Any] = {"participants": (), "systems": (), "place": None, "date": None, "said_on": None, "said_by": ()}
        kept.append(msgspec.structs.replace(claim, **{name: value for name, value in empty.items() if draw.random() < share}))
    return kept


def claims_by_document(
    documents: Sequence[Document], gold: Sequence[Row], exported: Path | None, share: float
) -> dict[str, list[Claim]]:
    keys = {document.id: document for document in documents}
    if exported:
        claims = [msgspec.convert(row, type=Claim) for row in read_lines(exported)]
        claims = [
            msgspec.structs.replace(c, document=msgspec.structs.replace(c.document, key=keys[c.document.id].key))
            for c in claims
            if c.document.id in keys
        ]
    else:
        claims = [claim_of(c, keys[row["id"]], n) for row in gold if row["id"] in keys for n, c in enumerate(row["claims"])]
    found: dict[str, list[Claim]] = {document.key: [] for document in documents}
    for claim in spoil_claims(claims, share) if share else claims:
        found[claim.document.key].append(claim)
    return found


def trace_all(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> tuple[list[Row], list[Row], list[Row]]:
    """Rows of the exports: copies, origins, claims with their events."""
    ids = {document.key: document.id for document in documents}
    copies = find_copies(documents, claims)
    origins = find_origins(documents, claims, copies)
    _, places = settle_events(claims, documents, origins, copies)
    edges = [
        {"document": {"id": ids[c.document]}, "of": {"id": ids[c.of]}, "relation": c.relation, "why": list(c.why)} for c in copies
    ]
    roots = [{"document": {"id": ids[o.document]}, "origin": o.key, "label": o.label, "why": list(o.why)} for o in origins]
    rows = []
    for told in claims.values():
        for claim in told:
            row = msgspec.to_builtins(claim)
            row["event"], row["episode"] = places[claim.claim]
            rows.append(row)
    return edges, roots, rows


def write_lines(path: Path, rows: Iterable[Row]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def score_all(folder: Path, gold: Sequence[Row], lineage: Sequence[Row], exports: Sequence[Sequence[Row]]) -> dict[str, Any]:
    """The shared scorer's numbers; `folder` keeps the exports and the part of the gold that they were scored against."""
    names = ("copies", "origins", "events")
    golds = {"events": write_lines(folder / "gold.jsonl", gold)}
    golds["copies"] = golds["origins"] = write_lines(folder / "lineage.jsonl", lineage)
    return {
        name: evaluate(name, Files(golds[name], write_lines(folder / f"{name}.jsonl", rows)))
        for name, rows in zip(names, exports, strict=True)
    }


def keep(rows: Iterable[Row], stories: Mapping[str, Row], part: str) -> list[Row]:
    return [row for row in rows if part == "all" or is_sealed(stories[row["id"]]) == (part == "sealed")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("lineage", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--part", choices=["open", "sealed", "all"], default="open")
    parser.add_argument("--drop", type=float, default=0.0)
    parser.add_argument("--out", type=Path, help="a folder that keeps the exports")
    args = parser.parse_args()
    stories = {row["id"]: row for row in read_lines(args.lineage)}
    reports, gold = (keep(read_lines(path), stories, args.part) for path in (args.reports, args.gold))
    documents = [document_of(row) for row in reports]
    claims = claims_by_document(documents, gold, args.claims, args.drop)
    with tempfile.TemporaryDirectory() as spare:
        folder = args.out or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        scores = score_all(folder, gold, keep(stories.values(), stories, args.part), trace_all(documents, claims))
    json.dump({"part": args.part, "documents": len(documents), **msgspec.to_builtins(scores)}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
