"""Whose voice an outlet is: a claimant whose words stand in the outlet's name ("Канал Минобороны", "North Wire").

"Meridian" is «Меридиан» too. The casebook itself says so; no list of outlets is needed. An outlet may be the voice of several
things of one name («Минобороны» of two countries), so a voice counts only together with a shared occurrence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vedette.model.claim import Claim, Claimant
from vedette.model.text import Document
from vedette.trace.names import token_of
from vedette.trace.slots import name_of_claimant
from vedette.trace.texts import WORD

LONGEST = 6  # words of a claimant's name
COMMON = 4  # letters: shorter single words are no name


def find_voices(documents: Iterable[Document], claims: Mapping[str, Sequence[Claim]]) -> dict[str, frozenset[str]]:
    """Outlet to the things whose voice it is."""
    spoken: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for told in claims.values():
        for claim in told:
            for claimant in claim.said_by:
                for name in names_of(claimant):
                    spoken[name].add(name_of_claimant(claimant))
    voices = {}
    for outlet in {document.outlet for document in documents if document.outlet}:
        words = tokens_of(outlet)
        runs = {tuple(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(len(words), i + LONGEST) + 1)}
        voices[outlet] = frozenset(thing for run in runs for thing in spoken.get(run, ()))
    return voices


def names_of(claimant: Claimant) -> set[tuple[str, ...]]:
    """A claimant's names folded; a remark in brackets is no part of a name, and a single word must be written as a name.

    So must the words of a claimant that is no known thing: an agency that the knowledge lacks may be an outlet all the same.
    A state is no outlet, though a capital that stands for it may be part of an outlet's name.
    """
    if claimant.thing and claimant.thing.startswith("state-"):
        return set()
    names = {name for name in (claimant.text, re.sub(r"\(.*?\)", "", claimant.name or "")) if is_name(name, claimant)}
    return {tuple(tokens_of(name)) for name in names}


def is_name(name: str, claimant: Claimant) -> bool:
    words = WORD.findall(name)
    if len(words) > 1 and claimant.thing:
        return True
    return bool(words) and len(name) >= COMMON and name != name.lower()


def tokens_of(text: str) -> list[str]:
    """The words of a name, folded so that two alphabets and case endings make no difference."""
    return [token_of(word) for word in WORD.findall(text)]
