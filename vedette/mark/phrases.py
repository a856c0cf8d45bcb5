"""Noun phrases by their heads: a head of the language's list, what stands before it, what belongs to it on the right.

Works on raw words, so that a language without a parser is read too.
"""

from collections.abc import Iterator

from vedette.lang.phrases import read_sorts
from vedette.mark.phrase_parts import Piece, extend_left, extend_right, join_mouthpiece, join_owner
from vedette.mark.phrase_text import Text
from vedette.model.marked import Description, Mention


def find_phrases(read: Text) -> list[Mention]:
    """In order of their heads; they may overlap where one is part of another."""
    pieces = list(find_heads(read))
    for n, piece in enumerate(pieces):
        extend_left(read, piece)
        join_owner(read, piece, pieces[n - 1] if n else None)
        join_mouthpiece(piece, pieces[n - 1] if n else None)
    for n in range(len(pieces) - 1, -1, -1):
        extend_right(read, pieces[n], pieces[n + 1 :])
    return [mention_of(read, piece) for piece in pieces if not is_dropped(read, piece)]


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
    if n - 1 in read.country_ends:
        return False
    after = read.low[n + 1]
    is_free = len(after) < 4 or after.endswith(read.words.verb_endings) or n + 1 in read.countries or n + 1 in read.names
    return not is_free


def is_dropped(read: Text, piece: Piece) -> bool:
    """A post before its holder's name, a system word beside the system's name: the name says it all."""
    if piece.dropped:
        return True
    if piece.sort in ("body", "agency") and read.words.lang == "en" and piece.first == piece.head and not piece.countries:
        return True  # "they report", "in service": only "the report", "its press office" are bodies
    kind = kind_of(piece)
    if kind == "place" and piece.head > 0 and read.words.has("not_place", read.low[piece.head - 1]):
        return True  # "short-range" is no range
    if kind == "person" and followed_by(read, piece, "person"):
        return True
    return kind == "system" and (bool(piece.named) or followed_by(read, piece, "system"))


def kind_of(piece: Piece) -> str:
    """Who speaks for a body is a person, whatever the body."""
    return "person" if piece.spoken else read_sorts()[piece.sort].kind


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
    if read.text[stop : stop + 1] in '»”"' and read.text[start:stop].count("«") + read.text[start:stop].count("“") == 1:
        stop += 1
    if piece.sort == "military" and speaks(read, piece):
        piece.sort = "ministry"
    asked = Description(
        sort=piece.sort,
        countries=tuple(dict.fromkeys(piece.countries)),
        named=tuple(dict.fromkeys(piece.named)),
        definite=piece.definite,
        indefinite=read.words.has("indefinite", read.low[piece.first]),
        possessive=piece.owned or read.words.has("possessive", read.low[piece.first]),
        plural=any(read.words.has("plural", read.low[n]) for n in range(piece.first, piece.last + 1)),
    )
    return Mention(start=start, stop=stop, text=read.text[start:stop], kind=kind_of(piece), how="description", description=asked)


def speaks(read: Text, piece: Piece) -> bool:
    """«военные объявили», «паводле слоў ваенных»: the military that speaks is its ministry."""
    near = [n for n in (piece.first - 2, piece.first - 1, piece.last + 1) if 0 <= n < len(read.low)]
    return any(read.words.has("say", read.low[n]) for n in near)
