"""Russian by slovnet (trees, morphology, names) and pymorphy3 (lemmas).

The weights are those that the natasha wheel carries; natasha itself is not imported, only its folder is looked up.
"""

import importlib.util
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import category

from vedette.errors import KnowledgeError
from vedette.mark.parse import Name, one_tree
from vedette.model.marked import Sentence, Word
from vedette.model.text import Span

VERSION = "ru-slovnet-news-1"
EMBEDDING = "emb/navec_news_v1_1B_250K_300d_100q.tar"
CASES = {"nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc", "loc2": "Loc"}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
NUMBERS = {"sing": "Sing", "plur": "Plur"}
SORTS = {  # OpenCorpora's parts of speech that a universal one may stand for
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "PRTF", "COMP"),
    "DET": ("ADJF", "NPRO", "ADJS"),
    "PRON": ("NPRO", "ADJF", "NOUN"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "GRND", "PRTF"),
    "ADV": ("ADVB", "COMP", "PRED", "PREP"),
    "NUM": ("NUMR",),
    "ADP": ("PREP",),
    "CCONJ": ("CONJ",),
    "SCONJ": ("CONJ",),
    "PART": ("PRCL",),
}
SURNAME = re.compile("(.+(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е)?")
NAMED = frozenset({"Surn", "Name", "Patr"})
UNMOVED = frozenset({"PUNCT", "SYM", "X"})


class RussianPipeline:
    version = VERSION

    def __init__(self, syntax: Any, morph: Any, ner: Any, lemmas: "Lemmas") -> None:
        self.syntax, self.morph, self.ner, self.lemmas = syntax, morph, ner, lemmas

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[Sentence, ...]:
        cuts = [cut_words(text, span) for span in sentences]
        asked = [[text[a:b] for a, b in cut] for cut in cuts if cut]
        # Sentences of like length share a batch: padding is what slovnet spends its time on.
        order = sorted(range(len(asked)), key=lambda number: len(asked[number]))
        trees = dict(zip(order, self.syntax.map([asked[number] for number in order]), strict=True))
        tags = dict(zip(order, self.morph.map([asked[number] for number in order]), strict=True))
        made, number = [], 0
        for span, cut in zip(sentences, cuts, strict=True):
            words: tuple[Word, ...] = ()
            if cut:
                words = self.words_of(text, cut, trees[number].tokens, tags[number].tokens)
                number += 1
            made.append(Sentence(span.start, span.stop, words))
        return tuple(made)

    def words_of(self, text: str, cut: list[tuple[int, int]], rows: Any, tags: Any) -> tuple[Word, ...]:
        tree = one_tree([int(row.head_id) - 1 for row in rows], [row.rel for row in rows])
        words = []
        for (start, stop), tag, (head, relation) in zip(cut, tags, tree, strict=True):
            upos, _, feats = tag.tag.partition("|")
            form = text[start:stop]
            if upos == "PUNCT" and category(form[0]) == "So":
                upos, relation = "SYM", "root" if relation == "root" else "discourse"  # an emoji ends no clause
            lemma = self.lemmas.find(form, upos, feats)
            words.append(Word(start, stop, form, lemma, upos, feats, head, relation))
        return tuple(words)

    def names(self, text: str, sentences: Sequence[Span]) -> tuple[Name, ...]:
        found = []
        for span, marked in zip(sentences, self.ner.map([text[span.start : span.stop] for span in sentences]), strict=True):
            found += [Name(span.start + name.start, span.start + name.stop, name.type) for name in marked.spans]
        return tuple(found)


class Lemmas:
    """Dictionary lemmas: of a form's readings the one that agrees best with part of speech and features."""

    def __init__(self, analyzer: Any) -> None:
        self.analyzer = analyzer
        self.find = lru_cache(maxsize=50_000)(self.choose)

    def choose(self, form: str, upos: str, feats: str) -> str:
        if upos in UNMOVED or not any(letter.isalpha() for letter in form):
            return form
        readings = self.analyzer.parse(form.replace("’", "'"))
        best = max(readings, key=lambda reading: (agreement(reading.tag, upos, feats), reading.score))
        surname = SURNAME.fullmatch(form)
        if upos == "PROPN" and surname and "Animacy=Anim" in feats and "Gender=Masc" in feats and not NAMED & best.tag.grammemes:
            return surname[1]  # «Хренину» is a man's name to the tagger, horseradish to the dictionary
        lemma = str(best.normal_form)
        if upos != "PROPN" or form.islower():
            return lemma
        return (
            lemma.upper()
            if form.isupper() and len(form) > 1
            else "-".join(part[:1].upper() + part[1:] for part in lemma.split("-"))
        )


def agreement(tag: Any, upos: str, feats: str) -> int:
    wanted = dict(pair.split("=", 1) for pair in feats.split("|") if pair)
    score = 4 if tag.POS in SORTS.get(upos, (None,)) else 0
    score += wanted.get("Case") is not None and CASES.get(tag.case) == wanted["Case"]
    score += wanted.get("Gender") is not None and GENDERS.get(tag.gender) == wanted["Gender"]
    score += wanted.get("Number") is not None and NUMBERS.get(tag.number) == wanted["Number"]
    return score


def cut_words(text: str, span: Span) -> list[tuple[int, int]]:
    from razdel import tokenize  # noqa: PLC0415  slovnet was trained on razdel's words

    return [(span.start + token.start, span.start + token.stop) for token in tokenize(text[span.start : span.stop])]


def data_folder() -> Path:
    """Where natasha's wheel was unpacked; importing the package would bring yargy and pymorphy2 along."""
    found = importlib.util.find_spec("natasha")
    if found is None or not found.submodule_search_locations:
        raise KnowledgeError("the Russian weights come with the package natasha, which is not installed", where="natasha")
    return Path(found.submodule_search_locations[0]) / "data"


def open_russian(_: Path) -> RussianPipeline:
    import slovnet  # noqa: PLC0415  guests of this one file
    from navec import Navec  # noqa: PLC0415
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415

    folder = data_folder()
    navec = Navec.load(folder / EMBEDDING)
    syntax = slovnet.Syntax.load(folder / "model" / "slovnet_syntax_news_v1.tar").navec(navec)
    morph = slovnet.Morph.load(folder / "model" / "slovnet_morph_news_v1.tar").navec(navec)
    ner = slovnet.NER.load(folder / "model" / "slovnet_ner_news_v1.tar").navec(navec)
    return RussianPipeline(syntax, morph, ner, Lemmas(MorphAnalyzer()))
