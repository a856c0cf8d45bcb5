"""What extraction is handed from outside: the words of a language, and what the knowledge says."""

from collections.abc import Callable

import msgspec

from vedette.lang.words import Words
from vedette.model.claim import Date, Place
from vedette.model.marked import Mention, TimePhrase

PRESS = ("news-agency", "news-outlet")


class Desk(msgspec.Struct, frozen=True):
    """What extraction is handed: the words, and what the knowledge says of a thing, a place and a time."""

    words: Words
    name_of: Callable[[str], str | None]
    sort_of: Callable[[str], str | None]
    is_class: Callable[[str], bool]
    place_of: Callable[[Mention], Place | None]
    anchor: Callable[[TimePhrase, str | None], Date]


def is_press(mention: Mention, desk: Desk) -> bool:
    return bool(mention.things) and desk.sort_of(mention.things[0]) in PRESS
