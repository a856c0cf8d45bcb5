"""Universal Dependencies files as sentences whose words know where they stand in the raw text."""

import gzip
import io
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One syntactic word of a treebank; `head` is an index into the sentence's rows, -1 for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str
    space_after: bool


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence; `opens_paragraph` is true where the treebank says `newdoc` or `newpar`."""

    key: str
    text: str
    rows: tuple[Row, ...]
    opens_paragraph: bool


def read_lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from lines


def read_trees(path: Path) -> list[Tree]:
    """The sentences of one .conllu or .conllu.gz file, in order."""
    return list(trees_of(read_lines(path)))


def read_archive(path: Path, names: Iterable[str]) -> list[Tree]:
    """The sentences of `dep/<name>.conllu` within a .tar.gz, for each name that it holds, in the order of names."""
    found: list[Tree] = []
    with tarfile.open(path) as archive:
        held = set(archive.getnames())
        for name in names:
            member = f"dep/{name}.conllu"
            handle = archive.extractfile(member) if member in held else None
            if handle is not None:
                found.extend(trees_of(io.TextIOWrapper(handle, encoding="utf-8")))
    return found


def trees_of(lines: Iterable[str]) -> Iterator[Tree]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\n"))
        elif block:
            yield tree_of(block)
            block = []
    if block:
        yield tree_of(block)


def tree_of(block: list[str]) -> Tree:
    """One sentence from its lines; empty nodes are dropped, a multiword token lends its words its space."""
    notes = dict(line[2:].partition(" = ")[::2] for line in block if line.startswith("# "))
    opens = any(line.startswith(("# newdoc", "# newpar")) for line in block)
    columns = [line.split("\t") for line in block if not line.startswith("#")]
    plain = [cells for cells in columns if cells[0].isdecimal()]
    joined: dict[int, bool] = {}
    for cells in columns:
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            joined.update(dict.fromkeys(range(first, last), False))
            joined[last] = "SpaceAfter=No" not in cells[9]
    rows = tuple(row_of(cells, joined) for cells in plain)
    return Tree(key=notes.get("sent_id", ""), text=notes.get("text", ""), rows=rows, opens_paragraph=opens)


def row_of(cells: list[str], joined: dict[int, bool]) -> Row:
    number = int(cells[0])
    return Row(
        form=cells[1],
        lemma=cells[2],
        upos=cells[3],
        feats="" if cells[5] == "_" else cells[5],
        head=int(cells[6]) - 1,
        relation=cells[7],
        space_after=joined.get(number, "SpaceAfter=No" not in cells[9]),
    )


def read_splits(path: Path, split: str) -> list[str]:
    """The document names under `## <split>` of GUM's splits.md."""
    inside, names = False, []
    for line in read_lines(path):
        if line.startswith("## "):
            inside = line[3:].strip() == split
        elif inside and line.strip().startswith("* "):
            names.append(line.strip()[2:])
    return names
