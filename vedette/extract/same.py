"""One occurrence told twice in a text is one claim, with a second stretch in `also`."""

from collections.abc import Iterable

import msgspec

from vedette.model.claim import Claim, Stretch


def first_claimant(claim: Claim) -> str | None:
    return (claim.said_by[0].thing or claim.said_by[0].text) if claim.said_by else None


def thing_of(place: object) -> str | None:
    return getattr(place, "thing", None) or getattr(place, "text", None)


def is_same(one: Claim, other: Claim) -> bool:
    """Same sentence, kind, phase, polarity and claimant, with no place and no date that differ."""
    if (one.start, one.kind, one.phase, one.polarity) != (other.start, other.kind, other.phase, other.polarity):
        return False
    if first_claimant(one) != first_claimant(other):
        return False
    if one.place and other.place and thing_of(one.place) != thing_of(other.place):
        return False
    return not (one.date and other.date and one.date.text != other.date.text)


def join(one: Claim, other: Claim) -> Claim:
    """The fuller of both in each field; the first keeps its key."""
    known = {(p.thing or p.text, p.role) for p in one.participants}
    systems = {s.thing or s.text for s in one.systems}
    return msgspec.structs.replace(
        one,
        participants=one.participants + tuple(p for p in other.participants if (p.thing or p.text, p.role) not in known),
        systems=one.systems + tuple(s for s in other.systems if (s.thing or s.text) not in systems),
        place=one.place or other.place,
        date=one.date or other.date,
        said_on=one.said_on or other.said_on,
        hedge=one.hedge or other.hedge,
        why=one.why + tuple(rule for rule in other.why if rule not in one.why),
    )


def merge_told_twice(claims: Iterable[Claim]) -> list[Claim]:
    kept: list[Claim] = []
    for claim in claims:
        for n, other in enumerate(kept):
            if is_same(other, claim):
                kept[n] = join(other, claim)
                break
        else:
            kept.append(claim)
    return kept


def also_of(claim: Claim) -> Stretch:
    return Stretch(claim.sentence, claim.start, claim.end)
