"""Our own gold stands, word for word, where it says that it stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from vedette.model.claim import KINDS

CORPUS = Path(__file__).resolve().parent
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


TEXTS = {row["id"]: row["text"] for row in rows("reports.jsonl")}
GOLD = rows("gold.jsonl")


def spans_of(claim: Row) -> list[Row]:
    lists = [mark for field in ("participants", "systems", "said_by", "quantities") for mark in claim[field]]
    return lists + [claim[field] for field in ("place", "date", "said_on") if claim[field]]


def test_every_report_has_its_gold_once() -> None:
    assert sorted(row["id"] for row in GOLD) == sorted(TEXTS)
    assert len({row["id"] for row in GOLD}) == len(GOLD)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_the_words_stand_at_their_offsets(row: Row) -> None:
    text = TEXTS[row["id"]]
    for claim in row["claims"]:
        assert claim["kind"] in KINDS
        assert text[claim["start"] : claim["end"]] == claim["sentence"]
        assert all(text[mark["start"] : mark["end"]] == mark["quote"] for mark in spans_of(claim))
    assert all(sentence in text for sentence in row["commentary"])
