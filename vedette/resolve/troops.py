"""Whose crews, soldiers, battalions they are where the words do not say."""

import re

import msgspec

from vedette.lang.phrases import fold, read_sorts
from vedette.model.marked import Description, Mention
from vedette.resolve.bodies import ids_of
from vedette.resolve.contexts import TROOPS, in_context, is_owned, last_forces, neighbour_of
from vedette.resolve.scene import Answer, Scene

GENERIC = frozenset({"crews", "crew", "unit", "forces", "military", "fighters"})
FORMATIONS = frozenset({"unit", "missile"})
MEN = frozenset({"crews", "crew", "missile", "special", "territorial", "fighters", "military", "airborne"})
ROCKETS = frozenset({"ballistic-missile-system", "ballistic-missile", "cruise-missile-system"})
KIND_OF_NAMES = {"missile-troops": "missile", "special-operations-forces": "special", "territorial-defence": "territorial"}
SUBJECT_GAP = re.compile(r"(?:.*[—:)–]\s|\W*)", re.S)


def find_forces(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """Generic troops take over the very thing before them, others its country; "its soldiers" are those of who is named last."""
    if asked.plural and asked.sort in ("forces", "crews", "crew"):
        return find_both_forces(mention, scene)
    if is_missile_unit(asked, scene):
        return in_context(msgspec.structs.replace(asked, sort="missile"), last_forces(scene) or scene.home, scene)
    if (asked.sort == "unit" and not asked.definite) or asked.sort == "trainers":
        return None
    if asked.sort == "fighters" and (hired := find_mercenaries(mention, asked, scene)):
        return hired
    if any(scene.phrases.has("further", word) for word in fold(mention.text).split()):
        return in_context(asked, actor_before(mention, scene), scene)
    if not asked.definite and (state := sender(mention, scene)):
        return in_context(asked, state, scene)
    sides = scene.before(lambda one: bool(one.members) and scene.group_of(one) == "forces")
    found = find_same_people(mention, asked, scene) or scene.before(
        lambda one: scene.group_of(one) == "forces" and is_owned(one, scene)
    )
    if found is None or (sides is not None and sides.start > found.start):
        beside = forces_beside(mention, scene) if asked.sort in TROOPS else None
        country = owner_ahead(mention, scene) or owner_before(mention, scene) or beside or scene.home
        if asked.sort in TROOPS and is_joined(mention, country, scene):
            country = neighbour_of(country, scene)
        return in_context(asked, country, scene)
    country = scene.country(found)
    taken_over = asked.sort != "crew" or (found.description is not None and found.description.sort not in TROOPS)
    own_kind = asked.sort in GENERIC and not asked.named and taken_over
    if own_kind and scene.distance(found, mention) <= (6 if asked.sort == "unit" else 2):
        return Answer(found.things, "antecedent")
    return in_context(asked, country, scene)


def is_missile_unit(asked: Description, scene: Scene) -> bool:
    """ "An Iskander battalion" is one of missile troops."""
    return asked.sort == "unit" and any((thing := scene.things.get(one)) and thing.sort in ROCKETS for one in asked.named)


def find_same_people(mention: Mention, asked: Description, scene: Scene) -> Mention | None:
    """The crews before for crews, the battalion before for a battalion, rather than the army that ran the range."""
    kinds = FORMATIONS if asked.sort == "unit" else MEN if asked.sort in GENERIC else frozenset()
    found = scene.before(lambda one: kind_of(one, scene) in kinds and is_owned(one, scene))
    return found if found and scene.distance(found, mention) <= 6 else None


def kind_of(one: Mention, scene: Scene) -> str:
    """The sort of what a mention calls troops: of its words, or of the name that it is."""
    if one.description is not None:
        return one.description.sort
    thing = scene.things.get(one.things[0])
    return KIND_OF_NAMES.get((thing.sort or "") if thing else "", "")


def find_both_forces(mention: Mention, scene: Scene) -> Answer | None:
    """ "The two armies", "both armed forces": those of the two countries named last."""
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


def actor_before(mention: Mention, scene: Scene) -> str | None:
    """The country of who acts in the sentence before "further troops", which are never those told of already."""
    near = [one for one in scene.done if scene.country(one) and scene.distance(one, mention) == 0 and one.kind != "system"]
    return scene.country(near[0]) if near else None


def sender(mention: Mention, scene: Scene) -> str | None:
    """The state that a sentence begins with, where nothing else has come before: "North Korea has sent soldiers"."""
    first = scene.starts[scene.sentence_of(mention.start) - 1] if scene.starts else 0
    inside = [one for one in scene.done if one.start >= first and one.things]
    if not inside:
        return None
    near = [
        one
        for one in inside
        if scene.group_of(one) == "countries" and SUBJECT_GAP.fullmatch(scene.text[max(first, one.start - 12) : one.start])
    ]
    return scene.country(near[0]) if near and near[0].start < mention.start else None


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
    return bool(ahead) and scene.phrases.has("coordinators", fold(scene.text[mention.stop : ahead[0].start].strip(" ()")))


def find_mercenaries(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    found = scene.before(lambda one: scene.group_of(one) == "mercenaries")
    if found is None:
        found = next((one for one in scene.all if one.things and scene.group_of(one) == "mercenaries"), None)
    return Answer(found.things, "antecedent") if found else None
