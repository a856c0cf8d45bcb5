"""One occurrence told twice in a text is one claim, with a second stretch in `also`."""

from collections.abc import Iterable

import msgspec

from vedette.model.claim import Claim, Place, Stretch


def first_claimant(claim: Claim) -> str | None:
    return (claim.said_by[0].thing or claim.said_by[0].text) if claim.said_by else None


def thing_of(place: Place) -> str:
    return place.thing or place.text


def is_same(one: Claim, other: Claim) -> bool:
    """Same sentence, kind, phase, polarity and claimant, with no place, no date and no doers that differ."""
    if (one.start, one.kind, one.phase, one.polarity) != (other.start, other.kind, other.phase, other.polarity):
        return False
    if first_claimant(one) != first_claimant(other):
        return False
    if one.place and other.place and thing_of(one.place) != thing_of(other.place):
        return False
    doers = [{p.thing or p.text for p in claim.participants if p.role == "performer"} for claim in (one, other)]
    if all(doers) and not doers[0] & doers[1]:
        return False
    return not (one.date and other.date and one.date.text != other.date.text)


def is_told_again(one: Claim, later: Claim) -> bool:
    """A later sentence that tells an occurrence again and adds no claimant, date, place, number, equipment or people."""
    if later.start == one.start or (one.kind, one.phase, one.polarity) != (later.kind, later.phase, later.polarity):
        return False
    if later.date or later.quantities or later.hedge or (later.said_by and first_claimant(later) != first_claimant(one)):
        return False
    if later.place and not (one.place and later.place.country == one.place.country and later.place.precision == "country"):
        return False
    systems = {s.thing for s in one.systems}
    people = {p.thing for p in one.participants}
    return {s.thing for s in later.systems} <= systems and {p.thing for p in later.participants} <= people


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


def tell_again(one: Claim, later: Claim) -> Claim:
    return msgspec.structs.replace(one, also=(*one.also, Stretch(later.sentence, later.start, later.end)))


def merge_told_twice(claims: Iterable[Claim]) -> list[Claim]:
    kept: list[Claim] = []
    for claim in claims:
        for n, other in enumerate(kept):
            if is_same(other, claim):
                kept[n] = join(other, claim)
                break
            if is_told_again(other, claim):
                kept[n] = tell_again(other, claim)
                break
        else:
            kept.append(claim)
    return kept
