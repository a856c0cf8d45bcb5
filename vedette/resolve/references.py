"""Which thing a description or a pronoun means in its document: by the country it states, else by what stands before it.

The rules for one description, the first answer wins: what the words fix; a part of a country; the name inside; the country
stated; a pronoun's antecedent; an antecedent of the same group or the country of the text. No answer is a doubt, never a guess.
"""

from collections.abc import Mapping, Sequence

import msgspec

from vedette.lang.demonyms import Demonyms
from vedette.lang.phrases import fold, read_sorts
from vedette.model.marked import Description, Mention, Sentence
from vedette.model.text import Doubt
from vedette.model.thing import Thing
from vedette.resolve.antecedents import FINDERS, find_him, named_holder
from vedette.resolve.bodies import capital_of, country_of_thing, country_place, ids_of
from vedette.resolve.contexts import TROOPS, last_country, sort_of, troops_in
from vedette.resolve.home import is_open
from vedette.resolve.scene import NARROW, PRONOUNS, Answer, Scene

DOUBTED = frozenset(
    {
        "crews",
        "crew",
        "forces",
        "missile",
        "ministry",
        "ministry-bare",
        "minister",
        "defence-minister",
        "president",
        "complex",
        "range",
    }
)
NUCLEAR = frozenset({"BY", "RU"})


def resolve_references(
    mentions: Sequence[Mention],
    *,
    text: str,
    sentences: Sequence[Sentence],
    countries: Demonyms,
    published: str | None,
    knowledge: Mapping[str, Thing],
) -> tuple[tuple[Mention, ...], tuple[Doubt, ...]]:
    """The mentions with the things of descriptions filled in; pronouns without an antecedent are left out.

    `mentions` in order without overlap; the doubts bear no document key, which only the caller knows.
    """
    scene = Scene(mentions, text=text, sentences=sentences, countries=countries, published=published, things=knowledge)
    doubts = []
    for mention in mentions:
        if mention.description is None:
            scene.done.append(mend_name(mention, scene))
            continue
        answer = answer_for(mention, mention.description, scene)
        if answer is not None and answer.things:
            scene.done.append(msgspec.structs.replace(mention, things=answer.things, members=answer.members))
        elif mention.description.sort not in PRONOUNS:
            scene.done.append(mention)
            if mention.description.definite and mention.description.sort in DOUBTED:
                doubts.append(doubt_about(mention))
    return tuple(scene.done), tuple(doubts)


def mend_name(mention: Mention, scene: Scene) -> Mention:
    """A name that says too little by itself: a ministry of any country, a people for its troops, a post for its holder."""
    if is_open(mention):
        return choose_body(mention, scene)
    thing = scene.things.get(mention.things[0]) if mention.things else None
    if thing is None or thing.country is None or mention.kind == "place":
        return mention
    if thing.sort == "state" and any(word.start == mention.start and word.form == "people" for word in scene.words):
        asked = Description(sort="nationals", countries=(thing.country,), plural=True)
        return msgspec.structs.replace(mention, things=ids_of(sort_of(asked), thing.country, scene.bodies), description=asked)
    if thing.sort == "president" and (
        held := named_holder("president", thing.country, scene) or scene.holder("president", thing.country)
    ):
        return msgspec.structs.replace(mention, kind="person", things=(*held, *mention.things))
    return mention


def choose_body(mention: Mention, scene: Scene) -> Mention:
    """A name that fits bodies of several countries, the one of the country that the text means put first."""
    thing = scene.things.get(mention.things[0])
    sort = next((name for name, one in read_sorts().items() if one.body and thing and one.body == thing.sort), None)
    answer = answer_for(mention, Description(sort=sort, definite=True), scene) if sort else None
    if answer is None or not answer.things:
        return mention
    first = [one for one in answer.things if one in mention.things][:1] or list(answer.things[:1])
    return msgspec.structs.replace(mention, things=tuple(dict.fromkeys((*first, *mention.things))))


def doubt_about(mention: Mention) -> Doubt:
    reason = "nothing before it in the text that this can mean"
    return Doubt(
        station="resolve.references", document="", start=mention.start, stop=mention.stop, text=mention.text, reason=reason
    )


def answer_for(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    return next((answer for answer in (rule(mention, asked, scene) for rule in RULES) if answer is not None), None)


def is_nobody(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """Unnamed voices stay unnamed."""
    return Answer((), "unnamed") if asked.sort == "unnamed" else None


def is_fixed(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "Special munitions" mean one thing wherever they stand; mere warheads only where the talk is of Russia or Belarus."""
    fixed = sort_of(asked).fixed
    if fixed is None:
        return None
    told = any(one.things[0] == fixed for one in scene.done if one.things)
    top = sorted(scene.votes, key=lambda code: -scene.votes[code])[:2]
    if asked.sort == "warheads" and not told and not NUCLEAR & set(top):
        return Answer((), "fixed")
    return Answer((fixed,), "fixed")


def is_part(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "The east of the country": the part where the knowledge has it, else the country."""
    if asked.sort != "part":
        return None
    country = asked.countries[0] if asked.countries else last_country(mention, scene) or scene.home
    place = country_place(country) if country else ()
    side = next((name.removeprefix("compass:") for name in asked.named if name.startswith("compass:")), "")
    made = f"{place[0]}-{side}" if place else ""
    return Answer((made, *place) if made in scene.things else (), "part")


def has_name_inside(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "Fighters of the company Wagner" are Wagner; "a range near Brest" is Brest's range where one is known, else Brest."""
    sort = sort_of(asked)
    if sort.kind in ("system", "person"):
        return None
    for named in asked.named:
        thing = scene.things.get(named)
        country = country_of_thing(named, scene.things)
        if sort.kind == "place":
            if thing is None or thing.kind == "place":
                return Answer(place_with(named, sort.suffix, scene), "name inside")
        elif thing is not None and thing.kind in ("system", "place"):
            continue
        elif asked.sort in TROOPS and country and not asked.countries:
            return Answer(troops_in(country, asked, scene), "name inside")
        else:
            return Answer((named,), "name inside")
    return None


def place_with(named: str, suffixes: Sequence[str], scene: Scene) -> tuple[str, ...]:
    stem = named
    for ending in ("-airfield", "-range", "-base", "-airbase"):
        stem = stem.removesuffix(ending)
    made = [f"{stem}-{suffix}" for suffix in suffixes if f"{stem}-{suffix}" in scene.things]
    return tuple(dict.fromkeys((*made, named)))


def states_country(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    countries = asked.countries or tuple(filter(None, [sort_of(asked).country]))
    if not countries:
        return None
    things = [things_in(country, mention, asked, scene) for country in countries]
    if len(things) == 1:
        return Answer(things[0], "country") if things[0] or sort_of(asked).kind != "system" else None
    members = tuple(one[0] for one in things if one)
    return Answer(members, "countries", members) if members else None


def things_in(country: str, mention: Mention, asked: Description, scene: Scene) -> tuple[str, ...]:
    """What a sort means in one country."""
    sort = sort_of(asked)
    if sort.kind == "person":
        return named_holder(asked.sort, country, scene) or scene.holder(asked.sort, country)
    if asked.sort == "capital":
        return capital_of(country)
    if sort.kind == "place" and not sort.ids:
        return country_place(country)
    if sort.kind == "system":
        return ()
    if asked.sort == "un-mission":
        made = ids_of(sort, country, scene.bodies)
        return made if made and made[0] in scene.things else made[1:]
    return troops_in(country, asked, scene)


def is_pronoun(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """Only from this or the last sentences, and only what the pronoun can be."""
    if asked.sort not in PRONOUNS:
        return None
    if asked.sort == "there":
        return find_there(mention, scene)
    if asked.sort == "they":
        found = find_subject(mention, scene)
    elif asked.sort == "he":
        found = find_him(mention, scene)
    else:
        found = scene.before(lambda one: scene.group_of(one) == "bodies")
    if found is None or not found.things or scene.distance(found, mention) > (3 if asked.sort == "they" else 2):
        return Answer((), "pronoun")
    return Answer(found.things, "pronoun", found.members)


def find_subject(mention: Mention, scene: Scene) -> Mention | None:
    """Who "they" are: the last people of this sentence, else the first of the nearest sentence that has any."""
    people = [
        one for one in scene.done if scene.group_of(one) in ("forces", "guards", "mercenaries", "unnamed") and not is_people(one)
    ]
    if not people or scene.distance(people[-1], mention) == 0:
        return people[-1] if people else None
    return next(one for one in people if scene.sentence_of(one.start) == scene.sentence_of(people[-1].start))


def is_people(one: Mention) -> bool:
    return one.description is not None and one.description.sort == "nationals"


def find_there(mention: Mention, scene: Scene) -> Answer:
    """The narrowest place where something happened in this or the last sentence: owners of things are no places."""
    places = [one for one in scene.done if one.kind == "place" and one.things and scene.distance(one, mention) <= 1]
    near = [one for one in places if is_where(one, scene)]
    narrow = [one for one in near if scene.group_of(one) in NARROW or one.things[0].endswith(("-airbase", "-airfield", "-range"))]
    chosen = (narrow or near)[-1:]
    return Answer(chosen[0].things if chosen else (), "there")


def is_where(one: Mention, scene: Scene) -> bool:
    """A country's name alone is a place only behind a word such as "in"; elsewhere it owns or acts."""
    before = fold(scene.text[max(0, one.start - 12) : one.start]).split()
    is_country = one.description is None and scene.group_of(one) == "countries"
    return not is_country or (bool(before) and scene.phrases.has("locatives", before[-1]))


def follows_antecedent(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """The nearest earlier mention of the same group; see antecedents.py."""
    if asked.countries and sort_of(asked).kind != "system":
        return None
    finder = FINDERS.get(sort_of(asked).group)
    if finder is None or (sort_of(asked).bare == "none" and asked.sort != "neighbour"):
        return None
    return finder(mention, asked, scene)


RULES = (is_nobody, is_fixed, is_part, has_name_inside, states_country, is_pronoun, follows_antecedent)
