"""Belarusian forms from dictionaries, as UDPipe's tagger takes them: form, lemma, part of speech, nothing, features.

The treebank shows 22 thousand words; GrammarDB's proper nouns and adverbs and UniMorph's paradigms add names in all
their cases and lemmas of common words.
"""

import gzip
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

CASES = {"N": "Nom", "G": "Gen", "D": "Dat", "A": "Acc", "I": "Ins", "L": "Loc"}
NUMBERS = {"S": "Sing", "P": "Plur"}
GENDERS = {"M": "Masc", "F": "Fem", "N": "Neut"}
PARTS = {"N": "NOUN", "ADJ": "ADJ", "V": "VERB"}
STRESS = re.compile("[+\u0301]")

Row = tuple[str, str, str, str]


def paradigms(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Paradigm's tag, lemma, form's tag and form, without stress."""
    with gzip.open(path) as lines:
        root = ElementTree.parse(lines).getroot()  # a file of our own data folder, not a stranger's
    for paradigm in root.iter("Paradigm"):
        for variant in paradigm.iter("Variant"):
            lemma = STRESS.sub("", variant.get("lemma") or "")
            for form in variant.iter("Form"):
                tag = paradigm.get("tag") or variant.get("tag") or ""
                yield tag, lemma, form.get("tag") or "", STRESS.sub("", form.text or "")


def names(path: Path) -> Iterator[Row]:
    """Proper nouns with case, number, gender and animacy."""
    for tag, lemma, shape, form in paradigms(path):
        if len(tag) < 6 or len(shape) != 2 or shape[0] not in CASES or shape[1] not in NUMBERS:
            continue
        feats = [f"Animacy={'Anim' if tag[2] == 'A' else 'Inan'}", f"Case={CASES[shape[0]]}"]
        if tag[5] in GENDERS:
            feats.append(f"Gender={GENDERS[tag[5]]}")
        yield form, lemma, "PROPN", "|".join([*feats, f"Number={NUMBERS[shape[1]]}"])


def adverbs(path: Path) -> Iterator[Row]:
    for _, lemma, shape, form in paradigms(path):
        if shape in ("P", ""):
            yield form, lemma, "ADV", "Degree=Pos"


def unimorph(path: Path) -> Iterator[Row]:
    """Nouns, adjectives and verbs without features: they serve the lemmatizer, which asks for none."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 3 or " " in cells[1] or cells[2].split(";")[0] not in PARTS:
            continue
        yield STRESS.sub("", cells[1]), STRESS.sub("", cells[0]), PARTS[cells[2].split(";")[0]], ""


def dictionary_lines(data: Path, *, featured: bool) -> list[str]:
    """Rows of one dictionary file, sorted; `featured` leaves out those that know no features."""
    rows = {*names(data / "grammardb-be" / "NP.xml.gz"), *adverbs(data / "grammardb-be" / "R.xml.gz")}
    if not featured:
        rows |= set(unimorph(data / "unimorph-bel" / "bel"))
    kept = sorted(row for row in rows if row[0] and row[1] and "\t" not in row[0] and " " not in row[0] + row[1])
    return [f"{form}\t{lemma}\t{upos}\t_\t{feats or '_'}" for form, lemma, upos, feats in kept]
