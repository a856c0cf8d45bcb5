"""The claims of one report, gathered into pieces: its own news, and each old occurrence that it retells."""

from collections.abc import Sequence

import msgspec

from vedette.trace.names import share_name
from vedette.trace.slots import PROMISES, Slots
from vedette.trace.windows import Window, gap, hull

NEWS_STRETCH = 10  # days: news of one report that lie further apart are two pieces
APART = ("statement", "other")  # kinds that say too little of their subject to be drawn to other kinds


class Unit(msgspec.Struct, frozen=True):
    """Claims of one document that tell one piece; in order of the text."""

    document: str
    claims: tuple[Slots, ...]

    @property
    def news(self) -> bool:
        return any(claim.news for claim in self.claims)

    @property
    def anchor(self) -> Window | None:
        narrow = [c.anchor for c in self.claims if c.anchor and c.anchor.width <= 2 * NEWS_STRETCH]
        return hull(narrow or [c.anchor for c in self.claims if c.anchor])


def units_of(claims: Sequence[Slots]) -> tuple[Unit, ...]:
    """The pieces of one document; `claims` in order of the text."""
    pieces: list[list[Slots]] = []
    for last, claim in zip((None, *claims), claims, strict=False):
        home = next((piece for piece in reversed(pieces) if belongs(claim, piece, last)), None)
        if home is None:
            pieces.append([claim])
        else:
            home.append(claim)
    return tuple(Unit(piece[0].document, tuple(piece)) for piece in pieces)


def belongs(claim: Slots, piece: Sequence[Slots], last: Slots | None) -> bool:
    """True where a claim tells of the piece that earlier claims of the same report tell of; `last` is the claim before it."""
    if any(clash(claim, other) for other in piece):
        return False
    if last is not None and piece[-1] is last and continues(claim, last):
        return True
    return any(joins(claim, other) for other in piece)


def clash(one: Slots, two: Slots) -> bool:
    """True where the days of two claims lie too far apart for one piece."""
    return bool(one.anchor and two.anchor and gap(one.anchor, two.anchor) > NEWS_STRETCH)


def joins(one: Slots, two: Slots) -> bool:
    if one.family != two.family and (one.kind in APART or two.kind in APART):
        return False
    if share_name(one.names, two.names) and one.kind == two.kind:
        return True
    if one.news != two.news:
        return is_plan_of(one, two) or is_plan_of(two, one)
    if one.family == two.family and (is_aside(one) or is_aside(two)):
        return True
    return same_news(one, two) if one.news else same_retelling(one, two)


def is_plan_of(plan: Slots, news: Slots) -> bool:
    """An exercise's undated plan, told beside the exercise itself: its numbers before it was cut."""
    return plan.kind == news.kind == "exercise" and plan.phase in PROMISES and plan.when is None and news.news


def continues(claim: Slots, last: Slots) -> bool:
    """News without a subject of its own goes on with that of the sentence before."""
    return claim.news and last.news and is_aside(claim) and not {claim.kind, last.kind} & set(APART)


def is_aside(claim: Slots) -> bool:
    """A claim that names no subject of its own: it adds a place, a number or a voice to what was just told."""
    if claim.systems or claim.actors:
        return False
    return claim.news or (claim.when is None and claim.said is None and claim.country is None)


def shares_subject(one: Slots, two: Slots) -> bool:
    speaks = one.voice in two.actors or two.voice in one.actors
    return bool(speaks or one.systems & two.systems or one.actors & two.actors or one.nations & two.nations)


def same_news(one: Slots, two: Slots) -> bool:
    if one.systems and two.systems:
        return bool(one.systems & two.systems)
    return shares_subject(one, two)


def same_retelling(one: Slots, two: Slots) -> bool:
    """Told by one voice of one day, or of one day about the same subject."""
    if one.anchor is None or one.anchor != two.anchor:
        return one.anchor is two.anchor and one.voice is not None and one.voice == two.voice and shares_subject(one, two)
    return shares_subject(one, two) or (one.voice is not None and one.voice == two.voice)
