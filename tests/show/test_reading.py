"""Reading from the command line: what is refused is named, and the exit status tells how much was done."""

import json
from pathlib import Path

import pytest

from vedette.show.cli import main
from vedette.show.commands import demo

NEWS = (
    "The Ministry of Defence of Belarus said on 3 May 2024 that crews of the Iskander-M had completed training in Russia. "
    "Leonid Kasinsky said the crews had returned to Belarus."
)


def row(id: str, text: str = NEWS) -> str:
    return json.dumps({"id": id, "text": text, "lang": "en", "outlet": "North Example", "published": "2024-05-03"}) + "\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "book")]) == 0
    return tmp_path / "book"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text(row("north-1") + row("north-2", f"{NEWS} It gave no number."), encoding="utf-8")
    return path


def test_reading_twice_adds_nothing(book: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["read", str(book), str(news), "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert main(["read", str(book), str(news), "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (first["added"], again["added"]) == (2, 0)
    assert first["counts"]["claim"] == again["counts"]["claim"] > 0


def test_a_refused_source_is_named_and_the_rest_is_read(book: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(book), str(news), str(news.with_name("missing.txt"))]) == 1
    done = capsys.readouterr()
    assert "missing.txt: there is nothing that can be read" in done.err
    assert "2 new documents" in done.err
    assert main(["read", str(book), str(news), str(news.with_name("missing.txt"))]) == 1


def test_nothing_read_is_nothing_done(book: Path, tmp_path: Path) -> None:
    assert main(["read", str(book), str(tmp_path / "missing.txt")]) == 2
    assert main(["read", str(tmp_path / "nowhere"), str(tmp_path / "missing.txt")]) == 2


def test_the_demo_prints_the_story_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = tmp_path / "sample.jsonl"
    sample.write_text(row("north-1") + row(demo.PADDED, f"{NEWS} This shows resolve."), encoding="utf-8")
    monkeypatch.setattr(demo, "SAMPLE", sample)
    folder = tmp_path / "shown"
    assert main(["demo", "--casebook", str(folder), "--no-serve"]) == 0
    out = capsys.readouterr().out
    assert "according to" in out
    assert "what siblings settle" in out
    assert main(["demo", "--casebook", str(folder), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["timeline"]
    assert {entry["claim"]["document"]["id"] for entry in shown["claims"]} == {demo.PADDED}


def test_the_demo_leaves_a_casebook_of_ones_own_alone(book: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(book), str(news)]) == 0
    assert main(["demo", "--casebook", str(book), "--no-serve"]) == 2
    assert "name another folder with --casebook" in capsys.readouterr().err
