"""Writes documents and readings into a casebook without end, and says on stdout what is written for good. To be killed."""

import sys
from pathlib import Path

from tests.ledger.samples import make_event, make_gathered, make_reading
from vedette.ledger.book import open_casebook
from vedette.ledger.write import add_documents, keep_lineage, keep_reading


def write_without_end(path: Path, first: int) -> None:
    with open_casebook(path) as book:
        number = first
        while True:
            batch = [make_gathered(f"n-{each}", f"Crews of brigade {each} have returned.") for each in range(number, number + 3)]
            add_documents(book, batch)
            say("documents", *(each.document.key for each in batch))
            reading = make_reading(batch[0].document, "movement", "training")
            keep_reading(book, batch[0].document.key, reading=reading, lang="en", made_by="v1")
            say("reading", batch[0].document.key)
            claims = tuple(book.claims())[-4:]
            placements = {claim.claim: ("e-1", "p-1") for claim in claims}
            keep_lineage(book, copies=[], origins=[], events=[make_event(*claims)], placements=placements)
            say("lineage", *(claim.claim for claim in claims))
            number += 3


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    write_without_end(Path(sys.argv[1]), int(sys.argv[2]))
