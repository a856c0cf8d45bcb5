"""Noun phrases that name a thing without its name: "Belarusian crews", «ракетный дивизион Вооружённых Сил», "the range".

What is found is what the words ask for (a sort, countries, the names inside); which thing that is, is for `resolve` to say.
Works on raw words: a head of the language's list, what stands before it, what belongs to it on the right.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from vedette.lang.demonyms import CountryWord, Demonyms
from vedette.lang.phrases import Phrases, fold, read_sorts
from vedette.model.marked import Description, Mention

TOKEN = re.compile(r"[^\W_]+(?:['’ʼ‘][^\W_]+)*")
SOFT = re.compile(r"[\s\-‑–«»„“”\"'’()]{0,3}\Z")
PLAIN = re.compile(r"(?:[ \t\u00a0\-‑]{1,2}|(?<=\d),(?=\d))\Z")
PEOPLE = frozenset({"crews", "unit", "trainers", "military", "missile", "mercenaries", "unnamed", "envoy", "special", "territorial", "person"})
BODIES = frozenset({"ministry", "un-mission", "mfa", "staff", "intelligence", "press", "presidency", "side", "body", "envoy"})
POSTS = frozenset({"president", "defence-minister", "foreign-minister", "minister", "staff-chief", "person"})
KEPT = frozenset({"crews", "unit", "forces", "military", "trainers", "unnamed", "body", "mercenaries", "country"})
OWNED = PEOPLE | BODIES | POSTS | {"forces", "air-force", "navy", "airborne", "border-guard"}


class Piece(msgspec.Struct):
    """A phrase in the making; `first` and `last` are tokens, `tail` the last token that its complements reach."""

    sort: str
    first: int
    last: int
    head: int
    tail: int
    countries: list[str]
    named: list[str]
    definite: bool = False
    bare: bool = True
    dropped: bool = False


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


def find_descriptions(
    text: str, *, words: Phrases, countries: Demonyms, names: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """In order, without overlap among themselves; a name is overlapped only by a phrase that holds it whole."""
    read = Text(text, words, countries, names)
    pieces = list(find_heads(read))
    for piece in pieces:
        extend_left(read, piece)
    for n in range(len(pieces) - 1, -1, -1):
        extend_right(read, pieces[n], pieces[n + 1 :])
    return tuple(keep_apart([mention_of(read, piece) for piece in pieces if not is_dropped(read, piece)], names))


def find_heads(read: Text) -> Iterator[Piece]:
    n = 0
    while n < len(read.low):
        hit = read.words.heads.find(read.low, n)
        last = n + len(hit.steps) - 1 if hit else n
        if hit and all(read.is_plain(k) for k in range(n, last)) and not stands_as_adjective(read, last):
            yield Piece(hit.name, n, last, n, last, [], [])
            n = last + 1
            continue
        n += 1


def stands_as_adjective(read: Text, n: int) -> bool:
    """«военные эксперты»: such a word is a noun only before a stop, a country, a small word or a verb."""
    if not read.words.has("adjectival", read.low[n]) or n + 1 >= len(read.low) or not read.is_plain(n):
        return False
    after = read.low[n + 1]
    is_free = len(after) < 4 or after.endswith(read.words.verb_endings) or n + 1 in read.countries or n + 1 in read.names
    return not is_free


def extend_left(read: Text, piece: Piece) -> None:
    """Takes in adjectives, numbers, countries, owners ("Seoul's") and at last a determiner.

    A word that only looks like an adjective counts when something sure stands before it: «присутствие наёмников» stays out.
    """
    words, n = read.words, piece.first - 1
    while n >= 0 and read.is_soft(n):
        word = read.low[n]
        if is_country_before(read, n):
            first, country = read.country_ends[n]
            piece.countries.insert(0, country.code)
            piece.first, n = first, first - 1
            continue
        name = read.name_ends.get(n)
        if not (read.is_plain(n) or read.owning[n]):
            break
        if name and words.adjuncts and (name[1].kind == "system" or (words.lang == "en" and name[1].kind in ("actor", "place"))):
            piece.named[:0] = name[1].things[:1]
            piece.first, n = name[0], name[0] - 1
            continue
        if words.has("coordinators", word) and piece.countries and n - 1 in read.country_ends:
            n -= 1
            continue
        if words.has("definite", word) or words.has("indefinite", word):
            piece.first, piece.definite = n, words.has("definite", word)
            break
        if read.owning[n] or not words.is_modifier(word) or words.heads.find(read.low, n) or n in read.names or n in read.name_ends:
            break
        if any(step.fits(word) for step in words.modifiers) or word.isdigit():
            piece.first = n
        n -= 1
    while piece.first < piece.head and read.low[piece.first] in words.leading:
        piece.first += 1
    take_compass(read, piece)


def is_country_before(read: Text, n: int) -> bool:
    """An adjective of a country; in English its name too ("Belarus crews", "Seoul's spies")."""
    hit = read.country_ends.get(n)
    if hit is None or not (read.is_plain(n) or read.owning[n]):
        return False
    return hit[1].form in ("adjective", "joining") or read.words.lang == "en"


def take_compass(read: Text, piece: Piece) -> None:
    """"The north-east of the country", «усход краіны»: a part of a country, not the country."""
    if piece.sort not in ("country", "territory", "border"):
        return
    n = piece.first - 1
    if n >= 0 and read.words.lang in ("en", "de") and read.low[n] in ("of", "des"):
        n -= 1
    inner = [row.name for k in range(piece.first, piece.head) if (row := read.words.compass.find(read.low, k))]
    while not inner or n == piece.first - 1:
        row = read.words.compass.find(read.low, n) if n >= 0 and read.is_soft(n) else None
        if row is None:
            break
        inner.insert(0, row.name)
        piece.first, n = n, n - 1
    if inner:
        piece.named.append(f"compass:{'-'.join(inner)}")
        piece.sort = "part"


def extend_right(read: Text, piece: Piece, later: Sequence[Piece]) -> None:
    """Takes in what belongs to the head: "of the Armed Forces of Belarus", «Республики Беларусь», "in Minsk"."""
    for _ in range(3):
        if not step_right(read, piece, later):
            return


def step_right(read: Text, piece: Piece, later: Sequence[Piece]) -> bool:
    words = read.words
    at, link = piece.tail + 1, ""
    if at >= len(read.low) or not read.is_soft(piece.tail):
        return False
    hit = words.links.find(read.low, at)
    if hit and all(read.is_plain(at + k) for k in range(len(hit.steps))):
        link = hit.name
        at += len(hit.steps)
    elif not (words.genitive or (at in read.names and not read.is_plain(piece.tail))):
        return False
    while at < len(read.low) and words.has("fillers", read.low[at]):
        at += 1
    return attach_country(read, piece, at, link) or attach_piece(read, piece, at, link, later) or attach_name(read, piece, at, link)


def attach_country(read: Text, piece: Piece, at: int, link: str) -> bool:
    hit = read.countries.get(at)
    if hit and hit[0] + 1 in read.names and (read.owning[hit[0]] or hit[1].form == "adjective"):
        piece.countries.append(hit[1].code)
        return attach_name(read, piece, hit[0] + 1, link)
    if hit is None or not may_own(read, piece, link, hit[1].form):
        return False
    last = hit[0]
    piece.countries.append(hit[1].code)
    after = read.countries.get(last + 2)
    if last + 2 < len(read.low) and read.words.has("coordinators", read.low[last + 1]) and after and after[1].form == hit[1].form:
        piece.countries.append(after[1].code)
        last = after[0]
    if piece.tail == piece.last or piece.sort not in PEOPLE:
        piece.last = last
    piece.tail = last
    return True


def may_own(read: Text, piece: Piece, link: str, form: str) -> bool:
    """Whether a country there is the owner: "crews in Russia" are not Russia's, "the ministry in Minsk" is Minsk's."""
    if form in ("adjective", "joining") and not read.words.postposed:
        return False
    kind = read_sorts()[piece.sort].kind
    if link == "origin_links":
        return piece.sort in PEOPLE and not is_journey(read, piece)
    if link == "place_links":
        return kind == "place" or piece.sort in BODIES
    return piece.sort in OWNED or kind == "place"


def is_journey(read: Text, piece: Piece) -> bool:
    """Whether words of coming and going stand before it in the line: then "from Russia" is a way, not an owner."""
    return any(read.words.has("moves", read.low[n]) for n in range(max(0, piece.first - 12), min(len(read.low), piece.last + 8)))


def attach_piece(read: Text, piece: Piece, at: int, link: str, later: Sequence[Piece]) -> bool:
    other = next((one for one in later if one.first <= at <= one.head and not one.dropped), None)
    if other is None or link == "place_links" or (at > other.first and not link):
        return False
    kinds = read_sorts()
    if other.sort in ("country", "neighbour") and piece.sort in OWNED:
        piece.last = other.last if piece.tail == piece.last else piece.last
        piece.tail, other.dropped = other.tail, True
        return True
    if kinds[other.sort].kind == "system" and piece.sort in PEOPLE:
        if piece.sort == "unit" and other.sort == "aircraft":
            piece.sort = "air-force"
        piece.tail = other.tail
        piece.named += other.named
        return True
    if piece.sort not in OWNED or other.sort not in OWNED or (kinds[other.sort].group == "unnamed"):
        return False
    piece.countries += other.countries
    piece.named += other.named
    if piece.sort in ("unit", "crews") and other.sort not in KEPT:
        piece.sort = other.sort
    if piece.tail == piece.last:
        piece.last = other.last
        other.dropped = True
    piece.tail = other.tail
    return True


def attach_name(read: Text, piece: Piece, at: int, link: str) -> bool:
    hit = read.names.get(at)
    if hit is None:
        return False
    last, name = hit
    kind = read_sorts()[piece.sort].kind
    if name.kind == "system" and piece.sort in PEOPLE:
        piece.tail = last
        piece.named += name.things[:1]
        return True
    fits = (name.kind == "actor" and piece.sort in OWNED and link != "place_links") or (name.kind == "place" and kind == "place")
    if not fits:
        return False
    piece.named += name.things[:1]
    if piece.tail == piece.last:
        piece.last = last
    piece.tail = last
    return True


def is_dropped(read: Text, piece: Piece) -> bool:
    """A post before its holder's name, a system word beside the system's name: the name says it all."""
    if piece.dropped:
        return True
    kind = read_sorts()[piece.sort].kind
    if kind == "person" and followed_by(read, piece, "person"):
        return True
    return kind == "system" and (bool(piece.named) or followed_by(read, piece, "system"))


def followed_by(read: Text, piece: Piece, kind: str) -> bool:
    """Whether a name of the kind stands right behind, with no more than a rank or an abbreviation between."""
    for n in range(piece.tail + 1, min(piece.tail + 4, len(read.low))):
        if not read.is_soft(n - 1):
            return False
        if n in read.names:
            return read.names[n][1].kind == kind
        if read.low[n] not in ("отрк", "зрк", "зрс") and not read.words.has("ranks", read.low[n]):
            return False
    return False


def mention_of(read: Text, piece: Piece) -> Mention:
    start, stop = read.starts[piece.first], read.stops[piece.last]
    if read.text[stop : stop + 1] in "»”\"" and read.text[start:stop].count("«") + read.text[start:stop].count("“") == 1:
        stop += 1
    if piece.sort == "military" and speaks(read, piece):
        piece.sort = "ministry"
    sort = read_sorts()[piece.sort]
    asked = Description(
        sort=piece.sort,
        countries=tuple(dict.fromkeys(piece.countries)),
        named=tuple(dict.fromkeys(piece.named)),
        definite=piece.definite,
        plural=any(read.words.has("plural", read.low[n]) for n in range(piece.first, piece.last + 1)),
    )
    return Mention(start=start, stop=stop, text=read.text[start:stop], kind=sort.kind, how="description", description=asked)


def speaks(read: Text, piece: Piece) -> bool:
    """«военные объявили», «паводле слоў ваенных»: the military that speaks is its ministry."""
    near = [n for n in (piece.first - 2, piece.first - 1, piece.last + 1) if 0 <= n < len(read.low)]
    return any(read.words.has("say", read.low[n]) for n in near)


def keep_apart(found: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
    """Drops what crosses a name without holding it, what lies inside one, and the shorter of two that overlap."""
    stop = 0
    for mention in sorted(found, key=lambda one: (one.start, -one.stop)):
        crossed = [name for name in names if name.start < mention.stop and mention.start < name.stop]
        holds = all(mention.start <= name.start and name.stop <= mention.stop for name in crossed)
        same = any((name.start, name.stop) == (mention.start, mention.stop) for name in crossed)
        if mention.start >= stop and holds and not same:
            yield mention
            stop = mention.stop


def merge_mentions(names: Sequence[Mention], descriptions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names and descriptions in order; a name inside a description gives way to it."""
    outer = [(one.start, one.stop) for one in descriptions]
    kept = [name for name in names if not any(start < name.stop and name.start < stop for start, stop in outer)]
    return tuple(sorted((*kept, *descriptions), key=lambda one: one.start))
