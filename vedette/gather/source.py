"""One source, a file or a folder, to its documents; each refusal is yielded in its place, so that the rest is read."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import msgspec

from vedette.errors import ForeignSourceError, MissingSourceError, SourceError
from vedette.gather.markup import words_for
from vedette.gather.page import PageReader
from vedette.gather.plain import MarkdownReader, TextReader
from vedette.gather.reader import Found, Reader
from vedette.gather.rows import RowReader
from vedette.gather.telegram import TelegramReader
from vedette.model.gathered import Skipped, make_evidence

# The first that accepts a file reads it: an export of Telegram is JSON too.
READERS: tuple[Reader, ...] = (TelegramReader(), RowReader(), PageReader(), MarkdownReader(), TextReader())
# Path("https://…") keeps one slash.
ADDRESS = re.compile(r"(https?|ftp|gopher|file):/", re.I)
TELEGRAM_EXPORT = "result.json"
MEDIA = words_for("media")


def read_source(path: Path, *, retrieved: str, readers: tuple[Reader, ...] = READERS) -> Iterator[Found]:
    """The documents of a file, or of a folder and its folders in the order of their names, hidden ones left out.

    `retrieved` is the instant of gathering in UTC (ISO 8601).
    """
    if ADDRESS.match(str(path)):
        yield ForeignSourceError("addresses are not read yet: save the page and name the file", where=str(path))
        return
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield MissingSourceError(f"there is nothing that can be read: {reason_of(error)}", where=show_path(path))
        return
    if S_ISDIR(mode):
        yield from read_folder(path, retrieved=retrieved, readers=readers)
    elif S_ISREG(mode):
        yield from read_file(path, retrieved=retrieved, readers=readers)
    else:
        # A pipe or a device could be waited for without end.
        yield ForeignSourceError("neither a file nor a folder", where=show_path(path))


def read_folder(folder: Path, *, retrieved: str, readers: tuple[Reader, ...]) -> Iterator[Found]:
    exports: set[str] = set()
    media = 0
    for name, folders, files in os.walk(folder, onerror=None):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if TELEGRAM_EXPORT in files or Path(name).parent.as_posix() in exports:
            exports.add(Path(name).as_posix())
        for file in sorted(each for each in files if not each.startswith(".")):
            # The pictures beside an export belong to its posts; elsewhere they are sources of a form that no reader knows.
            if Path(name).as_posix() in exports and Path(file).suffix.lower() in MEDIA:
                media += 1
            else:
                yield from read_source(Path(name) / file, retrieved=retrieved, readers=readers)
    if media:
        yield Skipped(where=show_path(folder), reason="files that belong to the posts of a Telegram export", count=media)


def read_file(path: Path, *, retrieved: str, readers: tuple[Reader, ...]) -> Iterator[Found]:
    shown = show_path(path)
    try:
        evidence = make_evidence(show_path(Path(path.name)), path.read_bytes())
        reader = next((reader for reader in readers if reader.accepts(evidence)), None)
        if not reader:
            raise ForeignSourceError(f"no reader knows files of this form ({path.suffix or 'no ending'})", where=evidence.name)
        for found in reader.read(evidence, retrieved=retrieved):
            yield locate(found, evidence.name, shown)
    except OSError as error:
        yield SourceError(f"the file cannot be read: {reason_of(error)}", where=shown)
    except SourceError as error:
        yield locate(error, evidence.name, shown)


def locate(found: Found, name: str, shown: str) -> Found:
    """Readers know a file by its name alone; a person who reads folders needs the way to it."""
    if isinstance(found, SourceError):
        found.where = shown + found.where.removeprefix(name)
    elif isinstance(found, Skipped):
        return msgspec.structs.replace(found, where=shown + found.where.removeprefix(name))
    return found


def reason_of(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def show_path(path: Path) -> str:
    """The path in letters that can be printed; a name that is no UTF-8 keeps a mark for each wrong byte."""
    return os.fsencode(path).decode("utf-8", "replace")
