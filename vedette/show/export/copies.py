"""copies: which document derives from which, how, how strongly, and why that is thought."""

from collections.abc import Iterator

from vedette.ask.view import View
from vedette.show.export.rows import CopyRow, DocumentId, write_lines


class Copies:
    name = "copies"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        for copy in view.copies:
            row = CopyRow(
                document=DocumentId(view.documents[copy.document].id),
                of=DocumentId(view.documents[copy.of].id),
                relation=copy.relation,
                strength=copy.strength,
                why=copy.why,
            )
            yield from write_lines([row])
