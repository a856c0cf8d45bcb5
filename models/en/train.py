"""Train the English pipeline: morphology, lemmas and trees, one sentence a document, on one core.

    VEDETTE_SHARED=../shared python -m models.en.train --epochs 40 --out vedette/lang/en/model

Learning rate: linear warm-up, then a cosine to three hundredths of the peak; the weights that are kept are Adam's
running averages with the best labelled score on the development set.
"""

import argparse
import math
import os
import random
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, fix_random_seed, set_current_ops

from models.en.words import keep_whole, learn_special_cases, plain_quotes, set_special_cases
from models.treebank import Tree, read_archive, read_splits, read_trees
from vedette.mark.blas import BlasOps

PEAK, WARM_UP, FLOOR = 0.0015, 400, 0.03

ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [8000, 1500, 3000, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "depth": 6,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}


def listener(width: int) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}


def new_pipeline(width: int, hidden: int) -> Language:
    nlp = spacy.blank("en")
    embed = {**ENCODER["embed"], "width": width}  # type: ignore[dict-item]
    encode = {**ENCODER["encode"], "width": width}  # type: ignore[dict-item]
    nlp.add_pipe("tok2vec", config={"model": {**ENCODER, "embed": embed, "encode": encode}})
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener(width)}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 2, "top_k": 3})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener(width),
    }
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 10, "learn_tokens": False})
    return nlp


def usable(tree: Tree) -> bool:
    """Words with inner spaces crash the tagger's loss; a sentence of one word teaches no tree."""
    return len(tree.rows) > 1 and not any(" " in row.form for row in tree.rows)


def example_of(nlp: Language, tree: Tree) -> Example:
    words = [plain_quotes(row.form) for row in tree.rows]
    spaces = [row.space_after for row in tree.rows]
    reference = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        pos=[row.upos for row in tree.rows],
        morphs=[row.feats for row in tree.rows],
        lemmas=[row.form if row.lemma == "_" else row.lemma for row in tree.rows],
        heads=[number if row.head < 0 else row.head for number, row in enumerate(tree.rows)],
        deps=["ROOT" if row.relation == "root" else row.relation for row in tree.rows],
    )
    return Example(one_sentence(Doc(nlp.vocab, words=words, spaces=spaces)), reference)


def one_sentence(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def batches(examples: list[Example], words: int, dice: random.Random) -> Iterator[list[Example]]:
    order = examples[:]
    dice.shuffle(order)
    batch: list[Example] = []
    size = 0
    for example in order:
        batch.append(example)
        size += len(example.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def rate(step: int, total: int) -> float:
    if step < WARM_UP:
        return PEAK * (step + 1) / WARM_UP
    way = min(1.0, (step - WARM_UP) / max(1, total - WARM_UP))
    return PEAK * (FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * way)))


def dev_scores(nlp: Language, held_out: list[Tree]) -> dict[str, float]:
    """UPOS, lemma, UAS and LAS on gold words, punctuation counted."""
    docs = [
        one_sentence(Doc(nlp.vocab, words=[plain_quotes(r.form) for r in tree.rows], spaces=[r.space_after for r in tree.rows]))
        for tree in held_out
    ]
    right = {"upos": 0, "lemma": 0, "uas": 0, "las": 0}
    total = 0
    for tree, doc in zip(held_out, nlp.pipe(docs, batch_size=64), strict=True):
        for number, (row, token) in enumerate(zip(tree.rows, doc, strict=True)):
            total += 1
            head = -1 if token.head.i == number else token.head.i
            label = "root" if token.dep_ == "ROOT" else token.dep_
            right["upos"] += token.pos_ == row.upos
            right["lemma"] += token.lemma_ == row.lemma
            right["uas"] += head == row.head
            right["las"] += head == row.head and label == row.relation
    return {name: 100 * count / total for name, count in right.items()}


def keep(nlp: Language, out: Path) -> None:
    """Written aside, then moved: a reader never sees half a model."""
    aside = out.with_name(out.name + ".new")
    shutil.rmtree(aside, ignore_errors=True)
    nlp.to_disk(aside, exclude=["vocab"])
    nlp.vocab.to_disk(aside / "vocab", exclude=["vectors", "lookups"])
    shutil.rmtree(out, ignore_errors=True)
    aside.rename(out)


def train(nlp: Language, trees: list[Tree], held_out: list[Tree], *, options: argparse.Namespace) -> None:
    examples = [example_of(nlp, tree) for tree in trees]
    optimizer = Adam(PEAK, beta1=0.9, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    nlp.initialize(lambda: examples, sgd=optimizer)
    keep_whole(nlp)
    set_special_cases(nlp, learn_special_cases(nlp, trees))
    dice = random.Random(options.seed)
    words = sum(len(tree.rows) for tree in trees)
    total = options.epochs * words // options.batch
    print(f"{len(trees)} sentences, {words} words, {total} steps", file=sys.stderr, flush=True)
    best, step, began = 0.0, 0, time.monotonic()
    for epoch in range(1, options.epochs + 1):
        losses: dict[str, float] = {}
        for batch in batches(examples, options.batch, dice):
            optimizer.learn_rate = rate(step, total)
            nlp.update(batch, drop=options.dropout, sgd=optimizer, losses=losses)
            step += 1
            if step % 100 == 0 and step <= 500:
                print(f"  step {step} {time.monotonic() - began:.0f}s", file=sys.stderr, flush=True)
        if epoch < 3 or (epoch % 2 and epoch < options.epochs - 5):
            continue
        with nlp.use_params(optimizer.averages):
            scores = dev_scores(nlp, held_out)
            if scores["las"] > best:
                best = scores["las"]
                keep(nlp, options.out)
        told = " ".join(f"{name} {value:.2f}" for name, value in scores.items())
        print(f"epoch {epoch} {time.monotonic() - began:.0f}s {told} loss {losses['parser']:.0f}", file=sys.stderr, flush=True)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--shared", type=Path, default=Path(os.environ.get("VEDETTE_SHARED", "../shared")))
    reader.add_argument("--out", type=Path, required=True)
    reader.add_argument("--epochs", type=int, default=40)
    reader.add_argument("--batch", type=int, default=600, help="words a step")
    reader.add_argument("--width", type=int, default=128)
    reader.add_argument("--hidden", type=int, default=128)
    reader.add_argument("--dropout", type=float, default=0.2)
    reader.add_argument("--seed", type=int, default=7)
    options = reader.parse_args()
    fix_random_seed(options.seed)
    set_current_ops(BlasOps())
    data = options.shared / "data"
    gum = data / "gum-open"
    trees = read_trees(data / "ud-en-ewt" / "en_ewt-ud-train.conllu.gz")
    trees += read_archive(gum / "gum-open.tar.gz", read_splits(gum / "splits.md", "train"))
    held_out = read_trees(data / "ud-en-ewt" / "en_ewt-ud-dev.conllu.gz")
    held_out = [tree for tree in held_out if not any(" " in row.form for row in tree.rows)]
    nlp = new_pipeline(options.width, options.hidden)
    train(nlp, [tree for tree in trees if usable(tree)], held_out, options=options)


if __name__ == "__main__":
    main()
