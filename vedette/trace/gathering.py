"""Claims of many reports gathered into episodes, and within each into events of one kind.

Method: single-pass clustering in order of publication, as in topic detection and tracking (Allan 2002), over pieces of
reports (units) with typed slots in place of words. Candidates come from an inverted index, so that work grows with the
number of reports and not with their pairs. Dated pieces are placed first, undated ones join only a clear winner.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from vedette.model.claim import Claim
from vedette.model.key import hash_of
from vedette.model.text import Document
from vedette.trace.likeness import JOIN, MARGIN, NARROW, likeness
from vedette.trace.slots import Slots, slots_of
from vedette.trace.units import Unit, units_of
from vedette.trace.windows import Window

MONTH = 31
OWN = 1.0  # points against a retelling being its own report's news
WIDE = 14  # months: a wider window is looked up without a month
CROWD = 60  # members that an episode keeps for comparison
CLOSE = 30  # episodes that a piece is compared with: those that share most with it


class Episode:
    """An episode while it grows; `seen` holds one claim for each different wording of slots."""

    def __init__(self) -> None:
        self.claims: list[Slots] = []
        self.seen: dict[tuple[object, ...], Slots] = {}

    def add(self, unit: Unit) -> None:
        self.claims += unit.claims
        for claim in unit.claims:
            shape = (claim.family, claim.phase, claim.systems, claim.actors, claim.site, claim.country, claim.anchor)
            if len(self.seen) < CROWD:
                self.seen.setdefault(shape, claim)


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """Claim key to (event, episode), and each claim's slots."""

    places: Mapping[str, tuple[str, str]]
    slots: Mapping[str, Slots]


def gather_claims(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> Gathered:
    """Every claim's event and episode; the order of the input does not matter."""
    by_key = {document.key: document for document in documents}
    slots: dict[str, Slots] = {}
    units: list[Unit] = []
    for key in sorted(claims):
        told = sorted(claims[key], key=lambda claim: (claim.start, claim.end, claim.claim))
        found = [slots_of(claim, by_key.get(key)) for claim in told]
        slots.update((slot.key, slot) for slot in found)
        units += units_of(found)
    episodes = gather_units(units)
    return Gathered(places=name_places(episodes), slots=slots)


def gather_units(units: Iterable[Unit]) -> list[Episode]:
    episodes: list[Episode] = []
    index: dict[tuple[object, ...], dict[int, None]] = defaultdict(dict)  # numbers in order, each once
    own: dict[str, set[int]] = defaultdict(set)
    for unit in sorted(units, key=rank):
        near = Counter(number for key in lookup_keys(unit) for number in index.get(key, ()))
        close = sorted(near, key=lambda n: (-near[n], n))[:CLOSE]
        number = choose(unit, [(n, episodes[n]) for n in close], own[unit.document])
        if number is None:
            number = len(episodes)
            episodes.append(Episode())
        episodes[number].add(unit)
        if unit.news:
            own[unit.document].add(number)
        for key in index_keys(unit):
            index[key].setdefault(number)
    return episodes


def rank(unit: Unit) -> tuple[object, ...]:
    """Dated news by day, then dated retellings by day, then what has no day."""
    anchor = unit.anchor
    first = unit.claims[0]
    if anchor is None or anchor.width > 366:
        return (2, 0, 0, -len(unit.claims), first.key)
    order = anchor.low if unit.news else anchor.width
    return (0 if unit.news else 1, order, anchor.low, -len(unit.claims), first.key)


def choose(unit: Unit, near: Sequence[tuple[int, Episode]], own: Collection[int]) -> int | None:
    """The episode that a piece belongs to; null where none is like it, or where an undated piece has two equal choices.

    What a report retells without a day of its own is rather not its own news (`own`): it would not tell that twice.
    """
    scores = {n: likeness(unit.claims, tuple(episode.seen.values())) for n, episode in near}
    vague = not unit.news and (unit.anchor is None or unit.anchor.width > NARROW)
    ranked = sorted(
        ((score - (OWN if vague and n in own else 0.0), n) for n, score in scores.items() if score >= JOIN),
        key=lambda row: (-row[0], row[1]),
    )
    if not ranked or (unit.anchor is None and len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def months(window: Window | None, spread: int) -> list[int | None]:
    """The months that a window touches, with its neighbours; null stands for any."""
    if window is None or window.width > WIDE * MONTH:
        return [None]
    return list(range(window.low // MONTH - spread, window.high // MONTH + spread + 1))


def subjects(claim: Slots) -> list[tuple[str, str, str]]:
    """What a claim can be found by: without one of these in common, two claims are not of one occurrence."""
    found = [("system", system) for system in claim.systems] + [("actor", actor) for actor in claim.actors]
    found += [("nation", nation) for nation in claim.nations] + [("year", year) for _, year in claim.names]
    found += [("voice", claim.voice)] if claim.voice else []
    return [(claim.family, sort, name) for sort, name in found]


def index_keys(unit: Unit) -> set[tuple[object, ...]]:
    keys: set[tuple[object, ...]] = set()
    for claim in unit.claims:
        for subject in subjects(claim):
            keys.update((subject, month) for month in months(claim.anchor or unit.anchor, 0))
            keys.add((subject, None))
    return keys


def lookup_keys(unit: Unit) -> set[tuple[object, ...]]:
    keys: set[tuple[object, ...]] = set()
    for claim in unit.claims:
        near = months(claim.anchor or unit.anchor, 1)
        keys.update((subject, month) for subject in subjects(claim) for month in near)
    return keys


def name_places(episodes: Iterable[Episode]) -> dict[str, tuple[str, str]]:
    """Keys come from an episode's earliest claim, so that later reports do not rename it."""
    places: dict[str, tuple[str, str]] = {}
    for episode in episodes:
        first = min(episode.claims, key=lambda claim: (claim.told is None, claim.told or 0, claim.key))
        name = hash_of("episode", first.key)
        for claim in episode.claims:
            places[claim.key] = (hash_of("event", name, claim.kind), name)
    return places
