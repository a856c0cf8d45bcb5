"""JSON that may be damaged: each item that can be read is read, and each damage is named by its place."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from vedette.errors import DamagedSourceError

BLANK = re.compile(r"[ \t\r\n]*")
NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
# Each damage costs a count of lines from the beginning; what is damaged so often is no list.
MOST_DAMAGES = 1000
DECODER = json.JSONDecoder()


class Item(NamedTuple):
    """`number` counts from 1."""

    number: int
    value: object


def parse_json(text: str, *, where: str) -> object:
    """The value; raises with line and column where the text is no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise name_damage(error, text, 0, where=where) from error


def walk_items(
    text: str, start: int, *, where: str, following: re.Pattern[str] = NEXT_ITEM
) -> Iterator[Item | DamagedSourceError]:
    """The items of the array whose bracket opens before `start`; after a damage, goes on behind the next match of `following`."""
    at, number, damages = start, 0, 0
    while True:
        at = skip_blank(text, at)
        if text.startswith("]", at):
            return
        number += 1
        damage: DamagedSourceError | None = None
        try:
            value, at = DECODER.raw_decode(text, at)
            yield Item(number, value)
            at = skip_blank(text, at)
            if text.startswith(",", at):
                at += 1
                continue
            if text.startswith("]", at):
                return
            damage = DamagedSourceError(f"the list breaks off at {place_of(text, at)}", where=f"{where}#{number}")
        except (ValueError, RecursionError) as error:
            damage = name_damage(error, text, at, where=f"{where}#{number}")
            at = max(at, getattr(error, "pos", at))
        yield damage
        damages += 1
        if damages == MOST_DAMAGES:
            yield DamagedSourceError(f"damaged in more than {MOST_DAMAGES} places; the rest is not read", where=where)
            return
        found = following.search(text, at)
        if not found:
            return
        at = found.end()


def name_damage(error: ValueError | RecursionError, text: str, at: int, *, where: str) -> DamagedSourceError:
    if isinstance(error, json.JSONDecodeError):
        what = error.msg[:1].lower() + error.msg[1:]
        return DamagedSourceError(f"no JSON at {place_of(text, error.pos)}: {what}", where=where)
    what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return DamagedSourceError(f"no JSON at or after {place_of(text, at)}: {what}", where=where)


def place_of(text: str, at: int) -> str:
    return f"line {text.count(chr(10), 0, at) + 1}, column {at - text.rfind(chr(10), 0, at)}"


def skip_blank(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at
