"""From bytes to text, exactly: no character is replaced, no line end is changed, only a byte order mark is taken off.

Invariant: `text.encode(the encoding)` gives the bytes back, so an offset counts the same in the file and in the document.
"""

import codecs
import re

from vedette.errors import EmptySourceError, EncodingError

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""",
    re.I,
)
HEAD = 4096
# Browsers read these labels as their Windows supersets (WHATWG Encoding, 4.2).
SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def decode_text(data: bytes, *, where: str) -> str:
    """UTF-8, or UTF-16 where a byte order mark says so; raises with the offset of the first byte that is neither."""
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise EmptySourceError("the file is empty" if not data else "the file has nothing but white space", where=where)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return decode_as(data[len(mark) :], encoding, skipped=len(mark), where=where)
    return decode_as(data, "utf-8", where=where)


def decode_page(data: bytes, *, where: str) -> str:
    """As `decode_text`, with the encoding that the page declares where its bytes are no UTF-8."""
    declared = find_charset(data)
    if declared in (None, "utf-8") or data.startswith(tuple(mark for mark, _ in MARKS)) or is_multibyte(data):
        return decode_text(data, where=where)
    return decode_as(data, str(declared), where=where)


def decode_as(data: bytes, encoding: str, *, skipped: int = 0, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        wrong = f"byte {at} (0x{data[error.start]:02X})"
        raise EncodingError(f"{wrong} is no {encoding.upper()}: {error.reason}", where=where) from error


def find_charset(data: bytes) -> str | None:
    """The encoding that the head of a page declares, by Python's name; null where it declares none that is known."""
    found = CHARSET.search(data[:HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if name.startswith("utf-16") else SUPERSETS.get(name, name)


def is_multibyte(data: bytes) -> bool:
    """UTF-8 with letters beyond ASCII: a page saved anew keeps its old declaration, and chance makes no such bytes."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
