"""A document as far as it has been read: what has been resolved in it, and the country that it is about."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

import msgspec

from vedette.lang.demonyms import Demonyms
from vedette.lang.phrases import read_groups, read_phrases, read_sorts
from vedette.model.marked import Mention, Sentence
from vedette.model.thing import Thing
from vedette.resolve.bodies import country_of_thing, index_bodies, lasting_holder
from vedette.resolve.home import LANGUAGE, OF_LANGUAGE, leading_pair, weigh_countries, winner

GROUP_OF_ENDINGS = {"-range": "ranges", "-airfield": "airfields", "-airbase": "airfields", "-base": "bases", "-camp": "bases"}
NARROW = ("ranges", "airfields", "bases", "centres", "sites")
PRONOUNS = frozenset({"he", "they", "it-says", "there"})


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
        self.phrases = read_phrases(countries.lang)
        self.day = published[:10] if published else None
        years = {year for year in re.findall(r"(?<!\d)20[0-4]\d(?!\d)", text) if self.day is None or year < self.day[:4]}
        self.days: tuple[str | None, ...] = (self.day, *(f"{year}-06-30" for year in sorted(years)))
        self.bodies = index_bodies(things.values())
        self.done: list[Mention] = []
        self.starts = [sentence.start for sentence in sentences]
        self.all = tuple(mentions)
        self.words = countries.find(text)
        opening = self.starts[2] if len(self.starts) > 2 else len(text)
        self.votes = weigh_countries(text, mentions, words=self.words, things=things, group_of=self.group_of, opening=opening)
        if countries.lang in OF_LANGUAGE:
            code = OF_LANGUAGE[countries.lang]
            self.votes[code] = self.votes.get(code, 0.0) + LANGUAGE
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
        if mention.description is not None:
            hired = bool(mention.things) and self.group_of_thing(mention) == "mercenaries"
            if hired or (mention.things and mention.description.sort in PRONOUNS):
                return self.group_of_thing(mention)
            return read_sorts()[mention.description.sort].group
        return self.group_of_thing(mention)

    def group_of_thing(self, mention: Mention) -> str:
        if not mention.things:
            return ""
        if mention.kind == "place" and len(mention.things) > 1 and mention.things[1].startswith("state-"):
            return "countries"
        thing = self.things.get(mention.things[0])
        known = read_groups().get(thing.sort or "") if thing else None
        if known or mention.kind != "place":
            return known or self.group_by_rule(mention.things[0])
        return next((group for ending, group in GROUP_OF_ENDINGS.items() if mention.things[0].endswith(ending)), "cities")

    def group_by_rule(self, thing: str) -> str:
        """The group of the sort whose rule makes such ids."""
        for sort in read_sorts().values():
            if (
                any(thing.startswith(rule.split("{")[0]) for rule in sort.ids if not rule.startswith("{"))
                or thing in sort.special.values()
            ):
                return sort.group
        return ""

    def before(self, fits: Callable[[Mention], bool]) -> Mention | None:
        """The nearest resolved mention before that fits."""
        return next((one for one in reversed(self.done) if one.things and fits(one)), None)

    def pair(self) -> tuple[str, ...]:
        """The two countries that the text is about, in the order of their naming."""
        order = list(dict.fromkeys(word.code for word in self.words))
        return tuple(sorted(leading_pair(self.votes), key=lambda code: order.index(code) if code in order else len(order)))
