"""`kill -9` at any moment loses nothing that was acknowledged and leaves nothing half-written."""

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from tests.ledger.samples import make_gathered
from vedette.ledger.book import Book, create_casebook, open_casebook
from vedette.ledger.verify import verify
from vedette.ledger.write import add_documents, find_unread, keep_reading
from vedette.model.claim import Reading

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TIMES = 12
LONGEST_S = 0.12


def test_a_killed_writer_loses_nothing_and_halves_nothing(tmp_path: Path) -> None:
    create_casebook(tmp_path).close()
    chance = random.Random(20230422)
    documents: set[str] = set()
    readings: set[str] = set()
    traced = 0
    for time_number in range(TIMES):
        said = run_and_kill(tmp_path, time_number * 1_000_000, after_s=chance.random() * LONGEST_S)
        documents |= {key for line in said if line[0] == "documents" for key in line[1:]}
        readings |= {line[1] for line in said if line[0] == "reading"}
        with open_casebook(tmp_path) as book:
            check(book, documents, readings)
            traced += sum(line[0] == "lineage" for line in said)
            assert sum(entry.what == "lineage" for entry in book.journal()) >= traced
    assert len(documents) > TIMES
    with open_casebook(tmp_path) as book:
        finish(book)


def run_and_kill(path: Path, first: int, *, after_s: float) -> list[list[str]]:
    """What the writer said before it was killed, so many seconds after its first word; a word cut off was not said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(HERE / "killed_writer.py"), str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as writer:
        assert writer.stdout
        said = writer.stdout.readline()
        time.sleep(after_s)
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.read()
    assert writer.returncode == -signal.SIGKILL
    return [line.split() for line in said.split("\n")[:-1]]


def check(book: Book, documents: set[str], readings: set[str]) -> None:
    assert verify(book) == ()
    for path in (book.path / "evidence").glob("[0-9a-f][0-9a-f]/*"):
        assert sha256(path.read_bytes()).hexdigest() == path.name, "evidence is whole or not there"
    kept = {document.key for document in book.documents()}
    assert documents <= kept
    assert len(kept) % 3 == 0, "a batch is whole or not there"
    claimed = [claim.document.key for claim in book.claims()]
    assert readings <= set(claimed)
    assert all(claimed.count(key) == 2 for key in set(claimed)), "a reading is whole or not there"


def finish(book: Book) -> None:
    """Writing again completes what the kills left undone, and adds nothing twice."""
    numbers = [number * 1_000_000 + each for number in range(TIMES) for each in range(3)]
    batch = [make_gathered(f"n-{each}", f"Crews of brigade {each} have returned.") for each in numbers]
    before = book.counts()["document"]
    added = add_documents(book, batch)
    assert book.counts()["document"] == before + added
    for document in find_unread(book, "v1"):
        keep_reading(book, document.key, reading=Reading(), made_by="v1")
    assert list(find_unread(book, "v1")) == []
    assert verify(book) == ()
