"""Belarusian by UDPipe 1, with weights of our own."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vedette.errors import KnowledgeError
from vedette.lang.cuts import load_cut_words
from vedette.mark.parse import Name, one_tree
from vedette.model.marked import Sentence, Word
from vedette.model.text import Span

VERSION = "be-1"
TOKEN = re.compile(
    r"https?://[^\s<>«»\"]*[\w/]|[\w.]+@[\w.]+\w|[#@]\w+"
    r"|\d+(?:[.,:]\d+)+|\d+-[^\W\d_]+|[^\W\d_]+(?:['’ʼ‘-][^\W_]+)*|\d+|_+"
    r"|\.{2,}|-{2,}|[!?]{2,}|[^\w\s]"
)
LOOKALIKES = str.maketrans("’ʼ‘i", "'''і")  # one apostrophe, and the Latin i of hurried typists


class BelarusianPipeline:
    version = VERSION

    def __init__(self, model: Any, runner: Any) -> None:
        self.model = model  # kept alive: the runner holds a bare pointer to it
        self.runner = runner

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[Sentence, ...]:
        cuts = [cut_words(text, span) for span in sentences]
        asked = "".join("".join(f"{plain(text[a:b])}\n" for a, b in cut) + "\n" for cut in cuts if cut)
        parsed = iter(self.rows(asked)) if asked else iter(())
        return tuple(
            Sentence(span.start, span.stop, words_of(text, cut, next(parsed)) if cut else ())
            for span, cut in zip(sentences, cuts, strict=True)
        )

    def names(self, text: str, sentences: Sequence[Span]) -> tuple[Name, ...]:
        return ()

    def rows(self, asked: str) -> list[list[list[str]]]:
        """The columns of CoNLL-U, a list a sentence."""
        answer = self.runner.process(asked)
        blocks = (block.split("\n") for block in answer.strip().split("\n\n"))
        return [[line.split("\t") for line in block if not line.startswith("#")] for block in blocks]


def plain(word: str) -> str:
    return word.translate(LOOKALIKES) if re.search(r"[а-яёіў]", word.lower()) or word == "i" else word.replace("’", "'")


def cut_words(text: str, span: Span) -> list[tuple[int, int]]:
    """The words of one sentence; the stop of an abbreviation or an initial belongs to it, as in the treebank."""
    words = load_cut_words("be")
    cuts: list[tuple[int, int]] = []
    for found in TOKEN.finditer(text, span.start, span.stop):
        start, stop = found.span()
        if found.group() == "." and cuts and cuts[-1][1] == start and stop < span.stop:
            before = text[cuts[-1][0] : start]
            if before.casefold() in words.opens | words.closes or (len(before) == 1 and before.isupper()):
                cuts[-1] = (cuts[-1][0], stop)
                continue
        cuts.append((start, stop))
    return cuts


def words_of(text: str, cut: list[tuple[int, int]], rows: list[list[str]]) -> tuple[Word, ...]:
    tree = one_tree([int(row[6]) - 1 for row in rows], [row[7] for row in rows])
    return tuple(
        Word(
            start=start,
            stop=stop,
            text=text[start:stop],
            lemma=row[2],
            upos=row[3],
            feats="" if row[5] == "_" else row[5],
            head=head,
            relation=relation,
        )
        for (start, stop), row, (head, relation) in zip(cut, rows, tree, strict=True)
    )


def open_belarusian(folder: Path) -> BelarusianPipeline:
    import ufal.udpipe as udpipe  # noqa: PLC0415  a guest of this one file

    weights = folder / "be.udpipe"
    model = udpipe.Model.load(str(weights))
    if model is None:
        raise KnowledgeError("the weights of the Belarusian pipeline are missing or damaged", where=str(weights))
    runner = udpipe.Pipeline(model, "vertical", udpipe.Pipeline.DEFAULT, udpipe.Pipeline.DEFAULT, "conllu")
    return BelarusianPipeline(model, runner)
