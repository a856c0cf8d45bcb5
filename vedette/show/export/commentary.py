"""commentary: sentences that only evaluate, kept apart from claims."""

from collections.abc import Iterator

from vedette.ask.view import View
from vedette.show.export.rows import CommentaryRow, DocumentId, write_lines


class Commentaries:
    name = "commentary"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        for one in view.commentary:
            document = DocumentId(view.documents[one.document].id)
            yield from write_lines([CommentaryRow(document=document, text=one.text, start=one.start, end=one.end)])
