"""English by spaCy, with weights of our own: words, morphology, lemmas, trees and, as a second voice, names."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from vedette.mark.garden_paths import mend_reduced_relatives
from vedette.mark.parse import Name, one_tree
from vedette.model.marked import Sentence, Word
from vedette.model.text import Span

# Typewriter quotes, letter for letter: the treebanks hardly know any others.
QUOTES = str.maketrans("‘’‛`´“”„«»", "'''''\"\"\"\"\"")
NAMES = "ner"
BATCH = 64


class EnglishPipeline:
    """Sentences are fed one a document, as they were in training: worth a point of labelled attachment."""

    def __init__(self, folder: Path) -> None:
        import spacy  # noqa: PLC0415  a guest of this one file; a second to import

        from vedette.mark.blas import use_blas  # noqa: PLC0415  imports spaCy's arrays

        self.nlp = spacy.load(folder)
        use_blas(pipe for _, pipe in self.nlp.pipeline)
        self.lemmas = stated_lemmas(folder / "lemmas.tsv.gz")
        self.has_names = NAMES in self.nlp.pipe_names

    @cached_property
    def version(self) -> str:
        return f"en-{self.nlp.meta['version']}"

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[Sentence, ...]:
        cuts = [list(self.tokens(text, span)) for span in sentences]
        docs = self.run([self.doc_of(cut) for cut in cuts if cut], skip=(NAMES,))
        parsed = iter(docs)
        made = []
        for span, cut in zip(sentences, cuts, strict=True):
            made.append(Sentence(span.start, span.stop, words_of(text, cut, next(parsed), self.lemmas) if cut else ()))
        return tuple(made)

    def names(self, text: str, sentences: Sequence[Span]) -> tuple[Name, ...]:
        if not self.has_names:
            return ()
        cuts = [cut for cut in (list(self.tokens(text, span)) for span in sentences) if cut]
        found = []
        for cut, doc in zip(cuts, self.run([self.doc_of(cut) for cut in cuts], only=(NAMES,)), strict=True):
            found += [Name(cut[ent.start][0], cut[ent.end - 1][1], ent.label_) for ent in doc.ents]
        return tuple(found)

    def tokens(self, text: str, span: Span) -> Iterator[tuple[int, int, str, bool]]:
        """Start, stop, letters as the model reads them, and whether white space follows."""
        plain = text[span.start : span.stop].translate(QUOTES)
        for token in self.nlp.tokenizer(plain):
            if not token.is_space:
                stop = token.idx + len(token)
                yield span.start + token.idx, span.start + stop, token.text, plain[stop : stop + 1].isspace()

    def doc_of(self, cut: list[tuple[int, int, str, bool]]) -> Any:
        from spacy.tokens import Doc  # noqa: PLC0415  as above

        doc = Doc(self.nlp.vocab, words=[word for _, _, word, _ in cut], spaces=[space for *_, space in cut])
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    def run(self, docs: list[Any], *, skip: tuple[str, ...] = (), only: tuple[str, ...] = ()) -> list[Any]:
        stream = iter(docs)
        pipeline: list[tuple[str, Any]] = list(self.nlp.pipeline)
        for name, pipe in pipeline:
            if name not in skip and (not only or name in only):
                stream = pipe.pipe(stream, batch_size=BATCH)
        return list(stream)


def stated_lemmas(path: Path) -> dict[tuple[str, str], str]:
    """The lemmas that the treebanks state, by small-lettered form and part of speech."""
    rows = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return {(form, upos): lemma for form, upos, lemma in (row.split("\t") for row in rows)}


def lemma_of(token: Any, lemmas: Mapping[tuple[str, str], str]) -> str:
    """What the treebanks state, else a proper noun as it stands, else what the model makes of the form."""
    if token.pos_ == "PROPN":
        return str(token.lemma_ if token.morph.get("Number") == ["Plur"] else token.text)
    return lemmas.get((token.lower_, token.pos_)) or str(token.lemma_)


def words_of(
    text: str, cut: list[tuple[int, int, str, bool]], doc: Any, lemmas: Mapping[tuple[str, str], str]
) -> tuple[Word, ...]:
    heads = [-1 if token.head.i == token.i else token.head.i for token in doc]
    relations = ["punct" if token.dep_ == "ROOT" and token.pos_ == "PUNCT" else token.dep_ for token in doc]
    feats = [str(token.morph) for token in doc]
    tree = mend_reduced_relatives(one_tree(heads, relations), [token.pos_ for token in doc], feats)
    return tuple(
        Word(
            start=start,
            stop=stop,
            text=text[start:stop],
            lemma=lemma_of(token, lemmas),
            upos=token.pos_,
            feats=told,
            head=head,
            relation=relation,
        )
        for (start, stop, _, _), token, told, (head, relation) in zip(cut, doc, feats, tree, strict=True)
    )


def open_english(folder: Path) -> EnglishPipeline:
    return EnglishPipeline(folder)
