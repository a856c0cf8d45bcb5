"""Train English names (PER, ORG, LOC) on UNER's layer over EWT, beside an already trained pipeline.

    VEDETTE_SHARED=../shared python -m models.en.train_names --into vedette/lang/en/model

The component has an encoder of its own, so that trees stay what they were.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import spacy
from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc
from spacy.training import Example, iob_to_biluo
from thinc.api import Adam, fix_random_seed, set_current_ops

from models.en.train import batches, keep
from models.en.words import plain_quotes
from models.treebank import read_lines
from vedette.mark.blas import BlasOps

KINDS = frozenset({"PER", "ORG", "LOC"})
WIDTH = 96


class Named(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    tags: tuple[str, ...]


def read_names(path: Path) -> Iterator[Named]:
    """Sentences of an .iob2 file; OTH and the draft's stray B-O are no names."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*read_lines(path), ""]:
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            continue
        if len(cells) > 2:
            words.append(plain_quotes(cells[1]))
            tags.append(cells[2] if cells[2][2:] in KINDS else "O")
        elif words:
            yield Named(tuple(words), tuple(mend(tags)))
            words, tags = [], []


def mend(tags: list[str]) -> list[str]:
    """An I without a beginning begins."""
    mended: list[str] = []
    for tag in tags:
        before = mended[-1] if mended else "O"
        mended.append("B" + tag[1:] if tag[0] == "I" and before[1:] != tag[1:] else tag)
    return mended


def example_of(nlp: Language, named: Named) -> Example:
    words = list(named.words)
    reference = Doc(nlp.vocab, words=words, ents=list(named.tags))
    assert len(iob_to_biluo(named.tags)) == len(words)
    return Example(Doc(nlp.vocab, words=words), reference)


def add_names(nlp: Language) -> None:
    encoder = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": WIDTH,
        "depth": 4,
        "embed_size": 4000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    }
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": encoder,
    }
    nlp.add_pipe("ner", config={"model": model})


def score(nlp: Language, sentences: list[Named]) -> PRFScore:
    total = PRFScore()
    for named in sentences:
        example = example_of(nlp, named)
        doc = nlp.get_pipe("ner")(example.predicted)
        total.score_set(
            {(ent.start, ent.end, ent.label_) for ent in doc.ents},
            {(ent.start, ent.end, ent.label_) for ent in example.reference.ents},
        )
    return total


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--shared", type=Path, default=Path(os.environ.get("VEDETTE_SHARED", "../shared")))
    reader.add_argument("--into", type=Path, required=True)
    reader.add_argument("--epochs", type=int, default=15)
    options = reader.parse_args()
    fix_random_seed(5)
    set_current_ops(BlasOps())
    folder = options.shared / "data" / "uner-en-ewt"
    train = list(read_names(folder / "en_ewt-ud-train.2022-12.iob2.gz"))
    held_out = list(read_names(folder / "en_ewt-ud-dev.iob2.gz"))
    nlp = spacy.load(options.into)
    if "ner" in nlp.pipe_names:
        nlp.remove_pipe("ner")
    add_names(nlp)
    examples = [example_of(nlp, named) for named in train]
    pipe: Any = nlp.get_pipe("ner")
    pipe.initialize(lambda: examples, nlp=nlp)
    optimizer = Adam(0.001, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    dice = random.Random(5)
    best, began = 0.0, time.monotonic()
    with nlp.select_pipes(enable=["ner"]):
        for epoch in range(options.epochs):
            optimizer.learn_rate = 0.0015 * (1 - 0.9 * epoch / options.epochs)
            for batch in batches(examples, 400, dice):
                nlp.update(batch, drop=0.3, sgd=optimizer)
            with pipe.model.use_params(optimizer.averages):
                found = score(nlp, held_out)
                sys.stderr.write(f"epoch {epoch + 1} {time.monotonic() - began:.0f}s F1 {100 * found.fscore:.2f}\n")
                if found.fscore > best:
                    best = found.fscore
                    pipe.to_disk(options.into / "ner.best")
    pipe.from_disk(options.into / "ner.best")
    tested = score(nlp, list(read_names(folder / "en_ewt-ud-test.iob2.gz")))
    sys.stderr.write(f"test P {100 * tested.precision:.2f} R {100 * tested.recall:.2f} F1 {100 * tested.fscore:.2f}\n")
    keep(nlp, options.into)


if __name__ == "__main__":
    main()
