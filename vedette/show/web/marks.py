"""Stretches of a document's text laid over each other, cut so that they can be shown one after the other."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec


class Mark(msgspec.Struct, frozen=True):
    """A stretch to be marked: `sort` is its look, `label` its words, `target` an address that it leads to."""

    start: int
    stop: int
    sort: str
    label: str = ""
    target: str | None = None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch under the same marks from end to end; `begins` are those marks that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def sorts(self) -> str:
        """The looks, as names of classes."""
        return " ".join(dict.fromkeys(mark.sort for mark in self.marks))

    @property
    def target(self) -> str | None:
        return next((mark.target for mark in self.marks if mark.target), None)

    @property
    def labels(self) -> str:
        return ", ".join(dict.fromkeys(mark.label for mark in self.begins if mark.label))


def cut_pieces(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text in order, cut wherever a mark begins or ends; together the pieces are the text."""
    kept = sorted((one for one in marks if 0 <= one.start < one.stop <= len(text)), key=lambda one: (one.start, -one.stop))
    cuts = sorted({0, len(text), *(cut for one in kept for cut in (one.start, one.stop))})
    pieces = []
    for start, stop in pairwise(cuts):
        over = tuple(one for one in kept if one.start < stop and start < one.stop)
        pieces.append(Piece(text=text[start:stop], marks=over, begins=tuple(one for one in over if one.start == start)))
    return tuple(pieces)


def crop(pieces: Sequence[Piece], *, room: int) -> tuple[Piece, ...]:
    """What is marked and `room` code points around it; what is left out becomes an ellipsis."""
    marked = [n for n, piece in enumerate(pieces) if piece.marks]
    if not marked:
        return tuple(pieces)
    first, last = marked[0], marked[-1]
    before = "".join(piece.text for piece in pieces[:first])
    after = "".join(piece.text for piece in pieces[last + 1 :])
    head = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
    tail = after if len(after) <= room else after[:room].rpartition(" ")[0] + " …"
    return (Piece(text=head), *pieces[first : last + 1], Piece(text=tail))
