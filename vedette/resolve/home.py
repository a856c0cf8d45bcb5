"""Which country a text is about: votes of who acts in it, of its dateline, and of mere names."""

from collections.abc import Callable, Mapping, Sequence

from vedette.lang.demonyms import CountryWord
from vedette.lang.phrases import read_sorts
from vedette.model.marked import Mention
from vedette.model.thing import Thing
from vedette.resolve.bodies import country_of_thing

Votes = dict[str, float]

OF_GROUP = {"forces": 2.0, "bodies": 2.0, "states": 1.0, "ministers": 1.5, "presidents": 0.5, "chiefs": 1.5}
OF_FORM = {"name": 0.4, "people": 0.3, "adjective": 0.3, "joining": 0.3, "capital": 0.4}
UNWEIGHED = frozenset({"nationals", "trainers", "envoy", "navy"})  # guests, more often than not
OF_LANGUAGE = {"be": "BY"}  # a language that hardly anybody else prints news in
LANGUAGE, DATELINE, FIRST_NAMED, PLACE, PERSON, MARGIN = 1.5, 3.0, 0.6, 0.6, 0.5, 0.7


def weigh_countries(
    text: str,
    mentions: Sequence[Mention],
    *,
    words: Sequence[CountryWord],
    things: Mapping[str, Thing],
    group_of: Callable[[Mention], str],
    opening: int,
) -> Votes:
    """Votes by country. `opening` is where the first sentences end: the first forces in them are the heroes of the text.

    Those that come after may be hosts and trainers.
    """
    votes: Votes = {}
    heroes = True
    for mention in mentions:
        acting = group_of(mention) in ("forces", "bodies") and not is_open(mention)
        for country, weight in votes_of(mention, text, things, acting=acting):
            is_hero = heroes and acting and weight > 0 and mention.start < opening
            votes[country] = votes.get(country, 0.0) + weight * (1 + is_hero)
        heroes = heroes and not (acting and any(weight for _, weight in votes_of(mention, text, things, acting=acting)))
    for n, word in enumerate(words):
        votes[word.code] = votes.get(word.code, 0.0) + OF_FORM.get(word.form, 0.0) + (FIRST_NAMED if n == 0 else 0.0)
    return votes


def votes_of(mention: Mention, text: str, things: Mapping[str, Thing], *, acting: bool) -> list[tuple[str, float]]:
    asked = mention.description
    if asked is not None:
        weight = OF_GROUP.get(read_sorts()[asked.sort].group, 0.0) if asked.sort not in UNWEIGHED else 0.0
        return [(country, weight / len(asked.countries)) for country in asked.countries]
    country = country_of_thing(mention.things[0], things) if mention.things else None
    if country is None:
        return []
    if mention.kind == "place":
        is_country = len(mention.things) > 1
        return [(country, DATELINE if is_dateline(text, mention) else 0.0 if is_country else PLACE)]
    return [(country, OF_GROUP["forces"] if acting else PERSON)] if mention.kind in ("actor", "person") else []


def is_dateline(text: str, mention: Mention) -> bool:
    """«БРЭСТ, 8 ліпеня»: a place in capitals before anything else."""
    return mention.start < 4 and mention.text.isupper()


def is_open(mention: Mention) -> bool:
    """Whether a name fits bodies of several countries, as "the Ministry of Defence" does."""
    if mention.kind != "actor" or mention.description is not None or len(mention.things) < 2:
        return False
    return len({thing.rpartition("-")[0] for thing in mention.things if thing != "pentagon"}) == 1 and not mention.things[
        0
    ].startswith("state-")


def winner(votes: Votes) -> str | None:
    """The first of the votes, null where a second is close: then a bare word means nobody's forces for sure."""
    ranked = sorted(votes.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] + MARGIN):
        return None
    return ranked[0][0]


def leading_pair(votes: Votes) -> tuple[str, ...]:
    """The two countries with most votes; none where a third comes close."""
    ranked = sorted(votes.items(), key=lambda item: -item[1])[:3]
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] < ranked[2][1] + 0.3):
        return ()
    return tuple(code for code, _ in ranked[:2])
