"""Names that no list holds but whose shape says what they are: numbered units, people with a title, named sites.

Each rule is an expression a language over raw text; what it finds has no thing and `how="shape"`.
"""

import re
from functools import cache

from vedette.lang.demonyms import read_demonyms
from vedette.lang.naming import read_table
from vedette.model.marked import Mention

BIG = "A-ZА-ЯЁІЇЄЎҐŁŚŻŹĆŃÓÄÖÜČŠŽĀĒĪŪĖ"
SMALL = rf"[^\W\d_{BIG}]"
WORD = rf"[{BIG}]{SMALL}[\w’'ʼ]*(?:-[{BIG}]{SMALL}[\w’'ʼ]*)?"
ADJECTIVE = re.compile(
    r"(?:ого|его|ской|цкой|ной|ага|яга|скай|най|ых|ої|ego|ej)[\s\u00a0]|(?:My|In|Of|The|For|And|On|At)[\s\u00a0]"
)
GAP = r"[\s\u00a0]+"
ORDER = {
    "en": r"\d{1,4}(?:st|nd|rd|th|d)",
    "ru": r"\d{1,4}[-‑–]?(?:я|й|ю|ей|го|му|м|ого|ой|ая|ый|е|х)",
    "be": r"\d{1,4}[-‑–]?(?:я|й|ы|і|ю|ай|га|му|м|ага|ая|е|х)",
    "uk": r"\d{1,4}[-‑–]?(?:а|та|ша|га|я|й|ій|ї|у|ту|ої|го|му|м|ою|ий|ма)",
    "pl": r"\d{1,4}\.",
    "de": r"\d{1,4}\.",
}


@cache
def read_shapes(lang: str) -> dict[str, re.Pattern[str]]:
    """Expressions by kind of the mention; empty for a language without shapes.toml."""
    table = read_table(lang, "shapes")
    lists = {
        key: "|".join(str(word).replace("*", r"\w*").replace(" ", GAP) for word in words)
        for key, words in table.items()
        if isinstance(words, list)
    }
    if not lists:
        return {}
    unit = rf"(?<![\w.,-]){ORDER[lang]}{GAP}(?:[\w-]+{GAP}){{0,5}}?(?:{lists['units']})(?!\w)"
    if lang == "pl":
        unit += rf"(?:{GAP}{WORD})?"  # "16. Dywizji Zmechanizowanej"
    between = rf"(?:[-\s\u00a0]+(?:{lists['titles']}|{lists['fillers']})){{0,4}}"
    person = rf"(?<!\w)(?i:{lists['titles']}){between}{GAP}(?P<name>{WORD}{GAP}{WORD})"
    site = rf"(?<!\w)(?:{lists['sites']}){GAP}[«„“\"]?(?P<name>{WORD})[»”“\"]?"
    if lang == "en":
        site = rf"(?<!\w)(?P<name>{WORD}){GAP}(?:{lists['sites']})(?!\w)"
    return {"actor": re.compile(unit), "person": re.compile(person), "place": re.compile(site)}


def find_shapes(text: str, lang: str, known: list[Mention]) -> list[Mention]:
    """Mentions without things, where no known name stands."""
    found = []
    for kind, expression in read_shapes(lang).items():
        for match in expression.finditer(text):
            start, stop = match.span("name") if kind == "person" else match.span()
            if kind != "actor" and (
                match["name"].casefold() in STOPPED or ADJECTIVE.search(match["name"]) or read_demonyms(lang).find(match["name"])
            ):
                continue  # "Russian range" names no range
            if not any(m.start < stop and start < m.stop for m in known):
                found.append(Mention(start=start, stop=stop, text=text[start:stop], kind=kind, how="shape"))
    return found


STOPPED = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "its",
        "their",
        "his",
        "our",
        "every",
        "each",
        "no",
        "one",
        "two",
        "new",
        "military",
        "air",
        "training",
    }
)
