"""The index of places: a read-only SQLite file beside this one, made by models/places/build.py.

Names are kept folded (`fold_name`), in the nominative; whoever looks for an inflected form undoes the inflection first.
"""

import re
import sqlite3
import unicodedata
from pathlib import Path

import msgspec

from vedette.errors import KnowledgeError

FILE = Path(__file__).with_name("places.sqlite")
FORMAT = 1
UNLIKE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "ґ": "г"} | dict.fromkeys("’'ʹ`ʼ‘", ""))
MARKS = re.compile(r"[\u0300-\u036f]")
GAP = re.compile(r"[\s\-‐‑–.]+")


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the index.

    `kind`: country, region, locality or airfield. `country`: ISO 3166-1 alpha-2. `region`: GeoNames' code, "" for none.
    Degrees are WGS 84; the point of a region or country is the mean of its populated places.
    """

    thing: str
    name: str
    kind: str
    country: str
    region: str
    lat: float | None
    lon: float | None
    population: int


def fold_name(name: str) -> str:
    """The form to compare names in: no case, diacritics (ё = е, й = и, ў = у, ś = s) or apostrophes; hyphens are spaces."""
    if name.isascii():
        return GAP.sub(" ", name.casefold().translate(UNLIKE)).strip()
    # Letters of a mathematical or other costume first: their case and marks show only once it is off.
    bare = MARKS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold()))
    return GAP.sub(" ", bare.translate(UNLIKE)).strip()


class PlaceIndex:
    """Answers which places bear a name. Rows come most populous first; what is read stays in the file, not in memory."""

    def __init__(self, path: Path = FILE) -> None:
        if not path.is_file():
            raise KnowledgeError("the index of places is missing", where=str(path))
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        found = self._base.execute("PRAGMA user_version").fetchone()[0]
        if found != FORMAT:
            raise KnowledgeError(f"the index of places has format {found}, this release reads {FORMAT}", where=str(path))
        self._named: dict[str, tuple[PlaceRow, ...]] = {}

    def find_named(self, name: str) -> tuple[PlaceRow, ...]:
        """Every place of that name in any language, in the nominative; most populous first."""
        key = fold_name(name)
        if key not in self._named:
            if len(self._named) > 50_000:  # a long run meets many words: forget them all rather than grow
                self._named.clear()
            self._named[key] = self._rows("JOIN name ON name.place = place.id WHERE name.key = ?", key)
        return self._named[key]

    def find_thing(self, thing: str) -> PlaceRow | None:
        """The place of that id."""
        rows = self._rows("WHERE place.thing = ?", thing)
        return rows[0] if rows else None

    def find_country(self, code: str) -> PlaceRow | None:
        """The country of that ISO code."""
        rows = self._rows("WHERE place.kind = 'country' AND place.country = ?", code)
        return rows[0] if rows else None

    def names_of(self, thing: str) -> tuple[str, ...]:
        """The folded names of a place, in order of the alphabet."""
        rows = self._base.execute(
            "SELECT name.key FROM name JOIN place ON place.id = name.place WHERE place.thing = ? ORDER BY 1", (thing,)
        )
        return tuple(key for (key,) in rows)

    def close(self) -> None:
        self._base.close()

    def _rows(self, where: str, value: str) -> tuple[PlaceRow, ...]:
        fields = "thing, place.name, kind, country, region, lat, lon, population"
        query = f"SELECT {fields} FROM place {where} ORDER BY population DESC, thing"
        return tuple(
            PlaceRow(thing=t, name=n, kind=k, country=c, region=r, lat=lat, lon=lon, population=p)
            for t, n, k, c, r, lat, lon, p in self._base.execute(query, (value,))
        )


def open_places(path: Path = FILE) -> PlaceIndex:
    """The index that ships with the package, or the one at `path`."""
    return PlaceIndex(path)
