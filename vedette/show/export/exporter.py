"""The door for exporters: one file a format, all listed here."""

from collections.abc import Iterator
from typing import Protocol

from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.show.export.claims import Claims
from vedette.show.export.commentary import Commentaries
from vedette.show.export.copies import Copies
from vedette.show.export.csv import Csv
from vedette.show.export.events import Events
from vedette.show.export.origins import Origins
from vedette.show.export.repairs import Repairs


class Exporter(Protocol):
    """Writes a casebook in one format, as pieces of text that end with a line; `raw` is for machines, where it matters."""

    name: str

    def write(self, view: View, *, raw: bool) -> Iterator[str]: ...


EXPORTERS: tuple[Exporter, ...] = (Claims(), Events(), Origins(), Copies(), Repairs(), Commentaries(), Csv())


def find_exporter(name: str) -> Exporter:
    for exporter in EXPORTERS:
        if exporter.name == name:
            return exporter
    raise QuestionError(f"no such format; one of {', '.join(exporter.name for exporter in EXPORTERS)}", where=name)
