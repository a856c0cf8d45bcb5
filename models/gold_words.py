"""The pipelines on words that a treebank gives, for scores that do not depend on how text is cut."""

from collections.abc import Sequence

from models.treebank import Tree
from vedette.mark import belarusian
from vedette.mark.belarusian import BelarusianPipeline
from vedette.mark.english import QUOTES, EnglishPipeline
from vedette.mark.english import words_of as english_words
from vedette.mark.parse import Pipeline
from vedette.mark.russian import RussianPipeline
from vedette.model.marked import Word


def parse_gold(pipeline: Pipeline, lang: str, trees: Sequence[Tree]) -> list[tuple[Word, ...]]:
    """The words of each tree in order, as the pipeline reads them; offsets count in the joined forms."""
    cuts = [cut_of(tree) for tree in trees]
    texts = ["".join(row.form for row in tree.rows) for tree in trees]
    if isinstance(pipeline, EnglishPipeline):
        rows = [
            [(*place, row.form.translate(QUOTES), row.space_after) for place, row in zip(cut, tree.rows, strict=True)]
            for cut, tree in zip(cuts, trees, strict=True)
        ]
        docs = pipeline.run([pipeline.doc_of(row) for row in rows], skip=("ner",))
        return [english_words(text, row, doc, pipeline.lemmas) for text, row, doc in zip(texts, rows, docs, strict=True)]
    if isinstance(pipeline, BelarusianPipeline):
        asked = "".join("".join(f"{belarusian.plain(row.form)}\n" for row in tree.rows) + "\n" for tree in trees)
        answered = pipeline.rows(asked)
        return [belarusian.words_of(text, cut, row) for text, cut, row in zip(texts, cuts, answered, strict=True)]
    assert isinstance(pipeline, RussianPipeline), lang
    forms = [[row.form for row in tree.rows] for tree in trees]
    heads = list(pipeline.syntax.map(forms))
    tags = list(pipeline.morph.map(forms))
    return [
        pipeline.words_of(text, cut, head.tokens, tag.tokens)
        for text, cut, head, tag in zip(texts, cuts, heads, tags, strict=True)
    ]


def cut_of(tree: Tree) -> list[tuple[int, int]]:
    cuts, at = [], 0
    for row in tree.rows:
        cuts.append((at, at + len(row.form)))
        at += len(row.form)
    return cuts
