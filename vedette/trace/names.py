"""Names with a year ("Zapad-2025", «Захад-2025»), folded so that one name is known in two alphabets.

Cognate names differ by a sound or two between neighbouring languages, so the consonants are compared, at most one apart.
Translated names ("Eagle Assault") are beyond this; days and places must join those.
"""

import re
from functools import lru_cache

NAMED = re.compile(r"(\w[\w'’]+(?: \w[\w'’]+)?)[»”\"“]?\s?[-‑–—]\s?((?:19|20)\d\d)\b")
SOUNDS = str.maketrans(
    "бвгґджзйклмнпрстфхцчшщўčšžśźćńłwscqx",
    "bvhgdzzjklmnprstfhccssvcszszcnlvzckk",
)  # fmt: skip
VOWELS = re.compile(r"[^bcdfghjklmnpqrstvwxz]")


@lru_cache(maxsize=65536)
def names_in(sentence: str) -> frozenset[tuple[str, str]]:
    """(consonants, year) of each name with a year."""
    found = set()
    for words, year in NAMED.findall(sentence):
        last = words.split()[-1]
        skeleton = skeleton_of(last)
        if len(skeleton) >= 2:
            found.add((skeleton, year))
    return frozenset(found)


def skeleton_of(word: str) -> str:
    plain = word.casefold().replace("kh", "h").replace("ch", "h").replace("sch", "s").replace("sh", "s")
    return re.sub(r"(.)\1+", r"\1", VOWELS.sub("", plain.translate(SOUNDS)))


def share_name(one: frozenset[tuple[str, str]], two: frozenset[tuple[str, str]]) -> bool:
    return any(a[1] == b[1] and near(a[0], b[0]) for a in one for b in two)


def near(one: str, two: str) -> bool:
    """True where two skeletons are equal or, being of one length, differ in one sound."""
    if one == two:
        return True
    return len(one) == len(two) >= 3 and sum(a != b for a, b in zip(one, two, strict=True)) == 1
