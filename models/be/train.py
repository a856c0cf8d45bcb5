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

from models.be.dictionary import dictionary_lines
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
    "embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_lemma=0;embedding_deprel=20;"
    "learning_rate=0.01;learning_rate_final=0.001;l2=0.3;hidden_layer=200;batch_size=10;"
    "transition_system=projective;transition_oracle=dynamic;structured_interval=0;use_gold_tags=1"
)
FOLDS = 4
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


def run(train: str, *, tagger: str, parser: str) -> bytes:
    error = ufal.udpipe.ProcessingError()
    given, held_out = sentences_of(train), sentences_of("")
    model = ufal.udpipe.Trainer.train("morphodita_parsito", given, held_out, "none", tagger, parser, error)
    if error.occurred():
        raise SystemExit(error.message)
    return bytes(model)


def dictionaries(data: Path, folder: Path) -> str:
    """The tagger's options for two dictionary files: the lemmatizer's holds more, for it asks no features."""
    options = []
    for number, featured in ((1, False), (2, True)):
        path = folder / f"dictionary{number}.tsv"
        path.write_text("\n".join(dictionary_lines(data, featured=featured)) + "\n", encoding="utf-8")
        options.append(f"dictionary_file_{number}={path}")
    return ";".join(options)


def guessed_tags(trees: list[Tree], folder: Path) -> str:
    """The trees with the tags of taggers that have not seen them: the parser learns to live with their errors."""
    order = list(range(len(trees)))
    random.Random(1).shuffle(order)
    writer = ufal.udpipe.OutputFormat.newOutputFormat("conllu")
    lines: dict[int, str] = {}
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        path = folder / f"fold{fold}.udpipe"
        path.write_bytes(run(conllu([trees[at] for at in order if at not in held]), tagger=TAGGER, parser="none"))
        model = ufal.udpipe.Model.load(str(path))
        for at, sentence in zip(sorted(held), sentences_of(conllu([trees[at] for at in sorted(held)])), strict=True):
            model.tag(sentence, model.DEFAULT)
            lines[at] = writer.writeSentence(sentence)
    return "".join(lines[at] for at in range(len(trees)))


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
    reader.add_argument("--iterations", type=int, default=8)
    reader.add_argument("--russian", type=int, default=3138, help="how many Russian sentences the parser also reads")
    options = reader.parse_args()
    data = options.shared / "data"
    trees = belarusian_trees(data)
    print(len(trees), "sentences", sum(len(tree.rows) for tree in trees), "words", file=sys.stderr)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    russian = read_trees(data / "ud-ru-taiga" / "ru_taiga-ud-train.v2.6.conllu.gz")
    random.Random(3).shuffle(russian)
    with tempfile.TemporaryDirectory() as folder:
        tagger = Path(folder) / "tagger.udpipe"
        tagger.write_bytes(run(conllu(trees), tagger=f"{TAGGER};{dictionaries(data, Path(folder))}", parser="none"))
        mixed = guessed_tags(trees, Path(folder)) + conllu(russian[: options.russian], russian=True)
        options.out.write_bytes(
            run(mixed, tagger=f"from_model=file:{tagger}", parser=f"iterations={options.iterations};{PARSER}")
        )


if __name__ == "__main__":
    main()
