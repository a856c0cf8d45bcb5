"""claims: the contract's record of a claim, one a line, in the order of documents and sentences."""

from collections.abc import Iterator

from vedette.ask.view import View
from vedette.show.export.rows import write_lines


class Claims:
    name = "claims"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        yield from write_lines(claim for key in view.documents for claim in view.claims_by_document.get(key, ()))
