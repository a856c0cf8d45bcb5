"""The record of a claim: one statement by a claimant that an occurrence happened, is under way, is planned, or did not happen.

This is the wire form too (the contract of `vedette export --to claims`): `text` stands in the document at [start, end).
"""

import msgspec

KINDS = (
    "training", "exercise", "deployment", "movement", "transfer", "test", "agreement", "visit", "readiness",
    "infrastructure", "incident", "statement", "other",
)  # fmt: skip
PHASES = ("announced", "planned", "underway", "completed", "suspended", "cancelled")
ROLES = ("performer", "trainer", "host", "supplier", "recipient", "partner", "target")
BASES = ("statement", "document", "photo", "video", "satellite", "eyewitness")
CHANNELS = ("telegram", "press-service", "briefing", "interview", "speech", "tv", "agency", "website", "un-meeting")


class DocumentRef(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim says of its document."""

    key: str
    id: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    lang: str = "und"


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    thing: str | None
    name: str | None
    role: str
    text: str
    start: int
    end: int


class SystemRef(msgspec.Struct, frozen=True, kw_only=True):
    """`repaired` is the kind of damage that was undone, null where the name stands as it should."""

    thing: str | None
    name: str | None
    text: str
    start: int
    end: int
    repaired: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Degrees of WGS 84; null where no point is known. `precision`: site, locality, region, country or null."""

    thing: str | None
    name: str | None
    country: str | None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    text: str
    start: int
    end: int


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """EDTF level 1 with inclusive ISO bounds; `candidates` are the few days it can be where `edtf` cannot say so."""

    edtf: str | None
    earliest: str | None = None
    latest: str | None = None
    candidates: tuple[str, ...] = ()
    text: str
    start: int
    end: int


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    value: int | float | tuple[int | float, int | float]
    what: str | None
    text: str
    start: int
    end: int


class Claimant(msgspec.Struct, frozen=True, kw_only=True):
    thing: str | None
    name: str | None
    post: str | None = None
    channel: str | None = None
    text: str
    start: int
    end: int


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A stretch with its words."""

    text: str
    start: int
    end: int


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One claim, with the fields of the contract. `claim`, `event` and `episode` are keys, the latter two set by trace."""

    claim: str
    event: str | None = None
    episode: str | None = None
    document: DocumentRef
    kind: str
    phase: str
    polarity: str = "asserted"
    hedge: str | None = None
    background: bool = False
    participants: tuple[Participant, ...] = ()
    systems: tuple[SystemRef, ...] = ()
    place: Place | None = None
    origin_place: Place | None = msgspec.field(default=None, name="from")
    identifiers: tuple[Stretch, ...] = ()
    basis: str | None = None
    date: Date | None = None
    said_on: Date | None = None
    quantities: tuple[Quantity, ...] = ()
    said_by: tuple[Claimant, ...] = ()
    sentence: str
    start: int
    end: int
    also: tuple[Stretch, ...] = ()
    certainty: dict[str, float] | None = None
    why: tuple[str, ...] = ()
    made_by: str = ""


class Commentary(msgspec.Struct, frozen=True, kw_only=True):
    """A whole sentence that only evaluates; `document` is the document's key."""

    document: str
    text: str
    start: int
    end: int


class Repaired(msgspec.Struct, frozen=True, kw_only=True):
    """A damaged name and what it means; `document` is the document's key."""

    document: str
    text: str
    start: int
    end: int
    meant: str
    thing: str | None
    kind: str
    why: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one document gave."""

    claims: tuple[Claim, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    repairs: tuple[Repaired, ...] = ()
