"""How alike a piece of a report and an episode are: points for shared slots, and none at all where days or places clash.

The points are few and round; they say which slots count more than others, not how likely anything is.
"""

from collections.abc import Sequence
from math import cos, hypot, radians

from vedette.trace.names import share_name
from vedette.trace.slots import Slots
from vedette.trace.windows import gap

JOIN = 3.0  # points that a piece needs to join an episode
MARGIN = 0.5  # points by which an undated piece must prefer one episode to the next
LASTING = ("deployment", "readiness", "infrastructure")  # states: told anew for weeks
REACH = 5  # days between two tellings of one passing occurrence
REACH_LASTING = 21
CLASH = -9.0
NARROW = 7  # days: the width of a date that tells two occurrences apart
SAME_SITE = 25.0  # kilometres between a town and the range named after it


def likeness(piece: Sequence[Slots], episode: Sequence[Slots]) -> float:
    """The sum over the piece's claims of their best match in the episode; at least one match must reach JOIN alone."""
    best = [max((match(claim, other) for other in comparable(claim, episode)), default=0.0) for claim in piece]
    if not best or max(best) < JOIN:
        return 0.0
    return sum(point for point in best if point > 0)


def comparable(claim: Slots, episode: Sequence[Slots]) -> list[Slots]:
    """The members of the claim's own family; those with a day of their own alone where there are any, for a vague date
    among them would bridge two occurrences that the days keep apart."""
    members = [other for other in episode if other.family == claim.family]
    if claim.anchor is None or claim.family in LASTING:
        return members
    return [other for other in members if other.anchor and other.anchor.width <= NARROW] or members


def match(one: Slots, two: Slots) -> float:
    """Points for two claims being about one occurrence; a place and a day alone are no occurrence."""
    if one.promised != two.promised and one.anchor and two.anchor and gap(one.anchor, two.anchor) > REACH:
        return CLASH
    about = subject_points(one, two) + statement_points(one, two)
    points = (about, day_points(one, two), place_points(one, two))
    if about <= 0 or min(points) <= CLASH:
        return CLASH
    return 1.0 + sum(points) - (1.0 if one.kind != two.kind else 0.0)


def statement_points(one: Slots, two: Slots) -> float:
    """One voice, and more if it spoke on one day; one name with a year."""
    points = 1.5 if share_name(one.names, two.names) else 0.0
    if one.voice and one.voice == two.voice:
        points += 1.5 if one.said and one.said == two.said and one.said.width <= NARROW else 0.5
    return points


def subject_points(one: Slots, two: Slots) -> float:
    points = 0.0
    if one.systems and two.systems:
        shared = len(one.systems & two.systems) / len(one.systems | two.systems)
        points += 2.0 * shared if shared else -1.5
    if one.actors & two.actors:
        points += 0.5 + len(one.actors & two.actors) / len(one.actors | two.actors)
    elif one.nations & two.nations:
        points += 1.0
    elif one.nations and two.nations:
        points -= 2.0
    return points


def day_points(one: Slots, two: Slots) -> float:
    if one.anchor is None or two.anchor is None:
        return -0.5
    apart = gap(one.anchor, two.anchor)
    lasting = one.family in LASTING
    if apart > (REACH_LASTING if lasting else REACH):
        return CLASH
    width = max(one.anchor.width, two.anchor.width)
    if apart == 0:
        return 1.5 if width <= NARROW else 1.0 if width <= 62 else 0.5 if width <= 366 else 0.0
    return 0.5


def place_points(one: Slots, two: Slots) -> float:
    if same_site(one, two):
        return 1.5
    if one.country and two.country:
        if one.country != two.country:
            return CLASH if one.site and two.site else -2.0
        return -1.0 if one.site and two.site and not (one.denied or two.denied) else 0.5
    return 0.0


def same_site(one: Slots, two: Slots) -> bool:
    if one.site and one.site == two.site:
        return True
    return bool(one.site and two.site and one.point and two.point and kilometres(one.point, two.point) <= SAME_SITE)


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Over short ways: degrees of longitude shrink with the latitude."""
    return 111.2 * hypot(one[0] - two[0], (one[1] - two[1]) * cos(radians((one[0] + two[0]) / 2)))
