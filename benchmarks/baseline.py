"""A naive reader to stand beside ours: keywords make a claim of a sentence, the first country and system named are its parts.

    python -m benchmarks.baseline REPORTS.jsonl > claims.jsonl

No grammar, no phases, no denial, no claimants, no dates: what a morning's work with a word list gives. Words: baseline.toml.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import Row, read_lines

SENTENCE = re.compile(r"[^\s].*?(?:[.!?…]+(?=[\s»”\"]|$)|\n|$)")
WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def first_named(low: str, names: dict[str, list[str]]) -> tuple[int, int, str] | None:
    """Where the first of the words stands: (start, stop, id)."""
    found = [(at, at + len(word), name) for name, words in names.items() for word in words if (at := low.find(word)) >= 0]
    return min(found, default=None)


def read_report(report: Row) -> Iterator[Row]:
    text, lang = report["text"], report["id"].split("-")[0]
    kinds = WORDS["kinds"].get(lang, {})
    for match in SENTENCE.finditer(text):
        sentence, start = match.group().rstrip(), match.start()
        low = sentence.lower()
        if len(low) != len(sentence):
            continue
        kind = next((kind for kind, words in kinds.items() if any(word in low for word in words)), None)
        if kind is None:
            continue
        country, system = first_named(low, WORDS["countries"]), first_named(low, WORDS["systems"])

        def part(found: tuple[int, int, str], thing: str, start: int = start) -> Row:
            return {
                "thing": thing,
                "text": text[start + found[0] : start + found[1]],
                "start": start + found[0],
                "end": start + found[1],
            }

        yield {
            "document": {"id": report["id"]}, "kind": kind, "phase": "completed", "polarity": "asserted", "hedge": None,
            "background": False, "place": None, "date": None, "said_on": None, "quantities": [], "said_by": [],
            "participants": [part(country, f"state-{country[2]}") | {"role": "performer"}] if country else [],
            "systems": [part(system, system[2])] if system else [],
            "sentence": sentence, "start": start, "end": start + len(sentence), "event": None, "episode": None,
        }  # fmt: skip


def main() -> None:
    for report in read_lines(Path(sys.argv[1])):
        for claim in read_report(report):
            print(json.dumps(claim, ensure_ascii=False))


if __name__ == "__main__":
    main()
