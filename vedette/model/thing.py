"""An entry of the knowledge."""

import msgspec


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post that a person holds: `body` is the actor's id, `title` the English name of the post; EDTF bounds or null."""

    body: str
    title: str
    since: str | None = None
    until: str | None = None


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """An actor, person, system, place, exercise or treaty.

    `names` maps a language code to its names, the first being the one to show; "mul" holds designations of any language.
    `calques`: damaged forms met or generated, by language. `part_of`: the actor or place that it belongs to.
    `country`: ISO 3166-1 alpha-2. `precision` of a place: site, locality, region, country. Degrees are WGS 84.
    `ambiguous`: names that are common words or belong to others too, and count only with support beside them.
    """

    id: str
    kind: str
    name: str
    names: dict[str, tuple[str, ...]] = {}
    calques: dict[str, tuple[str, ...]] = {}
    ambiguous: tuple[str, ...] = ()
    sort: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    part_of: str | None = None
    posts: tuple[Post, ...] = ()
    source: str = "general knowledge, unverified"
