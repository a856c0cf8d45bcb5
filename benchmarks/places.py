"""Places, measured: names with their country back to the place, and the places of gold claims.

    python benchmarks/places.py [--gold GOLD.jsonl --reports REPORTS.jsonl --lineage LINEAGE.jsonl] [--part open|sealed|all]

Round trip: a name of the index in any of its languages, with its country, must come back to a place of that name and country (the
place itself: `exact`). Gold: the words that a gold claim quotes are looked for by `find_places`, then resolved; right as the
shared scorer counts (the thing, or the country where gold has no thing). Descriptions and pronouns ("the field", "there") are
another station's task and are counted apart.
"""

import argparse
import json
import platform
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from vedette.knowledge.book import load_knowledge
from vedette.knowledge.places.index import FILE, PlaceIndex, open_places
from vedette.model.marked import Mention
from vedette.model.text import Document
from vedette.model.thing import Thing
from vedette.resolve.place_facts import resolve_place
from vedette.resolve.place_rank import Company
from vedette.resolve.places import find_places

PEOPLE = 15_000
EVERY = 8  # one name in so many is tried


def is_sealed(name: str) -> bool:
    return int(sha256(name.encode()).hexdigest(), 16) % 3 == 0


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def document_of(text: str, *, lang: str, key: str = "d-0") -> Document:
    return Document(key=key, id=key, text=text, lang=lang)


def measure_round_trip(index: PlaceIndex) -> Counter[str]:
    """Names folded as they are stored; the company is the country alone."""
    base = sqlite3.connect(f"{FILE.as_uri()}?mode=ro", uri=True)
    rows = base.execute(
        "SELECT name.key, place.thing, place.country FROM name JOIN place ON place.id = name.place"
        " WHERE place.kind = 'locality' AND place.population >= ? ORDER BY 1, 2",
        (PEOPLE,),
    ).fetchall()
    base.close()
    count: Counter[str] = Counter(names=len(rows))
    for key, thing, country in rows[::EVERY]:
        mention = Mention(start=0, stop=len(key), text=key, kind="place")
        document = document_of(key, lang="ru" if key[0] > "я" or "а" <= key[0] <= "я" else "en")
        facts, doubt = resolve_place(mention, document, company=Company(country), index=index, knowledge={})
        same = facts is not None and facts.country == country
        count.update(tried=1, exact=bool(facts and facts.thing == thing), country=same, doubts=doubt is not None)
    return count


def measure_gold(given: argparse.Namespace, index: PlaceIndex, knowledge: Mapping[str, Thing]) -> Counter[str]:
    texts = {row["id"]: row for row in read_lines(given.reports)}
    stories = {row["id"]: row.get("story") or row["id"] for row in read_lines(given.lineage)}
    count: Counter[str] = Counter()
    for row in read_lines(given.gold):
        if given.part != "all" and is_sealed(stories.get(row["id"], row["id"])) != (given.part == "sealed"):
            continue
        lang = row["id"].split("-")[0]
        document = document_of(texts[row["id"]]["text"], lang=lang, key=row["id"])
        found = find_places(document.text, lang=lang, known=(), index=index)
        for place in (claim["place"] for claim in row["claims"] if claim.get("place")):
            mention = next((one for one in found if one.start < place["end"] and place["start"] < one.stop), None)
            count.update(gold=1, named=mention is not None)
            if mention:
                facts, _ = resolve_place(mention, document, company=Company(), index=index, knowledge=knowledge)
                want = place.get("entity")
                got = None if facts is None else (facts.thing if want else facts.country)
                count.update(right=got == (want or place.get("country")))
                count.update(country=facts is not None and facts.country == place.get("country"))
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--lineage", type=Path)
    parser.add_argument("--part", choices=["open", "sealed", "all"], default="open")
    given = parser.parse_args()
    start = time.perf_counter()
    index = open_places()
    print(f"machine: {platform.machine()}, Python {platform.python_version()}; opened in {time.perf_counter() - start:.3f} s")
    print(f"data: {FILE.name} sha256 {sha256(FILE.read_bytes()).hexdigest()[:16]}, {FILE.stat().st_size / 1e6:.1f} MB")
    trip = measure_round_trip(index)
    tried = trip["tried"]
    print(f"round trip, places of {PEOPLE:,} people and more: {tried:,} of {trip['names']:,} names tried")
    print(f"  same place {trip['exact'] / tried:.4f}  country {trip['country'] / tried:.4f}  doubts {trip['doubts'] / tried:.4f}")
    if given.gold and given.reports and given.lineage:
        gold = measure_gold(given, index, load_knowledge().things)
        print(f"gold places, {given.part}: {gold['gold']}, named with a clue: {gold['named']}")
        print(f"  of the named: right {gold['right'] / gold['named']:.3f}  country {gold['country'] / gold['named']:.3f}")


if __name__ == "__main__":
    main()
