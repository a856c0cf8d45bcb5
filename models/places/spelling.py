"""How names are cleaned, spelt and made into ids when the index of places is built."""

import re
import unicodedata

from vedette.knowledge.places.index import fold_name

VOWELS = "aeiouy"
# BGN/PCGN 1979 for Belarusian, read backwards; longest first. GeoNames romanises most Belarusian names so.
LETTERS = [
    ("shch", "шч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("a", "а"), ("b", "б"), ("v", "в"), ("h", "г"), ("g", "г"), ("d", "д"), ("z", "з"), ("i", "і"), ("k", "к"), ("l", "л"),
    ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("w", "ў"), ("f", "ф"),
    ("e", "э"), ("’", "ь"), ("'", "ь"),
]  # fmt: skip
UNHEARD = re.compile("[жшчр]і|сч|[бвгзклмнпс]э|о[бвгджзйклмнпрстфхцчшў]+[аеёоуыэюя]*о")  # not Belarusian: another romanisation
IOTATED = {"ya": "я", "ye": "е", "yo": "ё", "yu": "ю"}
AIRFIELD = re.compile(
    r"\b(?:naval|international|regional|municipal|army|joint|reserve|air ?base|air force base|air station|airport|airfield|"
    r"aerodrome|air field|military|afb|raf|field|base)\b",
    re.IGNORECASE,
)


def belarusian_of(romanised: str) -> str | None:
    """«Asipovichy» → «Асіповічы»; None where a letter does not belong to the romanisation."""
    text, at, made = romanised.casefold(), 0, ""
    while at < len(text):
        two, before = text[at : at + 2], text[at - 1 : at]
        if two in IOTATED:
            made, at = made + IOTATED[two], at + 2
            continue
        if text[at] == "y":
            made, at = made + ("й" if before and before in VOWELS else "ы"), at + 1
            continue
        pair = next((pair for pair in LETTERS if text.startswith(pair[0], at)), None)
        if pair is None and text[at] in " -":
            pair = (text[at], text[at])
        if pair is None:
            return None
        made, at = made + pair[1], at + len(pair[0])
    return made.title() if made and not UNHEARD.search(made) else None


def is_plain_name(name: str) -> bool:
    """A name in Latin or Cyrillic letters that starts with a capital: no codes, no romanised Chinese, no "city, country"."""
    if not 3 <= len(name) <= 40 or not name[0].isupper() or name.isupper() or any(mark in name for mark in ",()/0123456789"):
        return False
    letters = [letter for letter in name if letter.isalpha() and ord(letter) not in range(0x2B0, 0x300)]
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in letters}
    return len(scripts) == 1 and scripts <= {"LATIN", "CYRILLIC"}


def slug_of(name: str) -> str:
    """«Rostov-on-Don» → rostov-on-don."""
    return re.sub(r"[^a-z0-9]+", "-", fold_name(name).encode("ascii", "ignore").decode()).strip("-")


def core_of_airfield(name: str, city: str) -> str:
    """«Lida Air Base» → «Lida»; «Minsk Machulishchy Airport» → «Machulishchy», the city only where nothing else is left."""
    core = " ".join(AIRFIELD.sub(" ", re.sub(r"\(.*?\)", " ", name)).split()).strip(" -/")
    rest = core.removeprefix(city).strip(" -/") if city and core != city else core
    is_name = len(rest) > 3 and rest[0].isupper() and not re.fullmatch(r"(?:East|West|North|South|Central)\w*", rest)
    return rest if is_name else core or city
