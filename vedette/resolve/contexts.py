"""What a sort of body means in a country, and which country stands nearest."""

from vedette.lang.phrases import Sort, read_sorts
from vedette.model.marked import Description, Mention
from vedette.resolve.bodies import ids_of
from vedette.resolve.scene import Answer, Scene

TROOPS = frozenset({"missile", "special", "territorial", "air-force", "navy", "airborne", "national-guard", "internal-troops"})
GUESTS = frozenset({"trainers", "navy", "regional-grouping", "nationals"})


def sort_of(asked: Description) -> Sort:
    return read_sorts()[asked.sort]


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
        codes = dict.fromkeys([country, *(word.code for word in scene.words)])
        made = [ids_of(sort_of(asked), code, scene.bodies)[:1] for code in codes]
        known = [one for one in made if one and one[0] in scene.things]
        if known and (known[0] == made[0] or len(known) == 1):
            return Answer(known[0], "context")
    things = troops_in(country, asked, scene)
    return Answer(things, "context") if things else None


def is_owned(one: Mention, scene: Scene) -> bool:
    """Whether forces before can be what crews are again: not trainers and guests, and of one country."""
    sort = one.description.sort if one.description else ""
    return len(one.members) < 2 and sort not in GUESTS and bool(scene.country(one))


def last_forces(scene: Scene) -> str | None:
    """The country of the first forces before, where only one country's have been named."""
    codes = {scene.country(one) for one in scene.done if one.things and scene.group_of(one) == "forces" and is_owned(one, scene)}
    return codes.pop() if len(codes) == 1 else None


def last_country(mention: Mention, scene: Scene) -> str | None:
    """The country of the last mention before, in the same sentence or the one before."""
    found = next((one for one in reversed(scene.done) if scene.country(one) and scene.distance(one, mention) <= 1), None)
    return scene.country(found) if found else None


def neighbour_of(country: str | None, scene: Scene) -> str | None:
    """The other country of a text of two."""
    ranked = sorted(scene.votes, key=lambda code: -scene.votes[code])[:2]
    return next((code for code in ranked if code != country), None) if country in ranked and len(ranked) == 2 else None
