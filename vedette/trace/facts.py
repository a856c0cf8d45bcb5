"""What each document tells, as events with the voices that they are told by: the ground on which documents are compared."""

from collections.abc import Mapping, Sequence

import msgspec

from vedette.model.claim import Claim
from vedette.model.key import hash_of
from vedette.model.text import Document
from vedette.trace.gathering import Gathered
from vedette.trace.slots import Slots, name_of_claimant, nation_of
from vedette.trace.voices import find_voices


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """One document: its claims by event (families of kinds counted as one), its outlet's voices.

    `chains` holds for each event every claimant named, so that "North Wire, citing the ministry" names both; `extents` the
    sentences that tell it.
    """

    document: Document
    events: Mapping[str, tuple[Slots, ...]]
    chains: Mapping[str, frozenset[str]]
    channels: Mapping[str, frozenset[str]]
    extents: Mapping[str, frozenset[tuple[int, int]]]
    voices: frozenset[str]

    @property
    def lead(self) -> str | None:
        """The event that the report opens with."""
        return next((event for event, told in self.events.items() if told[0].news), None)

    @property
    def news(self) -> frozenset[str]:
        return frozenset(event for event, told in self.events.items() if any(claim.news for claim in told))

    def speaks(self, event: str) -> bool:
        """True where the document tells an event as news in its outlet's own voice."""
        return any(claim.news and (claim.voice is None or claim.voice in self.voices) for claim in self.events.get(event, ()))


def facts_of(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], gathered: Gathered) -> dict[str, Facts]:
    """Facts by the document's key."""
    voices = find_voices(documents, claims)
    found = {}
    for document in documents:
        events: dict[str, list[Slots]] = {}
        chains: dict[str, set[str]] = {}
        channels: dict[str, set[str]] = {}
        extents: dict[str, set[tuple[int, int]]] = {}
        for claim in sorted(claims.get(document.key, ()), key=lambda claim: (claim.start, claim.claim)):
            slots = gathered.slots[claim.claim]
            event = hash_of("event", gathered.places[claim.claim][1], slots.family)
            events.setdefault(event, []).append(slots)
            chains.setdefault(event, set()).update(name_of_claimant(c) for c in claim.said_by)
            channels.setdefault(event, set()).update(c.channel for c in claim.said_by if c.channel)
            extents.setdefault(event, set()).add((claim.start, claim.end))
        found[document.key] = Facts(
            document=document,
            events={event: tuple(told) for event, told in events.items()},
            chains={event: frozenset(things) for event, things in chains.items()},
            channels={event: frozenset(names) for event, names in channels.items()},
            extents={event: frozenset(spans) for event, spans in extents.items()},
            voices=voices.get(document.outlet or "", frozenset()),
        )
    return found


def shared_events(child: Facts, parent: Facts) -> list[str]:
    """Events that both tell, the parent by the same voice or in its own."""
    return [
        event for event, told in child.events.items() if any(one_voice(a, b) for a in told for b in parent.events.get(event, ()))
    ]


def extent_of(facts: Facts, events: Sequence[str]) -> int:
    """Code points of the sentences that tell these events."""
    return sum(stop - start for start, stop in {span for event in events for span in facts.extents[event]})


def one_voice(child: Slots, parent: Slots) -> bool:
    if parent.voice is None or child.voice is None or child.voice == parent.voice:
        return True
    nation = nation_of(child.voice)
    return nation is not None and nation == nation_of(parent.voice)
