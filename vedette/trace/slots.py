"""What a claim says, reduced to the slots that survive translation: systems, actors, nations, place, days, voice."""

import re
from functools import lru_cache

import msgspec

from vedette.lang.demonyms import english_names
from vedette.model.claim import Claim, Claimant, Place
from vedette.model.text import Document
from vedette.trace.names import names_in
from vedette.trace.windows import Window, day_of, window_of

STATEMENTS = ("communique", "press-release", "statement")  # forms of documents in which a body speaks for itself
PROMISES = ("announced", "planned")
# One language's exercise is another's training; both are counted as one family when occurrences are gathered.
FAMILIES = {"exercise": "training"}
# An acronym stands in the id of an actor where a country's name would.
ACRONYMS = {"dprk": "KP", "rok": "KR", "prc": "CN", "uk": "GB", "us": "US", "usa": "US", "uae": "AE", "china": "CN", "drc": "CD"}
REGIONS = ("-region", "-district", "-area", "-oblast")
DOER = ("performer", "trainer", "supplier", "recipient", "partner", "host")


class Slots(msgspec.Struct, frozen=True, kw_only=True):
    """`site` is a place finer than a country; `when` the days of the occurrence; `anchor` the days by which it is told apart.

    The anchor of a promise is the day of the promise, for a promise kept late is still the same promise. `voice` is the
    deepest claimant, null for a report's own voice; `news` is false for what a report retells as past.
    """

    key: str
    document: str
    kind: str
    family: str
    phase: str
    denied: bool
    news: bool
    systems: frozenset[str]
    actors: frozenset[str]
    nations: frozenset[str]
    site: str | None
    country: str | None
    when: Window | None
    said: Window | None
    anchor: Window | None
    told: int | None
    voice: str | None
    numbers: frozenset[str]
    names: frozenset[tuple[str, str]]
    point: tuple[float, float] | None
    exact: bool

    @property
    def bare(self) -> bool:
        """True where nothing says of whom, of what or where."""
        return not (self.systems or self.actors or self.country)

    @property
    def promised(self) -> bool:
        return self.phase in PROMISES and self.kind != "exercise"


@lru_cache(maxsize=4096)
def nation_of(thing: str) -> str | None:
    """The country that an id names by the rule of ids ("state-BY", "armed-forces-belarus"); null where it names none."""
    if match := re.fullmatch(r"state-([A-Z]{2})", thing):
        return match[1]
    for name, code in _nations():
        if thing.endswith(f"-{name}") or thing.startswith(f"{name}-"):
            return code
    return None


@lru_cache(maxsize=1)
def _nations() -> tuple[tuple[str, str], ...]:
    names = [(name, code) for code, name in english_names().items()] + list(ACRONYMS.items())
    return tuple(sorted(names, key=lambda row: (-len(row[0]), row)))


def voice_of(chain: tuple[Claimant, ...]) -> str | None:
    """The deepest claimant of a chain that is a known thing, else its deepest words."""
    known = next((claimant.thing for claimant in reversed(chain) if claimant.thing), None)
    return known or (name_of_claimant(chain[-1]) if chain else None)


def name_of_claimant(claimant: Claimant) -> str:
    """The thing, else the words, marked as such."""
    return claimant.thing or f"text:{claimant.text.casefold()}"


def is_country(place: Place) -> bool:
    return place.precision == "country" or place.thing in _country_names()


def is_exact(place: Place | None) -> bool:
    """True for a place that excludes others: no region, within which another named place may lie."""
    if place is None or place.thing is None or is_country(place) or place.precision == "region":
        return False
    return not (place.thing or "").endswith(REGIONS)


@lru_cache(maxsize=1)
def _country_names() -> frozenset[str]:
    return frozenset(english_names().values())


def slots_of(claim: Claim, document: Document | None) -> Slots:
    told = day_of(document.published if document else claim.document.published)
    when, said = window_of(claim.date, told), window_of(claim.said_on, told)
    actors = frozenset(p.thing or f"text:{p.text.casefold()}" for p in claim.participants if p.role in DOER)
    place = claim.place
    return Slots(
        key=claim.claim,
        document=claim.document.key,
        kind=claim.kind,
        family=FAMILIES.get(claim.kind, claim.kind),
        phase=claim.phase,
        denied=claim.polarity == "denied",
        news=not claim.background,
        systems=frozenset(s.thing or f"text:{s.text.casefold()}" for s in claim.systems),
        actors=actors,
        nations=frozenset(nation for actor in actors if (nation := nation_of(actor))),
        site=(place.thing or f"text:{place.text.casefold()}") if place and not is_country(place) else None,
        country=place.country if place else None,
        when=when,
        said=said,
        anchor=anchor_of(claim, when, said, told),
        told=told,
        voice=voice_of(claim.said_by),
        numbers=frozenset(str(quantity.value) for quantity in claim.quantities),
        names=names_in(claim.sentence),
        exact=is_exact(place),
        point=(place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None,
    )


def anchor_of(claim: Claim, when: Window | None, said: Window | None, told: int | None) -> Window | None:
    """The days by which an occurrence is told apart from others of its kind; null where the report gives no hint."""
    today = Window(told, told) if told is not None and not claim.background else None
    if claim.phase == "announced":
        return when or said or today
    if claim.phase == "planned" and claim.kind != "exercise":
        return said or today
    return when or said or today
