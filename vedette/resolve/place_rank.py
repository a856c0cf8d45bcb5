"""Which of several places of one name is meant: prominence, the country in question, the company that it keeps."""

import math

import msgspec

from vedette.knowledge.places.index import PlaceRow
from vedette.resolve.place_names import Named

FIELD = ("BY", "RU", "UA", "PL", "LT", "LV")  # the countries that the product reads about
EARTH = 6371.0


class Company(msgspec.Struct, frozen=True):
    """What is known around a mention: the country in question and the points, (lat, lon), of places named beside it."""

    country: str | None = None
    points: tuple[tuple[float, float], ...] = ()


def distance(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Kilometres along the great circle."""
    a, b, c, d = map(math.radians, (*one, *two))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def prominence(named: Named) -> float:
    """Powers of ten of people; more in the field, for countries and regions; less where an ending had to be undone."""
    row = named.row
    above = {"country": 3.0, "region": 1.0}.get(row.kind, 0.0)
    return math.log10(row.population + 10) + above + 1.5 * (row.country in FIELD) - 0.7 * (not named.is_exact)


def score(named: Named, company: Company) -> float:
    """Prominence, 3 for the country in question, up to 2 for a neighbour of the places named beside it (half at 200 km)."""
    row: PlaceRow = named.row
    mine = prominence(named) + 3.0 * (row.country == company.country)
    if company.points and row.lat is not None and row.lon is not None:
        nearest = min(distance((row.lat, row.lon), point) for point in company.points)
        mine += 2.0 * 0.5 ** (nearest / 200.0)
    return mine
