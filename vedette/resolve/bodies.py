"""From a sort and a country to the thing: by the knowledge where it has one, else by the rule for ids."""

from collections.abc import Iterable, Mapping, Sequence

from vedette.lang.demonyms import english_capitals, english_names
from vedette.lang.phrases import Sort, read_sorts
from vedette.model.thing import Post, Thing

NONE: Mapping[tuple[str, str], str] = {}


def ids_of(sort: Sort, country: str, bodies: Mapping[tuple[str, str], str] = NONE) -> tuple[str, ...]:
    """The ids of a sort in a country, best first; none for a country that has no English name in the lists.

    `bodies`: (sort of the knowledge, country) to the id of the body that every state has one of.
    """
    name = english_names().get(country)
    if name is None:
        return ()
    made = tuple(rule.replace("{CC}", country).replace("{}", name) for rule in sort.ids)
    first = sort.special.get(country) or bodies.get((sort.body or "", country))
    return (first, *made[1:]) if first else made


def index_bodies(things: Iterable[Thing]) -> dict[tuple[str, str], str]:
    """(sort, country) to id; where a country has several of a sort, the one whose id is the rule's, else the first."""
    found: dict[tuple[str, str], str] = {}
    for thing in things:
        if thing.kind == "actor" and thing.sort and thing.country:
            key = (thing.sort, thing.country)
            if key not in found or thing.id == f"{thing.sort}-{english_names().get(thing.country)}":
                found[key] = thing.id
    return found


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
    """Who holds the post that a sort names in a country on a day; the first title that anybody bears, the newest tenure alone."""
    for title in TITLES.get(sort, ()):
        held = [
            (post.since or "", thing.id)
            for thing in things.values()
            if thing.kind == "person"
            for post in thing.posts
            if is_title(post.title, title) and is_held(post, day) and country_of_thing(post.body, things) == country
        ]
        if held:
            return (max(held)[1],)
    return ()


def lasting_holder(sort: str, country: str, things: Mapping[str, Thing], days: Sequence[str | None]) -> tuple[str, ...]:
    """The holder who had the post on all of the days: a report that looks back may mean a predecessor."""
    held = {holders_of(sort, country, things, day) for day in days}
    return held.pop() if len(held) == 1 else ()


PRESIDENT = ("president", "head of state", "supreme leader")
DEFENCE = (
    "minister of defence",
    "minister of national defence",
    "minister of defense",
    "minister of national defense",
    "federal minister of defence",
    "us secretary of defense",
    "secretary of defense",
    "secretary of state for defence",
    "defence minister",
)
FOREIGN = (
    "minister of foreign affairs",
    "minister for foreign affairs",
    "federal minister for foreign affairs",
    "us secretary of state",
    "foreign minister",
    "foreign secretary",
)
TITLES = {
    "president": PRESIDENT,
    "leader": ("supreme leader", *PRESIDENT[:2]),
    "kremlin-chief": PRESIDENT[:1],
    "defence-minister": DEFENCE,
    "minister": DEFENCE,
    "foreign-minister": FOREIGN,
    "staff-chief": ("chief of the general staff", "chief of general staff", "chief of defence", "chairman of the joint chiefs"),
}  # fmt: skip


def is_title(title: str, wanted: str) -> bool:
    """Deputies and spokesmen bear the words of the post too, and are not meant."""
    return title.casefold().startswith(wanted)
