"""Which language a text is in: letters first, then small words, then a statistical guess; "und" rather than a wrong one.

Each word votes by the letters that only some of the six languages use, or by standing in a language's list of small
words; letters that none of the six knows, and py3langid where the votes are close, may veto.
"""

import re
from collections import Counter

from vedette.lang.cuts import load_function_words

LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")
CYRILLIC, LATIN = ("ru", "be", "uk"), ("en", "pl", "de")
UNKNOWN = "und"
LEAST_WORDS = 5
LONGEST = 4000  # letters: what comes after adds nothing
MARGIN = 3.0  # between the logarithms of py3langid's first and second answers

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
IS_CYRILLIC = re.compile(r"[а-яёіўїєґ]")
LOOKALIKES = str.maketrans("aceiopxyë", "асеіорхуё")  # Latin letters that stand for Cyrillic ones in a Cyrillic word
MARKS = (
    ("be", re.compile(r"ў|^(?=.*і)(?=.*[ыэё])[^ищъїєґ]*$|дз[еіьяёю]|сьц|ньн|сьн|цца$|[чшж]ы")),
    ("uk", re.compile(r"[їєґ]|^(?=.*і)(?=.*[ищ])[^ыэёъ]*$|ння$|[тд]ься$")),
    (
        "ru",
        re.compile(r"ъ|^(?=.*[иещ])(?=.*[ыэё])[^іўїєґ]*$|^(?=.*и)[^іўїєґ]*(?:ени[ейяю]|ци[ейяю]|ств[оау]|ого|его)$|ться$|тся$"),
    ),
    ("pl", re.compile(r"[ąęłśźżń]|^w$|sz|cz|rz")),
    ("de", re.compile(r"[äöüß]|sch|ung$")),
)
FOREIGN = re.compile(r"[ђћљњјџѓќѕѝқғүұәөңһӣӯñçãõřěůåøæœășțğıčšžāēīūģķļņėųőűŭàèìòùâêîôûëïáíýúðþ]")
ALIEN = {  # letters that the language itself never writes, though a neighbour of the six does
    "en": re.compile(r"[^\x00-\x7f’ʼ]"),
    "pl": re.compile(r"[äöüßéqvx]"),
    "de": re.compile(r"[ąćęłńóśźżé]"),
    "ru": re.compile(r"[іїєґў]|ъ(?![еёюя])"),
    "be": re.compile(r"[ищъїєґ]"),
    "uk": re.compile(r"[ыэёъў]"),
}
TELLING = re.compile(r"[ыэ]")  # without these a long text in Russian letters is rather Bulgarian
NEITHER = re.compile(r"[^\W\d_a-zа-яёіўїєґąćęłńóśźżäöüßé]")


def detect_language(text: str) -> str:
    """One of en ru be uk pl de, or "und": never a guess on four words or fewer, nor on a language outside the six."""
    words = [plain(word) for word in WORD.findall(text[:LONGEST])]
    words = [word for word in words if word not in ("http", "https", "www")]
    if len(words) < LEAST_WORDS:
        return UNKNOWN
    cyrillic = [word for word in words if IS_CYRILLIC.search(word)]
    latin = [word for word in words if not IS_CYRILLIC.search(word)]
    mainly = cyrillic if 2 * len(cyrillic) >= len(words) else latin
    if len(mainly) < LEAST_WORDS or is_foreign(mainly):
        return UNKNOWN
    return most_voted(mainly, CYRILLIC if mainly is cyrillic else LATIN, text)


def plain(word: str) -> str:
    folded = word.lower()
    return folded.translate(LOOKALIKES) if IS_CYRILLIC.search(folded) or folded == "i" else folded


def is_foreign(words: list[str]) -> bool:
    """Whether letters of other languages are more than a few borrowed names would bring."""
    strange = sum(bool(FOREIGN.search(word) or NEITHER.search(word)) for word in words)
    return strange > max(1, 0.06 * len(words))


def most_voted(words: list[str], choices: tuple[str, ...], text: str) -> str:
    small: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    for word in words:
        for lang in choices:
            small[lang] += word in load_function_words(lang)
        for lang, pattern in MARKS:
            votes[lang] += lang in choices and bool(pattern.search(word))
    total = {lang: small[lang] + votes[lang] for lang in choices}
    first, second = sorted(choices, key=lambda lang: -total[lang])[:2]
    share = small[first] / len(words)
    alien = sum(bool(ALIEN[first].search(word)) for word in words)
    bare = first == "ru" and len(words) > 8 and not any(map(TELLING.search, words))
    if bare or alien > max(2, 0.25 * len(words)):
        return statistical(text, choices)
    if share >= 0.1 and total[first] >= 0.2 * len(words) and total[first] >= 1.5 * total[second] + 1:
        return first
    return statistical(text, choices) if total[first] else UNKNOWN


def statistical(text: str, choices: tuple[str, ...]) -> str:
    """py3langid's answer over every language that it knows (restricted to ours it would force the others into them)."""
    from py3langid import rank  # noqa: PLC0415  a guest of this one file; 0.3 s to load, and seldom asked

    (first, score), (_, second) = rank(text[:LONGEST])[:2]
    return str(first) if first in choices and score - second >= MARGIN else UNKNOWN
