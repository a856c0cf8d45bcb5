"""What an event is about, from its own record and from its claims: the things and words that filters and rows speak of."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from vedette.ask.names import Names
from vedette.model.claim import Claim
from vedette.model.lineage import Event

Named = tuple[str | None, str]


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs of a thing (or null) and its words as written; languages of the reports."""

    systems: frozenset[Named]
    actors: frozenset[Named]
    places: frozenset[Named]
    claimants: frozenset[Named]
    languages: frozenset[str]


def facets_of(event: Event, claims: Sequence[Claim], names: Names) -> Facets:
    places = [place for claim in claims for place in (claim.place, claim.origin_place) if place] + (
        [event.place] if event.place else []
    )
    # a place that the knowledge lacks still says which country it lies in
    countries = {key for place in places for key in names.country_places.get(place.country or "", ())}
    return Facets(
        systems=frozenset(
            [(one.thing, one.text) for claim in claims for one in claim.systems] + [(key, "") for key in event.systems]
        ),
        actors=frozenset(
            [(one.thing, one.text) for claim in claims for one in claim.participants] + [(key, "") for key in event.participants]
        ),
        places=frozenset([(place.thing, place.text) for place in places] + [(key, "") for key in countries]),
        claimants=frozenset((one.thing, one.text) for claim in claims for one in claim.said_by),
        languages=frozenset(claim.document.lang for claim in claims),
    )


def claimant_of(claim: Claim) -> str | None:
    """Who is named nearest to the source of the words: the last of the chain; null where the outlet itself asserts."""
    if not claim.said_by:
        return None
    last = claim.said_by[-1]
    return last.name or f"“{last.text}”"


def claimants_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Claimants by the number of reports that name them; unnamed ones by their words."""
    counts: Counter[str] = Counter()
    for claim in claims:
        name = claimant_of(claim)
        if name:
            counts[name] += 1
    return tuple(name for name, _ in counts.most_common())
