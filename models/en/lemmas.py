"""Write the lemmas that the English treebanks state, which outrank what the lemmatizer would make of them.

    VEDETTE_SHARED=../shared python -m models.en.lemmas --out vedette/lang/en/model/lemmas.tsv.gz

Rows: form in small letters, part of speech, lemma. Proper nouns are left out, and forms whose lemmas disagree.
"""

import argparse
import gzip
import os
from collections import Counter, defaultdict
from pathlib import Path

from models.treebank import Tree, read_archive, read_splits, read_trees

LEFT_OUT = frozenset({"PROPN", "PUNCT", "SYM", "X", "NUM"})
AGREED = 0.8


def stated_lemmas(trees: list[Tree]) -> dict[tuple[str, str], str]:
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for row in tree.rows:
            if row.upos not in LEFT_OUT and row.lemma != "_" and row.form.isalpha():
                seen[row.form.lower(), row.upos][row.lemma] += 1
    best = {key: lemmas.most_common(1)[0] for key, lemmas in seen.items()}
    return {key: lemma for key, (lemma, count) in best.items() if count >= AGREED * seen[key].total()}


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--shared", type=Path, default=Path(os.environ.get("VEDETTE_SHARED", "../shared")))
    reader.add_argument("--out", type=Path, required=True)
    options = reader.parse_args()
    data = options.shared / "data"
    gum = data / "gum-open"
    trees = read_trees(data / "ud-en-ewt" / "en_ewt-ud-train.conllu.gz")
    trees += read_archive(gum / "gum-open.tar.gz", read_splits(gum / "splits.md", "train"))
    rows = "".join(f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(stated_lemmas(trees).items()))
    options.out.write_bytes(gzip.compress(rows.encode(), mtime=0))


if __name__ == "__main__":
    main()
