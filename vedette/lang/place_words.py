"""The words that tell a place, one language at a time: `places.toml` of each folder."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
SPACE = r"[\s\u00a0]+"
NOTHING = re.compile(r"(?!)")


class Site(msgspec.Struct, frozen=True):
    """The sort of a site `before` its name (other names of a list may stand between), or right `after` it."""

    before: re.Pattern[str]
    after: re.Pattern[str]


class PlaceWords(msgspec.Struct, frozen=True, kw_only=True):
    """`at`, `weak`, `near`, `towns` and `joins` are expressions that end where a name begins.

    `sites`: by kind (airfield, range, base, camp). `regions`: a word of a region's name («область», «obwód»).
    `training`: what happens on ranges. `endings` and `adjectives`: (oblique, nominative), longest first.
    """

    lang: str
    at: re.Pattern[str]
    weak: re.Pattern[str]
    near: re.Pattern[str]
    towns: re.Pattern[str]
    joins: re.Pattern[str]
    sites: dict[str, Site]
    regions: re.Pattern[str]
    training: re.Pattern[str]
    never: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    adjectives: tuple[tuple[str, str], ...]


def expression_of(phrases: list[str]) -> str:
    """The phrases as one expression, longer first; a star is any ending of up to five letters."""
    parts = (SPACE.join(re.escape(word).replace(r"\*", r"\w{0,5}") for word in phrase.split()) for phrase in phrases)
    return "|".join(sorted(parts, key=len, reverse=True))


def before(phrases: list[str], *, gap: str = r"\.?[\s\u00a0]+[«„“\"'‘]?") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{expression_of(phrases)}){gap}$", re.IGNORECASE) if phrases else NOTHING


def site_of(words: list[str], joins: str, including: str) -> Site:
    """«аэродромы Лида, Барановичи и …»: the sort holds for each name of the list."""
    sort, opening = expression_of(words), r"[«„“\"'‘]?"
    name = rf"{opening}[^\W\d_a-zа-яіў][\w’'-]*[»”\"'’]?(?:,|,?[\s\u00a0]+(?:{joins}))[\s\u00a0]+"
    return Site(
        re.compile(rf"(?<!\w)(?i:{sort})(?:,?[\s\u00a0]+(?:{including}))?[\s\u00a0]+(?:{name}){{0,5}}{opening}$"),
        re.compile(rf"[»”\"'’]?[\s\u00a0]+(?:(?:military|combined-arms)[\s\u00a0]+)?(?:{sort})(?!\w)", re.IGNORECASE),
    )


def turned(table: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    pairs = {(oblique, nominative) for nominative, forms in table.items() for oblique in forms}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=16)
def read_place_words(lang: str) -> PlaceWords | None:
    """The words of a language; null where it has no file of them."""
    path = HERE / lang / "places.toml"
    if not path.exists():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    joins, including = expression_of(table["and"]), expression_of(table["including"])
    return PlaceWords(
        lang=lang,
        at=before(table["at"]),
        weak=before(table["weak"]),
        near=before(table["near"]),
        towns=before(table["towns"]),
        joins=re.compile(rf"(?:,[\s\u00a0]+|,?[\s\u00a0]+(?:{joins})[\s\u00a0]+)[«„“\"]?$", re.IGNORECASE),
        sites={kind: site_of(words, joins, including) for kind, words in table["sites"].items()},
        regions=re.compile(expression_of(table["regions"]), re.IGNORECASE),
        training=re.compile(rf"(?<!\w)(?:{expression_of(table['training'])})(?!\w)", re.IGNORECASE),
        never=frozenset(table["never"]),
        endings=turned(table["endings"]),
        adjectives=turned(table["adjectives"]),
    )
