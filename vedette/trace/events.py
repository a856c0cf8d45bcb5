"""Events settled from the claims of many reports, with the reports, outlets and origins counted, and independence stated.

Independence has three honest states. Two origins count as independent only where both are known, belong to different sides,
and no supporting report is of unknown descent.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vedette.model.claim import Claim
from vedette.model.key import hash_of
from vedette.model.lineage import INDEPENDENCE, Copy, Event, Origin
from vedette.model.text import Document
from vedette.trace.gathering import Gathered, gather_claims
from vedette.trace.origins import root_of
from vedette.trace.settling import (
    Vote,
    contradiction_of,
    settle_date,
    settle_numbers,
    settle_phase,
    settle_place,
    settle_polarity,
)
from vedette.trace.slots import nation_of

CONFIRMED, UNJUDGED = "1", "6"  # credibility of an item after the Admiralty code: confirmed by others; cannot be judged
Places = Mapping[str, tuple[str, str]]


def settle_events(
    claims: Mapping[str, Sequence[Claim]],
    documents: Sequence[Document],
    origins: Sequence[Origin],
    copies: Sequence[Copy],
    *,
    belongs: Mapping[str, str] | None = None,
    gathered: Gathered | None = None,
) -> tuple[tuple[Event, ...], Places]:
    """Events in order of their keys, and each claim's (event, episode).

    `belongs` says to which side a thing belongs (a person's or a body's country); without it ids alone tell, and two
    claimants whose side is not known are never called independent. `gathered` as for `find_copies`.
    """
    gathered = gathered or gather_claims(documents, claims)
    roots = roots_of(documents, origins, copies)
    votes: dict[str, list[Vote]] = defaultdict(list)
    for told in claims.values():
        for claim in told:
            event, episode = gathered.places[claim.claim]
            votes[event].append(vote_of(claim, episode, gathered, roots))
    episodes = dict(gathered.places.values())
    outlets = {document.key: document.outlet for document in documents}
    return tuple(
        settle_event(event, sorted(votes[event], key=order_of), episodes[event], outlets=outlets, belongs=belongs or {})
        for event in sorted(votes)
    ), gathered.places


def order_of(vote: Vote) -> tuple[str, int, str]:
    return vote.claim.document.key, vote.claim.start, vote.claim.claim


def roots_of(
    documents: Sequence[Document], origins: Sequence[Origin], copies: Sequence[Copy]
) -> dict[str, tuple[str | None, str]]:
    """Document to its origin's key, and to the document at the root of its copies."""
    parents = {copy.document: copy.of for copy in copies if copy.relation != "cites"}
    known = {origin.document: origin.key for origin in origins}
    return {document.key: (known.get(document.key), root_of(document.key, parents)[0]) for document in documents}


def vote_of(claim: Claim, episode: str, gathered: Gathered, roots: Mapping[str, tuple[str | None, str]]) -> Vote:
    """A named claimant's word on the episode is one origin wherever it is told; a report's own words count for its origin."""
    slots = gathered.slots[claim.claim]
    origin, root = roots.get(claim.document.key, (None, claim.document.key))
    if slots.voice and not slots.voice.startswith("text:"):
        return Vote(claim=claim, slots=slots, root=hash_of("origin", slots.voice, episode), known=True)
    if slots.news and origin and not slots.voice:
        return Vote(claim=claim, slots=slots, root=origin, known=True)
    return Vote(claim=claim, slots=slots, root=root, known=False)


def settle_event(
    event: str, votes: Sequence[Vote], episode: str, *, outlets: Mapping[str, str | None], belongs: Mapping[str, str]
) -> Event:
    polarity = settle_polarity(votes)
    side = [vote for vote in votes if vote.claim.claim in polarity.claims_for]
    phase, place = settle_phase(side), settle_place(side)
    day = settle_date(side, phase.value)
    settled = [polarity, phase, *([place[0]] if place else []), *([day[0]] if day else []), *settle_numbers(side)]
    conflicts = tuple(conflict for field in settled if (conflict := contradiction_of(field, votes)))
    reports = {vote.claim.document.key for vote in votes}
    independence, established = state_independence(side, belongs)
    return Event(
        event=event,
        episode=episode,
        kind=votes[0].claim.kind,
        phase=phase.value,
        polarity=polarity.value,
        participants=name_most(vote.slots.actors for vote in side),
        systems=name_most(vote.slots.systems for vote in side),
        place=place[1] if place else None,
        date=day[1] if day else None,
        claims=tuple(vote.claim.claim for vote in votes),
        settled=tuple(settled),
        reports=len(reports),
        outlets=len({outlets.get(key) or key for key in reports}),
        origins=tuple(sorted({vote.root for vote in side if vote.known})),
        independence=independence,
        grade=CONFIRMED if established and not conflicts else UNJUDGED,
        contradictions=conflicts,
    )


def name_most(sets: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Known things, those that most claims name first."""
    counted = Counter(thing for things in sets for thing in things if not thing.startswith("text:"))
    return tuple(sorted(counted, key=lambda thing: (-counted[thing], thing)))


def state_independence(side: Sequence[Vote], belongs: Mapping[str, str]) -> tuple[str, bool]:
    """The state in words, and whether independence is established."""
    if not any(vote.known for vote in side):
        return INDEPENDENCE[0], False
    things = {vote.root: vote.thing for vote in side if vote.known}
    things.update((vote.root, vote.thing) for vote in side if vote.known and vote.thing)
    sides = {side_of(root, thing, belongs) for root, thing in things.items()}
    unknown = any(vote.slots.news and not vote.known for vote in side)
    if None in sides or len(sides) < 2 or unknown:
        return INDEPENDENCE[1], False
    return f"{len(sides)} independent origins", True


def side_of(root: str, thing: str | None, belongs: Mapping[str, str]) -> str | None:
    """To whom an origin belongs: a claimant's country or body, an observer's own report; null where it is not known."""
    return (belongs.get(thing) or nation_of(thing)) if thing else root
