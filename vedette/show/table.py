"""Tables of plain text: fitted to the width at hand, words wrapped whole, nothing that steers a terminal."""

import re
import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import msgspec

GAP = "  "
NARROW = 56
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SPACE = re.compile(r"\s+")


class Column(msgspec.Struct, frozen=True, gc=False):
    """A heading, the least width that still reads well, and whether figures stand to the right."""

    title: str
    least: int = 6
    right: bool = False


def terminal_width() -> int:
    """$COLUMNS, else the terminal's, else 80; never under 24."""
    return max(24, shutil.get_terminal_size((80, 24)).columns)


def clean(text: str) -> str:
    """One line without control characters or direction overrides: gathered words never steer the terminal."""
    return SPACE.sub(" ", STEERING.sub("", text)).strip()


def clean_cell(cell: str) -> str:
    """As `clean`, but a line break that a caller put between two parts of a cell stays."""
    return "\n".join(map(clean, cell.split("\n")))


def width_of(text: str) -> int:
    """Columns that a text takes: combining marks none, East Asian wide letters two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(bool(unicodedata.combining(letter)) for letter in text)


def wrap_words(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; only a word longer than the width itself is cut."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        if line and width_of(line) + 1 + width_of(word) <= width:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        pieces = cut_word(word, width)
        lines += pieces[:-1]
        line = pieces[-1]
    return [*lines, line] if line or not lines else lines


def wrap_cell(cell: str, width: int) -> list[str]:
    return [line for part in cell.split("\n") for line in wrap_words(part, width)]


def cut_word(word: str, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if width_of(pieces[-1]) + width_of(letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def fit_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths of the columns: what the cells want, taken back from the widest first until the row fits."""
    wants = [
        max([width_of(column.title), *(width_of(line) for row in rows for line in row[n].split("\n"))])
        for n, column in enumerate(columns)
    ]
    room = width - len(GAP) * (len(columns) - 1)
    while sum(wants) > room:
        spare = [want - column.least for want, column in zip(wants, columns, strict=True)]
        widest = max(range(len(wants)), key=lambda n: (spare[n] > 0, wants[n]))
        if spare[widest] <= 0 and wants[widest] <= 1:
            break
        wants[widest] -= 1
    return wants


def draw_table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *, width: int | None = None) -> str:
    """The table, its heading underlined; under 56 columns each row is drawn as a list of `title: value`."""
    width = width or terminal_width()
    cells = [[clean_cell(cell) for cell in row] for row in rows]
    if width < NARROW:
        return draw_stacked(columns, cells, width)
    widths = fit_widths(columns, cells, width)
    lines = [draw_line(columns, [column.title for column in columns], widths), GAP.join("─" * size for size in widths)]
    for row in cells:
        wrapped = [wrap_cell(cell, size) for cell, size in zip(row, widths, strict=True)]
        lines += [draw_line(columns, parts, widths) for parts in zip_longest(*wrapped, fillvalue="")]
    return "\n".join(lines) + "\n"


def draw_line(columns: Sequence[Column], parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = []
    for column, part, size in zip(columns, parts, widths, strict=True):
        padding = " " * (size - width_of(part))
        padded.append(padding + part if column.right else part + padding)
    return GAP.join(padded).rstrip()


def draw_stacked(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> str:
    blocks = []
    for row in rows:
        pairs = [(column.title, cell) for column, cell in zip(columns, row, strict=True) if cell]
        blocks.append(draw_fields(pairs, width=width))
    return "\n".join(blocks)


def draw_fields(pairs: Iterable[tuple[str, str]], *, width: int | None = None) -> str:
    """`name  value` lines, the values wrapped beside their names."""
    width = width or terminal_width()
    pairs = list(pairs)
    left = min(max((width_of(name) for name, _ in pairs), default=0), width // 3)
    lines = []
    for name, value in pairs:
        names, values = wrap_words(name, max(left, 1)), wrap_words(value, max(width - left - len(GAP), 8))
        for one, two in zip_longest(names, values, fillvalue=""):
            lines.append(f"{one}{' ' * (left - width_of(one))}{GAP}{two}".rstrip())
    return "\n".join(lines) + "\n" if lines else ""


def draw_text(text: str, *, width: int | None = None, indent: str = "") -> str:
    """A paragraph wrapped to the width."""
    width = (width or terminal_width()) - len(indent)
    return "".join(f"{indent}{line}\n" for line in wrap_words(text, max(width, 8)))
