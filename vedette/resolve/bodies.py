"""From a sort and a country to the thing: by the knowledge where it has one, else by the rule for ids."""

from collections.abc import Mapping

from vedette.lang.demonyms import english_capitals, english_names
from vedette.lang.phrases import Sort, read_sorts
from vedette.model.thing import Post, Thing

STATES = ("state-", "armed-forces-", "mod-", "general-staff-", "missile-troops-", "president-", "mfa-", "air-force-", "navy-")


def ids_of(sort: Sort, country: str) -> tuple[str, ...]:
    """The ids that the rule makes, best first; none for a country that has no English name in the lists."""
    name = english_names().get(country)
    if name is None:
        return ()
    made = tuple(rule.replace("{CC}", country).replace("{}", name) for rule in sort.ids)
    return (sort.special[country], *made[1:]) if country in sort.special else made


def country_place(country: str) -> tuple[str, ...]:
    name = english_names().get(country)
    return (name, f"state-{country}") if name else ()


def capital_of(country: str) -> tuple[str, ...]:
    name = english_capitals().get(country)
    return (name, f"state-{country}") if name else ()


def country_of_thing(thing_id: str, things: Mapping[str, Thing]) -> str | None:
    """The country of a thing: its own, its body's, or the one that its id is made with."""
    thing = things.get(thing_id)
    if thing is not None:
        if thing.country:
            return thing.country
        bodies = [post.body for post in thing.posts if post.body != thing_id]
        if thing.part_of and thing.part_of != thing_id:
            bodies.append(thing.part_of)
        found = next((code for code in (country_of_thing(body, things) for body in bodies) if code), None)
        if found:
            return found
    if thing_id.startswith("state-"):
        return thing_id.removeprefix("state-")
    for sort in read_sorts().values():
        for country, special in sort.special.items():
            if special == thing_id:
                return country
    for country, name in english_names().items():
        if thing_id == name or (thing_id.endswith("-" + name) and thing_id.startswith(made_beginnings())):
            return country
    return None


def made_beginnings() -> tuple[str, ...]:
    return tuple({rule.split("{")[0] for sort in read_sorts().values() for rule in sort.ids if not rule.startswith("{")})


def is_held(post: Post, day: str | None) -> bool:
    """Whether a post was held on an ISO day; on no day at all only an open-ended tenure counts."""
    if day is None:
        return post.until is None
    return (post.since is None or post.since[: len(day)] <= day) and (post.until is None or day[: len(post.until)] <= post.until)


def holders_of(sort: str, country: str, things: Mapping[str, Thing], day: str | None) -> tuple[str, ...]:
    """Who holds the post that a sort names in a country on a day; the title decides between posts of one body."""
    wanted = TITLES.get(sort, ())
    found = [
        thing.id
        for thing in things.values()
        if thing.kind == "person"
        for post in thing.posts
        if country_of_thing(post.body, things) == country and is_held(post, day) and is_title(post.title, wanted)
    ]
    return tuple(dict.fromkeys(found))


TITLES = {
    "president": ("president", "head of state", "supreme leader"),
    "defence-minister": ("minister of defence", "defence minister", "minister of defense", "secretary of defense", "defense minister"),
    "foreign-minister": ("minister of foreign affairs", "foreign minister", "secretary of state"),
    "minister": ("minister of defence", "defence minister", "minister of defense", "secretary of defense", "minister of national defence"),
    "staff-chief": ("chief of the general staff", "chief of general staff", "chief of staff"),
}


def is_title(title: str, wanted: tuple[str, ...]) -> bool:
    """Deputies and spokesmen bear the words of the post too, and are not meant."""
    low = title.casefold()
    return low.startswith(wanted) and not any(word in low for word in ("deputy", "press", "spokes", "adviser", "former"))
