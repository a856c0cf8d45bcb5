"""Here is a text: the places of the big index that it names, beside those that the gazetteer knows.

The index holds a village for every second word, so a name counts only with its capital and with a clue: a preposition of place,
a word for a town or a site beside it, or an accepted name that it is listed with.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from vedette.knowledge.places.index import PlaceIndex
from vedette.lang.place_words import PlaceWords, read_place_words
from vedette.model.marked import Mention
from vedette.resolve.place_names import Named, is_adjective, nominatives_of, rows_for, rows_for_adjective
from vedette.resolve.place_rank import FIELD, prominence

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ\-‑][^\W\d_]+)*")
TIES = re.compile(r"\.?[ \u00a0]|[-‑]")
LONGEST = 4  # words in a name
LOOK = 90  # letters before a name in which the sort of a list of sites can stand
NEAREST = 40  # and any other clue
SHORT = 3  # letters of the longest preposition
KEPT = 5  # candidates kept for a mention
# The fewest people that let a bare preposition make a town of a word; every German noun has a capital.
PEOPLE = {"BY": 0, "field": 2_000, "world": 15_000}
INFLECTED = {"BY": 0, "field": 4_000, "world": 100_000}
STRICT = {"de": 20_000, "en": 2_000}


class Clue(msgspec.Struct, frozen=True):
    """Why a name is a place's: site, town, near, at, weak or joined; `site` says which sort."""

    name: str
    site: str | None = None

    @property
    def is_strong(self) -> bool:
        return self.name in ("site", "town")


class Taken(msgspec.Struct):
    """The stretches that already mean something, in order of start; `ends` are where a list of places can go on."""

    spans: list[tuple[int, int]]
    ends: set[int]

    def is_free(self, start: int, stop: int) -> bool:
        return all(stop <= one or start >= two for one, two in self.spans)


def find_places(text: str, *, lang: str, known: Sequence[Mention], index: PlaceIndex) -> tuple[Mention, ...]:
    """New mentions of places in order of start; none overlaps a known mention."""
    words = read_place_words(lang)
    if words is None:
        return ()
    tokens = list(TOKEN.finditer(text))
    lowered = {token.group() for token in tokens if token.group().islower()}
    taken = Taken([(one.start, one.stop) for one in known], {one.stop for one in known if one.kind == "place"})
    found: list[Mention] = []
    for n, token in enumerate(tokens):
        if taken.is_free(token.start(), token.end()) and (token.group()[0].isupper() or words.regions.fullmatch(token.group())):
            mention = read_name(text, tokens[n : n + LONGEST + 1], words=words, index=index, taken=taken)
            if mention and (mention.how != "shape" or mention.text.casefold() not in lowered):
                found.append(mention)
                taken.spans.append((mention.start, mention.stop))
                taken.ends.add(mention.stop)
    return tuple(found)


def read_name(
    text: str, tokens: Sequence[re.Match[str]], *, words: PlaceWords, index: PlaceIndex, taken: Taken
) -> Mention | None:
    """The longest name that begins with the first token and has its clue; a region's own word is clue enough."""
    start = tokens[0].start()
    before = clue_before(text, start, words=words, ends=taken.ends)
    for size in range(min(LONGEST, len(tokens)), 0, -1):
        row = tokens[:size]
        clue = before if before and before.site else clue_after(text, row[-1].end(), words) or before
        if not (has_region_word(row, words) or (clue and is_name_like(row))) or not is_joined(text, row):
            continue
        if not taken.is_free(start, row[-1].end()):
            continue
        written = [token.group() for token in row]
        rows = [named for named in rows_for(written, words, index) if is_enough(named, clue, written, words)]
        if rows and not (size < len(tokens) and clue and is_cut_short(text, row[-1], tokens[size], clue, words)):
            return mention_of(text, start, row[-1].end(), rows, clue)
    return read_adjective(text, tokens[0], words=words, index=index)


def is_name_like(tokens: Sequence[re.Match[str]]) -> bool:
    """Capitals at both ends, and between them only particles: «Ростов-на-Дону», "Stoke on Trent"."""
    last = tokens[-1].group()
    return last[0].isupper() and all(token.group()[0].isupper() or len(token.group()) < 4 for token in tokens[1:-1])


def has_region_word(tokens: Sequence[re.Match[str]], words: PlaceWords) -> bool:
    return len(tokens) > 1 and any(words.regions.fullmatch(token.group()) for token in tokens)


def read_adjective(text: str, token: re.Match[str], *, words: PlaceWords, index: PlaceIndex) -> Mention | None:
    """«на Брестском полигоне», «палігон «Гожскі»»: a site named by its town's adjective."""
    clue = clue_of(text, token.start(), token.end(), words=words, ends=set())
    if not words.adjectives or clue is None or clue.site is None:
        return None
    rows = [named for named in rows_for_adjective(token.group(), words, index) if named.row.country in FIELD]
    return mention_of(text, token.start(), token.end(), rows, clue) if rows else None


def is_joined(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """The words stand in one row."""
    return all(TIES.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(tokens))


def is_cut_short(text: str, last: re.Match[str], after: re.Match[str], clue: Clue, words: PlaceWords) -> bool:
    """A word follows that the name belongs to: "in Alexander Lukashenko", «в Киевском округе». German nouns all have capitals."""
    if clue.is_strong or words.lang == "de" or text[last.end() : after.start()] not in (" ", "\u00a0", "-"):
        return False
    if after.group().islower() and len(after.group()) > SHORT and is_adjective(last.group(), words):
        return True
    return after.group()[0].isupper() and after.group().casefold() not in words.never


def clue_of(text: str, start: int, stop: int, *, words: PlaceWords, ends: set[int]) -> Clue | None:
    """The clue of a stretch: a site on either side first, then what stands before it."""
    before = clue_before(text, start, words=words, ends=ends)
    return before if before and before.site else clue_after(text, stop, words) or before


def clue_before(text: str, start: int, *, words: PlaceWords, ends: set[int]) -> Clue | None:
    left = text[max(0, start - LOOK) : start]
    for kind, site in words.sites.items():
        if site.before.search(left):
            return Clue("site", kind)
    for name, pattern in (("town", words.towns), ("near", words.near), ("at", words.at), ("weak", words.weak)):
        if pattern.search(left[-NEAREST:]):
            return Clue(name)
    join = words.joins.search(left[-NEAREST:])
    return Clue("joined") if join and start - len(join.group()) in ends else None


def clue_after(text: str, stop: int, words: PlaceWords) -> Clue | None:
    """ "Brest range": the sort behind the name."""
    for kind, site in words.sites.items():
        if site.after.match(text, stop):
            return Clue("site", kind)
    return None


def is_enough(named: Named, clue: Clue | None, written: list[str], words: PlaceWords) -> bool:
    """Whether a row may be meant, given the clue that it has."""
    row, is_name = named.row, written[-1][0].isupper() and written[0][0].isupper()
    if row.kind == "region" and len(written) > 1:
        return True
    if not is_name or clue is None or any(reading in words.never for word in written for reading in nominatives_of(word, words)):
        return False
    if row.kind in ("country", "region"):
        return True
    if row.kind == "airfield":
        return clue.site == "airfield"
    if clue.name == "weak" and row.country not in FIELD:
        return False
    if clue.is_strong:
        return row.country in FIELD or row.population >= PEOPLE["world"]
    people = PEOPLE if named.is_exact else INFLECTED
    least = max(people.get(row.country, people["field" if row.country in FIELD else "world"]), STRICT.get(words.lang, 0))
    return len(" ".join(written)) > 3 and row.population >= least


def mention_of(text: str, start: int, stop: int, rows: Sequence[Named], clue: Clue | None) -> Mention:
    """Candidates by prominence; a site made by rule (`brest-range`) stands before the town that names it."""
    ranked = sorted(rows, key=lambda named: -prominence(named))
    things: list[str] = []
    for named in ranked[:KEPT]:
        if clue and clue.site in ("airfield", "range") and named.row.kind == "locality":
            things.append(f"{named.row.thing}-{clue.site}")
        things.append(named.row.thing)
    how = "gazetteer" if clue is None or clue.is_strong else "shape"
    kept = tuple(dict.fromkeys(things))[: 2 * KEPT]
    return Mention(start=start, stop=stop, text=text[start:stop], kind="place", things=kept, how=how)
