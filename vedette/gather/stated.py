"""What a source states of a document: its day or instant, its language, its words, each checked."""

import re
from datetime import UTC, datetime

from vedette.errors import DamagedSourceError

INSTANT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?", re.I
)
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9-_]*)?", re.I)


def read_instant(value: str) -> str | None:
    """An ISO 8601 day or instant, null where it is neither or no such day exists; the zone stays as stated."""
    found = INSTANT.fullmatch(value.strip())
    if not found:
        return None
    written = found["day"]
    if found["time"]:
        written += "T" + found["time"].replace(",", ".") + (found["zone"] or "").upper()
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    return written


def read_language(value: object) -> str:
    """The language subtag of what is declared (`be-BY`: be); "und" where nothing that looks like one is."""
    found = LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1].lower() if found else "und"


def read_published(value: object, field: str, *, where: str) -> str | None:
    """As `read_instant`, null for nothing; raises where something else stands there."""
    words = read_words(value, field, where=where)
    instant = read_instant(words) if words else None
    if words and not instant:
        raise DamagedSourceError(f"{field} is no ISO day or instant: {words[:40]!r}", where=where)
    return instant


def read_words(value: object, field: str, *, where: str) -> str | None:
    """A string as it stands; null for null and for white space; raises where something else stands there."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise DamagedSourceError(f"{field} is no string: {str(value)[:40]}", where=where)
    return value


def read_unixtime(value: object) -> str | None:
    """Seconds since 1970 as an instant of UTC; null for nothing, zero and what is no number."""
    text = str(value)
    if not re.fullmatch(r"[1-9]\d{0,10}", text):
        return None
    return datetime.fromtimestamp(int(text), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
