"""A document's words with the countries and names that stand on them: what the rules for phrases look at."""

import re
from collections.abc import Sequence

from vedette.lang.demonyms import CountryWord, Demonyms
from vedette.lang.phrases import Phrases, fold
from vedette.model.marked import Mention

TOKEN = re.compile(r"[^\W_]+(?:['’ʼ‘][^\W_]+)*")
SOFT = re.compile(r"[\s\-‑–«»„“”\"'’()]{0,3}\Z")
PLAIN = re.compile(r"(?:[ \t\u00a0\-‑]{1,2}|(?<=\d),(?=\d))\Z")


class Text:
    """One document's tokens with the countries and names that stand on them."""

    def __init__(self, text: str, words: Phrases, countries: Demonyms, names: Sequence[Mention]) -> None:
        self.text = text
        self.words = words
        found = list(TOKEN.finditer(text))
        self.starts = [match.start() for match in found]
        self.stops = [match.end() for match in found]
        self.low = [fold(match[0]).removesuffix("'s") for match in found]
        self.owning = [fold(match[0]).endswith("'s") or text[match.end() : match.end() + 1] in ("'", "’") for match in found]
        at = {start: n for n, start in enumerate(self.starts)}
        self.countries: dict[int, tuple[int, CountryWord]] = {}
        self.country_ends: dict[int, tuple[int, CountryWord]] = {}
        for word in countries.find(text):
            first = at.get(word.start)
            if first is not None:
                last = self.last_within(first, word.stop)
                self.countries[first] = self.country_ends[last] = (last, word)
                self.country_ends[last] = (first, word)
        self.names: dict[int, tuple[int, Mention]] = {}
        self.name_ends: dict[int, tuple[int, Mention]] = {}
        for name in names:
            first = next((n for n, start in enumerate(self.starts) if start >= name.start), len(self.starts))
            if first < len(self.starts) and self.starts[first] < name.stop:
                last = self.last_within(first, name.stop)
                self.names[first] = (last, name)
                self.name_ends[last] = (first, name)

    def last_within(self, first: int, stop: int) -> int:
        last = first
        while last + 1 < len(self.starts) and self.starts[last + 1] < stop:
            last += 1
        return last

    def gap(self, n: int) -> str:
        """What stands between token n and the next."""
        return self.text[self.stops[n] : self.starts[n + 1]] if n + 1 < len(self.starts) else "\n"

    def is_soft(self, n: int) -> bool:
        return bool(SOFT.match(self.gap(n))) and "\n" not in self.gap(n)

    def is_plain(self, n: int) -> bool:
        return bool(PLAIN.match(self.gap(n)))
