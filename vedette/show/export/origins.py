"""origins: for each document the first statement that it goes back to."""

from collections.abc import Iterator

from vedette.ask.view import View
from vedette.show.export.rows import DocumentId, OriginRow, write_lines


class Origins:
    name = "origins"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        for key, document in view.documents.items():
            origin = view.origins.get(key)
            yield from write_lines([OriginRow(document=DocumentId(document.id), origin=origin.key if origin else None)])
