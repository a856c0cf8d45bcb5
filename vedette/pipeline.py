"""The order of the river: gather, mark, resolve, extract, keep, trace. The only file that knows it.

Reading one document is pure: the same document gives the same reading on every machine, and a shard may be read twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

import msgspec

from vedette import __version__
from vedette.errors import SourceError
from vedette.extract.claims import extract_reading
from vedette.extract.desk import Desk
from vedette.extract.triage import may_speak
from vedette.gather.source import read_source
from vedette.knowledge.book import Knowledge, load_knowledge
from vedette.knowledge.places.index import PlaceIndex, open_places
from vedette.lang.demonyms import read_demonyms
from vedette.lang.phrases import read_phrases
from vedette.lang.words import load_words
from vedette.ledger.book import Book
from vedette.ledger.write import add_documents, find_unread, is_lineage_current, keep_lineage, keep_reading
from vedette.mark.descriptions import find_descriptions
from vedette.mark.gazetteer import Gazetteer, build_gazetteer
from vedette.mark.language import detect_language
from vedette.mark.names import find_names
from vedette.mark.pipelines import OPENERS, open_pipeline
from vedette.mark.sentences import split_sentences
from vedette.mark.times import find_times
from vedette.model.claim import Claim, Date, Place, Reading, Repaired
from vedette.model.gathered import Gathered, Skipped
from vedette.model.marked import Marked, Mention, Sentence, TimePhrase
from vedette.model.text import Document, Doubt, Span
from vedette.model.thing import Thing
from vedette.resolve.dates import resolve_dates
from vedette.resolve.garbles import find_garbles
from vedette.resolve.names import settle_names
from vedette.resolve.place_facts import PlaceFacts, resolve_place
from vedette.resolve.place_rank import Company
from vedette.resolve.places import find_places
from vedette.resolve.references import resolve_references
from vedette.resolve.unknown import add_unknown
from vedette.trace.copies import find_copies
from vedette.trace.events import settle_events
from vedette.trace.gathering import gather_claims
from vedette.trace.origins import find_origins

BATCH = 200
Progress = Callable[[str, int, int], None]


class Tools(msgspec.Struct, frozen=True):
    """What reading is done with; opened once, handed to the stations."""

    knowledge: Knowledge
    gazetteer: Gazetteer
    places: PlaceIndex


class Read(msgspec.Struct, frozen=True):
    """A document read: its language, what it gave, what stayed open, and by which version."""

    lang: str
    reading: Reading
    doubts: tuple[Doubt, ...]
    made_by: str


class Outcome(msgspec.Struct, frozen=True):
    """What became of the sources: documents added, and what was refused or left out, each with its place."""

    added: int
    refused: tuple[SourceError, ...]
    skipped: tuple[Skipped, ...]


@cache
def open_tools() -> Tools:
    return Tools(load_knowledge(), build_gazetteer(load_knowledge().things), open_places())


def version_of(lang: str) -> str:
    pipeline = open_pipeline(lang)
    return f"vedette {__version__} / {pipeline.version if pipeline else 'unread'}"


# --- one document ---


def read_document(document: Document, tools: Tools) -> Read:
    """Everything that one document gives, by itself."""
    lang = find_language(document)
    document = msgspec.structs.replace(document, lang=lang)
    if lang not in OPENERS:
        return Read(lang, Reading(), (unread(document),), version_of(lang))
    marked, repaired = mark_document(document, tools)
    reading = extract_reading(marked, desk_for(marked, tools))
    claims = tuple(msgspec.structs.replace(claim, made_by=version_of(lang)) for claim in reading.claims)
    repairs = repairs_of(document, repaired) if claims else ()
    doubts = (*marked.doubts, *place_doubts(marked, claims, tools))
    return Read(lang, msgspec.structs.replace(reading, claims=claims, repairs=repairs), doubts, version_of(lang))


def find_language(document: Document) -> str:
    """By the text itself; what a source declares counts only where the text does not tell."""
    found = detect_language(document.text)
    return document.lang if found == "und" and document.lang in OPENERS else found


def unread(document: Document) -> Doubt:
    reason = (
        "the language of this text was not recognised" if document.lang == "und" else f"texts in {document.lang} are not read yet"
    )
    return Doubt(station="mark.language", document=document.key, reason=reason)


def mark_document(document: Document, tools: Tools) -> tuple[Marked, tuple[Mention, ...]]:
    """Sentences, names, descriptions with what they mean, and times, parsed where a claim may stand; and the repaired names."""
    text, lang, things = document.text, document.lang, tools.knowledge.things
    countries = read_demonyms(lang)
    spans = split_sentences(text, lang)
    found = find_names(text, lang=lang, gazetteer=tools.gazetteer)
    names, name_doubts = settle_names(found, text=text, lang=lang, document=document.key)
    names = join_mentions(names, find_garbles(text, lang, names, tools.knowledge))
    pipeline = open_pipeline(lang)
    names = add_unknown(names, pipeline.names(text, spans) if pipeline else (), text, lang)
    names = join_mentions(names, find_places(text, lang=lang, known=names, index=tools.places))
    described = find_descriptions(text, words=read_phrases(lang), countries=countries, names=names)
    mentions, doubts = resolve_references(
        nest_mentions(names, described),
        text=text,
        sentences=tuple(Sentence(span.start, span.stop) for span in spans),
        countries=countries,
        published=document.published,
        knowledge=things,
    )
    sentences = parse_sentences(text, lang, spans)
    located = tuple(msgspec.structs.replace(doubt, document=document.key) for doubt in (*name_doubts, *doubts))
    marked = Marked(document=document, sentences=sentences, mentions=mentions, times=find_times(text, lang=lang), doubts=located)
    return marked, tuple(name for name in names if name.repair)


def parse_sentences(text: str, lang: str, spans: Sequence[Span]) -> tuple[Sentence, ...]:
    """Triage: only sentences that could carry a claim, or say whose it is, are parsed; the others stay without words."""
    pipeline, words = open_pipeline(lang), load_words(lang)
    wanted = [span for span in spans if may_speak(span.cut(text), words)]
    parsed = {sentence.start: sentence for sentence in pipeline.parse(text, wanted)} if pipeline and wanted else {}
    return tuple(parsed.get(span.start, Sentence(span.start, span.stop)) for span in spans)


def join_mentions(one: Sequence[Mention], more: Sequence[Mention]) -> tuple[Mention, ...]:
    """Both in order; where they overlap, the later finding stands if it repairs what the earlier read, else the earlier."""
    mended = [m for m in more if m.repair]
    kept = [m for m in one if not any(m.start < r.stop and r.start < m.stop for r in mended)]
    fresh = [m for m in more if not any(m.start < k.stop and k.start < m.stop for k in kept)]
    return tuple(sorted((*kept, *fresh), key=lambda m: (m.start, -m.stop)))


def nest_mentions(names: Sequence[Mention], described: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names and descriptions in order; actors and places inside a description belong to it, equipment stays its own."""
    outer = [m for m in described if m.kind in ("actor", "person", "place")]
    free = [
        name
        for name in names
        if name.kind in ("system", "exercise", "treaty") or not any(o.start <= name.start and name.stop <= o.stop for o in outer)
    ]
    return tuple(sorted((*free, *described), key=lambda m: (m.start, -m.stop)))


def repairs_of(document: Document, repaired: Sequence[Mention]) -> tuple[Repaired, ...]:
    return tuple(
        Repaired(
            document=document.key, text=m.text, start=m.start, end=m.stop, meant=m.repair.meant,
            thing=m.things[0] if m.things else None, kind=m.repair.kind, why=m.repair.why,
        )
        for m in repaired
        if m.repair
    )  # fmt: skip


# --- what extraction is handed ---


def desk_for(marked: Marked, tools: Tools) -> Desk:
    things = tools.knowledge.things
    return Desk(
        words=load_words(marked.document.lang),
        name_of=lambda thing: things[thing].name if thing in things else None,
        sort_of=lambda thing: things[thing].sort if thing in things else None,
        is_class=lambda thing: thing in things and things[thing].country is None,
        place_of=partial(place_of, marked=marked, tools=tools),
        anchor=anchor_for(marked),
    )


def anchor_for(marked: Marked) -> Callable[[TimePhrase, str | None], Date]:
    """A time by itself and the times told before it, looking the way that the verb beside it looks."""
    published = marked.document.published
    looks: dict[str | None, dict[TimePhrase, Date]] = {}
    for tense in (None, "past", "future"):
        days = resolve_dates(marked.times, published=published, tenses=[tense] * len(marked.times))
        looks[tense] = dict(zip(marked.times, days, strict=True))
    return lambda phrase, tense: looks[tense][phrase]


def place_of(mention: Mention, *, marked: Marked, tools: Tools) -> Place | None:
    """The place with its point and precision; None where neither a thing nor a country is known."""
    facts, _ = resolve(mention, marked, tools)
    thing = facts.thing if facts else next(iter(mention.things), None)
    if thing is None and (facts is None or facts.country is None):
        return None
    return Place(
        thing=thing,
        name=facts.name if facts else None,
        country=facts.country if facts else None,
        lat=facts.lat if facts else None,
        lon=facts.lon if facts else None,
        precision=facts.precision if facts else None,
        text=mention.text,
        start=mention.start,
        end=mention.stop,
    )


def resolve(mention: Mention, marked: Marked, tools: Tools) -> tuple[PlaceFacts | None, Doubt | None]:
    company, things = company_of(marked), tools.knowledge.things
    return resolve_place(mention, marked.document, company=company, index=tools.places, knowledge=things)


def place_doubts(marked: Marked, claims: Sequence[Claim], tools: Tools) -> tuple[Doubt, ...]:
    """What stays open about the places of these claims: which of several towns, or none that is known."""
    used = {(place.start, place.end) for c in claims for place in (c.place, c.origin_place) if place}
    found = [resolve(m, marked, tools)[1] for m in marked.mentions if m.kind == "place" and (m.start, m.stop) in used]
    located = (msgspec.structs.replace(doubt, document=marked.document.key) for doubt in found if doubt)
    return tuple(doubt for doubt in dict.fromkeys(located) if doubt not in marked.doubts)


def company_of(marked: Marked) -> Company:
    """The country that a text names most, for towns that several countries have."""
    states = [thing[-2:] for m in marked.mentions for thing in m.things if thing.startswith("state-")]
    return Company(country=max(set(states), key=states.count) if states else None)


# --- a casebook ---


def read_into(book: Book, sources: Iterable[Path], *, progress: Progress | None = None) -> Outcome:
    """Gathers the sources into a casebook, reads what is new and traces the whole; interrupted, it goes on where it stopped."""
    added, refused, skipped = gather_into(book, sources)
    read_unread(book, progress=progress)
    if not is_lineage_current(book):
        trace_casebook(book)
    return Outcome(added, tuple(refused), tuple(skipped))


def gather_into(book: Book, sources: Iterable[Path]) -> tuple[int, list[SourceError], list[Skipped]]:
    retrieved = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    refused: list[SourceError] = []
    skipped: list[Skipped] = []
    batch: list[Gathered] = []
    added = 0
    for source in sources:
        for found in read_source(source, retrieved=retrieved):
            if isinstance(found, SourceError):
                refused.append(found)
            elif isinstance(found, Skipped):
                skipped.append(found)
            else:
                batch.append(found)
            if len(batch) >= BATCH:
                added += add_documents(book, batch)
                batch = []
    return added + add_documents(book, batch), refused, skipped


def read_unread(book: Book, *, progress: Progress | None = None) -> int:
    """The number of documents read now; each reading is kept as soon as it is made."""
    tools, todo = open_tools(), list(find_unread(book, READER))
    for n, document in enumerate(todo, 1):
        read = read_document(document, tools)
        keep_reading(book, document.key, reading=read.reading, doubts=read.doubts, lang=read.lang, made_by=READER)
        if progress:
            progress("reading", n, len(todo))
    return len(todo)


READER = f"vedette {__version__}"


def trace_casebook(book: Book) -> None:
    """Copies, origins and events over everything that the casebook holds."""
    documents = list(book.documents())
    claims = claims_by_document(book.claims())
    gathered = gather_claims(documents, claims)
    copies = find_copies(documents, claims, gathered=gathered)
    origins = find_origins(documents, claims, copies, gathered=gathered)
    belongs = sides_of(load_knowledge().things)
    events, placements = settle_events(claims, documents, origins, copies, belongs=belongs, gathered=gathered)
    keep_lineage(book, copies=copies, origins=origins, events=events, placements=placements)


def sides_of(things: Mapping[str, Thing]) -> dict[str, str]:
    """To which side a thing belongs: a country, through the post for people, or itself for a body without one."""
    sides = {thing.id: thing.country or thing.id for thing in things.values() if thing.kind == "actor"}
    for thing in things.values():
        if thing.kind == "person" and thing.posts:
            sides[thing.id] = sides.get(thing.posts[0].body, thing.posts[0].body)
    return sides


def claims_by_document(claims: Iterator[Claim]) -> dict[str, list[Claim]]:
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document.key, []).append(claim)
    return by_document
