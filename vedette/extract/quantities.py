"""Numbers of people, launchers, trains, aircraft: value, or [min, max], with what is counted."""

import re
import tomllib
from functools import cache
from pathlib import Path

import vedette.lang
from vedette.lang.words import fold
from vedette.model.claim import Quantity

DIGITS = r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+|\d+(?:[.,]\d+)?"


class NumberWords:
    """Number words of one language, with the words that count and the words that are counted."""

    def __init__(self, lang: str) -> None:
        path = Path(vedette.lang.__file__).parent / lang / "numbers.toml"
        data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.values: dict[str, float] = {fold(k): v for k, v in data.get("values", {}).items()}
        self.scales: dict[str, float] = {fold(k): v for k, v in data.get("scales", {}).items()}
        self.counted: list[str] = [fold(w) for w in data.get("counted", [])]
        self.about = "|".join(sorted((re.escape(fold(w)) for w in data.get("about", [])), key=len, reverse=True))
        names = sorted([*self.values, *self.scales], key=len, reverse=True)
        number = "|".join([DIGITS, *map(re.escape, names)])
        self.pattern = re.compile(
            rf"(?<![\w.,/№-])(?:(?:{self.about or '(?!)'})\s+)*(?P<number>(?:{number})(?:[\s-]+(?:{number}))*)(?![\w-])"
        )


@cache
def number_words(lang: str) -> NumberWords:
    return NumberWords(lang)


def value_of(words: NumberWords, text: str) -> float | None:
    """The number that a row of digits and number words stands for: «13 тысяч», «two hundred», «полторы тысячи»."""
    total, current = 0.0, 0.0
    for part in re.findall(rf"{DIGITS}|[^\W\d_]+", fold(text)):
        if part[0].isdigit():
            current += digits(part)
        elif part in words.scales:
            scale = words.scales[part]
            if scale >= 1000:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
        elif part in words.values:
            current += words.values[part]
        else:
            return None
    return total + current


def digits(part: str) -> float:
    bare = re.sub(r"[ \u00a0\u202f]", "", part)
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", bare):
        return float(re.sub(r"[,.]", "", bare))
    return float(bare.replace(",", "."))


def find_quantities(text: str, *, lang: str, start: int, stop: int) -> tuple[Quantity, ...]:
    """Counted people and equipment between two offsets; years, days, sizes and ranges of a weapon are left alone."""
    words = number_words(lang)
    if not words.values:
        return ()
    found = []
    folded = fold(text[start:stop])
    for match in words.pattern.finditer(folded):
        after = re.match(r"\s+((?:[^\W\d_]+(?:-[^\W\d_]+)*\s+){0,3}?)([^\W\d_]+(?:-[^\W\d_]+)*)", folded[match.end() :])
        what = counted_word(words, folded[match.end() :])
        value = value_of(words, match["number"])
        if what is None or value is None or value <= 0 or after is None:
            continue
        last = match.end() + what[1]
        quote = text[start + match.start() : start + last]
        found.append(
            Quantity(
                value=int(value) if value == int(value) else value,
                what=what[0],
                text=quote,
                start=start + match.start(),
                end=start + last,
            )
        )
    return tuple(found)


def counted_word(words: NumberWords, after: str) -> tuple[str, int] | None:
    """The counted noun within the next three words, with the offset of its end."""
    for n, match in enumerate(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", after)):
        if n > 2 or re.search(r"[.,;:()—]", after[: match.start()]):
            return None
        if any(match.group().startswith(stem) for stem in words.counted):
            return match.group(), match.end()
    return None
