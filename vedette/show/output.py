"""What every command prints through: lines of JSON, or text."""

import sys
from collections.abc import Iterable

import msgspec


def print_json_lines(records: Iterable[object]) -> None:
    """One object a line."""
    for record in records:
        sys.stdout.write(msgspec.json.encode(record).decode() + "\n")


def print_json(record: object) -> None:
    """One object, indented for the eye."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(record), indent=1).decode() + "\n")


def print_text(text: str) -> None:
    sys.stdout.write(text)


def note(message: str) -> None:
    """A line of progress on stderr."""
    print(message, file=sys.stderr)
