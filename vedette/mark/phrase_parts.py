"""A phrase grows from its head: to the left over adjectives and owners, to the right over what belongs to it."""

from collections.abc import Sequence

import msgspec

from vedette.lang.phrases import read_sorts
from vedette.mark.phrase_text import Text
from vedette.model.marked import Mention

KEPT = frozenset(
    {
        "crews",
        "crew",
        "fighters",
        "unit",
        "forces",
        "military",
        "trainers",
        "unnamed",
        "body",
        "ministry-bare",
        "agency",
        "mercenaries",
        "country",
    }
)
FLYING = frozenset({"aircraft", "fighter-jets", "helicopters", "attack-helicopters", "bombers"})
POSTS_OF_STATE = frozenset({"president", "leader", "defence-minister", "foreign-minister", "minister", "staff-chief"})


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
    owned: bool = False
    spoken: bool = False


def join_mouthpiece(piece: Piece, before: Piece | None) -> None:
    """«a defence ministry spokesman» is one phrase: who speaks for the body that stands before him."""
    if piece.sort != "mouthpiece":
        return
    piece.spoken = True
    if before and not before.dropped and before.last == piece.first - 1 and can_be_owned(before):
        piece.sort, piece.first, before.dropped = before.sort, before.first, True
        piece.countries, piece.named = [*before.countries, *piece.countries], [*before.named, *piece.named]


def join_owner(read: Text, piece: Piece, before: Piece | None) -> None:
    """«the country's defence ministry» is one phrase, of the country named last."""
    if before is None or before.dropped or before.sort not in ("country", "neighbour") or piece.countries:
        return
    if before.last == piece.first - 1 and read.owning[before.last] and can_be_owned(piece):
        piece.first, piece.owned, before.dropped = before.first, True, True


def is_people(piece: Piece) -> bool:
    return read_sorts()[piece.sort].family in ("people", "posts") and piece.sort not in POSTS_OF_STATE


def can_be_owned(piece: Piece) -> bool:
    return read_sorts()[piece.sort].family is not None


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
        owns = "system" if words.lang != "en" else "system actor place"
        if name and words.adjuncts and name[1].kind in owns.split():
            piece.named[:0] = sure_thing(name[1])
            piece.first, n = name[0], name[0] - 1
            continue
        if words.has("coordinators", word) and piece.countries and n - 1 in read.country_ends:
            n -= 1
            continue
        if words.has("definite", word) or words.has("indefinite", word):
            piece.first, piece.definite = n, words.has("definite", word)
            break
        if read.owning[n] or not words.is_modifier(word) or words.heads.find(read.low, n) or name or n in read.names:
            break
        if any(step.fits(word) for step in words.modifiers) or word.isdigit():
            piece.first = n
        n -= 1
    while piece.first < piece.head and read.low[piece.first] in words.leading:
        piece.first += 1
    take_compass(read, piece)


def sure_thing(name: Mention) -> tuple[str, ...]:
    """The thing of a name, unless it fits bodies of several countries alike."""
    is_open = name.kind == "actor" and len({thing.rpartition("-")[0] for thing in name.things}) == 1 and len(name.things) > 1
    return () if is_open else name.things[:1]


def is_country_before(read: Text, n: int) -> bool:
    """An adjective of a country; in English its name too ("Belarus crews", "Seoul's spies")."""
    hit = read.country_ends.get(n)
    if hit is None or not (read.is_plain(n) or read.owning[n]):
        return False
    return hit[1].form in ("adjective", "joining") or read.words.lang == "en"


def take_compass(read: Text, piece: Piece) -> None:
    """ "The north-east of the country", «усход краіны»: a part of a country, not the country."""
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
    return (
        attach_country(read, piece, at, link) or attach_piece(read, piece, at, link, later) or attach_name(read, piece, at, link)
    )


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
    if piece.tail == piece.last or not is_people(piece):
        piece.last = last
    piece.tail = last
    return True


def may_own(read: Text, piece: Piece, link: str, form: str) -> bool:
    """Whether a country there is the owner: "crews in Russia" are not Russia's, "the ministry in Minsk" is Minsk's."""
    if form in ("adjective", "joining") and not read.words.postposed:
        return False
    kind = read_sorts()[piece.sort].kind
    if link == "origin_links":
        return is_people(piece) and not is_journey(read, piece)
    if link == "place_links":
        return kind == "place" or read_sorts()[piece.sort].family == "bodies"
    return can_be_owned(piece) or kind == "place"


def is_journey(read: Text, piece: Piece) -> bool:
    """Whether words of coming and going stand before it in the line: then "from Russia" is a way, not an owner."""
    near = range(max(0, piece.first - 12), min(len(read.low), piece.last + 8))
    return any(read.words.has("moves", read.low[n]) for n in near)


def attach_piece(read: Text, piece: Piece, at: int, link: str, later: Sequence[Piece]) -> bool:
    other = next((one for one in later if one.first <= at <= one.head and not one.dropped), None)
    if other is None or (link == "place_links" and piece.sort != "unnamed") or (at > other.first and not link):
        return False
    kinds = read_sorts()
    if other.sort in ("country", "neighbour") and can_be_owned(piece):
        piece.last = other.last if piece.tail == piece.last else piece.last
        piece.tail, other.dropped, piece.owned = other.tail, True, True
        return True
    if kinds[other.sort].kind == "system" and is_people(piece):
        if piece.sort == "unit" and other.sort in FLYING:
            piece.sort = "air-force"
        piece.tail = other.tail
        piece.named += other.named
        return True
    if not can_be_owned(piece) or not can_be_owned(other) or (kinds[other.sort].group == "unnamed"):
        return False
    piece.countries += other.countries
    piece.named += other.named
    if piece.sort in ("mouthpiece", "press"):
        piece.sort, piece.spoken = other.sort, piece.spoken or piece.sort == "mouthpiece"
    if piece.sort in ("unit", "crews", "crew", "fighters") and other.sort not in KEPT:
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
    if name.kind == "system" and is_people(piece):
        piece.tail = last
        piece.named += sure_thing(name)
        return True
    fits = (name.kind == "actor" and can_be_owned(piece) and link != "place_links") or (name.kind == "place" and kind == "place")
    if not fits:
        return False
    piece.named += sure_thing(name)
    if piece.tail == piece.last:
        piece.last = last
    piece.tail = last
    return True
