"""Which thing a description or a pronoun means in its document: by the country it states, else by what stands before it.

Order of the rules for one description, the first answer wins: what the words fix; the name inside; the country stated;
an antecedent of the same group; the country that the document is about. No answer is a doubt, never a guess.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from vedette.lang.demonyms import CountryWord, Demonyms
from vedette.lang.phrases import Sort, read_sorts
from vedette.model.marked import Description, Mention, Sentence
from vedette.model.text import Doubt
from vedette.model.thing import Thing
from vedette.resolve.bodies import capital_of, country_of_thing, country_place, holders_of, ids_of

GENERIC = frozenset({"crews", "unit", "forces"})
TROOPS = frozenset({"missile", "special", "territorial", "air-force", "navy", "airborne", "national-guard"})
SPOKESMEN = frozenset({"press", "body"})
NUCLEAR = frozenset({"BY", "RU"})
WEIGHTS = {"forces": 2.0, "bodies": 2.0, "states": 1.0, "ministers": 1.5, "presidents": 0.5, "chiefs": 1.5}


class Answer(msgspec.Struct, frozen=True):
    """The things meant and, for a plural of several, its members; `why` names the rule."""

    things: tuple[str, ...]
    why: str
    members: tuple[str, ...] = ()


class Scene:
    """A document as far as it has been read: its mentions resolved so far and the countries it is about."""

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
        self.done: list[Mention] = []
        self.starts = [sentence.start for sentence in sentences]
        self.all = tuple(mentions)
        self.words = countries.find(text)
        self.home = home_country(text, mentions, self.words, things)

    def sentence_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def distance(self, one: Mention, other: Mention) -> int:
        return abs(self.sentence_of(one.start) - self.sentence_of(other.start))

    def country(self, mention: Mention) -> str | None:
        asked = mention.description
        if asked and len(asked.countries) == 1:
            return asked.countries[0]
        return country_of_thing(mention.things[0], self.things) if mention.things else None

    def before(self, fits: Callable[[Mention], bool]) -> Mention | None:
        """The nearest mention before that fits."""
        return next((one for one in reversed(self.done) if one.things and fits(one)), None)


def resolve_references(
    mentions: Sequence[Mention],
    *,
    text: str,
    sentences: Sequence[Sentence],
    countries: Demonyms,
    published: str | None,
    knowledge: Mapping[str, Thing],
) -> tuple[tuple[Mention, ...], tuple[Doubt, ...]]:
    """The mentions with the things of descriptions filled in; pronouns without an antecedent are left out."""
    scene = Scene(mentions, text=text, sentences=sentences, countries=countries, published=published, things=knowledge)
    doubts = []
    for mention in mentions:
        if mention.description is None:
            scene.done.append(mention)
            continue
        answer = answer_for(mention, mention.description, scene)
        if answer is not None:
            scene.done.append(msgspec.structs.replace(mention, things=answer.things, members=answer.members))
        elif mention.description.sort not in PRONOUNS:
            scene.done.append(mention)
            if mention.description.definite and mention.description.sort in DOUBTED:
                doubts.append(doubt_about(mention))
    return tuple(scene.done), tuple(doubts)


def doubt_about(mention: Mention) -> Doubt:
    return Doubt(
        station="resolve.references", document="", start=mention.start, stop=mention.stop, text=mention.text,
        reason="nothing before it in the text that this can mean",
    )  # fmt: skip


PRONOUNS = frozenset({"he", "they", "it-says", "there"})
DOUBTED = frozenset({"crews", "forces", "missile", "ministry", "body", "minister", "defence-minister", "president", "complex", "range"})


def answer_for(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    sort = read_sorts()[asked.sort]
    for rule in RULES:
        answer = rule(mention, asked, sort, scene)
        if answer is not None:
            return answer if answer.things else None
    return None


def is_fixed(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """"Special munitions" mean one thing wherever they stand; mere warheads only where the talk is of Russia or Belarus."""
    if sort.fixed is None:
        return None
    told = any(one.things[0] == sort.fixed for one in scene.done if one.things)
    if asked.sort == "warheads" and not told and (scene.home or "") not in NUCLEAR:
        return Answer((), "fixed")
    return Answer((sort.fixed,), "fixed")


def has_name_inside(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """"Fighters of the company Wagner" are Wagner; "a range near Brest" is Brest's range where one is known, else Brest."""
    if asked.sort == "unnamed" or sort.kind in ("system", "person"):
        return None
    for named in asked.named:
        thing = scene.things.get(named)
        kind = thing.kind if thing else None
        country = country_of_thing(named, scene.things)
        if sort.kind == "place":
            if kind in (None, "place"):
                return Answer(place_with(named, sort, scene), "name inside")
        elif kind in ("system", "place"):
            continue
        elif asked.sort in TROOPS and country and not asked.countries:
            return Answer(ids_of(sort, country), "name inside")
        else:
            return Answer((named,), "name inside")
    return None


def place_with(named: str, sort: Sort, scene: Scene) -> tuple[str, ...]:
    stem = named
    for ending in ("-airfield", "-range", "-base", "-airbase"):
        stem = stem.removesuffix(ending)
    made = [f"{stem}-{suffix}" for suffix in sort.suffix if f"{stem}-{suffix}" in scene.things]
    return tuple(dict.fromkeys((*made, named)))


def states_country(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    if not asked.countries or asked.sort == "unnamed":
        return None
    things = [things_in(country, asked, sort, scene) for country in asked.countries]
    if len(things) == 1:
        return Answer(things[0], "country") if things[0] else None
    members = tuple(one[0] for one in things if one)
    return Answer(members, "countries", members) if members else None


def things_in(country: str, asked: Description, sort: Sort, scene: Scene) -> tuple[str, ...]:
    """What a sort means in one country."""
    if sort.kind == "person":
        held = holders_of(asked.sort, country, scene.things, scene.day)
        return held if len(held) == 1 or asked.sort == "president" else ()
    if asked.sort == "capital":
        return capital_of(country)
    if asked.sort == "airfield" or asked.sort == "city":
        return country_place(country)
    if sort.kind == "place" and not sort.ids:
        return country_place(country)
    if sort.kind == "system":
        return ()
    return ids_of(sort, country)


def follows_antecedent(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """The nearest earlier mention of the same group; generic troops take over the very thing, others its country."""
    if asked.sort in PRONOUNS or asked.countries or sort.bare == "none":
        return None
    finder = FINDERS.get(sort.group)
    return finder(mention, asked, sort, scene) if finder else None


def find_forces(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    found = scene.before(lambda one: group_of(one, scene) == "forces" and len(one.members) < 2 and bool(scene.country(one)))
    if found is None:
        return from_context(sort, asked, ahead_country(mention, scene, ("forces",)) or scene.home)
    country = scene.country(found)
    near = scene.distance(found, mention) <= 2
    if asked.sort in GENERIC and near and not is_nationals(found):
        return Answer(found.things, "antecedent")
    return from_context(sort, asked, country)


def is_nationals(mention: Mention) -> bool:
    return mention.description is not None and mention.description.sort == "nationals"


def from_context(sort: Sort, asked: Description, country: str | None) -> Answer | None:
    if country is None or (sort.bare == "antecedent" and not asked.definite):
        return None
    made = ids_of(sort, country)
    return Answer(made, "context") if made else None


def ahead_country(mention: Mention, scene: Scene, groups: tuple[str, ...]) -> str | None:
    """The country of the next mention of a group in the same sentence: "crews of the Iskander of the armed forces of Belarus"."""
    for one in scene.all:
        if one.start > mention.start and scene.distance(one, mention) == 0 and group_of(one, scene) in groups:
            country = scene.country(one)
            if country:
                return country
    return None


def find_body(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """A ministry, an agency, a service: the last one named that can be called so."""
    ministry = asked.sort == "ministry"
    found = scene.before(lambda one: group_of(one, scene) == "bodies" and can_be_called(one, mention))
    if ministry:
        same = scene.before(lambda one: bool(one.things) and one.things[0].startswith(("mod-", "pentagon")))
        country = scene.country(same) if same else ahead_country(mention, scene, ("bodies", "ministers")) or scene.home
        return from_context(sort, asked, country)
    if asked.sort == "staff":
        return from_context(sort, asked, scene.country(found) if found else scene.home)
    if found is not None:
        return Answer(found.things, "antecedent")
    if is_ministry_word(mention):
        made = ids_of(read_sorts()["ministry"], scene.home) if scene.home else ()
        return Answer(made, "context") if made else None
    return None


MINISTRY_WORDS = ("ministr", "ведомств", "министерств", "ведамств", "міністэрств", "відомств", "міністерств", "resort", "department")
REPORT_WORDS = ("post", "report", "statement", "wpis")
AGENCY_WORDS = ("agency", "service", "служб", "агентств", "агенцтв", "agencj", "agentur", "behörde")


def is_ministry_word(mention: Mention) -> bool:
    low = mention.text.casefold()
    return any(word in low for word in MINISTRY_WORDS)


def can_be_called(one: Mention, mention: Mention) -> bool:
    """"The ministry" is no intelligence service, "the agency" no ministry; "the post" is anybody's."""
    low, thing = mention.text.casefold(), one.things[0]
    is_ministry = thing.startswith(("mod-", "mfa-", "ministry")) or thing == "pentagon"
    if is_ministry_word(mention):
        return is_ministry
    if any(word in low for word in AGENCY_WORDS):
        return not is_ministry
    return True


def find_person(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """A minister, a president: the last person before who holds such a post, else the holder in the country of the text."""
    for one in reversed(scene.done):
        if one.kind != "person" or not one.things or len(one.members) > 1:
            continue
        country = country_of_thing(one.things[0], scene.things)
        if country and one.things[0] in holders_of(asked.sort, country, scene.things, scene.day):
            return Answer(one.things[:1], "antecedent")
        if one.description and one.description.sort == asked.sort:
            return Answer(one.things[:1], "antecedent")
    if sort.bare == "context" and scene.home:
        held = holders_of(asked.sort, scene.home, scene.things, scene.day)
        return Answer(held, "context") if len(held) == 1 else None
    return None


def find_system(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """The last system named that the word can mean; weapons can be warheads too."""
    if mention.text.casefold().startswith(("a ", "an ", "any ", "new ")) and asked.sort != "launchers":
        return None
    found = scene.before(lambda one: one.kind == "system" and can_be_weapon(one, asked))
    if found is None or scene.distance(found, mention) > 6:
        return None
    return Answer(found.things, "antecedent", found.members)


def can_be_weapon(one: Mention, asked: Description) -> bool:
    warhead = one.things[0] in ("tactical-nuclear-weapons", "strategic-nuclear-weapons")
    return asked.sort == "weapons" or not warhead


def find_place(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """The last place of that sort; a bare indefinite one ("a range") is a new place, not an old one."""
    if is_indefinite(mention):
        return None
    found = scene.before(lambda one: one.kind == "place" and group_of(one, scene) == sort.group)
    if found is None or scene.distance(found, mention) > 8:
        return None
    return Answer(found.things, "antecedent")


def is_indefinite(mention: Mention) -> bool:
    return mention.text.casefold().startswith(("a ", "an ", "any ", "some ", "ein ", "einem ", "einen ", "einer "))


def find_country(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """"The republic", "the country", «родина»: the country that the text is about, if it has been named at all."""
    if asked.sort == "homeland":
        forces = scene.before(lambda one: group_of(one, scene) == "forces")
        country = (scene.country(forces) if forces else None) or scene.home
        return Answer(country_place(country), "context") if country else None
    if is_indefinite(mention):
        return None
    nearest = scene.before(lambda one: one.kind == "place" and len(one.things) > 1 and one.things[1].startswith("state-"))
    islamic = mention.text.casefold().startswith(("ислам", "islam", "ісла"))
    country = "IR" if islamic else (scene.home or (scene.country(nearest) if nearest else None))
    return Answer(country_place(country), "context") if country else None


def find_capital(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    if asked.sort == "capital":
        return Answer(capital_of(scene.home), "context") if scene.home and asked.definite else None
    found = scene.before(lambda one: one.kind == "place" and group_of(one, scene) == "cities")
    return Answer(found.things, "antecedent") if found and scene.distance(found, mention) <= 2 else None


def find_base(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    if asked.sort != "permanent-base":
        return find_place(mention, asked, sort, scene)
    forces = scene.before(lambda one: group_of(one, scene) == "forces")
    country = (scene.country(forces) if forces else None) or scene.home
    return Answer(ids_of(sort, country), "context") if country else None


def find_side(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """"Both sides", "the two countries": the two states named last before them."""
    if asked.sort != "sides":
        return None
    codes: list[str] = []
    for word in reversed([word for word in scene.words if word.start < mention.start]):
        if word.code not in codes:
            codes.append(word.code)
    members = tuple(f"state-{code}" for code in reversed(codes[:2]))
    return Answer(members, "antecedents", members) if len(set(codes)) == 2 else None


def find_mercenaries(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    found = scene.before(lambda one: one.kind == "actor" and group_of(one, scene) == "mercenaries")
    if found is None:
        found = next((one for one in scene.all if one.things and group_of(one, scene) == "mercenaries"), None)
    return Answer(found.things, "antecedent") if found else None


FINDERS = {
    "forces": find_forces, "bodies": find_body, "ministers": find_person, "presidents": find_person, "chiefs": find_person,
    "systems": find_system, "arms": find_system, "aircraft": find_system, "ranges": find_place, "airfields": find_place,
    "sites": find_place, "regions": find_place, "countries": find_country, "cities": find_capital, "bases": find_base,
    "states": find_side, "mercenaries": find_mercenaries,
}  # fmt: skip


def is_pronoun(mention: Mention, asked: Description, sort: Sort, scene: Scene) -> Answer | None:
    """Only from the same or the sentence before, and only what the pronoun can be."""
    if asked.sort not in PRONOUNS:
        return None
    fits = {
        "he": lambda one: one.kind == "person" and len(one.members) < 2,
        "it-says": lambda one: group_of(one, scene) == "bodies",
        "they": lambda one: group_of(one, scene) in ("forces", "mercenaries") or one.kind == "system",
        "there": lambda one: one.kind == "place" and scene.distance(one, mention) <= 1,
    }[asked.sort]
    found = scene.before(fits)
    limit = 2 if asked.sort in ("he", "it-says") else 1
    if found is None or scene.distance(found, mention) > limit:
        return None
    return Answer(found.things, "pronoun", found.members)


RULES = (is_fixed, has_name_inside, states_country, is_pronoun, follows_antecedent)


GROUP_OF_IDS = {
    "armed-forces-": "forces", "missile-troops-": "forces", "special-operations-forces-": "forces", "territorial-troops-": "forces",
    "air-force-": "forces", "navy-": "forces", "airborne-forces-": "forces", "pla-china": "forces", "us-army": "forces",
    "mod-": "bodies", "general-staff-": "bodies", "mfa-": "bodies", "pentagon": "bodies", "intelligence-": "bodies", "nis-": "bodies",
    "gur-": "bodies", "sbu-": "bodies", "state-": "states", "wagner": "mercenaries", "africa-corps": "mercenaries",
}  # fmt: skip
GROUP_OF_ENDINGS = {
    "-range": "ranges", "-training-ground": "ranges", "-airfield": "airfields", "-airbase": "airfields", "-base": "bases",
    "-camp": "bases", "-region": "regions", "military-district": "ranges",
}  # fmt: skip


def group_of(mention: Mention, scene: Scene) -> str:
    """The group of a mention: of its sort for a description, else read off its thing."""
    if mention.description is not None:
        return read_sorts()[mention.description.sort].group
    if not mention.things:
        return ""
    thing = mention.things[0]
    if mention.kind == "place":
        return next((group for ending, group in GROUP_OF_ENDINGS.items() if thing.endswith(ending)), "cities")
    return next((group for start, group in GROUP_OF_IDS.items() if thing.startswith(start)), "")


def home_country(text: str, mentions: Sequence[Mention], words: Sequence[CountryWord], things: Mapping[str, Thing]) -> str | None:
    """The country whose forces and offices the document is about: who is named with them, the dateline, then mere names."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        asked = mention.description
        if asked is not None:
            weight = WEIGHTS.get(read_sorts()[asked.sort].group, 0.0)
            for country in asked.countries:
                votes[country] += weight / len(asked.countries)
        elif mention.things and mention.kind in ("actor", "person"):
            country = country_of_thing(mention.things[0], things)
            if country:
                votes[country] += 2.0 if mention.things[0].startswith(("armed-forces-", "mod-", "missile-")) else 0.7
    for word in words:
        if word.form == "capital" and word.start < 4 and text[word.start : word.stop].isupper():
            votes[word.code] += 3.0
        elif word.form == "name":
            votes[word.code] += 0.4
        elif word.form in ("people", "adjective", "capital"):
            votes[word.code] += 0.3
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] + 0.5):
        return None
    return ranked[0][0]
