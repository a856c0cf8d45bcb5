"""How many named spans of the gold are found, and as what: `python -m benchmarks.names [--open|--sealed] [GOLD REPORTS]`.

A span with a capital or a digit is a gold quote that has one, and is a participant, a claimant, a system or a place with an
entity. Of these, "named" are those whose capital is not only a country's adjective ("Russian soldiers") or the start of a
sentence ("Crews").
found: a mention of the right kind stands in it, or holds it. whole: it covers at least half of the span. thing: the gold entity
is among the mention's things. precision: the share of the mentions of systems and places, in texts
with claims, whose thing stands in the gold (which names only what belongs to a claim, so this is a lower bound).
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from vedette.knowledge.book import load_knowledge
from vedette.lang.demonyms import read_demonyms
from vedette.lang.surroundings import starts_sentence
from vedette.mark.gazetteer import build_gazetteer
from vedette.mark.names import find_names
from vedette.model.marked import Mention
from vedette.resolve.garbles import find_garbles

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
KINDS = {
    "participants": ("actor", "person", "place"),
    "said_by": ("actor", "person", "place"),
    "systems": ("system",),
    "place": ("place",),
}
Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_sealed(document: str, stories: dict[str, str | None]) -> bool:
    return int(sha256((stories.get(document) or document).encode()).hexdigest(), 16) % 3 == 0


def named_spans(document: Row) -> Iterator[tuple[str, Row]]:
    """(field, span) of each named span, once."""
    seen = set()
    for claim in document["claims"]:
        for field in KINDS:
            items = claim.get(field) or []
            for item in [items] if isinstance(items, dict) else items:
                key = (field, item.get("start"), item.get("end"), item.get("entity"))
                quote = item.get("quote") or ""
                if key not in seen and item.get("entity") and any(letter.isupper() or letter.isdigit() for letter in quote):
                    seen.add(key)
                    yield field, item


def is_named(item: Row, text: str, lang: str) -> bool:
    """Is there a capital or a digit besides countries' adjectives and the first word of a sentence?"""
    covered = {
        n
        for word in read_demonyms(lang).find(text)
        if word.form in ("adjective", "joining")
        for n in range(word.start, word.stop)
    }
    first = len(re.match(r"\W*\w*", item["quote"])[0]) + item["start"] if starts_sentence(text, item["start"]) else item["start"]  # type: ignore[index]
    if item["entity"].startswith(("state-", "alexander-", "vladimir-", "viktor-")) and len(item["quote"]) > 3:
        first = item["start"]
    return any((text[n].isupper() or text[n].isdigit()) and n not in covered for n in range(first, item["end"]))


def best_mention(field: str, item: Row, mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in KINDS[field] and m.start < item["end"] and item["start"] < m.stop]


def measure(documents: list[Row], texts: dict[str, str], *, show: bool) -> dict[str, Counter[str]]:
    gazetteer, knowledge = build_gazetteer(load_knowledge().things), load_knowledge()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        lang, text = document["id"][:2], texts[document["id"]]
        began = time.perf_counter()
        mentions = list(find_names(text, lang=lang, gazetteer=gazetteer))
        garbles = find_garbles(text, lang, tuple(mentions), knowledge)
        counts[lang]["ms"] += round(1000 * (time.perf_counter() - began))
        counts[lang]["documents"] += 1
        taken = [(g.start, g.stop) for g in garbles]
        mentions = [m for m in mentions if not any(m.start < stop and start < m.stop for start, stop in taken)] + list(garbles)
        score_document(document, text, mentions, counts[lang], show=show)
    return counts


def score_document(document: Row, text: str, mentions: list[Mention], count: Counter[str], *, show: bool) -> None:
    entities = set()
    for field, item in named_spans(document):
        entities.add(item["entity"])
        met = best_mention(field, item, mentions)
        right = [m for m in met if item["entity"] in m.things]
        half = [m for m in right if 2 * (min(m.stop, item["end"]) - max(m.start, item["start"])) >= item["end"] - item["start"]]
        count.update(gold=1, kind=bool(met), thing=bool(right), whole=bool(half))
        if is_named(item, text, document["id"][:2]):
            count.update({"named.gold": 1, "named.kind": bool(met), "named.thing": bool(right), "named.whole": bool(half)})
            if show and not right:
                print("named:", end=" ")
        count.update({f"{field}.gold": 1, f"{field}.kind": bool(met), f"{field}.thing": bool(right)})
        if show and not right:
            print(document["id"], field, item["entity"], "|", item["quote"], "|", [(m.text, m.things[:3]) for m in met])
    if entities:
        for mention in mentions:
            if mention.kind in ("system", "place") and mention.things and not mention.things[-1].startswith("state-"):
                count.update(predicted=1, precise=any(thing in entities for thing in mention.things))


def show_counts(counts: dict[str, Counter[str]]) -> None:
    total: Counter[str] = Counter()
    for lang, count in sorted(counts.items()):
        total += count
        print(line_of(lang, count))
    print(line_of("all", total))
    for field in KINDS:
        gold = total[f"{field}.gold"] or 1
        print(f"  {field:12} kind {total[f'{field}.kind'] / gold:.3f}  thing {total[f'{field}.thing'] / gold:.3f}  ({gold})")


def line_of(name: str, count: Counter[str]) -> str:
    gold, named, predicted = count["gold"] or 1, count["named.gold"] or 1, count["predicted"] or 1
    shares = {key: count[key] / gold for key in ("kind", "thing", "whole")}
    return (
        f"{name:4} named: kind {count['named.kind'] / named:.3f}  thing {count['named.thing'] / named:.3f}  ({named})"
        f"  with a capital: kind {shares['kind']:.3f}  thing {shares['thing']:.3f}  whole {shares['whole']:.3f}  ({gold})"
        f"  precision {count['precise'] / predicted:.3f} ({predicted})  {count['ms'] / (count['documents'] or 1):.1f} ms a text"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=CORPUS / "gold.jsonl")
    parser.add_argument("reports", nargs="?", type=Path, default=CORPUS / "reports.jsonl")
    parser.add_argument("--lineage", type=Path, help="where the stories stand; beside the gold by default")
    parser.add_argument("--open", action="store_true", help="leave the sealed part out")
    parser.add_argument("--sealed", action="store_true", help="only the sealed part")
    parser.add_argument("--misses", action="store_true", help="print each span that was missed")
    args = parser.parse_args()
    lineage = args.lineage or args.gold.with_name("lineage.jsonl")
    stories = {row["id"]: row.get("story") for row in read_rows(lineage)} if lineage.exists() else {}
    texts = {row["id"]: row["text"] for row in read_rows(args.reports)}
    documents = [row for row in read_rows(args.gold) if row["id"] in texts]
    if args.open or args.sealed:
        documents = [row for row in documents if is_sealed(row["id"], stories) == args.sealed]
    show_counts(measure(documents, texts, show=args.misses))


if __name__ == "__main__":
    main()
