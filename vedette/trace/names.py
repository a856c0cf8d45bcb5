"""Names folded so that one name is known in two alphabets: names with a year («Захад-2025», "Zapad-2025"), names of outlets.

Cognate names differ by a sound or two between neighbouring languages, so consonants are compared, at most one apart.
Translated names ("Eagle Assault") are beyond this; days and places must join those.
"""

import re
from functools import lru_cache

NAMED = re.compile(r"(\w[\w'’]+(?: \w[\w'’]+)?)[»”\"“]?\s?[-‑–—]\s?((?:19|20)\d\d)\b")
SOUNDS = str.maketrans(
    "абвгґдеёєжзиіїйклмнопрстуўфхцчшщыэюяčžšśźćńłwscqxąęógyj",
    "abvhhdeeezziiiiklmnoprztuvfhcczzieuaczzzzcnlvzckkaeohii",
)  # s and z are one sound here («Запад», "Sapad"), and so are g and h («град», «горад»)
VOWELS = re.compile(r"[aeiouy]|[^a-z]")
STEM = 7  # letters of a name that are compared: endings stay outside
TELLING = 3  # consonants that tell a name


@lru_cache(maxsize=65536)
def names_in(sentence: str) -> frozenset[tuple[str, str]]:
    """(consonants, year) of each name with a year."""
    found = ((skeleton_of(words.split()[-1]), year) for words, year in NAMED.findall(sentence))
    return frozenset((skeleton, year) for skeleton, year in found if len(skeleton) >= 2)


@lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """A word by its sounds in Latin letters; doubled ones count once."""
    plain = word.casefold().replace("kh", "h").replace("sch", "s").replace("ch", "c").replace("sh", "s").replace("th", "t")
    return re.sub(r"(.)\1+", r"\1", plain.translate(SOUNDS))


def skeleton_of(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", VOWELS.sub("", sound_of(word)))


def token_of(word: str) -> str:
    """What stands for a word of an outlet's name in any alphabet: the consonants of a long word's stem, or of all of a short
    one; all sounds where the consonants are too few to tell."""
    long = len(word) >= STEM
    skeleton = skeleton_of(word[:STEM])
    return skeleton + "…" * long if len(skeleton) >= TELLING else sound_of(word)


def share_name(one: frozenset[tuple[str, str]], two: frozenset[tuple[str, str]]) -> bool:
    return any(a[1] == b[1] and is_near(a[0], b[0]) for a in one for b in two)


def is_near(one: str, two: str) -> bool:
    """True where two skeletons are equal or, being of one length, differ in one sound."""
    if one == two:
        return True
    return len(one) == len(two) >= TELLING and sum(a != b for a, b in zip(one, two, strict=True)) == 1
