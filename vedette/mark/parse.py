"""What every pipeline promises, and the trees that all of them hand over.

Invariant: a sentence's words stand in order without overlap, each is `text[start:stop]`, exactly one is the root,
and every other word hangs, through its heads, on that root.
"""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from vedette.model.marked import Sentence
from vedette.model.text import Span


class Name(msgspec.Struct, frozen=True, gc=False):
    """A stretch that statistics take for a name; `kind` is PER, LOC or ORG. A second voice: gazetteers speak first."""

    start: int
    stop: int
    kind: str


class Pipeline(Protocol):
    """Reads the sentences of one language; `version` names model and weights in every claim's `made_by`."""

    @property
    def version(self) -> str: ...

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[Sentence, ...]:
        """One sentence a span, in the same order, with its words; offsets count in `text`."""
        ...

    def names(self, text: str, sentences: Sequence[Span]) -> tuple[Name, ...]:
        """Names in order of start; none where the language has no such model."""
        ...


def one_tree(heads: Sequence[int], relations: Sequence[str]) -> list[tuple[int, str]]:
    """The heads (-1 for a root) and relations with a single root and no circle.

    Of several roots the first stays; the others hang on it as parataxis, punctuation as punct. A circle is opened
    at its first word.
    """
    tree = list(zip(heads, relations, strict=True))
    root = next((n for n, (head, _) in enumerate(tree) if head < 0 or head == n), None)
    if root is None and tree:
        root = 0
    for number, (head, relation) in enumerate(tree):
        if number == root:
            tree[number] = (-1, "root")
        elif head < 0 or head == number or head >= len(tree):
            tree[number] = (root or 0, relation if relation not in ("root", "ROOT") else "parataxis")
    safe: set[int] = {root} if root is not None else set()
    for number in range(len(tree)):
        way: list[int] = []
        at = number
        while at not in safe and at not in way:
            way.append(at)
            at = tree[at][0]
        if at not in safe:
            tree[at] = (root or 0, "parataxis")
        safe.update(way)
    return tree
