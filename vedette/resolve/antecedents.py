"""What a description without a country can mean: the nearest thing before it of the same group, else the country of the text."""

from collections.abc import Callable

from vedette.lang.phrases import fold
from vedette.model.marked import Description, Mention
from vedette.resolve.bodies import TITLES, country_of_thing, is_title
from vedette.resolve.contexts import in_context, last_country, last_forces, sort_of
from vedette.resolve.equipment import find_class, find_system
from vedette.resolve.scene import Answer, Scene
from vedette.resolve.troops import find_forces, find_mercenaries
from vedette.resolve.whereabouts import find_base, find_city, find_country, find_place

Finder = Callable[[Mention, Description, Scene], Answer | None]
FAR = 6  # sentences over which a body still has its spokesman


def find_body(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """A ministry, a staff, an agency: the last one before that can be called so."""
    if asked.sort in ("ministry", "staff"):
        body = sort_of(asked).body
        owner = last_country(mention, scene) if asked.possessive and scene.phrases.lang == "en" else None
        if owner:
            return in_context(asked, owner, scene)
        same = scene.before(lambda one: sort_in_knowledge(one, scene) == body)
        return in_context(asked, (scene.country(same) if same else None) or last_forces(scene) or scene.home, scene)
    found = scene.before(lambda one: scene.group_of(one) == "bodies" and can_be_called(one, asked, scene))
    if found is not None:
        return Answer(found.things, "antecedent")
    if asked.sort != "ministry-bare":
        return None
    ahead = next(
        (one for one in scene.all if one.start > mention.stop and one.description and one.description.sort == "ministry"), None
    )
    return in_context(asked, (scene.country(ahead) if ahead else None) or last_forces(scene) or scene.home, scene)


def find_mouthpiece(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """A spokesman speaks for the last body before, named near him."""
    found = scene.before(lambda one: scene.group_of(one) == "bodies")
    return Answer(found.things[:1], "antecedent") if found and scene.distance(found, mention) <= FAR else None


def sort_in_knowledge(one: Mention, scene: Scene) -> str | None:
    """The knowledge's sort of what a mention means, by its thing or by the rule of its description."""
    thing = scene.things.get(one.things[0])
    if thing is not None:
        return thing.sort
    return "mod" if one.things[0].startswith("mod-") else sort_of(one.description).body if one.description else None


def can_be_called(one: Mention, asked: Description, scene: Scene) -> bool:
    """ "The ministry" is no intelligence service, "the agency" no ministry; "the post" is anybody's."""
    is_ministry = sort_in_knowledge(one, scene) in ("mod", "mfa")
    return is_ministry if asked.sort == "ministry-bare" else not (is_ministry and asked.sort == "agency")


def find_person(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """A minister, a president: the last person before who holds such a post, else the holder in the country of the text."""
    if asked.plural:
        return find_pair_of_persons(mention, asked, scene)
    if asked.sort == "person":
        return None
    if asked.possessive:
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
    """ "His president", "their minister", «президент страны»: of the country of whoever or whatever has been named last."""
    first = fold(mention.text.split()[0])
    if scene.phrases.has("possessive", first) and not scene.phrases.has("theirs", first):
        person = find_him(mention, scene)
        country = scene.country(person) if person else None
    else:
        near = [one for one in scene.done if scene.country(one) and scene.distance(one, mention) <= 1]
        near = [one for one in near if one.kind != "place"] or [one for one in near if scene.group_of(one) == "countries"]
        country = scene.country(near[-1]) if near else None
    held = scene.holder(asked.sort, country)
    return Answer(held, "superior") if held else None


def find_him(mention: Mention, scene: Scene) -> Mention | None:
    """Who "he" is: the last person of this sentence before him, else the first of the nearest sentence that has one."""
    people = [one for one in scene.done if one.kind == "person" and one.things and len(one.members) < 2]
    near = [one for one in people if scene.sentence_of(one.start) == scene.sentence_of(people[-1].start)]
    if not near or scene.distance(near[0], mention) > 2:
        return None
    return near[-1] if scene.distance(near[-1], mention) == 0 else near[0]


def find_pair_of_persons(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "The two leaders", «министры»: the two persons named last, or those who hold such posts in the two countries named."""
    if asked.sort in ("person", "president", "leader"):
        people: list[str] = []
        for one in reversed(scene.done):
            if (
                one.kind == "person"
                and one.things
                and len(one.members) < 2
                and one.things[0] not in people
                and holds_top(one, scene)
            ):
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


def find_sides(mention: Mention, asked: Description, scene: Scene) -> Answer | None:
    """ "Both sides": the two states named last before."""
    if asked.sort != "sides":
        return None
    members = tuple(f"state-{code}" for code in scene.pair())
    return Answer(members, "pair", members) if members else None


FINDERS: dict[str, Finder] = {
    "mouthpieces": find_mouthpiece,
    "forces": find_forces, "bodies": find_body, "ministers": find_person, "presidents": find_person, "chiefs": find_person,
    "persons": find_person, "systems": find_system, "arms": find_system, "equipment": find_class, "ranges": find_place,
    "airfields": find_place, "sites": find_place, "regions": find_place, "countries": find_country, "cities": find_city,
    "bases": find_base, "states": find_sides, "mercenaries": find_mercenaries,
}  # fmt: skip  # fmt: skip
