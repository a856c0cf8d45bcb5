"""Dates against gold: how many gold dates a phrase covers, and what the resolver makes of them, for each language.

    python benchmarks/dates.py REPORTS GOLD LINEAGE [--part open|sealed|all] [--tense none|phase] [--list]

found    the share of gold dates (`date` and `said_on`, each stretch once) that a time phrase overlaps; `span`: the same words
exact    the same EDTF string; right also those that overlap gold and claim no more; wrong: disjoint, narrower, or invented
others   phrases that gold does not use as the date of a claim (datelines, dates of claimless sentences), for each report

Without `--tense phase` the resolver is told nothing of the verbs; with it, that planned claims look ahead, completed ones back.
"""

import argparse
import json
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from vedette.ask.evaluate.dates import judge_date
from vedette.mark.times import find_times
from vedette.resolve.dates import resolve_dates

Row = dict[str, Any]
ORDER = ("exact", "right", "missing", "wrong")
TENSES = {"planned": "future", "completed": "past"}


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_sealed(row: Row) -> bool:
    """The part that is never looked at while building: a third, by story, so that no family is torn."""
    return int(sha256((row.get("story") or row["id"]).encode()).hexdigest(), 16) % 3 == 0


def gold_dates(document: Row) -> dict[tuple[int, int], list[tuple[Row, str | None]]]:
    """Each dated stretch with its dates and the tense of its claim; a date of the saying always lies behind."""
    found: dict[tuple[int, int], list[tuple[Row, str | None]]] = defaultdict(list)
    for claim in document["claims"]:
        for field in ("date", "said_on"):
            if claim.get(field):
                tense = "past" if field == "said_on" else TENSES.get(claim["phase"])
                found[claim[field]["start"], claim[field]["end"]].append((claim[field], tense))
    return found


def measure_report(report: Row, document: Row, *, with_tense: bool, show: bool) -> Counter[str]:
    phrases = find_times(report["text"], lang=report["lang"])
    golds = gold_dates(document)
    hits = {span: [n for n, p in enumerate(phrases) if p.start < span[1] and span[0] < p.stop] for span in golds}
    tenses: list[str | None] = [None] * len(phrases)
    for span, numbers in hits.items():
        for n in numbers if with_tense else ():
            tenses[n] = golds[span][0][1]
    dates = resolve_dates(phrases, published=report["published"], tenses=tenses)
    tally = Counter({"gold": len(golds), "others": len(phrases) - len({n for numbers in hits.values() for n in numbers})})
    for span, numbers in hits.items():
        tally["found"] += bool(numbers)
        tally["span"] += any((phrases[n].start, phrases[n].stop) == span for n in numbers)
        verdicts = [judge_date(gold["edtf"], dates[n].edtf) for gold, _ in golds[span] for n in numbers] or ["missing"]
        verdict = min(verdicts, key=ORDER.index)
        tally[verdict] += 1
        if show and verdict != "exact":
            print(report["id"], verdict, golds[span][0][0]["quote"], golds[span][0][0]["edtf"], [dates[n].edtf for n in numbers])
    return tally


def print_table(tallies: dict[str, Counter[str]], reports: Counter[str]) -> None:
    print(f"{'':6}{'gold':>6}{'found':>8}{'span':>8}{'exact':>8}{'right':>8}{'missing':>9}{'wrong':>8}{'others':>8}")
    for lang, tally in [*sorted(tallies.items()), ("all", sum(tallies.values(), Counter()))]:
        gold = tally["gold"] or 1
        right = tally["exact"] + tally["right"]
        shares = [tally["found"], tally["span"], tally["exact"], right, tally["missing"], tally["wrong"]]
        cells = "".join(f"{share / gold:>{8 + (n == 4)}.3f}" for n, share in enumerate(shares))
        count = sum(reports.values()) if lang == "all" else reports[lang]
        print(f"{lang:6}{tally['gold']:>6}{cells}{tally['others'] / (count or 1):>8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("lineage", type=Path)
    parser.add_argument("--part", choices=["open", "sealed", "all"], default="open")
    parser.add_argument("--tense", choices=["none", "phase"], default="none")
    parser.add_argument("--list", action="store_true", help="print each date that is not exact (never for the sealed part)")
    args = parser.parse_args()
    sealed = {row["id"]: is_sealed(row) for row in read_lines(args.lineage)}
    golds = {row["id"]: row for row in read_lines(args.gold)}
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    count: Counter[str] = Counter()
    for report in read_lines(args.reports):
        if report["id"] in golds and args.part in ("all", "sealed" if sealed[report["id"]] else "open"):
            show = args.list and not sealed[report["id"]]
            tally = measure_report(report, golds[report["id"]], with_tense=args.tense == "phase", show=show)
            tallies[report["lang"]] += tally
            count[report["lang"]] += 1
    print_table(tallies, count)


if __name__ == "__main__":
    main()
