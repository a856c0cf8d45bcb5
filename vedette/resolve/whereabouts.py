"""Which range, country or town is meant by words without a name."""

from vedette.lang.demonyms import republics
from vedette.lang.phrases import fold
from vedette.model.marked import Description, Mention
from vedette.resolve.bodies import capital_of, country_place, ids_of
from vedette.resolve.contexts import is_owned, last_country, neighbour_of, sort_of
from vedette.resolve.scene import NARROW, Answer, Scene


def find_place(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """The last place of that sort; an indefinite one ("a range") is a new place."""
    if asked.indefinite:
        return None
    found = scene.before(lambda one: one.kind == "place" and could_be(one, sort_of(asked).group, scene))
    if found is None or scene.distance(found, mention) > 10:
        return None
    return Answer(found.things, "antecedent")


def could_be(one: Mention, group: str, scene: Scene) -> bool:
    """Whether an earlier place was of the group, by its words or by its thing; "the site" is any narrow place."""
    return scene.group_of(one) in (NARROW if group == "sites" else (group,))


def find_country(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "The republic", "the country", «родина»: the country that the text is about."""
    if asked.sort == "homeland":
        forces = scene.before(lambda one: scene.group_of(one) == "forces")
        country = (scene.country(forces) if forces else None) or scene.home
    elif asked.sort == "neighbour":
        allied = any(scene.phrases.has("allied", word) for word in words_around(mention, scene))
        country = neighbour_of(scene.home if allied else last_country(mention, scene), scene)
    elif asked.indefinite or asked.sort == "territory":
        return None
    elif any(scene.phrases.has("islamic", word) for word in words_around(mention, scene)):
        country = "IR"
    elif any(scene.phrases.has("republic", word) for word in fold(mention.text).split()):
        country = the_republic(scene)
    else:
        country = scene.home or last_country(mention, scene)
    things = country_place(country) if country else ()
    return Answer(things, "context") if things else None


def the_republic(scene: Scene) -> str | None:
    """The country of most votes among those whose own name says that they are republics."""
    ranked = sorted((code for code in scene.votes if code in republics()), key=lambda code: -scene.votes[code])
    return ranked[0] if ranked else None


def words_around(mention: Mention, scene: Scene) -> list[str]:
    """The words of a phrase and the one before it."""
    return [*fold(scene.text[: mention.start]).split()[-1:], *fold(mention.text).split()]


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
