"""Countries as they are written: names, capitals, adjectives and peoples in any case form, to ISO 3166 codes.

Source of the forms: `countries.toml` of each language (nominatives and adjective stems); the endings here are the regular
declensions of the Slavic languages and of German, so that a stem never meets another word class ("Беларусі", not "беларускі").
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
GAP = r"[\s\u00a0]+"
BEGINNING = re.compile(r"(?<!\w)\w")
FOLD = str.maketrans("ёЁўЎґҐ’ʼ", "еЕуУгГ''")  # one letter for one letter, so that offsets stay
NOUN = {
    "а": "а|ы|и|і|ї|е|э|у|ой|ою|ай|аю|ею|ей",
    "я": "я|и|і|ї|е|є|ю|ей|ею|ёй|ёю|яй|яю|єю",
    "ь": "ь|и|і|ю|ью|сю",
    "й": "й|я|ю|ем|ём|е",
    "ы": "ы|ов|ев|ей|аў|яў|ау|яу|ам|ом|ах|ами|амі",
    "и": "и|ов|ев|ей|ів|їв|ам|ям|ах|ях|ами|ями",
    "і": "і|аў|яў|ау|яу|ів|ам|ям|ах|ях|амі|ямі",
    "е": "е||ам|ами|ах",
    "a": "a|y|i|ę|ą|e|ie|o",
    "y": "y||ów|om|ami|ach|ech",
    "i": "i||ów|om|ami|ach",
    "e": "e||s|n",
    "ś": "ś|si|sią",
}
HARD = {"cyrillic": "|а|у|ом|ам|ем|е|э|і|ові", "latin": "|a|u|em|ie|iem|owi|s"}
ADJECTIVE = {
    "cyrillic": (
        "ий|ый|ій|і|ая|ое|ае|ее|ые|ыя|ие|ія|а|е|у|ую|ой|ою|ого|ага|ому|аму|ом|ем|им|ым|ім|их|ых|іх|ими|ымі|імі|ыми|ої|ай|аю"
    ),
    "latin": "i|a|ie|ą|iej|iego|iemu|im|ich|imi|e|en|er|es|em|",
}
JOINING = {"cyrillic": "о|а", "latin": "o"}
ALTERNATIONS = {"pl": {"k": "k|c", "g": "g|dz", "c": "c|k", "r": "r|rz", "d": "d|dzi", "t": "t|ci"}}
SPOKEN_LOW = {"uk": frozenset({"RU", "BY"})}  # Ukrainian papers write these two without a capital, on purpose
LOW = dict.fromkeys(("ru", "be", "uk"), ("adjective", "joining", "people")) | dict.fromkeys(
    ("pl", "de"), ("adjective", "joining")
)


class CountryWord(msgspec.Struct, frozen=True, gc=False):
    """A stretch that points to a country; `form` is name, capital, adjective, people or joining ("белорусско-")."""

    start: int
    stop: int
    code: str
    form: str


class Shelf(msgspec.Struct, frozen=True):
    """The forms that begin with one letter; `groups` says which country and form each numbered group is."""

    pattern: re.Pattern[str]
    groups: tuple[tuple[str, str, bool], ...]


class Demonyms(msgspec.Struct, frozen=True):
    """All forms of one language, by first letter: one expression of all of them costs twenty times as much."""

    shelves: dict[str, Shelf]
    low_peoples: bool = False
    lang: str = "und"

    def find(self, text: str, start: int = 0, stop: int | None = None) -> tuple[CountryWord, ...]:
        """In order; a name counts only with its capital, as «Мали» is a country and «мали» a verb."""
        found = []
        folded, stop, done = text.translate(FOLD), len(text) if stop is None else stop, start
        for begin in BEGINNING.finditer(folded, start, stop):
            shelf = self.shelves.get(begin[0].casefold()) if begin.start() >= done else None
            match = shelf.pattern.match(folded, begin.start(), stop) if shelf else None
            if shelf is None or match is None:
                continue
            done = match.end()
            code, form, free_case = shelf.groups[(match.lastindex or 1) - 1]
            if form == "people" and self.low_peoples and match[0][0].isupper() and not begins_sentence(text, match.start()):
                continue  # «полковник Чехов» is no Czech
            if free_case or match[0][0].isupper():
                found.append(CountryWord(match.start(), match.end(), code, form))
        return tuple(found)


def begins_sentence(text: str, at: int) -> bool:
    return text[:at].rstrip(' \t\u00a0«„“"(—–-')[-1:] in ("", ".", "!", "?", "\n", "…", ":")


def alphabet(word: str) -> str:
    return "cyrillic" if re.search("[а-яіїўєёґ]", word, re.I) else "latin"


def decline(word: str, lang: str, *, several: bool = False) -> str:
    """An expression for every case form of a noun or adjective given in the nominative; acronyms stay as they are."""
    low = word.casefold()
    if lang == "en" or word.isupper() or len(word) < 4:
        return re.escape(word)
    for nominative in ("ая", "ые", "ыя", "ие", "ий", "ый") if alphabet(low) == "cyrillic" else ("ne", "na", "ska", "czna"):
        if low.endswith(nominative) and several and not low.endswith("цыя"):
            cut = 2 if alphabet(low) == "cyrillic" else 1
            return re.escape(word[:-cut]) + f"(?:{ADJECTIVE[alphabet(low)]}|{word[-cut:]}|y|ej|ego|emu|ym|ych|ymi)"
    if lang == "de":
        return re.escape(word) + "(?:s|n|en|ns)?"
    endings = NOUN.get(low[-1])
    stem = word[:-1] if endings else word
    last = ALTERNATIONS.get(lang, {}).get(stem[-1].casefold())
    body = re.escape(stem[:-1]) + f"(?:{last})" if last else re.escape(stem)
    return body + f"(?:{endings if endings else HARD[alphabet(low)]})"


def decline_name(name: str, lang: str) -> str:
    parts = name.split()
    return GAP.join(decline(part, lang, several=len(parts) > 1) for part in parts)


def forms_of(entry: dict[str, list[str]], lang: str) -> list[tuple[str, str]]:
    """(form, expression) of one country, longer names first."""
    forms = [("name", decline_name(name, lang)) for name in entry.get("names", ())]
    forms += [("capital", decline_name(name, lang)) for name in entry.get("capital", ())]
    for stem in entry.get("adjectives", ()):
        kind = alphabet(stem)
        if lang == "en":
            forms += [("adjective", re.escape(stem)), ("people", re.escape(stem) + "s")]
            continue
        forms.append(("joining", re.escape(stem) + f"(?:{JOINING[kind]})(?=[-‑–])"))
        if not stem.endswith("с"):  # «белорус» makes «белорусо-», but «белорусы» are people
            forms.append(("adjective", re.escape(stem) + f"(?:{ADJECTIVE[kind]})"))
        if lang == "pl" and stem.endswith("k"):  # men in the plural: "ukraińscy żołnierze"
            forms.append(("adjective", re.escape(stem[:-1]) + "cy"))
    forms += [("people", decline_name(name, lang)) for name in entry.get("people", ())]
    return forms


def compile_demonyms(countries: dict[str, dict[str, list[str]]], lang: str) -> Demonyms:
    """Longer expressions first, names before adjectives: "South Korea" before "Korea", «Беларусі» before a people."""
    order = ("name", "capital", "joining", "adjective", "people")
    rows = []
    for code, entry in countries.items():
        free = code in SPOKEN_LOW.get(lang, ())
        rows += [(expression, code, form, free or form in LOW.get(lang, ())) for form, expression in forms_of(entry, lang)]
    rows.sort(key=lambda row: (-row[0].count(GAP), order.index(row[2]), -len(row[0])))
    flags = re.NOFLAG if lang == "en" else re.IGNORECASE
    by_letter: dict[str, list[tuple[str, str, str, bool]]] = {}
    for row in rows:
        by_letter.setdefault(row[0].translate(FOLD)[0].casefold(), []).append(row)
    shelves = {}
    for letter, some in by_letter.items():
        pattern = "(?:" + "|".join(f"({row[0].translate(FOLD)})" for row in some) + r")(?!\w)"
        shelves[letter] = Shelf(re.compile(pattern, flags), tuple((code, form, free) for _, code, form, free in some))
    return Demonyms(shelves, "people" in LOW.get(lang, ()), lang)


@lru_cache(maxsize=16)
def read_demonyms(lang: str) -> Demonyms:
    """The countries of a language; English where it has none of its own."""
    path = HERE / lang / "countries.toml"
    source = path if path.exists() else HERE / "en" / "countries.toml"
    return compile_demonyms(tomllib.loads(source.read_text(encoding="utf-8")), lang if path.exists() else "en")


@lru_cache(maxsize=1)
def english_names() -> dict[str, str]:
    """ISO code to the kebab-case English name that ids are made with."""
    table = tomllib.loads((HERE / "en" / "countries.toml").read_text(encoding="utf-8"))
    return {code: re.sub(r"[^a-z]+", "-", entry["names"][0].casefold()).strip("-") for code, entry in table.items()}


@lru_cache(maxsize=1)
def english_capitals() -> dict[str, str]:
    table = tomllib.loads((HERE / "en" / "countries.toml").read_text(encoding="utf-8"))
    return {
        code: re.sub(r"[^a-z]+", "-", entry["capital"][0].casefold()) for code, entry in table.items() if entry.get("capital")
    }


@lru_cache(maxsize=1)
def republics() -> frozenset[str]:
    """The countries that can be called "the republic" by their own name."""
    table = tomllib.loads((HERE / "en" / "countries.toml").read_text(encoding="utf-8"))
    return frozenset(code for code, entry in table.items() if any("Republic" in name for name in entry["names"]))


def country_of(text: str, lang: str) -> str | None:
    """The one country that a stretch of words points to, whatever the case form; null for none and for several."""
    codes = {word.code for word in read_demonyms(lang).find(text)}
    return codes.pop() if len(codes) == 1 else None
