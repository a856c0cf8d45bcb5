"""What a description without a country can mean: the nearest thing before it of the same group, else the country of the text."""

import re
from collections.abc import Callable

import msgspec

from vedette.lang.phrases import Sort, read_sorts
from vedette.model.marked import Description, Mention
from vedette.model.thing import Thing
from vedette.resolve.bodies import TITLES, capital_of, country_of_thing, country_place, ids_of, is_title
from vedette.resolve.scene import NARROW, Answer, Scene

GENERIC = frozenset({"crews", "unit", "forces", "military", "fighters"})
POSSESSIVE = ("his ", "her ", "their ", "its ", "his own ", "их ", "его ", "ее ", "её ", "іх ", "яго ", "яе ", "його ", "її ", "jego ", "jej ", "ich ", "sein", "ihr")
TROOPS = frozenset({"missile", "special", "territorial", "air-force", "navy", "airborne", "national-guard", "internal-troops"})
MINISTRY_WORDS = ("ministr", "minister", "ведомств", "министерств", "ведамств", "міністэрств", "відомств", "міністерств", "resort", "department")
AGENCY_WORDS = ("agency", "service", "служб", "агентств", "агенцтв", "agencj", "agentur", "behörde")
INDEFINITE = ("a ", "an ", "any ", "some ", "another ", "ein ", "einem ", "einen ", "einer ", "eine ")

Finder = Callable[[Mention, Description, Scene], Answer | None]


def sort_of(asked: Description) -> Sort:
    return read_sorts()[asked.sort]


def is_indefinite(mention: Mention) -> bool:
    return mention.text.casefold().startswith(INDEFINITE)


def troops_in(country: str, asked: Description, scene: Scene) -> tuple[str, ...]:
    """Troops of a kind where the knowledge keeps them apart, else the armed forces that they belong to."""
    made = ids_of(sort_of(asked), country, scene.bodies)
    if asked.sort not in TROOPS or not made:
        return made
    whole = ids_of(read_sorts()["forces"], country, scene.bodies)
    return (*made, *whole) if made[0] in scene.things or not scene.things else (*whole, *made)


def in_context(asked: Description, country: str | None, scene: Scene) -> Answer | None:
    """The body of a sort in a country; kinds of troops only where the knowledge has them, in that or in one country alone."""
    if country is None:
        return None
    if asked.sort in TROOPS and scene.things:
        made = [ids_of(sort_of(asked), code, scene.bodies)[:1] for code in dict.fromkeys([country, *(word.code for word in scene.words)])]
        known = [one for one in made if one and one[0] in scene.things]
        if known and (known[0] == made[0] or len(known) == 1):
            return Answer(known[0], "context")
    things = troops_in(country, asked, scene)
    return Answer(things, "context") if things else None


ROCKETS = frozenset({"ballistic-missile-system", "ballistic-missile", "cruise-missile-system"})


def is_missile_unit(asked: Description, scene: Scene) -> bool:
    """"An Iskander battalion" is one of missile troops."""
    return asked.sort == "unit" and any((thing := scene.things.get(one)) and thing.sort in ROCKETS for one in asked.named)


def find_forces(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """Generic troops take over the very thing before them, others its country; "its soldiers" are those of who is named last."""
    if asked.plural and asked.sort in ("forces", "crews"):
        return find_both_forces(mention, scene)
    if is_missile_unit(asked, scene):
        return in_context(msgspec.structs.replace(asked, sort="missile"), last_forces(scene) or scene.home, scene)
    if (asked.sort == "unit" and not asked.definite) or asked.sort == "trainers":
        return None
    if asked.sort == "fighters" and (hired := find_mercenaries(mention, asked, scene)):
        return hired
    if not asked.definite and (state := sender(mention, scene)):
        return in_context(asked, state, scene)
    sides = scene.before(lambda one: bool(one.members) and scene.group_of(one) == "forces")
    found = find_same_people(mention, asked, scene) or scene.before(lambda one: scene.group_of(one) == "forces" and is_owned(one, scene))
    if found is None or (sides is not None and sides.start > found.start):
        beside = forces_beside(mention, scene) if asked.sort in TROOPS else None
        country = owner_ahead(mention, scene) or owner_before(mention, scene) or beside or scene.home
        if asked.sort in TROOPS and is_joined(mention, country, scene):
            country = neighbour_of(country, scene)
        return in_context(asked, country, scene)
    country = scene.country(found)
    own_kind = asked.sort in GENERIC and not asked.named and not is_nationals(found)
    if own_kind and scene.distance(found, mention) <= 2:
        return Answer(found.things, "antecedent")
    return in_context(asked, country, scene)


def forces_beside(mention: Mention, scene: Scene) -> str | None:
    """The country that other forces in the same sentence bear in their words."""
    codes = {scene.country(one) for one in forces_ahead(mention, scene)}
    return codes.pop() if len(codes) == 1 and not any(is_joined(mention, code, scene) for code in codes) else None


def forces_ahead(mention: Mention, scene: Scene) -> list[Mention]:
    near = [one for one in scene.all if one.start > mention.stop and scene.distance(one, mention) == 0]
    return [one for one in near if scene.group_of(one) == "forces" and scene.country(one)]


def is_joined(mention: Mention, country: str | None, scene: Scene) -> bool:
    """Whether "and" joins them to another's forces: bare troops beside named ones are not of that country."""
    ahead = [one for one in forces_ahead(mention, scene) if scene.country(one) == country]
    return bool(ahead) and scene.text[mention.stop : ahead[0].start].strip(" ()").casefold() in JOINTS


JOINTS = ("и", "і", "й", "ды", "and", "and the", "та", "i", "oraz", "und", "with", "together with", "with the")


def sender(mention: Mention, scene: Scene) -> str | None:
    """The state that a sentence begins with, where nothing else has come before: "North Korea has sent soldiers"."""
    first = scene.starts[scene.sentence_of(mention.start) - 1] if scene.starts else 0
    inside = [one for one in scene.done if one.start >= first and one.things]
    if not inside:
        return None
    near = [one for one in inside if scene.group_of(one) == "countries" and SUBJECT_GAP.fullmatch(scene.text[max(first, one.start - 12) : one.start])]
    return scene.country(near[0]) if near and near[0].start < mention.start else None


SUBJECT_GAP = re.compile(r"(?:.*[—:)–]\s|\W*)", re.S)


def find_same_people(mention: Mention, asked: Description, scene: Scene) -> Mention | None:
    """The crews before for crews, the battalion before for a battalion, rather than the army that ran the range."""
    kinds = FORMATIONS if asked.sort == "unit" else MEN if asked.sort in GENERIC else frozenset()
    found = scene.before(lambda one: one.description is not None and one.description.sort in kinds and is_owned(one, scene))
    return found if found and scene.distance(found, mention) <= 6 else None


FORMATIONS = frozenset({"unit", "missile"})
MEN = frozenset({"crews", "missile", "special", "territorial", "fighters", "military", "airborne"})


def is_owned(one: Mention, scene: Scene) -> bool:
    """Whether forces before can be what crews are again: not trainers and guests, and of one country."""
    sort = one.description.sort if one.description else ""
    return len(one.members) < 2 and sort not in ("trainers", "navy", "regional-grouping", "nationals") and bool(scene.country(one))


def is_nationals(mention: Mention) -> bool:
    return mention.description is not None and mention.description.sort == "nationals"


def find_both_forces(mention: Mention, scene: Scene) -> Answer | None:
    """"The two armies", "both armed forces": those of the two countries named last."""
    pair = scene.pair()
    members = tuple(ids_of(read_sorts()["forces"], country, scene.bodies)[0] for country in pair)
    return Answer(members, "pair", members) if members else None


def owner_ahead(mention: Mention, scene: Scene) -> str | None:
    """The country of forces named right behind: "crews of the Iskander of the armed forces of Belarus"."""
    for one in scene.all:
        if mention.stop < one.start <= mention.stop + 110 and scene.group_of(one) in ("forces", "bodies"):
            between = scene.text[mention.stop : one.start]
            return scene.country(one) if not any(mark in between for mark in ",.;:—\n") else None
    return None


def owner_before(mention: Mention, scene: Scene) -> str | None:
    """The country of the ministry or state named last before, in this or the last sentence."""
    found = scene.before(lambda one: scene.group_of(one) == "bodies" and bool(scene.country(one)))
    return scene.country(found) if found and scene.distance(found, mention) <= 1 else None


def is_ministry_word(mention: Mention) -> bool:
    low = mention.text.casefold()
    return any(word in low for word in MINISTRY_WORDS)


def find_body(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """A ministry, a staff, an agency: the last one before that can be called so."""
    if asked.sort in ("ministry", "staff"):
        prefix = ("mod-", "pentagon") if asked.sort == "ministry" else ("general-staff-",)
        same = scene.before(lambda one: one.things[0].startswith(prefix))
        country = scene.country(same) if same else None
        return in_context(asked, country or last_forces(scene) or scene.home, scene)
    found = scene.before(lambda one: scene.group_of(one) == "bodies" and can_be_called(one, mention))
    if found is not None:
        return Answer(found.things, "antecedent")
    ahead = next((one for one in scene.all if one.start > mention.stop and one.description and one.description.sort == "ministry"), None)
    if not is_ministry_word(mention):
        return None
    country = (scene.country(ahead) if ahead else None) or last_forces(scene) or scene.home
    made = ids_of(read_sorts()["ministry"], country, scene.bodies) if country else ()
    return Answer(made, "context") if made else None


def last_forces(scene: Scene) -> str | None:
    """The country of the first forces before, where only one country's have been named."""
    codes = {scene.country(one) for one in scene.done if one.things and scene.group_of(one) == "forces" and is_owned(one, scene)}
    return codes.pop() if len(codes) == 1 else None


def can_be_called(one: Mention, mention: Mention) -> bool:
    """"The ministry" is no intelligence service, "the agency" no ministry; "the post" is anybody's."""
    low, thing = mention.text.casefold(), one.things[0]
    is_ministry = thing.startswith(("mod-", "mfa-", "ministry")) or thing == "pentagon"
    if is_ministry_word(mention):
        return is_ministry
    return not (is_ministry and any(word in low for word in AGENCY_WORDS))


def find_person(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """A minister, a president: the last person before who holds such a post, else the holder in the country of the text."""
    if asked.plural:
        return find_pair_of_persons(mention, asked, scene)
    if asked.sort == "person":
        return None
    if mention.text.casefold().startswith(POSSESSIVE):
        return find_superior(mention, asked, scene)
    for one in reversed(scene.done):
        if one.kind != "person" or not one.things or len(one.members) > 1:
            continue
        country = country_of_thing(one.things[0], scene.things)
        if country and is_holder(one.things[0], asked.sort, country, scene):
            return Answer(one.things[:1], "antecedent")
        if one.description and one.description.sort == asked.sort:
            return Answer(one.things[:1], "antecedent")
    if sort_of(asked).bare == "context":
        country = last_forces(scene) or scene.home
        held = scene.holder(asked.sort, country)
        return Answer(held, "context") if held else None
    return None


def named_holder(sort: str, country: str, scene: Scene) -> tuple[str, ...]:
    """A person named before who has ever held such a post in that country."""
    for one in reversed(scene.done):
        if one.kind == "person" and one.things and len(one.members) < 2 and is_holder(one.things[0], sort, country, scene):
            return one.things[:1]
    return ()


def is_holder(person: str, sort: str, country: str, scene: Scene) -> bool:
    thing = scene.things.get(person)
    posts = [post for post in thing.posts if country_of_thing(post.body, scene.things) == country] if thing else []
    return any(is_title(post.title, title) for post in posts for title in TITLES.get(sort, ()))


def find_superior(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """"His president", "their minister": of the country of whoever is named last, and nobody who has just been named."""
    kinds = ("person",) if mention.text.casefold().startswith(("his", "her", "его", "яго", "його", "jego")) else ("actor", "person")
    near = [one for one in scene.done if one.kind in kinds and scene.country(one) and scene.distance(one, mention) <= 1]
    held = scene.holder(asked.sort, scene.country(near[-1])) if near else ()
    return Answer(held, "superior") if held else None


def find_pair_of_persons(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """"The two leaders", «министры»: the two persons named last, or those who hold such posts in the two countries named."""
    if asked.sort == "person" or asked.sort == "president":
        people: list[str] = []
        for one in reversed(scene.done):
            if one.kind == "person" and one.things and len(one.members) < 2 and one.things[0] not in people and holds_top(one, scene):
                people.append(one.things[0])
        if len(people) >= 2:
            members = tuple(reversed(people[:2]))
            return Answer(members, "pair", members)
        if asked.sort == "person":
            return None
    held = [named_holder(asked.sort, country, scene) or scene.holder(asked.sort, country) for country in scene.pair()]
    members = tuple(one[0] for one in held if len(one) == 1)
    return Answer(members, "pair", members) if len(members) == 2 else None


def holds_top(one: Mention, scene: Scene) -> bool:
    country = country_of_thing(one.things[0], scene.things)
    return bool(country) and is_holder(one.things[0], "president", country or "", scene)


def find_system(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """The last system before that the word can mean; "both systems" are the last two."""
    if is_indefinite(mention) and asked.sort != "launchers":
        return None
    fitting = [one for one in scene.done if one.kind == "system" and one.things and can_be_weapon(one, asked, scene)]
    near = [one for one in fitting if scene.distance(one, mention) <= 8]
    if not near:
        return None
    if asked.plural:
        names = list(dict.fromkeys(one.things[0] for one in near))[-2:]
        return Answer(tuple(names), "pair", tuple(names)) if len(names) == 2 else None
    return Answer(near[-1].things, "antecedent", near[-1].members)


def can_be_weapon(one: Mention, asked: Description, scene: Scene) -> bool:
    """Complexes and missiles are no warheads and no aircraft; a gun is no missile where the knowledge says so."""
    if one.things[0] in ("tactical-nuclear-weapons", "strategic-nuclear-weapons"):
        return asked.sort == "weapons"
    if one.things[0] in ("uav", "ballistic-missiles"):
        return asked.sort == "weapons"
    known = scene.things.get(one.things[0])
    kind = (known.sort or "") if known else ""
    flies = kind.endswith(FLYING)
    if asked.sort == "missiles" and (kind.startswith("air-defence") or kind in NO_MISSILES):
        return False
    return flies if asked.sort == "aircraft" else not flies


FLYING = ("aircraft", "bomber", "helicopter", "uav")
NO_MISSILES = frozenset({"howitzer", "tank", "radar", "infantry-fighting-vehicle", "armoured-carrier", "gun", "ship", "electronic-warfare"})


def find_place(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """The last place of that sort; an indefinite one ("a range") is a new place."""
    if is_indefinite(mention):
        return None
    found = scene.before(lambda one: one.kind == "place" and could_be(one, sort_of(asked).group, scene))
    if found is None or scene.distance(found, mention) > 10:
        return None
    return Answer(found.things, "antecedent")


def could_be(one: Mention, group: str, scene: Scene) -> bool:
    """Whether an earlier place was of the group, by its words or by its id."""
    if scene.group_of(one) == group:
        return True
    ids = one.things[0]
    if group == "sites":
        return scene.group_of(one) in NARROW
    thing: Thing | None = scene.things.get(ids)
    return thing is not None and thing.sort is not None and thing.sort.rstrip("s") == group.rstrip("s")


def find_country(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """"The republic", "the country", «родина»: the country that the text is about."""
    if asked.sort == "homeland":
        forces = scene.before(lambda one: scene.group_of(one) == "forces")
        country = (scene.country(forces) if forces else None) or scene.home
    elif asked.sort == "neighbour":
        allied = any(word in mention.text.casefold() for word in ("союзн", "саюзн", "allied"))
        country = neighbour_of(scene.home if allied else last_country(mention, scene), scene)
    elif is_indefinite(mention) or asked.sort == "territory":
        return None
    elif any(word in scene.text[max(0, mention.start - 16) : mention.stop].casefold() for word in ("ислам", "islam", "ісла")):
        country = "IR"
    else:
        country = scene.home or last_country(mention, scene)
    things = country_place(country) if country else ()
    return Answer(things, "context") if things else None


def last_country(mention: Mention, scene: Scene) -> str | None:
    """The country of the last mention before, in the same sentence or the one before."""
    found = next((one for one in reversed(scene.done) if scene.country(one) and scene.distance(one, mention) <= 1), None)
    return scene.country(found) if found else None


def neighbour_of(country: str | None, scene: Scene) -> str | None:
    """The other country of a text of two."""
    ranked = [code for code, _ in scene.votes.most_common(2)]
    return next((code for code in ranked if code != country), None) if country in ranked and len(ranked) == 2 else None


def find_city(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    if asked.sort == "capital":
        return Answer(capital_of(scene.home), "context") if scene.home and asked.definite else None
    found = scene.before(lambda one: one.kind == "place" and scene.group_of(one) == "cities")
    return Answer(found.things, "antecedent") if found and scene.distance(found, mention) <= 2 else None


def find_base(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    if asked.sort != "permanent-base":
        return find_place(mention, asked, scene)
    forces = scene.before(lambda one: scene.group_of(one) == "forces" and is_owned(one, scene))
    country = (scene.country(forces) if forces else None) or scene.home
    return Answer(ids_of(sort_of(asked), country, scene.bodies), "context") if country else None


def find_sides(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """"Both sides": the two states named last before."""
    if asked.sort != "sides":
        return None
    members = tuple(f"state-{code}" for code in scene.pair())
    return Answer(members, "pair", members) if members else None


def find_mercenaries(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    found = scene.before(lambda one: scene.group_of(one) == "mercenaries")
    if found is None:
        found = next((one for one in scene.all if one.things and scene.group_of(one) == "mercenaries"), None)
    return Answer(found.things, "antecedent") if found else None


FINDERS: dict[str, Finder] = {
    "forces": find_forces, "bodies": find_body, "ministers": find_person, "presidents": find_person, "chiefs": find_person,
    "persons": find_person, "systems": find_system, "arms": find_system, "aircraft": find_system, "ranges": find_place,
    "airfields": find_place, "sites": find_place, "regions": find_place, "countries": find_country, "cities": find_city,
    "bases": find_base, "states": find_sides, "mercenaries": find_mercenaries,
}  # fmt: skip
