"""vedette demo: the sample casebook, read, asked and shown."""

import argparse
import os
import sys
import webbrowser
from pathlib import Path

from vedette.ask.entries import ClaimEntry, claim_entry
from vedette.ask.timeline import Filters, Row, timeline
from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.ledger.book import DATABASE, Book, create_casebook, open_casebook
from vedette.pipeline import read_into
from vedette.show.casebook import open_view
from vedette.show.commands.read import say_counts, tell_outcome
from vedette.show.commands.timeline import draw_timeline
from vedette.show.output import note, print_json, print_text
from vedette.show.progress import Progress
from vedette.show.sheets import draw_claim
from vedette.show.table import draw_text
from vedette.show.web.server import serve_view

SAMPLE = Path(__file__).parents[1] / "sample" / "reports.jsonl"
HOST = "127.0.0.1"
ACTOR, SYSTEM = "Belarus", "Iskander-M"
PADDED = "en-0005"


def run(arguments: argparse.Namespace) -> int:
    folder = Path(arguments.casebook)
    read_sample(folder)
    with open_view(folder) as view:
        rows = timeline(view, Filters(actor=(ACTOR,), system=(SYSTEM,)))
        entries = [claim_entry(claim, view) for claim in view.claims.values() if claim.document.id == PADDED]
        if arguments.json:
            print_json({"casebook": str(folder), "timeline": rows, "claims": entries})
        else:
            print_text(draw_demo(folder, rows, entries, view))
        if arguments.serve or (not arguments.no_serve and is_attended()):
            serve_view(view, host=HOST, port=arguments.port, tell=tell_address)
    return 0


def read_sample(folder: Path) -> None:
    """Makes the casebook, or goes on with it: what was read before is not read again."""
    with open_demo(folder) as book:
        with Progress() as progress:
            outcome = read_into(book, [SAMPLE], progress=progress)
        tell_outcome(outcome)
        note(f"{folder}: {say_counts(book.counts())}")


def open_demo(folder: Path) -> Book:
    """Raises QuestionError where the casebook holds documents of somebody's own: the samples must not mix with them."""
    if not (folder / DATABASE).exists():
        return create_casebook(folder)
    book = open_casebook(folder)
    if any((document.source or "").partition("#")[0] != SAMPLE.name for document in book.documents()):
        book.close()
        raise QuestionError(
            "this casebook holds other documents than the samples; name another folder with --casebook", where=str(folder)
        )
    return book


def draw_demo(folder: Path, rows: tuple[Row, ...], entries: list[ClaimEntry], view: View) -> str:
    parts = [
        draw_text(f"{ACTOR} and the {SYSTEM}: what is said to have happened, and according to whom."),
        draw_timeline(rows).replace("CASEBOOK", str(folder)),
    ]
    if entries:
        title = (
            "One report of it, padded, garbled and without a date: each claim with its words, beside what its siblings settle."
        )
        parts += [draw_text(title), *(draw_claim(entry, view) for entry in entries)]
    return "\n".join(parts)


def is_attended() -> bool:
    """Whether somebody sits at a terminal, and not a machine that tests."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI")


def tell_address(address: str) -> None:
    note(f"the casebook as web pages: {address} (Ctrl-C ends)")
    has_display = sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if has_display and is_attended():
        webbrowser.open(address)
