"""Here is a mention of a place: which one is meant, where it lies, and how precisely that is known."""

from collections.abc import Iterator
from typing import Protocol

import msgspec

from vedette.knowledge.places.index import PlaceIndex, PlaceRow
from vedette.lang.demonyms import country_of, read_demonyms
from vedette.lang.place_words import PlaceWords, read_place_words
from vedette.model.marked import Mention
from vedette.model.text import Document, Doubt
from vedette.model.thing import Thing
from vedette.resolve.place_names import Named, is_adjective, rows_for
from vedette.resolve.place_rank import Company, distance, score
from vedette.resolve.places import clue_of

PRECISION = {"country": "country", "region": "region", "locality": "locality", "airfield": "site"}
SUFFIXES = {
    "airfield": ("airfield", "airbase", "air-base"),
    "range": ("range", "training-ground"),
    "base": ("base", "garrison"),
    "camp": ("camp", "base"),
}
STATION = "resolve.places"
BY_RULE = ("airfield", "range")  # a base or a camp "of" a town may be any of several: the town is what is known
UNSURE = 0.8  # points between the two best below which the choice is a doubt
APART = 40.0  # kilometres between two answers that make a difference
GARRISON = 20_000  # people; «полигон Мулино»: a settlement this small bears the name of the site itself
NEXT = 30  # letters behind a description in which its country can stand
SENTENCE = 250  # letters around a name in which a word for training counts


class Things(Protocol):
    """The knowledge, as far as places go: a thing by its id."""

    def get(self, thing: str, /) -> Thing | None: ...


class PlaceFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A place as a claim tells it; `why` names the rule. Degrees are WGS 84, null where no point is known."""

    thing: str | None
    name: str | None
    country: str | None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    why: str = ""


def resolve_place(
    mention: Mention, document: Document, *, company: Company, index: PlaceIndex, knowledge: Things
) -> tuple[PlaceFacts | None, Doubt | None]:
    """The place that is meant, and a doubt with its choices where another is nearly as likely or none is known."""
    words = read_place_words(document.lang)
    known = next((fact for thing in mention.things if (fact := facts_of_thing(thing, index, knowledge))), None)
    if known and known.why == "knowledge":
        if known.precision in ("locality", None):
            known = site_at(mention, document, known.thing or "", words=words, index=index, knowledge=knowledge) or known
        return known, None
    rows = [Named(row, True) for thing in mention.things if (row := index.find_thing(thing))]
    if not rows and words and mention.how != "description" and mention.text[0].isupper():
        rows = list(rows_for(mention.text.split(), words, index))
    if not rows:
        return unknown(mention, document, known)
    ranked = sorted(rows, key=lambda named: -score(named, company))
    best = ranked[0].row
    site = site_at(mention, document, best.thing, words=words, index=index, knowledge=knowledge)
    return site or facts_of_row(best, knowledge), doubt_between(mention, document, ranked, company)


def facts_of_thing(thing: str, index: PlaceIndex, knowledge: Things) -> PlaceFacts | None:
    """What the knowledge says of a place, its point from the index where the knowledge has none."""
    entry = knowledge.get(thing)
    if entry is None or entry.kind != "place":
        return None
    row = index.find_thing(thing)
    lat, lon = (entry.lat, entry.lon) if entry.lat is not None or row is None else (row.lat, row.lon)
    precision = entry.precision or (PRECISION[row.kind] if row else None)
    country = entry.country or (row.country if row else None)
    return PlaceFacts(thing=thing, name=entry.name, country=country, lat=lat, lon=lon, precision=precision, why="knowledge")


def facts_of_row(row: PlaceRow, knowledge: Things, why: str = "index") -> PlaceFacts:
    entry = knowledge.get(row.thing)
    name = entry.name if entry else row.name
    precision = PRECISION[row.kind]
    return PlaceFacts(thing=row.thing, name=name, country=row.country, lat=row.lat, lon=row.lon, precision=precision, why=why)


def site_at(
    mention: Mention, document: Document, town: str, *, words: PlaceWords | None, index: PlaceIndex, knowledge: Things
) -> PlaceFacts | None:
    """The site that a town's name stands for: «аэродром Барановичи», "a range near Brest", «тренировка под Брестом»."""
    if words is None or not town:
        return None
    text, row = document.text, index.find_thing(town)
    if row is not None and row.kind != "locality":
        return None
    clue = clue_of(text, mention.start, mention.stop, words=words, ends=set())
    if clue is None:
        return None
    kind = clue.site or (None if clue.name == "joined" else site_before(text, mention, words))
    if kind is None and knowledge.get(town) is None and is_training_near(text, mention, words):
        kind = "range"
    if kind is None:
        return None
    names = tuple(sites_of(town, kind, index))
    if fact := next(filter(None, (facts_of_thing(name, index, knowledge) for name in names)), None):
        return fact
    if found := next((one for one in map(index.find_thing, names) if one and one.kind == "airfield"), None):
        return facts_of_row(found, knowledge, "site")
    if clue.site not in BY_RULE or row is None:
        return None
    is_garrison = row.population < GARRISON and not is_adjective(mention.text, words)
    return None if is_garrison else site_by_rule(row, kind)


def site_by_rule(town: PlaceRow, kind: str) -> PlaceFacts:
    """A site that only its town is known of: its id by rule, the town's point, and the town's precision."""
    thing, name = f"{town.thing}-{kind}", f"{town.name} {kind}"
    point = {"lat": town.lat, "lon": town.lon}
    return PlaceFacts(thing=thing, name=name, country=town.country, precision="locality", why="site by rule", **point)


def is_training_near(text: str, mention: Mention, words: PlaceWords) -> bool:
    """«Под Брестом началась тренировка»: what is trained near a town that has a range is trained there."""
    left = text[max(0, mention.start - 60) : mention.start]
    town = words.towns.search(left)
    around = text[max(0, mention.start - SENTENCE) : mention.stop + SENTENCE]
    return bool(words.near.search(left[: town.start()] if town else left) and words.training.search(around))


def site_before(text: str, mention: Mention, words: PlaceWords) -> str | None:
    """The sort of site before the word that leads to the town: "a range near", «лётнішча ў», «лагерь у деревни»."""
    left = text[max(0, mention.start - 60) : mention.start]
    for pattern in (words.towns, words.near, words.at):
        found = pattern.search(left)
        left = left[: found.start()] if found else left
        for kind, site in words.sites.items():
            if found and site.before.search(left):
                return kind
    return None


def sites_of(town: str, kind: str, index: PlaceIndex) -> Iterator[str]:
    """The ids that a site of that sort at that town can have."""
    stems = [town, *(name.replace(" ", "-") for name in index.names_of(town) if name.isascii())]
    yield from (f"{stem}-{suffix}" for stem in stems for suffix in SUFFIXES[kind])


def unknown(mention: Mention, document: Document, known: PlaceFacts | None) -> tuple[PlaceFacts | None, Doubt | None]:
    """A name that is nowhere: the country that its own words tell, or nothing but a doubt."""
    if known:
        return known, None
    country = country_of(mention.text, document.lang) or country_after(mention, document)
    if country:
        return PlaceFacts(thing=None, name=None, country=country, precision="country", why="country in the words"), None
    return None, doubt_of(mention, document, "a place that is not known")


def country_after(mention: Mention, document: Document) -> str | None:
    """The country that comes next with a preposition of place: "a training ground in southern Russia"."""
    words, text = read_place_words(document.lang), document.text
    for word in read_demonyms(document.lang).find(text, mention.stop, mention.stop + NEXT)[:1]:
        between = text[mention.stop : word.start]
        is_next = (
            words is not None and between[:1].isspace() and (words.at.fullmatch(between[1:]) or words.near.fullmatch(between[1:]))
        )
        return word.code if is_next else None
    return None


def doubt_between(mention: Mention, document: Document, ranked: list[Named], company: Company) -> Doubt | None:
    best = ranked[0]
    rivals = [one for one in ranked[1:] if score(best, company) - score(one, company) < UNSURE and is_apart(best.row, one.row)]
    choices = tuple(one.row.thing for one in (best, *rivals))
    return doubt_of(mention, document, "several places bear this name", choices) if rivals else None


def is_apart(one: PlaceRow, two: PlaceRow) -> bool:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return True
    return distance((one.lat, one.lon), (two.lat, two.lon)) > APART


def doubt_of(mention: Mention, document: Document, reason: str, choices: tuple[str, ...] = ()) -> Doubt:
    where = {"start": mention.start, "stop": mention.stop}
    return Doubt(station=STATION, document=document.key, text=mention.text, reason=reason, choices=choices, **where)
