"""The things of the field, read once from plain data: JSON lines in `data/`, one thing a line (`vedette.model.thing`).

Each record says its source; unless it says otherwise, that is general knowledge that nobody has checked against a document.
"""

from functools import cache
from pathlib import Path

import msgspec

from vedette.errors import KnowledgeError
from vedette.model.thing import Thing

DATA = Path(__file__).parent / "data"


class Knowledge(msgspec.Struct, frozen=True, eq=False):
    """Things by id, in the order of the files."""

    things: dict[str, Thing]

    def by_sort(self) -> dict[tuple[str, str], str]:
        """(sort, country) of the bodies that every state has, such as ("mod", "BY"), to their ids; the first one counts."""
        bodies: dict[tuple[str, str], str] = {}
        for thing in self.things.values():
            if thing.kind == "actor" and thing.sort and thing.country:
                bodies.setdefault((thing.sort, thing.country), thing.id)
        return bodies


def read_things(path: Path) -> list[Thing]:
    decoder = msgspec.json.Decoder(Thing)
    things = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            things.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            raise KnowledgeError(str(error), where=f"{path.name}#{number}") from error
    return things


def gather_things(folder: Path) -> Knowledge:
    """Every thing of a folder's JSON lines; two things with one id are an error."""
    things: dict[str, Thing] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for thing in read_things(path):
            if thing.id in things:
                raise KnowledgeError(f"two things are called {thing.id}", where=path.name)
            things[thing.id] = thing
    return Knowledge(things)


@cache
def load_knowledge() -> Knowledge:
    """The knowledge that is shipped."""
    return gather_things(DATA)
