"""Entries as text: an event, claim, document, source or thing with its words, for the terminal."""

from collections.abc import Iterable

from vedette.ask.entries import ClaimEntry, DocumentEntry, Entry, EventEntry, SourceEntry, ThingEntry
from vedette.ask.facets import claimant_of
from vedette.ask.fields import FieldLine
from vedette.ask.view import View
from vedette.model.claim import Claim
from vedette.model.lineage import Event, Settled
from vedette.show.dates import say_date, say_edtf
from vedette.show.table import Column, draw_fields, draw_table, draw_text
from vedette.show.words import count, say_behind, say_kind, say_list, short_id

FIELDS = (Column("field", 9), Column("says", 18), Column("in these words", 16), Column("what siblings settle", 16))
CLAIMS = (Column("claim", 10), Column("document", 9), Column("says", 12), Column("according to", 14), Column("date", 10))
EVENTS = (Column("event", 10), Column("date", 11), Column("says", 14), Column("what", 18), Column("behind it", 12))
SETTLED = (Column("field", 8), Column("settled as", 18), Column("for", 10), Column("against", 10))
DAY = 10


def draw_entry(entry: Entry, view: View) -> str:
    if isinstance(entry, ClaimEntry):
        return draw_claim(entry, view)
    if isinstance(entry, EventEntry):
        return draw_event(entry, view)
    if isinstance(entry, DocumentEntry):
        return draw_document(entry, view)
    return draw_source(entry) if isinstance(entry, SourceEntry) else draw_thing(entry, view)


def draw_claim(entry: ClaimEntry, view: View) -> str:
    claim = entry.claim
    event = f"{short_id(entry.event.event)}, {say_behind(entry.event)}" if entry.event else ""
    origin = (entry.origin.label or entry.origin.key or "not known") if entry.origin else ""
    head = [
        ("claim", claim.claim),
        ("document", say_document(claim)),
        ("event", event),
        ("origin", origin),
        ("words", f"“{claim.sentence}” ({claim.start}–{claim.end})"),
        *(("again", f"“{one.text}” ({one.start}–{one.end})") for one in claim.also),
    ]
    table = draw_table(FIELDS, (cells_of(line, view) for line in entry.fields))
    foot = [
        ("certainty", ", ".join(f"{field} {value:.2f}" for field, value in (claim.certainty or {}).items())),
        ("rules", ", ".join(claim.why)),
        ("made by", claim.made_by),
    ]
    return f"{draw_given(head)}\n{table}\n{draw_given(foot)}"


def draw_given(pairs: Iterable[tuple[str, str]]) -> str:
    """Fields without a value are left out."""
    return draw_fields([(name, value) for name, value in pairs if value])


def cells_of(line: FieldLine, view: View) -> tuple[str, ...]:
    words = f"“{line.text}”" if line.text else ""
    place = f" ({line.start})" if line.start is not None else ""
    return (line.field, say_value(line), words + place, "\n".join(say_settled(one, view) for one in line.settled))


def say_value(line: FieldLine) -> str:
    """Dates in words; what the text does not give says so."""
    if line.value is None:
        return "only the words" if line.text else "not given"
    if line.field in ("date", "said_on") and not line.value.startswith("one of"):
        return f"{say_edtf(line.value)} ({line.value})"
    return line.value


def say_settled(settled: Settled, view: View) -> str:
    """`22 Apr 2023: 6 for, 1 against`."""
    value = say_settled_value(settled, view)
    against = f", {len(settled.claims_against)} against" if settled.claims_against else ""
    return f"{value}: {len(settled.claims_for)} for{against}"


def say_settled_value(settled: Settled, view: View) -> str:
    return say_field_value(settled.field, settled.value, view)


def say_field_value(field: str, value: str, view: View) -> str:
    """Dates in words, things by their names."""
    return say_edtf(value) if field in ("date", "said_on") else view.names.say(value)


def say_document(claim: Claim) -> str:
    document = claim.document
    published = say_edtf(document.published[:DAY]) if document.published else "no date"
    return f"{document.id}, {document.outlet or 'no outlet'} [{document.lang}], {published}"


def draw_event(entry: EventEntry, view: View) -> str:
    event = entry.event
    place = event.place
    head = [
        ("event", event.event),
        ("episode", event.episode),
        ("says", say_kind(event)),
        ("date", say_date(event.date) + (f" ({event.date.edtf})" if event.date and event.date.edtf else "")),
        ("systems", ", ".join(map(view.names.say, event.systems))),
        ("actors", ", ".join(map(view.names.say, event.participants))),
        (
            "place",
            ", ".join(part for part in (place.name or place.text, place.country, place.precision) if part) if place else "",
        ),
        ("behind it", f"{say_behind(event)}; {count(event.outlets, 'outlet')}"),
        ("grade", event.grade or ""),
        ("superseded", event.superseded_by or ""),
        *(("conflict", one) for one in event.contradictions),
    ]
    rows = [
        (
            one.field,
            say_settled_value(one, view),
            say_list(list(map(short_id, one.claims_for))),
            say_list(list(map(short_id, one.claims_against))),
        )
        for one in event.settled
    ]
    parts = [draw_given(head), draw_table(SETTLED, rows) if rows else "", draw_claims(entry.claims)]
    if entry.siblings:
        parts += [f"In the same episode: {count(len(entry.siblings), 'event')}\n", draw_events(entry.siblings, view)]
    return "\n".join(part for part in parts if part)


def draw_claims(claims: Iterable[Claim]) -> str:
    rows = []
    for claim in claims:
        claimant = claimant_of(claim) or f"{claim.document.outlet or 'the document'} itself"
        rows.append((short_id(claim.claim), claim.document.id, say_kind(claim), claimant, say_date(claim.date)))
    return draw_table(CLAIMS, rows) if rows else ""


def draw_events(events: Iterable[Event], view: View) -> str:
    rows = []
    for event in events:
        what = say_list([*map(view.names.say, event.systems), *map(view.names.say, event.participants)])
        rows.append((short_id(event.event), say_date(event.date), say_kind(event), what, say_behind(event)))
    return draw_table(EVENTS, rows) if rows else ""


def draw_document(entry: DocumentEntry, view: View) -> str:
    document = entry.document
    head = [
        ("document", f"{document.id} ({document.key})"),
        ("outlet", document.outlet or ""),
        ("title", document.title or ""),
        ("address", document.url or ""),
        ("published", document.published or "not stated"),
        ("retrieved", document.retrieved or ""),
        ("language", document.lang),
        ("evidence", f"sha256 {document.evidence}" if document.evidence else ""),
        ("origin", (entry.origin.label or entry.origin.key or "several or not known") if entry.origin else ""),
        *(("from", f"{copy.relation} of {view.documents[copy.of].id} ({copy.strength:.2f})") for copy in entry.derives_from),
        *(
            ("copied by", f"{view.documents[copy.document].id}: {copy.relation} ({copy.strength:.2f})")
            for copy in entry.copied_by
        ),
        *(("repaired", f"“{one.text}” means {one.meant}: {one.why}") for one in entry.repairs),
        *(("comment", f"“{one.text}”") for one in entry.commentary),
        *(("doubt", f"“{one.text}” {one.reason}" if one.text else one.reason) for one in entry.doubts),
    ]
    text = "".join(draw_text(line, indent="  ") for line in document.text.splitlines() if line.strip())
    return "\n".join(part for part in (draw_given(head), text, draw_claims(entry.claims)) if part)


def draw_source(entry: SourceEntry) -> str:
    head = draw_given([("source", entry.source), ("documents", str(len(entry.documents))), ("claims", str(entry.claims))])
    rows = [(id_, say_edtf(published[:DAY]) if published else "no date", key) for key, id_, published in entry.documents]
    return head + "\n" + draw_table((Column("document", 9), Column("published", 11), Column("key", 12)), rows)


def draw_thing(entry: ThingEntry, view: View) -> str:
    thing = entry.thing
    head = [
        ("thing", f"{thing.name} ({thing.id})"),
        ("kind", ", ".join(part for part in (thing.kind, thing.sort, thing.country) if part)),
        ("part of", ", ".join(map(view.names.say, entry.part_of))),
        ("point", f"{thing.lat}, {thing.lon} ({thing.precision})" if thing.lat is not None else ""),
        *((f"names, {language}", ", ".join(names)) for language, names in thing.names.items()),
        *((f"garbled, {language}", ", ".join(names)) for language, names in thing.calques.items()),
        *(("post", f"{post.title}, {post.since or '..'} to {post.until or '..'}") for post in thing.posts),
        ("source", thing.source),
    ]
    return draw_given(head) + ("\n" if entry.events else "") + draw_events((view.events[key] for key in entry.events), view)
