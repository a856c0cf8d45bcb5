"""How often a description or pronoun of the gold is found and means the right thing: open part of the corpus.

    python benchmarks/references.py REPORTS GOLD [--wrong] [--names gold]

`--names gold` takes the plain names from the gold's quotes, so that descriptions are measured alone.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vedette.knowledge.book import load_knowledge
from vedette.lang.demonyms import read_demonyms
from vedette.lang.phrases import read_phrases
from vedette.mark.descriptions import find_descriptions, merge_mentions
from vedette.mark.pronouns import find_peoples, find_pronouns, without_overlap
from vedette.model.marked import Mention, Sentence
from vedette.model.thing import Post, Thing
from vedette.resolve.bodies import capital_of, country_place
from vedette.resolve.references import resolve_references

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
    shared = min(mention.stop, item["end"]) - max(mention.start, item["start"])
    return shared > 0 and (2 * shared >= max(mention.stop, item["end"]) - min(mention.start, item["start"]) or
                           shared == min(mention.stop - mention.start, item["end"] - item["start"]))  # fmt: skip


def is_plain_name(item: dict[str, Any], lang: str) -> bool:
    """Whether a quote is a name as such: capitals throughout and no head of a description in it."""
    text = item["quote"].strip("«»„“”\"'")
    words = [word for word in text.replace("-", " ").split() if len(word) > 3]
    phrases = read_phrases(lang)
    described = phrases and find_descriptions(text, words=phrases, countries=read_demonyms(lang))
    return not described and bool(words or text) and all(word.strip("«»„“”\"'(")[:1].isupper() or word[:1].isdigit() for word in words)


def names_of(report: dict[str, Any], gold: dict[str, Any]) -> list[Mention]:
    """Names as the gold quotes them, with the words before the first capital cut off, and the countries."""
    found: dict[tuple[int, int], Mention] = {}
    kinds = {"participants": "actor", "said_by": "actor", "systems": "system", "place": "place"}
    lang, text = report["lang"], report["text"]
    for field, item in quotes(gold):
        name = name_in(item, lang)
        if not item.get("entity") or not name:
            continue
        kind = kinds[field]
        if kind == "actor" and item["entity"].count("-") == 1 and item["entity"].split("-")[0] in FIRST_NAMES:
            kind = "person"
        for match in re.finditer(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text):
            found[match.start(), match.end()] = Mention(
                start=match.start(), stop=match.end(), text=name, kind=kind, things=(item["entity"],)
            )
    for word in read_demonyms(lang).find(text):
        if word.form in ("name", "capital") and not any(start < word.stop and word.start < stop for start, stop in found):
            things = country_things(word.code, capital=word.form == "capital")
            found[word.start, word.stop] = Mention(
                start=word.start, stop=word.stop, text=text[word.start : word.stop], kind="place", things=things
            )
    kept: list[Mention] = []
    for one in sorted(found.values(), key=lambda one: (one.start, -one.stop)):
        if not kept or one.start >= kept[-1].stop:
            kept.append(one)
    return kept


def name_in(item: dict[str, Any], lang: str) -> str | None:
    """The part of a quote from its first capital on, unless that is a country's or a described thing."""
    match = re.search(r"(?<!\w)[A-ZА-ЯІЎЇЄŁŚŻ«„“].*", item["quote"])
    if match is None:
        return None
    name = match[0].strip("«»„“”\"'").removeprefix("President ").removeprefix("Mr ")
    words = read_demonyms(lang).find(name)
    phrases = read_phrases(lang)
    described = bool(phrases and find_descriptions(name, words=phrases, countries=read_demonyms(lang)))
    return None if (words and words[0].start == 0) or (described and not item["quote"].endswith(("base", "range", "ground", "airfield"))) else name


def country_things(code: str, *, capital: bool) -> tuple[str, ...]:
    return capital_of(code) if capital else country_place(code)


def read_things(path: str | None) -> dict[str, Thing]:
    if path is None:
        return {}
    things = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]:
        thing, kind, name, country, *_ = line.split("\t")
        posts = tuple(Post(body=body, title=title) for body, title in POSTS.get(thing, ()))
        things[thing] = Thing(id=thing, kind=kind, name=name, country=country or None, posts=posts)
    return things


FIRST_NAMES = frozenset("alexander vladimir viktor sergei leonid dmitry mariusz andriy pavel volodymyr kyrylo oleksii yevgeny andrei".split())
POSTS = {
    "alexander-lukashenko": [("president-belarus", "President")], "vladimir-putin": [("president-russia", "President")],
    "viktor-khrenin": [("mod-belarus", "Minister of Defence")], "sergei-shoigu": [("mod-russia", "Minister of Defence")],
    "mariusz-blaszczak": [("mod-poland", "Minister of Defence")], "leonid-kasinsky": [("mod-belarus", "Deputy Minister")],
    "dmitry-peskov": [("president-russia", "Press secretary")], "pavel-muraveiko": [("general-staff-belarus", "Chief of the General Staff")],
}  # fmt: skip


def read_report(report: dict[str, Any], names: list[Mention], things: dict[str, Thing]) -> tuple[Mention, ...]:
    text, lang = report["text"], report["lang"]
    words, countries = read_phrases(lang), read_demonyms(lang)
    if words is None:
        return tuple(names)
    found = find_descriptions(text, words=words, countries=countries, names=names)
    marked = merge_mentions(names, found)
    marked = merge_mentions(marked, without_overlap(list(find_peoples(text, countries=countries)), marked))
    marked = merge_mentions(marked, without_overlap(list(find_pronouns(text, words=words, countries=countries)), marked))
    sentences = [Sentence(start, stop) for start, stop in sentence_spans(text)]
    return resolve_references(
        marked, text=text, sentences=sentences, countries=countries, published=report.get("published"), knowledge=things
    )[0]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(match.end() for match in re.finditer(r"[.!?…]+[»”\"]?\s+(?=[^a-zа-яіўї])|\n+", text)), len(text)]
    return [(start, stop) for start, stop in zip(cuts, cuts[1:], strict=False) if stop > start]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports")
    parser.add_argument("gold")
    parser.add_argument("--things")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    things = read_things(options.things) if options.things else dict(load_knowledge().things)
    golds = {row["id"]: row for row in rows(options.gold)}
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for report in rows(options.reports):
        gold = golds[report["id"]]
        marked = read_report(report, names_of(report, gold), things)
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
