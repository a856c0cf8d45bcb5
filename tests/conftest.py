"""A small casebook of invented texts: two reports and a rewrite of one announcement, and a denial, with lineage."""

from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from vedette.ledger.book import create_casebook
from vedette.ledger.write import add_documents, keep_lineage, keep_reading
from vedette.model.claim import (
    Claim,
    Claimant,
    Commentary,
    Date,
    DocumentRef,
    Participant,
    Place,
    Quantity,
    Reading,
    Repaired,
    Stretch,
    SystemRef,
)
from vedette.model.gathered import Gathered, make_evidence
from vedette.model.key import key_of_document
from vedette.model.lineage import Copy, Event, Origin, Settled
from vedette.model.text import Document, Doubt

NEWS = "Crews of the Iskander-M completed training in Russia on 3 May 2024, the Ministry of Defence of Belarus said."
REWRITE = (
    "Up to 90 Belarusian specialists of the Alexander-M came home to Machulishchi on a Friday in early May. "
    "This shows resolve. <img src=x onerror=alert(1)> Soon they will be ready."
)
DENIAL = "Министерство обороны отрицает, что расчёты «Искандер-М» закончили обучение 10 мая 2024 года."
EVIL = '"><script>alert(1)</script>'


T = TypeVar("T")


def part(form: type[T], text: str, words: str, **fields: object) -> T:
    """A record with its words where they stand."""
    start = text.index(words)
    return msgspec.convert({"text": words, "start": start, "end": start + len(words), "stop": start + len(words), **fields}, form)


def make_document(
    id: str, text: str, *, outlet: str, lang: str = "en", published: str | None = None, title: str = "News"
) -> Document:
    return Document(
        key=key_of_document(id, text, url=None, source=f"{id}.txt"),
        id=id,
        text=text,
        lang=lang,
        outlet=outlet,
        title=title,
        published=published,
        source=f"{id}.txt",
        evidence=make_evidence(f"{id}.txt", text.encode()).sha256,
    )


DOCUMENTS = {
    "north-1": make_document("north-1", NEWS, outlet="North Example", published="2024-05-03"),
    "copy-1": make_document("copy-1", NEWS, outlet="East Example", published="2024-05-04"),
    "rewrite-1": make_document("rewrite-1", REWRITE, outlet=EVIL, title=EVIL),
    "denial-1": make_document("denial-1", DENIAL, outlet="Южный пример", lang="ru", published="2024-05-11"),
}


def make_claim(name: str, id: str, **fields: object) -> Claim:
    document = DOCUMENTS[id]
    ref = DocumentRef(key=document.key, id=id, outlet=document.outlet, published=document.published, lang=document.lang)
    return Claim(claim=f"c-{name}", document=ref, made_by="vedette test", why=("test.rule",), **fields)  # type: ignore[arg-type]


def training(name: str, id: str) -> Claim:
    return make_claim(
        name,
        id,
        kind="training",
        phase="completed",
        participants=(
            part(Participant, NEWS, "Crews", thing="armed-forces-belarus", name="Armed Forces of Belarus", role="performer"),
        ),
        systems=(part(SystemRef, NEWS, "Iskander-M", thing="iskander-m", name="9K720 Iskander-M"),),
        place=part(Place, NEWS, "Russia", thing="russia", name="Russia", country="RU", precision="country"),
        date=part(Date, NEWS, "3 May 2024", edtf="2024-05-03", earliest="2024-05-03", latest="2024-05-03"),
        said_by=(
            part(
                Claimant,
                NEWS,
                "the Ministry of Defence of Belarus",
                thing="mod-belarus",
                name="Ministry of Defence of Belarus",
                channel="telegram",
            ),
        ),
        sentence=NEWS,
        start=0,
        end=len(NEWS),
    )


def rewrite_claims() -> tuple[Claim, Claim]:
    first = part(Stretch, REWRITE, REWRITE[: REWRITE.index("May.") + 4])
    last = part(Stretch, REWRITE, "Soon they will be ready.")
    movement = make_claim(
        "movement3",
        "rewrite-1",
        kind="movement",
        phase="completed",
        hedge=None,
        participants=(
            part(
                Participant,
                REWRITE,
                "Belarusian specialists",
                thing="armed-forces-belarus",
                name="Armed Forces of Belarus",
                role="performer",
            ),
        ),
        place=part(
            Place,
            REWRITE,
            "Machulishchi",
            thing="machulishchi-airfield",
            name="Machulishchi airfield",
            country="BY",
            lat=53.77,
            lon=27.58,
            precision="site",
        ),
        date=part(Date, REWRITE, "on a Friday in early May", edtf=None),
        quantities=(part(Quantity, REWRITE, "Up to 90 Belarusian specialists", value=90, what="specialists"),),
        sentence=first.text,
        start=first.start,
        end=first.end,
    )
    readiness = make_claim(
        "readiness4", "rewrite-1", kind="readiness", phase="planned", sentence=last.text, start=last.start, end=last.end
    )
    return movement, readiness


def denial_claim() -> Claim:
    return make_claim(
        "denial5",
        "denial-1",
        kind="training",
        phase="completed",
        polarity="denied",
        systems=(part(SystemRef, DENIAL, "«Искандер-М»", thing="iskander-m", name="9K720 Iskander-M"),),
        date=part(Date, DENIAL, "10 мая 2024 года", edtf="2024-05-10", earliest="2024-05-10", latest="2024-05-10"),
        said_by=(part(Claimant, DENIAL, "Министерство обороны", thing=None, name=None),),
        sentence=DENIAL,
        start=0,
        end=len(DENIAL),
    )


def make_events(claims: dict[str, Claim]) -> list[Event]:
    date, denied = claims["c-training1"].date, claims["c-denial5"].date
    return [
        Event(
            event="e-training1",
            episode="p-return",
            kind="training",
            phase="completed",
            polarity="asserted",
            participants=("armed-forces-belarus",),
            systems=("iskander-m",),
            place=claims["c-training1"].place,
            date=date,
            claims=("c-training1", "c-training2"),
            settled=(
                Settled(
                    field="date", value="2024-05-03", claims_for=("c-training1", "c-training2"), claims_against=("c-denial5",)
                ),
            ),
            reports=2,
            outlets=2,
            origins=("o-ministry",),
            independence="1 independent origin",
            contradictions=("date: 2024-05-03 against 2024-05-10",),
        ),
        Event(
            event="e-movement1",
            episode="p-return",
            kind="movement",
            phase="completed",
            polarity="asserted",
            participants=("armed-forces-belarus",),
            place=claims["c-movement3"].place,
            date=Date(
                edtf="2024-05-03", earliest="2024-05-03", latest="2024-05-03", text="on a Friday in early May", start=0, end=0
            ),
            claims=("c-movement3",),
            settled=(Settled(field="date", value="2024-05-03", claims_for=("c-training1",)),),
            reports=1,
            outlets=1,
            origins=("o-ministry",),
            independence="1 independent origin",
        ),
        Event(
            event="e-readiness1",
            episode="p-ready",
            kind="readiness",
            phase="planned",
            polarity="asserted",
            claims=("c-readiness4",),
            reports=1,
            outlets=1,
        ),
        Event(
            event="e-denial1",
            episode="p-denial",
            kind="training",
            phase="completed",
            polarity="denied",
            systems=("iskander-m",),
            date=denied,
            claims=("c-denial5",),
            reports=1,
            outlets=1,
            independence="independence not established",
        ),
    ]


def make_readings() -> dict[str, Reading]:
    return {
        "north-1": Reading(claims=(training("training1", "north-1"),)),
        "copy-1": Reading(claims=(training("training2", "copy-1"),)),
        "rewrite-1": Reading(
            claims=rewrite_claims(),
            commentary=(part(Commentary, REWRITE, "This shows resolve.", document=DOCUMENTS["rewrite-1"].key),),
            repairs=(
                part(
                    Repaired,
                    REWRITE,
                    "Alexander-M",
                    document=DOCUMENTS["rewrite-1"].key,
                    meant="Iskander-M",
                    thing="iskander-m",
                    kind="translation",
                    why="a given name for a weapon's name",
                ),
            ),
        ),
        "denial-1": Reading(claims=(denial_claim(),)),
    }


@pytest.fixture(scope="session")
def invented_casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The casebook's folder; nobody writes to it."""
    path = tmp_path_factory.mktemp("invented") / "book"
    keys = {id: document.key for id, document in DOCUMENTS.items()}
    readings = make_readings()
    claims = {claim.claim: claim for reading in readings.values() for claim in reading.claims}
    events = make_events(claims)
    doubt = part(
        Doubt,
        REWRITE,
        "early May",
        station="test",
        document=keys["rewrite-1"],
        reason="no year is given",
        choices=["2023", "2024"],
    )
    with create_casebook(path) as book:
        evidence = {id: make_evidence(f"{id}.txt", document.text.encode()) for id, document in DOCUMENTS.items()}
        add_documents(book, [Gathered(document=document, evidence=evidence[id]) for id, document in DOCUMENTS.items()])
        for id, reading in readings.items():
            doubts = [doubt] if id == "rewrite-1" else []
            keep_reading(book, keys[id], reading=reading, doubts=doubts, lang=DOCUMENTS[id].lang, made_by="vedette test")
        keep_lineage(
            book,
            copies=[
                Copy(document=keys["copy-1"], of=keys["north-1"], relation="copy", strength=0.98, why=("same words",)),
                Copy(document=keys["rewrite-1"], of=keys["copy-1"], relation="rewrite", strength=0.4, why=("same slots",)),
            ],
            origins=[
                *(
                    Origin(document=keys[id], key="o-ministry", label="Ministry of Defence")
                    for id in ("north-1", "copy-1", "rewrite-1")
                ),
                Origin(document=keys["denial-1"], key=None),
            ],
            events=events,
            placements={claim: (event.event, event.episode) for event in events for claim in event.claims},
        )
    return path
