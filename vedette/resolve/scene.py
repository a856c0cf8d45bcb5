"""A document as far as it has been read: what has been resolved in it, and the country that it is about."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from vedette.lang.demonyms import CountryWord, Demonyms
from vedette.lang.phrases import read_sorts
from vedette.model.marked import Mention, Sentence
from vedette.model.thing import Thing
from vedette.resolve.bodies import country_of_thing, index_bodies, lasting_holder

WEIGHTS = {"forces": 2.0, "bodies": 2.0, "states": 1.0, "ministers": 1.5, "presidents": 0.5, "chiefs": 1.5}
UNWEIGHED = frozenset({"nationals", "trainers", "envoy", "navy"})
GROUP_OF_SORTS = {
    "armed-forces": "forces", "missile-troops": "forces", "special-operations-forces": "forces", "air-force": "forces", "navy": "forces",
    "ground-forces": "forces", "airborne": "forces", "territorial-defence": "forces", "aerospace-forces": "forces", "fleet": "forces",
    "unit": "forces", "armed-forces-branch": "forces", "nuclear-forces": "forces", "mod": "bodies", "mfa": "bodies",
    "general-staff": "bodies", "intelligence": "bodies", "security-service": "bodies", "mission": "bodies", "border-guard": "bodies",
    "press-service": "bodies", "presidential-administration": "bodies", "state": "states", "government": "states",
    "private-military-company": "mercenaries", "range": "ranges", "military-district": "ranges", "airfield": "airfields",
    "airport": "airfields", "base": "bases", "camp": "bases", "region": "regions", "country": "countries", "centre": "centres",
}  # fmt: skip
GROUP_OF_IDS = {
    "armed-forces-": "forces", "missile-troops-": "forces", "special-operations-forces-": "forces", "territorial-troops-": "forces",
    "air-force-": "forces", "pla-china": "forces", "us-army": "forces", "mod-": "bodies", "general-staff-": "bodies", "mfa-": "bodies",
    "pentagon": "bodies", "nis-": "bodies", "state-": "states", "wagner": "mercenaries",
}  # fmt: skip
GROUP_OF_ENDINGS = {"-range": "ranges", "-airfield": "airfields", "-airbase": "airfields", "-base": "bases", "-camp": "bases", "-region": "regions"}
NARROW = ("ranges", "airfields", "bases", "centres", "sites")


class Answer(msgspec.Struct, frozen=True):
    """The things meant and, for a plural of several, its members; `why` names the rule."""

    things: tuple[str, ...]
    why: str
    members: tuple[str, ...] = ()


class Scene:
    def __init__(
        self,
        mentions: Sequence[Mention],
        *,
        text: str,
        sentences: Sequence[Sentence],
        countries: Demonyms,
        published: str | None,
        things: Mapping[str, Thing],
    ) -> None:
        self.text = text
        self.things = things
        self.day = published[:10] if published else None
        years = [year for year in re.findall(r"(?<!\d)20[0-4]\d(?!\d)", text) if self.day is None or year < self.day[:4]]
        self.days: tuple[str | None, ...] = (self.day, *(f"{year}-06-30" for year in sorted(set(years))))
        self.bodies = index_bodies(things.values())
        self.done: list[Mention] = []
        self.starts = [sentence.start for sentence in sentences]
        self.all = tuple(mentions)
        self.words = countries.find(text)
        self.votes = weigh_countries(text, self)
        if countries.lang in HOMES:
            self.votes[HOMES[countries.lang]] += 1.5
        self.home = winner(self.votes)

    def sentence_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def distance(self, one: Mention, other: Mention) -> int:
        return abs(self.sentence_of(one.start) - self.sentence_of(other.start))

    def country(self, mention: Mention) -> str | None:
        asked = mention.description
        if asked and len(asked.countries) == 1:
            return asked.countries[0]
        return country_of_thing(mention.things[0], self.things) if mention.things else None

    def holder(self, sort: str, country: str | None) -> tuple[str, ...]:
        """Who holds a post in a country at the time that the text is about."""
        return lasting_holder(sort, country, self.things, self.days) if country else ()

    def group_of(self, mention: Mention) -> str:
        """The group of a mention: of its sort for a description, else that of its thing."""
        if mention.description is not None and not (mention.description.sort in PRONOUNS and mention.things):
            return read_sorts()[mention.description.sort].group
        if not mention.things:
            return ""
        thing = self.things.get(mention.things[0])
        if mention.kind == "place" and len(mention.things) > 1 and mention.things[1].startswith("state-"):
            return "countries"
        if thing is not None and thing.sort in GROUP_OF_SORTS:
            return GROUP_OF_SORTS[thing.sort]
        if mention.kind == "place":
            return next((group for ending, group in GROUP_OF_ENDINGS.items() if mention.things[0].endswith(ending)), "cities")
        return next((group for start, group in GROUP_OF_IDS.items() if mention.things[0].startswith(start)), "")

    def before(self, fits: Callable[[Mention], bool]) -> Mention | None:
        """The nearest resolved mention before that fits."""
        return next((one for one in reversed(self.done) if one.things and fits(one)), None)

    def pair(self) -> tuple[str, ...]:
        """The two countries that a text is about, in the order of their naming; none where a third comes close."""
        ranked = self.votes.most_common(3)
        if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] < ranked[2][1] + 0.3):
            return ()
        order = list(dict.fromkeys(word.code for word in self.words))
        codes = [code for code, _ in ranked[:2]]
        return tuple(sorted(codes, key=lambda code: order.index(code) if code in order else len(order)))


def weigh_countries(text: str, scene: Scene) -> Counter[str]:
    """Votes for the country whose forces and offices a text is about: who acts in it, the dateline, then mere names."""
    votes: Counter[str] = Counter()
    first = True
    for mention in scene.all:
        asked = mention.description
        if asked is None:
            country = country_of_thing(mention.things[0], scene.things) if mention.things else None
            if country and mention.kind in ("actor", "person"):
                if first and scene.group_of(mention) == "forces" and scene.sentence_of(mention.start) <= 2:
                    votes[country] += 2.0
                    first = False
                votes[country] += 2.0 if scene.group_of(mention) in ("forces", "bodies") and not is_open(mention) else 0.5
            elif country and mention.kind == "place":
                votes[country] += 3.0 if is_dateline(text, mention.start, mention.stop) else 0.0 if scene.group_of(mention) == "countries" else 0.6
            continue
        weight = WEIGHTS.get(read_sorts()[asked.sort].group, 0.0) if asked.sort not in UNWEIGHED else 0.0
        for country in asked.countries:
            # The first forces of a text are its heroes, those that come after may be hosts and trainers.
            hero = first and weight >= 2.0 and scene.sentence_of(mention.start) <= 2
            votes[country] += (weight + 2.0 * hero) / len(asked.countries)
        first = first and not (asked.countries and weight >= 2.0)
    for word in scene.words:
        votes[word.code] += VOTE_OF_FORM.get(word.form, 0.0)
    if scene.words:
        votes[scene.words[0].code] += FIRST_NAMED
    return votes


def is_open(mention: Mention) -> bool:
    """Whether a name fits bodies of several countries, as "the Ministry of Defence" does."""
    starts = {thing.rpartition("-")[0] for thing in mention.things}
    return mention.kind == "actor" and len(mention.things) > 1 and not any(thing.startswith("state-") for thing in mention.things) and len(starts) == 1


def is_dateline(text: str, start: int, stop: int) -> bool:
    """«БРЭСТ, 8 ліпеня»: a place in capitals before anything else."""
    return start < 4 and text[start:stop].isupper()


VOTE_OF_FORM = {"name": 0.4, "people": 0.3, "adjective": 0.3, "joining": 0.3, "capital": 0.4}
MARGIN = 0.7
PRONOUNS = frozenset({"he", "they", "it-says", "there"})
HOMES = {"be": "BY"}  # a language that hardly anybody else prints news in
FIRST_NAMED = 0.6


def winner(votes: Counter[str]) -> str | None:
    """The first of the votes, null where a second is close: then a bare word means nobody's forces for sure."""
    ranked: list[tuple[str, float]] = sorted(votes.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] + MARGIN):
        return None
    return ranked[0][0]
