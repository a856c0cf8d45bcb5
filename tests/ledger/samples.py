"""Small records to put into a casebook."""

from vedette.model.claim import Claim, Commentary, Date, DocumentRef, Reading, Repaired
from vedette.model.gathered import Gathered, make_evidence
from vedette.model.key import hash_of, key_of_document
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document, Doubt

TEXT = "Расчёты вернулись на аэродром. Analysts see a signal."


def make_gathered(id: str, text: str = TEXT, *, title: str | None = None, outlet: str | None = None) -> Gathered:
    evidence = make_evidence(f"{id}.txt", text.encode())
    key = key_of_document(id, text, url=None, source=f"{id}.txt")
    document = Document(
        key=key, id=id, text=text, lang="und", title=title, outlet=outlet, source=f"{id}.txt", evidence=evidence.sha256
    )
    return Gathered(document=document, evidence=evidence)


def make_claim(document: Document, kind: str = "movement") -> Claim:
    return Claim(
        claim=hash_of("claim", document.key, kind),
        document=DocumentRef(key=document.key, id=document.id),
        kind=kind,
        phase="completed",
        date=Date(edtf="2023-04-22", earliest="2023-04-22", latest="2023-04-22", text="Saturday", start=0, end=0),
        sentence=document.text[:30],
        start=0,
        end=30,
    )


def make_reading(document: Document, *kinds: str) -> Reading:
    return Reading(
        claims=tuple(make_claim(document, kind) for kind in kinds or ("movement",)),
        commentary=(Commentary(document=document.key, text="Analysts see a signal.", start=31, end=53),),
        repairs=(
            Repaired(document=document.key, text="Р", start=0, end=1, meant="P", thing=None, kind="homoglyph", why="looks alike"),
        ),
    )


def make_doubt(document: Document) -> Doubt:
    return Doubt(station="resolve.places", document=document.key, reason="two towns share this name", choices=("a", "b"))


def make_event(*claims: Claim) -> Event:
    return Event(
        event="e-1", episode="p-1", kind="movement", phase="completed", polarity="asserted", claims=tuple(c.claim for c in claims)
    )


def make_copy(document: Document, of: Document) -> Copy:
    return Copy(document=document.key, of=of.key, relation="rewrite", strength=0.6)


def make_origin(document: Document) -> Origin:
    return Origin(document=document.key, key="o-1", label="the ministry's channel")
