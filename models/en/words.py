"""How English text is cut into the treebanks' words: spaCy's rules, and what the training text teaches beside them."""

import re
from collections import Counter, defaultdict
from typing import Any

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.util import compile_prefix_regex, compile_suffix_regex

from models.treebank import Tree

RUN = r"(?:={2,}|\*{2,}|!{2,}|\?{2,}|[!?]{2,}|_{2,}|~{2,}|-{2,}|\${2,}|#{2,})"
DESIGNATION = r"(?:[A-Z][A-Za-z]*-(?:[A-Z]{1,2}\d*|\d+[A-Z]{0,3}\d*)|\d{1,3}[A-Z]\d{1,3}[A-Z]?)$"
QUOTES = str.maketrans("‘’‛`´“”„«»", "'''''\"\"\"\"\"")


def plain_quotes(text: str) -> str:
    """The text with typewriter quotes, letter for letter: the treebanks hardly know any others."""
    return text.translate(QUOTES)


def chunks(tree: Tree) -> list[tuple[str, ...]]:
    """The words of each stretch between spaces."""
    found: list[tuple[str, ...]] = []
    held: list[str] = []
    for row in tree.rows:
        held.append(plain_quotes(row.form))
        if row.space_after:
            found.append(tuple(held))
            held = []
    return [*found, tuple(held)] if held else found


def learn_special_cases(nlp: Language, trees: list[Tree], *, least: int = 2) -> dict[str, tuple[str, ...]]:
    """Stretches that the treebank cuts another way than the rules do, at least twice and nearly always."""
    ways: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for tree in trees:
        for chunk in chunks(tree):
            ways["".join(chunk)][chunk] += 1
    cases: dict[str, tuple[str, ...]] = {}
    for surface, seen in ways.items():
        way, count = seen.most_common(1)[0]
        ruled = tuple(token.text for token in nlp.tokenizer(surface))
        if count >= least and count >= 0.9 * seen.total() and way != ruled:
            cases[surface] = way
    return cases


def set_special_cases(nlp: Language, cases: dict[str, tuple[str, ...]]) -> None:
    """The rules' own exceptions lose their norms: the tagger is trained on words that have none."""
    tokenizer: Any = nlp.tokenizer
    rules = {surface: [{ORTH: part[ORTH]} for part in parts] for surface, parts in tokenizer.rules.items()}
    rules.update({surface: [{ORTH: part} for part in parts] for surface, parts in cases.items()})
    tokenizer.rules = rules


def keep_whole(nlp: Language) -> None:
    """«!!!», «=====» are one word each, as in the treebanks; «Iskander-M», «S-400» too, against the treebanks.

    EWT cuts designations at the hyphen; but it has few, and what it makes of them in our texts is bad trees.
    """
    defaults: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    prefixes = [RUN, *defaults.prefixes]
    suffixes = [RUN, *defaults.suffixes]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.token_match = re.compile(DESIGNATION).match
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
