"""The scores of `vedette evaluate`: small cases by hand, and the shared scorer's numbers where that scorer is at hand."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from vedette.ask.dates import bounds_of
from vedette.ask.evaluate.dates import judge_date
from vedette.ask.evaluate.scores import WHAT, Files, evaluate
from vedette.ask.evaluate.tally import Score, score
from vedette.errors import QuestionError

SHARED = Path(os.environ.get("VEDETTE_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
TEXT = "Crews left on 3 May. The ministry denied it."
GOLD = {
    "id": "en-1",
    "claims": [
        {
            "event": "E1",
            "kind": "training",
            "phase": "completed",
            "polarity": "asserted",
            "hedge": None,
            "background": False,
            "participants": [{"entity": "crews", "role": "performer", "quote": "Crews", "start": 0, "end": 5}],
            "systems": [],
            "place": None,
            "date": {"edtf": "2024-05-03", "quote": "on 3 May"},
            "said_on": None,
            "said_by": [],
            "quantities": [{"value": 9, "what": "men", "quote": "9"}],
            "sentence": TEXT[:20],
            "start": 0,
            "end": 20,
        }
    ],
    "garbles": [{"as_written": "Alexander-M", "should_be": "Iskander-M", "name": True}],
    "commentary": ["The ministry denied it."],
}
CLAIM = {
    "document": {"id": "en-1"},
    "event": "e-1",
    "episode": "p-1",
    "kind": "training",
    "phase": "planned",
    "polarity": "asserted",
    "participants": [{"thing": "crews", "role": "host", "text": "Crews", "start": 0, "end": 5}],
    "date": {"edtf": "2024-05", "text": "3 May", "start": 14, "end": 19},
    "sentence": TEXT[:20],
    "start": 0,
    "end": 20,
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_fields_are_scored_one_by_one(tmp_path: Path) -> None:
    files = Files(
        write(tmp_path / "gold", GOLD), write(tmp_path / "ours", CLAIM), write(tmp_path / "r", {"id": "en-1", "text": TEXT})
    )
    scores = evaluate("claims", files)
    assert scores["claims"] == Score(1.0, 1.0, 1.0, 1)
    assert scores["actors"] == Score(1.0, 1.0, 1.0, 1)
    assert scores["roles"] == Score(0.0, 0.0, 0.0, 1)
    assert (scores["phase"], scores["whole"], scores["void"]) == (0.0, 0.0, 0)
    assert (scores["date_exact"], scores["date_right"], scores["date_wrong"]) == (0.0, 1.0, 0.0)


def test_a_claim_whose_words_do_not_stand_is_void(tmp_path: Path) -> None:
    moved = CLAIM | {"date": {"edtf": "2024-05", "text": "3 May", "start": 13, "end": 18}}
    files = Files(
        write(tmp_path / "gold", GOLD), write(tmp_path / "ours", moved), write(tmp_path / "r", {"id": "en-1", "text": TEXT})
    )
    scores = evaluate("claims", files)
    assert scores["void"] == 1
    assert scores["claims"] == score(0, 0, 1)


def test_other_languages_are_left_out(tmp_path: Path) -> None:
    files = Files(write(tmp_path / "gold", GOLD, GOLD | {"id": "be-1"}), write(tmp_path / "ours", CLAIM))
    assert evaluate("claims", files)["documents"] == 2
    assert evaluate("claims", files, lang="be")["documents"] == 1


def test_a_narrower_date_than_gold_is_wrong() -> None:
    assert judge_date("2023-04", "2023-04-02") == "wrong"
    assert judge_date("2023-04-22", "2023-04~") == "right"
    assert judge_date("2023-04-22", None) == "missing"
    assert judge_date(None, "2023") == "wrong"
    assert judge_date("2023-24", "2023-12-01/2024-02-29") == "right"


def test_bounds_reach_to_the_end_of_time() -> None:
    assert bounds_of("../2023-06") == ("0000-01-01", "2023-06-30")
    assert bounds_of("202X") == ("2020-01-01", "2029-12-31")
    assert bounds_of("[2023-04-22,2023-04-29]") == ("2023-04-22", "2023-04-29")
    assert bounds_of("soon") is None


def test_errors_name_the_line(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", GOLD)
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"document": {"id": "en-1"}}\n{"document": 3}\n', encoding="utf-8")
    with pytest.raises(QuestionError, match=r"bad\.jsonl, line 2"):
        evaluate("claims", Files(gold, bad))
    with pytest.raises(QuestionError, match="one of claims"):
        evaluate("guesses", Files(gold, gold))


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the shared scorer is not at hand")
@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("lang", [None, "en"])
def test_the_shared_scorer_says_the_same(what: str, lang: str | None, tmp_path: Path) -> None:
    """Rows made from gold with every third field spoilt: both scorers must see the same damage."""
    gold, ours = make_pair(what, tmp_path)
    reports = write(tmp_path / "reports", *({"id": f"{code}-{n}", "text": TEXT} for code in ("en", "be") for n in range(6)))
    files = Files(gold, ours, reports)
    command = [sys.executable, str(SHARED / "score.py"), what, str(gold), str(ours), "--json", "--reports", str(reports)]
    theirs = subprocess.run(command + (["--lang", lang] if lang else []), capture_output=True, check=True, text=True).stdout
    assert json.loads(msgspec.json.encode(evaluate(what, files, lang=lang))) == json.loads(theirs)


def make_pair(what: str, folder: Path) -> tuple[Path, Path]:
    keys = [f"{code}-{n}" for code in ("en", "be") for n in range(6)]
    if what in ("origins", "copies"):
        lineage = [
            {"id": key, "origin": f"o{n % 2}", "derived_from": keys[n - 1] if n % 3 else None, "relation": "near-copy"}
            for n, key in enumerate(keys)
        ]
        ours = [
            {
                "document": {"id": key},
                "origin": f"x{n % 4}",
                "of": {"id": keys[n - 1 - n % 2]},
                "relation": ["copy", "rewrite"][n % 2],
            }
            for n, key in enumerate(keys)
        ]
        return write(folder / "gold", *lineage), write(folder / "ours", *ours)
    gold = write(folder / "gold", *(GOLD | {"id": key} for key in keys))
    dates = [{"edtf": edtf, "text": "3 May", "start": 14, "end": 19} for edtf in ("2024-05-03", "2024-05~", "2024-05-04")]
    claims = [
        CLAIM
        | {
            "document": {"id": key},
            "date": dates[n % 3],
            "event": f"e{n % 4}",
            "episode": f"p{n % 2}",
            "polarity": ["asserted", "denied"][n % 2],
            "quantities": [{"value": [9, 9.0, [1, 2]][n % 3], "text": "3 May", "start": 14 + n // 5, "end": 19}],
            "said_by": [{"thing": None, "text": "The ministry", "start": 21, "end": 33, "channel": "telegram"}],
        }
        for n, key in enumerate(keys)
    ]
    if what == "repairs":
        claims = [
            {"document": {"id": key}, "text": ["Alexander-M", "Alex"][n % 2], "meant": "9K720 Iskander-M", "start": 0, "end": 5}
            for n, key in enumerate(keys)
        ]
    if what == "commentary":
        claims = [
            {"document": {"id": key}, "text": "", "start": 21 - 8 * (n % 2), "end": 44 + 40 * (n % 3 == 1)}
            for n, key in enumerate(keys)
        ]
    return gold, write(folder / "ours", *claims)
