"""Small documents and claims for the tests of tracing: only the slots that tracing reads."""

from collections.abc import Mapping, Sequence

from vedette.model.claim import Claim, Claimant, Date, DocumentRef, Participant, Place, Quantity, SystemRef
from vedette.model.edtf import bounds
from vedette.model.key import hash_of
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document
from vedette.trace.copies import find_copies
from vedette.trace.events import settle_events
from vedette.trace.origins import find_origins

BREST = ("brest-range", "BY")
MACHULISHCHI = ("machulishchi-airfield", "BY")
BARANOVICHI = ("baranovichi-airfield", "BY")
Claims = dict[str, list[Claim]]


def document(
    name: str, text: str = "", *, published: str | None = None, outlet: str | None = None, lang: str = "en", form: str = "agency"
) -> Document:
    return Document(
        key=hash_of("document", name), id=name, text=text or f"Report {name}.", lang=lang, published=published,
        outlet=outlet or name, form=form, url=f"https://{name}.example/",
    )  # fmt: skip


def day(edtf: str | None, *, text: str = "then", candidates: Sequence[str] = ()) -> Date:
    found = bounds(edtf)
    return Date(
        edtf=edtf, earliest=found[0] if found else None, latest=found[1] if found else None,
        candidates=tuple(candidates), text=text, start=0, end=0,
    )  # fmt: skip


def claim(home: Document, number: int, kind: str = "training", phase: str = "completed", **slots: object) -> Claim:
    """A claim of `home`; slots: who, system, place, on, said_on, by, channel, polarity, background, count, sentence."""

    def words(name: str) -> list[str]:
        value = slots.get(name)
        return [] if value is None else [value] if isinstance(value, str) else [str(one) for one in value]  # type: ignore[attr-defined]

    place, on, said_on, count = slots.get("place"), slots.get("on"), slots.get("said_on"), slots.get("count")
    channel = slots.get("channel")
    return Claim(
        claim=hash_of("claim", home.key, number),
        document=DocumentRef(key=home.key, id=home.id, outlet=home.outlet, published=home.published, lang=home.lang),
        kind=kind,
        phase=phase,
        polarity=str(slots.get("polarity", "asserted")),
        background=bool(slots.get("background", False)),
        basis=str(slots["basis"]) if "basis" in slots else None,
        participants=tuple(Participant(thing=one, name=None, role="performer", text=one, start=0, end=0) for one in words("who")),
        systems=tuple(SystemRef(thing=one, name=None, text=one, start=0, end=0) for one in words("system")),
        place=Place(thing=place[0], name=None, country=place[1], text=place[0], start=0, end=0)
        if isinstance(place, tuple)
        else None,
        date=on if isinstance(on, Date) else day(str(on)) if on else None,
        said_on=day(str(said_on)) if said_on else None,
        quantities=(Quantity(value=count, what="servicemen", text=str(count), start=0, end=0),) if isinstance(count, int) else (),
        said_by=tuple(
            Claimant(
                thing=None if one.startswith("?") else one,
                name=None,
                channel=str(channel) if channel else None,
                text=one,
                start=0,
                end=0,
            )
            for one in words("by")
        ),
        sentence=str(slots.get("sentence", "")),
        start=number * 100,
        end=number * 100 + 90,
    )


class Traced:
    """What the three stations of tracing make of a few documents, by the documents' own ids."""

    def __init__(
        self, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], belongs: Mapping[str, str] | None = None
    ) -> None:
        ids = {one.key: one.id for one in documents}
        self.copies: tuple[Copy, ...] = find_copies(documents, claims)
        self.origins: tuple[Origin, ...] = find_origins(documents, claims, self.copies)
        self.events, self.places = settle_events(claims, documents, self.origins, self.copies, belongs=belongs)
        self.edges = {ids[copy.document]: (ids[copy.of], copy.relation) for copy in self.copies if copy.relation != "cites"}
        self.cites = {(ids[copy.document], ids[copy.of]) for copy in self.copies if copy.relation == "cites"}
        self.origin = {ids[origin.document]: origin.key for origin in self.origins}
        self.label = {ids[origin.document]: origin.label for origin in self.origins}

    def event(self, kind: str) -> Event:
        """The one event of a kind."""
        (found,) = [event for event in self.events if event.kind == kind]
        return found


def by_document(*claims: Claim) -> Claims:
    found: Claims = {}
    for one in claims:
        found.setdefault(one.document.key, []).append(one)
    return found
