"""vedette read: documents into a casebook, and what they claim."""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from vedette.ledger.book import Book, open_casebook
from vedette.pipeline import Outcome, read_into
from vedette.show.output import note, print_json
from vedette.show.progress import Progress
from vedette.show.table import clean
from vedette.show.words import count

DONE, SOME_REFUSED, NOTHING_DONE = 0, 1, 2


def run(arguments: argparse.Namespace) -> int:
    sources = [Path(source) for source in arguments.sources]
    with open_casebook(Path(arguments.casebook)) as book:
        with Progress() as progress:
            outcome = read_into(book, sources, progress=progress)
        counts, is_known = book.counts(), bool(outcome.added) or is_anything_known(book, sources)
    tell_outcome(outcome)
    if arguments.json:
        refused = [{"where": error.where, "message": error.message} for error in outcome.refused]
        print_json({"added": outcome.added, "refused": refused, "skipped": outcome.skipped, "counts": counts})
    else:
        note(f"{count(outcome.added, 'new document')}; the casebook has {say_counts(counts)}")
    if not outcome.refused:
        return DONE
    return SOME_REFUSED if is_known else NOTHING_DONE


def tell_outcome(outcome: Outcome) -> None:
    """Each source that was refused, then what was left out on purpose."""
    for error in outcome.refused:
        note(f"vedette: {clean(str(error))}")
    for skipped in outcome.skipped:
        note(f"left out: {clean(skipped.where)}: {skipped.count} {clean(skipped.reason)}")


def say_counts(counts: dict[str, int]) -> str:
    return ", ".join(count(counts[name], name) for name in ("document", "claim", "event", "doubt"))


def is_anything_known(book: Book, sources: Sequence[Path]) -> bool:
    """Whether some document of these sources is in the casebook from before: then a second reading did its work, too."""
    names = {name for source in sources for name in names_under(source)}
    return any((document.source or "").partition("#")[0] in names for document in book.documents())


def names_under(source: Path) -> Iterator[str]:
    if source.is_dir():
        for _, _, files in os.walk(source):
            yield from files
    else:
        yield source.name
