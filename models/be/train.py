"""Train the Belarusian pipeline with UDPipe 1: tagger and lemmas on Belarusian, the parser also on respelt Russian.

    VEDETTE_SHARED=../shared python -m models.be.train --out vedette/lang/be/model/be.udpipe

There are 22 thousand words of Belarusian that one may train on. The parser sees words mostly as parts of speech and
features, which Russian shares; so Russian trees help it, respelt so that at least the commonest words meet.
"""

import argparse
import os
import random
import re
import sys
import tempfile
from pathlib import Path

import ufal.udpipe

from models.treebank import Tree, read_trees

TAGGER = (
    "models=2;"
    "templates_1=lemmatizer;guesser_suffix_rules_1=10;guesser_enrich_dictionary_1=6;guesser_prefixes_max_1=4;"
    "use_lemma_1=1;use_xpostag_1=0;use_feats_1=0;provide_lemma_1=1;provide_xpostag_1=0;provide_feats_1=0;prune_features_1=0;"
    "templates_2=tagger;guesser_suffix_rules_2=10;guesser_enrich_dictionary_2=6;guesser_prefixes_max_2=0;"
    "use_lemma_2=0;use_xpostag_2=0;use_feats_2=1;provide_lemma_2=0;provide_xpostag_2=0;provide_feats_2=1;prune_features_2=0;"
    "iterations=20"
)
PARSER = (
    "iterations={iterations};embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_lemma=0;"
    "embedding_deprel=20;learning_rate=0.01;learning_rate_final=0.001;l2=0.3;hidden_layer=200;batch_size=10;"
    "transition_system=projective;transition_oracle=dynamic;structured_interval=8;use_gold_tags=0"
)
RESPELT = ((re.compile("тся$|ться$"), "цца"), (re.compile("щ"), "шч"), (re.compile("и"), "і"), (re.compile("ъ"), "'"))
ONLY_HERE = re.compile(r"\|?\b(?:NameType|InflClass|Typo|Foreign)=[^|]*")


def respell(form: str) -> str:
    """A Russian word in roughly Belarusian letters."""
    for pattern, letters in RESPELT:
        form = pattern.sub(letters, form)
    return form


def plain_feats(feats: str) -> str:
    """Without the features that only one of the two treebank releases has."""
    return ONLY_HERE.sub("", feats).strip("|") or "_"


def conllu(trees: list[Tree], *, russian: bool = False) -> str:
    lines: list[str] = []
    for tree in trees:
        for number, row in enumerate(tree.rows, start=1):
            form = respell(row.form) if russian else row.form
            space = "_" if row.space_after else "SpaceAfter=No"
            cells = (number, form, row.lemma, row.upos, "_", plain_feats(row.feats), row.head + 1, row.relation, "_", space)
            lines.append("\t".join(map(str, cells)))
        lines.append("")
    return "\n".join(lines) + "\n"


def run(train: str, *, tokenizer: str, tagger: str, parser: str, held_out: str = "") -> bytes:
    error = ufal.udpipe.ProcessingError()
    model = ufal.udpipe.Trainer.train(
        "morphodita_parsito", sentences_of(train), sentences_of(held_out), tokenizer, tagger, parser, error
    )
    if error.occurred():
        raise SystemExit(error.message)
    return bytes(model)


def sentences_of(text: str) -> "ufal.udpipe.Sentences":
    reader = ufal.udpipe.InputFormat.newConlluInputFormat()
    reader.setText(text)
    error = ufal.udpipe.ProcessingError()
    found = ufal.udpipe.Sentences()
    sentence = ufal.udpipe.Sentence()
    while reader.nextSentence(sentence, error):
        found.append(sentence)
        sentence = ufal.udpipe.Sentence()
    if error.occurred():
        raise SystemExit(error.message)
    return found


def belarusian_trees(data: Path) -> list[Tree]:
    """UD 2.5's training part and today's development part, without what the test part repeats."""
    folder = data / "ud-be-hse"
    tested = {tree.text for tree in read_trees(folder / "be_hse-ud-test.conllu.gz")}
    trees = read_trees(folder / "ud2.5" / "be_hse-ud-train.conllu.gz") + read_trees(folder / "be_hse-ud-dev.conllu.gz")
    return [tree for tree in trees if tree.text not in tested]


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--shared", type=Path, default=Path(os.environ.get("VEDETTE_SHARED", "../shared")))
    reader.add_argument("--out", type=Path, required=True)
    reader.add_argument("--iterations", type=int, default=12)
    reader.add_argument("--russian", type=int, default=3000, help="how many Russian sentences the parser also reads")
    reader.add_argument("--times", type=int, default=2, help="how often it reads the Belarusian ones")
    reader.add_argument("--tagger", type=Path, help="a model whose tokenizer and tagger are kept")
    options = reader.parse_args()
    data = options.shared / "data"
    trees = belarusian_trees(data)
    print(len(trees), "sentences", sum(len(tree.rows) for tree in trees), "words", file=sys.stderr)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tagger = options.tagger
        if tagger is None:
            tagger = Path(folder) / "tagger.udpipe"
            tagger.write_bytes(run(conllu(trees), tokenizer="epochs=40;dimension=24;batch_size=50", tagger=TAGGER, parser="none"))
        russian = read_trees(data / "ud-ru-taiga" / "ru_taiga-ud-train.v2.6.conllu.gz")
        random.Random(3).shuffle(russian)
        mixed = conllu(trees) * options.times + conllu(russian[: options.russian], russian=True)
        kept = f"from_model=file:{tagger}"
        parser = PARSER.format(iterations=options.iterations)
        options.out.write_bytes(run(mixed, tokenizer=kept, tagger=kept, parser=parser))


if __name__ == "__main__":
    main()
