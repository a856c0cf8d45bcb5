"""Which equipment a class or "the complex" means: what the text has named and the word can mean, else the class itself."""

import re
from functools import cache

from vedette.lang.phrases import fold, read_sorts
from vedette.model.marked import Description, Mention
from vedette.resolve.contexts import sort_of
from vedette.resolve.scene import Answer, Scene

FLYING = ("aircraft", "bomber", "helicopter", "uav")
CARRIERS = frozenset({"transport-aircraft", "tanker-aircraft"})
NO_MISSILES = frozenset(
    {"howitzer", "tank", "radar", "infantry-fighting-vehicle", "armoured-carrier", "gun", "ship", "electronic-warfare"}
)
NO_COMPLEX = NO_MISSILES | {"artillery-shell", "ammunition", "engineering-vehicle", "truck"}
BROAD = frozenset({"vehicles", "aircraft"})
COUNTED = frozenset({"rounds", "ammunition"})
NEAR = 8  # sentences
BESIDE = re.compile(r"[\s,(—–-]{1,3}")


def find_system(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """The last system before that the word can mean; "both systems" are the last two."""
    if asked.indefinite and asked.sort != "launchers":
        return None
    fitting = [one for one in scene.done if one.kind == "system" and one.things and can_be_weapon(one, asked, scene)]
    near = [one for one in fitting if scene.distance(one, mention) <= NEAR]
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
    kind = kind_of(one.things[0], scene)
    if asked.sort == "missiles" and (kind.startswith("air-defence") or kind in NO_MISSILES):
        return False
    return not kind.endswith(FLYING) and (asked.sort == "weapons" or kind not in NO_COMPLEX)


def find_class(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "The tanks" are those named before, or the only ones that the text names; where it names none, they are tanks."""
    if asked.plural:
        return find_pair(mention, asked, scene)
    named = named_beside(mention, asked, scene)
    if not named and (not asked.indefinite or counts(mention, scene)):
        named = named_before(mention, asked, scene) or only_named(asked, scene)
    if named and all(kind_of(thing, scene) in CARRIERS for thing in named):
        return Answer((), "carrier")  # what brings people and cargo is told of by its name alone
    if named:
        return Answer(tuple(named), "antecedent", tuple(named) if len(named) > 1 else ())
    other = sort_of(asked).otherwise
    return Answer((other,), "class") if other else None


def counts(mention: Mention, scene: Scene) -> bool:
    """«A hundred jets», "a third tank": an article before a number introduces nothing new."""
    return any(scene.phrases.has("counting", word) for word in fold(mention.text).split()[1:2])


def named_beside(mention: Mention, asked: Description, scene: Scene) -> list[str]:
    """«фрегат, «Тушил»»: the name that stands right behind the class."""
    after = next((one for one in scene.all if one.start >= mention.stop), None)
    close = after is not None and BESIDE.fullmatch(scene.text, mention.stop, after.start)
    return list(after.things[:1]) if after is not None and close and fits(after, asked, scene) else []


def find_pair(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    names = list(dict.fromkeys(one.things[0] for one in scene.done if fits(one, asked, scene)))[-2:]
    return Answer(tuple(names), "pair", tuple(names)) if len(names) == 2 else None


def named_before(mention: Mention, asked: Description, scene: Scene) -> list[str]:
    """The last that fits; of a broad class, all that fit in the same sentence: "K2 tanks and K9 howitzers… The vehicles"."""
    before = [one for one in scene.done if fits(one, asked, scene)]
    if not before:
        return []
    last = scene.sentence_of(before[-1].start)
    if asked.sort in BROAD and scene.distance(before[-1], mention) > 0:
        near = [one for one in before if scene.sentence_of(one.start) == last]
    else:
        near = before[-1:]
    things = [thing for one in near for thing in (one.members or one.things[:1])]
    return [thing for thing in dict.fromkeys(things) if kind_of(thing, scene) in sort_of(asked).fits]


def only_named(asked: Description, scene: Scene) -> list[str]:
    """The one thing of the class that the text names at all, before or after."""
    names = {one.things[0] for one in scene.all if one.description is None and fits(one, asked, scene)}
    return list(names) if len(names) == 1 else []


def fits(one: Mention, asked: Description, scene: Scene) -> bool:
    """Whether a thing is of the class; another class counts only for what is counted, as «the rounds» are shells."""
    if one.kind != "system" or not any(kind_of(thing, scene) in sort_of(asked).fits for thing in one.members or one.things[:1]):
        return False
    return one.things[0] not in classes() or asked.sort in COUNTED


@cache
def classes() -> frozenset[str]:
    return frozenset(sort.otherwise for sort in read_sorts().values() if sort.otherwise)


def kind_of(thing: str, scene: Scene) -> str:
    known = scene.things.get(thing)
    return (known.sort or "") if known else ""
