"""How often a description or pronoun of the gold is found and means the right thing: open part of the corpus.

    python benchmarks/references.py REPORTS GOLD [--wrong]

Plain names are left out of the count. Which reports may be opened, the README of the corpus says.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vedette.lang.demonyms import read_demonyms
from vedette.lang.phrases import read_phrases
from vedette.mark.descriptions import find_descriptions
from vedette.model.marked import Mention
from vedette.model.text import Document
from vedette.pipeline import Tools, mark_document, open_tools

FIELDS = (("participants", "participants"), ("said_by", "said_by"), ("systems", "systems"))


def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def quotes(gold: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(field, item) of every quote with its place, once each."""
    seen = set()
    for claim in gold["claims"]:
        items = [(name, item) for name, field in FIELDS for item in claim.get(field) or []]
        items += [("place", item) for item in (claim.get("place"), claim.get("from")) if item]
        for field, item in items:
            key = (field, item["start"], item["end"], item.get("entity"))
            if key not in seen and item.get("quote"):
                seen.add(key)
                yield field, item


def overlap(mention: Mention, item: dict[str, Any]) -> bool:
    """Half of their union shared, or one inside the other."""
    shared: int = min(mention.stop, item["end"]) - max(mention.start, item["start"])
    union: int = max(mention.stop, item["end"]) - min(mention.start, item["start"])
    shorter: int = min(mention.stop - mention.start, item["end"] - item["start"])
    return shared > 0 and (2 * shared >= union or shared == shorter)


def is_plain_name(item: dict[str, Any], lang: str) -> bool:
    """Whether a quote is a name as such: capitals throughout and no head of a description in it."""
    text = item["quote"].strip("«»„“”\"'")
    words = [word for word in text.replace("-", " ").split() if len(word) > 3]
    phrases = read_phrases(lang)
    described = find_descriptions(text, words=phrases, countries=read_demonyms(lang))
    return (
        not described
        and bool(words or text)
        and all(word.strip("«»„“”\"'(")[:1].isupper() or word[:1].isdigit() for word in words)
    )


def read_report(report: dict[str, Any], tools: Tools) -> tuple[Mention, ...]:
    document = Document(
        key=report["id"], id=report["id"], text=report["text"], lang=report["lang"], published=report.get("published")
    )
    return mark_document(document, tools)[0].mentions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports")
    parser.add_argument("gold")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    tools = open_tools()
    golds = {row["id"]: row for row in rows(options.gold)}
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for report in rows(options.reports):
        gold = golds[report["id"]]
        marked = read_report(report, tools)
        for field, item in quotes(gold):
            if is_plain_name(item, report["lang"]):
                continue
            verdict, mention = judge(item, marked)
            for key in ((report["lang"], field), (report["lang"], "all"), ("all", field), ("all", "all")):
                counts[key][verdict] += 1
            if options.wrong and verdict != "right":
                got = (mention.text, mention.things, mention.members) if mention else None
                print(f"{report['id']} {field} {verdict}: {item['quote']!r} = {item.get('entity')} | {got}")
    for key, count in sorted(counts.items()):
        total = sum(count.values())
        print(f"{key[0]:4}{key[1]:14}{total:5}  " + "  ".join(f"{name} {count[name] / total:.2f}" for name in VERDICTS))


VERDICTS = ("right", "wrong", "unresolved", "missed")


def judge(item: dict[str, Any], marked: tuple[Mention, ...]) -> tuple[str, Mention | None]:
    """Right where the first thing (or a member of a plural) is the gold's; an unnamed one is right without a thing."""
    over = [mention for mention in marked if overlap(mention, item)]
    if not over:
        return "missed", None
    wanted = item.get("entity")
    for mention in over:
        first = mention.things[0] if mention.things else None
        if first == wanted or wanted in mention.members or (mention.kind == "place" and wanted in mention.things):
            return "right", mention
    best = max(over, key=lambda one: min(one.stop, item["end"]) - max(one.start, item["start"]))
    return ("wrong" if best.things else "unresolved"), best


if __name__ == "__main__":
    main()
