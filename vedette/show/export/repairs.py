"""repairs: damaged names as written and what they mean."""

from collections.abc import Iterator

from vedette.ask.view import View
from vedette.show.export.rows import DocumentId, RepairRow, write_lines


class Repairs:
    name = "repairs"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        for one in view.repairs:
            row = RepairRow(
                document=DocumentId(view.documents[one.document].id),
                text=one.text,
                start=one.start,
                end=one.end,
                meant=one.meant,
                thing=one.thing,
                kind=one.kind,
                why=one.why,
            )
            yield from write_lines([row])
