"""Who copied whom, and what stands: edges between documents, origins, settled events."""

import msgspec

from vedette.model.claim import Date, Place

RELATIONS = ("copy", "near-copy", "rewrite", "summary", "translation", "cites")
INDEPENDENCE = ("lineage not recorded", "independence not established", "independent")


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """`document` derives from `of` (keys of documents); strength in [0, 1] is the share of shared shingles or slots."""

    document: str
    of: str
    relation: str
    strength: float
    why: tuple[str, ...] = ()


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The first statement that a document derives from; `key` is null where there are several or none is known."""

    document: str
    key: str | None
    label: str | None = None
    why: tuple[str, ...] = ()


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """One settled field: its value, the claims for it and the claims against it."""

    field: str
    value: str
    claims_for: tuple[str, ...] = ()
    claims_against: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one kind about one occurrence, with what they settle.

    `reports` counts documents, `outlets` their publishers, `origins` the known independent first statements.
    `independence`: "lineage not recorded", "independence not established" or "n independent origins".
    """

    event: str
    episode: str
    kind: str
    phase: str
    polarity: str
    participants: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    place: Place | None = None
    date: Date | None = None
    claims: tuple[str, ...] = ()
    settled: tuple[Settled, ...] = ()
    reports: int = 0
    outlets: int = 0
    origins: tuple[str, ...] = ()
    independence: str = "lineage not recorded"
    grade: str | None = None
    contradictions: tuple[str, ...] = ()
    superseded_by: str | None = None
