"""Score the pipelines that vedette ships on the test parts of the treebanks, from raw text and on gold words.

    VEDETTE_SHARED=../shared python -m models.evaluate [en ru be]

Raw: paragraphs are cut into sentences and words by vedette itself; words are aligned with the treebank's by their
characters, as at CoNLL 2018, and F1 is reported over words, parts of speech, lemmas, heads (UAS) and heads with
relations (LAS, subtypes counted apart as LAS* without them). Gold: the treebank's sentences and words are given.
"""

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from models.gold_words import parse_gold
from models.treebank import Tree, read_archive, read_splits, read_trees
from vedette.mark.parse import Pipeline
from vedette.mark.pipelines import LANG, OPENERS
from vedette.mark.sentences import split_sentences
from vedette.model.marked import Sentence

TESTS = {
    "en": ("ud-en-ewt/en_ewt-ud-test.conllu.gz", "gum-open/gum-open.tar.gz"),
    "ru": ("ud-ru-taiga/ru_taiga-ud-test.conllu.gz", "ud-ru-gsd/ru_gsd-ud-test.conllu.gz"),
    "be": ("ud-be-hse/be_hse-ud-test.conllu.gz",),
}
MEASURES = ("words", "upos", "lemma", "uas", "las", "las_main")


class Placed(msgspec.Struct, frozen=True):
    """A word by its place among the text's letters (white space not counted), with its head's place."""

    place: tuple[int, int]
    upos: str
    lemma: str
    head: tuple[int, int] | None
    relation: str


class Scores(msgspec.Struct, frozen=True):
    sentences: float
    values: dict[str, float]
    words: int
    words_a_second: float

    def line(self) -> str:
        told = "  ".join(f"{name} {100 * self.values[name]:.2f}" for name in MEASURES)
        return f"sentences {100 * self.sentences:.2f}  {told}  ({self.words} words, {self.words_a_second:.0f} words/s)"


def paragraphs(trees: Sequence[Tree]) -> list[list[Tree]]:
    """The trees of each paragraph; a treebank without marks of paragraphs has a paragraph a document or one in all."""
    groups: list[list[Tree]] = []
    for tree in trees:
        if tree.opens_paragraph or not groups:
            groups.append([])
        groups[-1].append(tree)
    return groups


def documents(trees: Sequence[Tree], *, size: int = 20) -> list[list[list[Tree]]]:
    """Paragraphs by twenties: as many as a page of news has, so that the speed is that of use."""
    groups = paragraphs(trees)
    return [groups[at : at + size] for at in range(0, len(groups), size)]


def bare(text: str) -> str:
    return "".join(text.split())


def gold_places(trees: Sequence[Tree], offset: int) -> tuple[list[Placed], set[tuple[int, int]], int]:
    """Placed words, the places of the sentences, and the offset after them."""
    placed: list[Placed] = []
    cuts: set[tuple[int, int]] = set()
    for tree in trees:
        begin = offset
        places = []
        for row in tree.rows:
            length = len(bare(row.form))
            places.append((offset, offset + length))
            offset += length
        cuts.add((begin, offset))
        for row, place in zip(tree.rows, places, strict=True):
            placed.append(Placed(place, row.upos, row.lemma, places[row.head] if row.head >= 0 else None, row.relation))
    return placed, cuts, offset


def found_places(text: str, sentences: Sequence[Sentence], offset: int) -> tuple[list[Placed], set[tuple[int, int]]]:
    before = [0]
    for letter in text:
        before.append(before[-1] + (not letter.isspace()))
    placed: list[Placed] = []
    for sentence in sentences:
        places = [(offset + before[word.start], offset + before[word.stop]) for word in sentence.words]
        for word, place in zip(sentence.words, places, strict=True):
            head = places[word.head] if word.head >= 0 else None
            placed.append(Placed(place, word.upos, word.lemma, head, word.relation))
    return placed, {(offset + before[sentence.start], offset + before[sentence.stop]) for sentence in sentences}


def compare(gold: Sequence[Placed], found: Sequence[Placed]) -> dict[str, float]:
    """F1 of each measure over words that stand at the same letters."""
    wanted = {word.place: word for word in gold}
    right = dict.fromkeys(MEASURES, 0)
    for word in found:
        true = wanted.get(word.place)
        if true is None:
            continue
        held = true.head == word.head
        right["words"] += 1
        right["upos"] += true.upos == word.upos
        right["lemma"] += true.lemma in (word.lemma, "_")
        right["uas"] += held
        right["las"] += held and true.relation == word.relation
        right["las_main"] += held and true.relation.split(":")[0] == word.relation.split(":")[0]
    return {name: 2 * count / (len(gold) + len(found)) for name, count in right.items()}


def raw_scores(pipeline: Pipeline, lang: str, trees: Sequence[Tree]) -> Scores:
    gold: list[Placed] = []
    found: list[Placed] = []
    true_cuts: set[tuple[int, int]] = set()
    cuts: set[tuple[int, int]] = set()
    offset, seconds = 0, 0.0
    for group in documents(trees):
        text = "\n\n".join(" ".join(tree.text for tree in paragraph) for paragraph in group)
        began = time.process_time()
        sentences = pipeline.parse(text, split_sentences(text, lang))
        seconds += time.process_time() - began
        placed, places = found_places(text, sentences, offset)
        found += placed
        cuts |= places
        placed, places, offset = gold_places([tree for paragraph in group for tree in paragraph], offset)
        gold += placed
        true_cuts |= places
    shared = 2 * len(cuts & true_cuts) / (len(cuts) + len(true_cuts))
    return Scores(shared, compare(gold, found), len(found), len(found) / seconds)


def gold_scores(pipeline: Pipeline, lang: str, trees: Sequence[Tree]) -> Scores:
    gold, _, _ = gold_places(trees, 0)
    began = time.process_time()
    parsed = parse_gold(pipeline, lang, trees)
    seconds = time.process_time() - began
    found: list[Placed] = []
    at = 0
    for tree, words in zip(trees, parsed, strict=True):
        places = [word.place for word in gold[at : at + len(tree.rows)]]
        at += len(tree.rows)
        for word, place in zip(words, places, strict=True):
            head = places[word.head] if word.head >= 0 else None
            found.append(Placed(place, word.upos, word.lemma, head, word.relation))
    return Scores(1.0, compare(gold, found), len(found), len(found) / seconds)


def test_trees(path: Path) -> list[Tree]:
    if path.suffixes[-2:] == [".tar", ".gz"]:
        return read_archive(path, read_splits(path.parent / "splits.md", "test"))
    return read_trees(path)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("langs", nargs="*", default=list(TESTS))
    reader.add_argument("--shared", type=Path, default=Path(os.environ.get("VEDETTE_SHARED", "../shared")))
    reader.add_argument("--model", type=Path, help="a folder of weights other than the one that is shipped")
    options = reader.parse_args()
    for lang in options.langs:
        pipeline = OPENERS[lang](options.model or LANG / lang / "model")
        for name in TESTS[lang]:
            path = options.shared / "data" / name
            trees = [tree for tree in test_trees(path) if tree.rows]
            sys.stdout.write(f"{lang}  {pipeline.version}  {path.name}  sha256 {digest(path)}…\n")
            sys.stdout.write(f"  raw   {raw_scores(pipeline, lang, trees).line()}\n")
            sys.stdout.write(f"  gold  {gold_scores(pipeline, lang, trees).line()}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
