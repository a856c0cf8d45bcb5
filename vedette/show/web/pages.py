"""The pages: each asks one question and gives a record, shown as HTML or, at the same address with .json, as it is."""

from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
from starlette.datastructures import QueryParams

from vedette.ask.conflicts import conflicts
from vedette.ask.doubts import doubts
from vedette.ask.entries import ClaimEntry, DocumentEntry, EventEntry, SourceEntry, ThingEntry, find_entry
from vedette.ask.lineage import trace
from vedette.ask.search import search
from vedette.ask.timeline import UNDATED, Filters, timeline
from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.model.claim import KINDS, Claim
from vedette.show.web.marks import Mark, crop, cut_pieces

LONGEST = 300
AROUND = 700
FIELDS = ("system", "actor", "place", "kind", "said_by", "language")


class Page(msgspec.Struct, frozen=True):
    """`data` is what the JSON twin says; `more` is what the template needs beside it."""

    template: str
    data: object
    more: dict[str, object] = {}


Maker = Callable[[View, str, QueryParams], Page]


def timeline_page(view: View, key: str, query: QueryParams) -> Page:
    filters = filters_of(query)
    rows = timeline(view, filters)
    dated = [row for row in rows if row.inside != UNDATED]
    more: dict[str, object] = {
        "filters": filters,
        "kinds": KINDS,
        "is_filtered": filters != Filters(),
        "dated": dated[:LONGEST],
        "hidden": max(0, len(dated) - LONGEST),
        "undated": [row for row in rows if row.inside == UNDATED],
        "episodes": len({row.episode for row in rows}),
        "choices": choices_of(view),
    }
    return Page("timeline.html", {"filters": filters, "rows": rows}, more)


def filters_of(query: QueryParams) -> Filters:
    """Query parameters of the names of the filters, each as often as wanted; empty ones count for nothing."""
    several = {name: tuple(value.strip() for value in query.getlist(name) if value.strip()) for name in FIELDS}
    return Filters(**several, since=query.get("from") or None, until=query.get("to") or None)


def choices_of(view: View) -> dict[str, list[str]]:
    """What the fields of the form offer: the names that the casebook has, the most frequent first."""
    facets = list(view.facets.values())

    def names(pairs: Iterable[tuple[str | None, str]]) -> list[str]:
        return [view.names.say(thing) for thing, _ in Counter(thing for thing, _ in pairs if thing).most_common(60)]

    return {
        "system": names((thing, "") for one in facets for thing in {thing for thing, _ in one.systems}),
        "actor": names((thing, "") for one in facets for thing in {thing for thing, _ in one.actors}),
        "place": names((thing, "") for one in facets for thing in {thing for thing, _ in one.places}),
        "said_by": names((thing, "") for one in facets for thing in {thing for thing, _ in one.claimants}),
        "language": sorted({language for one in facets for language in one.languages}),
    }


def event_page(view: View, key: str, query: QueryParams) -> Page:
    entry = find_entry(view, key)
    if not isinstance(entry, EventEntry):
        raise QuestionError("no event", where=key)
    return Page("event.html", entry, {"lineage": trace(view, entry.event.event)})


def claim_page(view: View, key: str, query: QueryParams) -> Page:
    entry = find_entry(view, key)
    if not isinstance(entry, ClaimEntry):
        raise QuestionError("no claim", where=key)
    text = view.documents[entry.claim.document.key].text
    return Page("claim.html", entry, {"pieces": crop(cut_pieces(text, marks_of(entry)), room=AROUND)})


def marks_of(entry: ClaimEntry) -> list[Mark]:
    claim = entry.claim
    marks = [Mark(claim.start, claim.end, "sentence")]
    marks += [Mark(one.start, one.end, "sentence", "told again") for one in claim.also]
    for line in entry.fields:
        if line.start is not None and line.end is not None:
            marks.append(Mark(line.start, line.end, f"field {line.field}", line.field.replace("_", " ")))
    return marks


def document_page(view: View, key: str, query: QueryParams) -> Page:
    entry = find_entry(view, key)
    if not isinstance(entry, DocumentEntry):
        raise QuestionError("no document", where=key)
    marks = [mark_of_claim(claim) for claim in entry.claims]
    marks += [Mark(one.start, one.end, "repaired", f"means {one.meant}") for one in entry.repairs]
    marks += [Mark(one.start, one.end, "commentary", "comment") for one in entry.commentary]
    names = {copy.document: view.documents[copy.document].id for copy in entry.copied_by}
    names |= {copy.of: view.documents[copy.of].id for copy in entry.derives_from}
    return Page("document.html", entry, {"pieces": cut_pieces(entry.document.text, marks), "ids": names})


def mark_of_claim(claim: Claim) -> Mark:
    return Mark(claim.start, claim.end, "sentence", claim.kind, f"/claims/{claim.claim}")


def thing_page(view: View, key: str, query: QueryParams) -> Page:
    entry = find_entry(view, key)
    if not isinstance(entry, ThingEntry):
        raise QuestionError("no thing", where=key)
    return Page("thing.html", entry, {"rows": [row for row in timeline(view, Filters()) if row.event in entry.events]})


def source_page(view: View, key: str, query: QueryParams) -> Page:
    entry = find_entry(view, query.get("name") or key)
    if not isinstance(entry, SourceEntry):
        raise QuestionError("no source", where=query.get("name") or key)
    return Page("source.html", entry)


def search_page(view: View, key: str, query: QueryParams) -> Page:
    words = (query.get("q") or "").strip()
    hits = search(view, words) if words else ()
    marked = [(hit, cut_pieces(hit.snippet, (Mark(start, stop, "found") for start, stop in hit.marks))) for hit in hits]
    return Page("search.html", {"words": words, "hits": hits}, {"marked": marked})


def doubts_page(view: View, key: str, query: QueryParams) -> Page:
    found = doubts(view, document=query.get("document") or None)
    return Page("doubts.html", {"doubts": found}, {"shown": found[:LONGEST]})


def conflicts_page(view: View, key: str, query: QueryParams) -> Page:
    return Page("conflicts.html", {"conflicts": conflicts(view)})


PAGES: tuple[tuple[str, Maker], ...] = (
    ("/timeline", timeline_page),
    ("/search", search_page),
    ("/conflicts", conflicts_page),
    ("/doubts", doubts_page),
    ("/events/{key}", event_page),
    ("/claims/{key}", claim_page),
    ("/documents/{key}", document_page),
    ("/things/{key}", thing_page),
    ("/sources", source_page),
)
