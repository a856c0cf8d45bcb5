"""What is kept comes back; the same thing twice is once; a newer reading or lineage takes the place of the older."""

import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.samples import (
    make_claim,
    make_copy,
    make_doubt,
    make_event,
    make_gathered,
    make_origin,
    make_reading,
)
from tests.ledger.strategies import records_of, words
from vedette.errors import QuestionError
from vedette.ledger.book import Book, create_casebook
from vedette.ledger.evidence import place_of
from vedette.ledger.verify import verify
from vedette.ledger.write import add_documents, find_unread, is_lineage_current, keep_lineage, keep_reading
from vedette.model.claim import Claim, Reading
from vedette.model.gathered import Gathered, make_evidence
from vedette.model.key import key_of_document
from vedette.model.lineage import Copy, Event, Origin
from vedette.model.text import Document, Doubt


def test_documents_come_back_in_order_with_their_evidence(casebook: Book) -> None:
    batch = [make_gathered("b"), make_gathered("a", "Crews have left."), make_gathered("c")]
    assert add_documents(casebook, batch) == 3
    assert list(casebook.documents()) == [each.document for each in batch]
    for each in batch:
        assert place_of(casebook.path, each.evidence.sha256).read_bytes() == each.evidence.data


def test_the_same_thing_twice_adds_nothing(casebook: Book) -> None:
    first = make_gathered("a")
    assert add_documents(casebook, [first, make_gathered("b"), first]) == 2
    before = [*casebook.journal()]
    later = msgspec.structs.replace(first, document=msgspec.structs.replace(first.document, retrieved="2027-01-01"))
    assert add_documents(casebook, [later]) == 0
    assert [*casebook.journal()] == before
    assert casebook.document("a") == first.document


def test_the_rows_of_one_file_share_its_evidence(casebook: Book) -> None:
    evidence = make_evidence("reports.jsonl", b"rows")
    rows = [make_gathered(id) for id in "abc"]
    shared = [
        Gathered(document=msgspec.structs.replace(row.document, evidence=evidence.sha256), evidence=evidence) for row in rows
    ]
    add_documents(casebook, shared)
    assert casebook.counts()["evidence"] == 1
    assert verify(casebook) == ()


def test_a_document_is_found_by_key_and_by_id_newest_version_first(casebook: Book) -> None:
    old, new = make_gathered("a", "Crews have left."), make_gathered("a", "Crews have returned.")
    add_documents(casebook, [old])
    add_documents(casebook, [new])
    assert casebook.document("a") == new.document
    assert casebook.document(old.document.key) == old.document
    with pytest.raises(QuestionError, match="no document"):
        casebook.document("z")


def test_a_reading_comes_back_with_its_doubts_and_its_language(casebook: Book) -> None:
    document = make_gathered("a").document
    add_documents(casebook, [make_gathered("a")])
    reading = make_reading(document, "movement", "training")
    keep_reading(casebook, document.key, reading=reading, doubts=[make_doubt(document)], lang="ru", made_by="v1")
    assert tuple(casebook.claims()) == reading.claims
    assert tuple(casebook.commentary()) == reading.commentary
    assert tuple(casebook.repairs()) == reading.repairs
    assert tuple(casebook.doubts()) == (make_doubt(document),)
    assert casebook.claim(reading.claims[1].claim) == reading.claims[1]
    assert casebook.document("a").lang == "ru"
    with pytest.raises(QuestionError, match="no claim"):
        casebook.claim("c-0")


def test_a_newer_reading_takes_the_place_of_the_older(casebook: Book) -> None:
    batch = [make_gathered("a"), make_gathered("b")]
    add_documents(casebook, batch)
    for each in batch:
        keep_reading(casebook, each.document.key, reading=make_reading(each.document), made_by="v1")
    a = batch[0].document
    keep_reading(casebook, a.key, reading=Reading(claims=(make_claim(a, "training"),)), made_by="v2")
    assert [(claim.document.id, claim.kind) for claim in casebook.claims()] == [("a", "training"), ("b", "movement")]
    assert len(list(casebook.commentary())) == 1
    assert [entry.subject for entry in casebook.journal() if entry.what == "reading"] == [
        a.key,
        batch[1].document.key,
        a.key,
    ]
    assert [document.id for document in find_unread(casebook, "v2")] == ["b"]
    assert verify(casebook) == ()


def test_what_is_unread_can_be_read_while_it_is_listed(casebook: Book) -> None:
    add_documents(casebook, [make_gathered(id) for id in "abcde"])
    for document in find_unread(casebook, "v1"):
        keep_reading(casebook, document.key, reading=make_reading(document), made_by="v1")
    assert list(find_unread(casebook, "v1")) == []
    assert casebook.counts()["reading"] == 5


def test_a_reading_of_nothing_is_refused(casebook: Book) -> None:
    with pytest.raises(QuestionError, match="no document"):
        keep_reading(casebook, "d-0", reading=Reading(), made_by="v1")
    assert [entry.what for entry in casebook.journal()] == ["created"]


def test_a_lineage_places_claims_and_takes_the_place_of_the_older(casebook: Book) -> None:
    a, b = make_gathered("a").document, make_gathered("b").document
    add_documents(casebook, [make_gathered("a"), make_gathered("b")])
    for document in (a, b):
        keep_reading(casebook, document.key, reading=make_reading(document), made_by="v1")
    assert not is_lineage_current(casebook)
    claim = make_claim(a)
    for event, documents in (("e-0", (b, a)), ("e-1", (a, b))):
        keep_lineage(
            casebook,
            copies=[make_copy(*documents)],
            origins=[make_origin(a), make_origin(b)],
            events=[make_event(claim)],
            placements={claim.claim: (event, "p-1")},
            doubts=[make_doubt(a)],
        )
    assert list(casebook.copies()) == [make_copy(a, b)]
    assert list(casebook.origins()) == [make_origin(a), make_origin(b)]
    assert list(casebook.events()) == [make_event(claim)]
    assert list(casebook.doubts()) == [make_doubt(a)]
    assert [(each.event, each.episode) for each in casebook.claims()] == [("e-1", "p-1"), (None, None)]
    assert is_lineage_current(casebook)
    assert verify(casebook) == ()
    keep_reading(casebook, a.key, reading=make_reading(a), made_by="v2")
    assert casebook.claim(claim.claim).event == "e-1"
    assert not is_lineage_current(casebook)


@st.composite
def gathered(draw: st.DrawFn) -> Gathered:
    document: Document = draw(records_of(Document))
    evidence = make_evidence(draw(words), draw(st.binary(max_size=9)))
    key = key_of_document(document.id, document.text, url=document.url, source=document.source)
    return Gathered(document=msgspec.structs.replace(document, key=key, evidence=evidence.sha256), evidence=evidence)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(gathered(), min_size=1, max_size=3, unique_by=lambda each: each.document.key),
    st.builds(Reading, claims=st.lists(records_of(Claim), max_size=2).map(tuple)) | records_of(Reading),
    st.lists(records_of(Doubt), max_size=2),
    st.lists(records_of(Copy), max_size=2),
    st.lists(records_of(Origin), max_size=2),
    st.lists(records_of(Event), max_size=2),
)
def test_any_record_comes_back_as_it_was_put_in(
    batch: list[Gathered],
    reading: Reading,
    doubts: list[Doubt],
    copies: list[Copy],
    origins: list[Origin],
    events: list[Event],
) -> None:
    with tempfile.TemporaryDirectory() as folder, create_casebook(Path(folder) / "casebook") as book:
        assert add_documents(book, batch) == len(batch)
        assert list(book.documents()) == [each.document for each in batch]
        keep_reading(book, batch[0].document.key, reading=reading, doubts=doubts, lang=batch[0].document.lang, made_by="v1")
        keep_lineage(book, copies=copies, origins=origins, events=events, placements={})
        assert tuple(book.claims()) == reading.claims
        assert (tuple(book.commentary()), tuple(book.repairs())) == (reading.commentary, reading.repairs)
        assert list(book.doubts()) == doubts
        assert (list(book.copies()), list(book.origins()), list(book.events())) == (copies, origins, events)
        assert add_documents(book, batch) == 0
        assert verify(book) == ()
