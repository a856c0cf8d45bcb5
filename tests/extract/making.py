"""Claims and dates in few words."""

from typing import Any

from vedette.model.claim import Claim, Claimant, Date, DocumentRef, Participant, Place, SystemRef
from vedette.model.edtf import make_date

REF = DocumentRef(key="d-1", id="d", lang="en")
SPAN = {"text": "x", "start": 0, "end": 1}


def day(edtf: str) -> Date:
    return make_date(edtf, text=edtf, start=0, end=len(edtf))


def make_claim(sentence: str, start: int = 0, **fields: Any) -> Claim:
    defaults = {"claim": f"c-{start}", "document": REF, "kind": "training", "phase": "completed"}
    return Claim(**{**defaults, **fields}, sentence=sentence, start=start, end=start + len(sentence))


def said_by(thing: str | None, *, channel: str | None = None, text: str = "x") -> tuple[Claimant, ...]:
    return (Claimant(thing=thing, name=None, channel=channel, text=text, start=0, end=len(text)),)


def performed_by(*things: str) -> tuple[Participant, ...]:
    return tuple(Participant(thing=thing, name=None, role="performer", **SPAN) for thing in things)  # type: ignore[arg-type]


def with_systems(*things: str) -> tuple[SystemRef, ...]:
    return tuple(SystemRef(thing=thing, name=None, **SPAN) for thing in things)  # type: ignore[arg-type]


def placed(thing: str, precision: str = "site", country: str = "BY") -> Place:
    return Place(thing=thing, name=None, country=country, precision=precision, **SPAN)  # type: ignore[arg-type]
