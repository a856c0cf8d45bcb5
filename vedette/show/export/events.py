"""events: what the claims settle, one event a line, with the claims for and against each field."""

from collections.abc import Iterator

from vedette.ask.view import View
from vedette.show.export.rows import write_lines


class Events:
    name = "events"

    def write(self, view: View, *, raw: bool) -> Iterator[str]:
        yield from write_lines(view.events.values())
