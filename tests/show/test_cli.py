"""The command line as a user meets it: a process with streams, a width and an exit status."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from vedette import __version__
from vedette.show.parser import COMMANDS, make_parser

ROOT = Path(__file__).resolve().parents[2]
CLI = [sys.executable, "-m", "vedette.show.cli"]
HEAVY = {"spacy", "msgspec", "starlette", "uvicorn", "jinja2", "natasha", "numpy", "sqlite3"}


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "COLUMNS": "80"} | more


def vedette(*words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CLI, *map(str, words)], capture_output=True, text=True, env=environment(**more), timeout=60, check=False
    )


def test_the_version_comes_at_once_and_loads_nothing_heavy() -> None:
    started = time.perf_counter()
    done = vedette("--version")
    assert (done.returncode, done.stdout) == (0, f"vedette {__version__}\n")
    assert time.perf_counter() - started < 0.3 * (3 if os.environ.get("CI") else 1)
    code = "import sys; from vedette.show.cli import make_parser; make_parser(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True
    ).stdout.split()
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["timeline", "--system", "Искандер-М"], "3 events in 2 episodes"),
        (["timeline"], "Without a date that could be settled: 1 event"),
        (["show", "c-movement3"], "3 May 2024: 1 for"),
        (["show", "e-training1"], "In the same episode: 1 event"),
        (["show", "rewrite-1"], "no year is given"),
        (["show", "North Example"], "north-1"),
        (["show", "iskander-m"], "9K720 Iskander-M"),
        (["trace", "rewrite-1"], "   └─ rewrite 0.40: rewrite-1"),
        (["ladder", "--actor", "Беларусь", "--system", "Iskander"], "crews trained"),
        (["conflicts"], "against c-denial5"),
        (["doubts"], "no year is given"),
        (["search", "specialists"], "»specialists«"),
        (["verify"], "unaltered: 3 pieces of evidence"),
    ],
)
def test_tables_fit_eighty_columns_and_carry_no_codes(invented_casebook: Path, words: list[str], found: str) -> None:
    done = vedette(words[0], invented_casebook, *words[1:])
    assert (done.returncode, done.stderr) == (0, "")
    assert found in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["timeline"], ["show", "c-movement3"], ["show", "e-training1"], ["show", "rewrite-1"], ["trace", "e-training1"],
        ["ladder", "--actor", "Belarus", "--system", "Iskander-M"], ["conflicts"], ["doubts"], ["search", "specialists"],
        ["verify"],
    ],
)  # fmt: skip
def test_json_everywhere(invented_casebook: Path, words: list[str]) -> None:
    done = vedette(words[0], invented_casebook, *words[1:], "--json")
    assert (done.returncode, done.stderr) == (0, "")
    try:
        records = [json.loads(done.stdout)]
    except json.JSONDecodeError:
        records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records
    assert all(isinstance(record, dict) for record in records)


def test_every_command_takes_json() -> None:
    (chosen,) = (action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert list(chosen.choices) == list(COMMANDS)
    assert all("--json" in parser.format_help() for parser in chosen.choices.values())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["timeline", "BOOK", "--system", "Iskander-Q"], "vedette: Iskander-Q: neither the knowledge nor the casebook"),
        (["timeline", "BOOK", "--kind", "attack"], "vedette: attack: no kind of event"),
        (["show", "BOOK", "c-none"], "vedette: c-none: the casebook has no claim with this id"),
        (["export", "BOOK", "--to", "xlsx"], "vedette: xlsx: no such format"),
        (["timeline", "NOWHERE"], ": there is no casebook"),
        (["new", "BOOK"], ": there is a casebook already"),
        (["evaluate", "claims", "NOWHERE", "NOWHERE"], "NOWHERE: No such file or directory"),
        (["serve", "BOOK", "--port", "99999"], "vedette: 127.0.0.1:99999: no port has this number"),
        (["dance"], "invalid choice: 'dance'"),
        ([], "the following arguments are required: COMMAND"),
    ],
)
def test_what_cannot_be_done_says_where_and_why(invented_casebook: Path, words: list[str], message: str) -> None:
    done = vedette(*[str(invented_casebook) if word == "BOOK" else word for word in words])
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_found_is_an_answer(invented_casebook: Path) -> None:
    done = vedette("timeline", invented_casebook, "--from", "1999", "--to", "1999", "--kind", "training")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "vedette: no event matches\n")


def test_a_new_casebook_is_empty(tmp_path: Path) -> None:
    assert json.loads(vedette("new", tmp_path / "book", "--json").stdout) == {"casebook": str(tmp_path / "book")}
    assert vedette("timeline", tmp_path / "book").stderr == "vedette: no event matches\n"
    assert vedette("export", tmp_path / "book", "--to", "claims").stdout == ""


def test_an_altered_casebook_is_found_out(invented_casebook: Path, tmp_path: Path) -> None:
    book = shutil.copytree(invented_casebook, tmp_path / "book")
    evidence = next(path for path in sorted((book / "evidence").rglob("*")) if path.is_file())
    evidence.chmod(0o600)
    evidence.write_bytes(b"Something else was said.")
    done = vedette("verify", book, "--json")
    assert (done.returncode, json.loads(done.stdout)["ok"]) == (1, False)
    assert evidence.name in vedette("verify", book).stdout


def test_exports_go_to_a_file_whole(invented_casebook: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    assert vedette("export", invented_casebook, "--to", "claims", "-o", file).stdout == ""
    assert file.read_text(encoding="utf-8") == vedette("export", invented_casebook, "--to", "claims").stdout
    assert list(tmp_path.iterdir()) == [file]


def test_a_reader_that_has_seen_enough_is_no_error(invented_casebook: Path) -> None:
    with subprocess.Popen(
        [*CLI, "export", str(invented_casebook), "--to", "claims"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_narrow_terminal_gets_lists(invented_casebook: Path) -> None:
    done = vedette("timeline", invented_casebook, COLUMNS="40")
    assert max(map(len, done.stdout.splitlines())) <= 40
    assert "according to" in done.stdout


def test_serving_names_its_address_and_ends_on_interrupt(invented_casebook: Path) -> None:
    with subprocess.Popen(
        [*CLI, "serve", str(invented_casebook), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        with urllib.request.urlopen(f"{address}timeline.json", timeout=20) as answer:
            assert len(json.loads(answer.read())["rows"]) == 4
        process.send_signal(2)
        assert "Traceback" not in process.stderr.read()
    assert process.returncode == 0


def test_options_have_one_parser() -> None:
    arguments = make_parser().parse_args(["timeline", "book", "--from", "2023", "--system", "A", "--system", "B"])
    assert (arguments.since, arguments.system, arguments.json) == ("2023", ["A", "B"], False)
