"""Every file in `bad/` is named by its defect: each is refused by name and place, and what is good beside the defect is read."""

from pathlib import Path

import pytest

from vedette.errors import DamagedSourceError, EmptySourceError, EncodingError, ForeignSourceError, SourceError
from vedette.gather.source import read_source
from vedette.model.gathered import Gathered

BAD = Path(__file__).parent / "bad"
NOW = "2026-11-25T00:00:00Z"
# File: the error, what it says of the place, a piece of its words, and the ids that are read all the same.
REFUSALS: dict[str, tuple[type[SourceError], str, str, tuple[str, ...]]] = {
    "empty.txt": (EmptySourceError, "empty.txt", "empty", ()),
    "white-space-only.txt": (EmptySourceError, "white-space-only.txt", "white space", ()),
    "cp1251.txt": (EncodingError, "cp1251.txt", "byte 0 (0xD0)", ()),
    "utf-16-odd-byte.txt": (EncodingError, "utf-16-odd-byte.txt", "byte 12 (0x20)", ()),
    "nul-byte.txt": (DamagedSourceError, "nul-byte.txt", "U+0000 at offset 10", ()),
    "control-byte.md": (DamagedSourceError, "control-byte.md", "U+0008", ()),
    "published-not-iso.md": (DamagedSourceError, "published-not-iso.md", "'April 22nd'", ()),
    "front-matter-only.md": (EmptySourceError, "front-matter-only.md", "no text", ()),
    "truncated.jsonl": (DamagedSourceError, "truncated.jsonl#2", "column 23", ("a-1", "a-3")),
    "no-text.jsonl": (DamagedSourceError, "no-text.jsonl#2", "no text", ("a-1", "a-3")),
    "text-is-a-number.jsonl": (DamagedSourceError, "text-is-a-number.jsonl#2", "text is no string: 22", ("a-1", "a-3")),
    "text-is-empty.jsonl": (EmptySourceError, "text-is-empty.jsonl#2", "no text", ("a-1", "a-3")),
    "row-is-a-list.jsonl": (DamagedSourceError, "row-is-a-list.jsonl#2", "no object", ("a-1", "a-3")),
    "published-not-iso.jsonl": (DamagedSourceError, "published-not-iso.jsonl#2", "'22.04.2023'", ("a-1", "a-3")),
    "published-no-such-day.jsonl": (DamagedSourceError, "published-no-such-day.jsonl#2", "'2023-02-30'", ("a-1", "a-3")),
    "title-is-an-object.jsonl": (DamagedSourceError, "title-is-an-object.jsonl#2", "title is no string", ("a-1", "a-3")),
    "lone-surrogate.jsonl": (DamagedSourceError, "lone-surrogate.jsonl#2", "U+D83D", ("a-1", "a-3")),
    "escaped-nul.jsonl": (DamagedSourceError, "escaped-nul.jsonl#2", "U+0000", ("a-1", "a-3")),
    "one-row-in-cp1251.jsonl": (EncodingError, "one-row-in-cp1251.jsonl#2", "byte 23", ("a-1", "a-3")),
    "empty.jsonl": (EmptySourceError, "empty.jsonl", "empty", ()),
    "truncated.json": (DamagedSourceError, "truncated.json#2", "line 3, column 23", ("a-1",)),
    "missing-comma.json": (DamagedSourceError, "missing-comma.json#2", "line 3, column 14", ("a-1", "a-3")),
    "missing-bracket.json": (DamagedSourceError, "missing-bracket.json#2", "breaks off at line 4", ("a-1", "a-3")),
    "nested-too-deeply.json": (DamagedSourceError, "nested-too-deeply.json#1", "nested too deeply", ()),
    "neither-document-nor-list.json": (ForeignSourceError, "neither-document-nor-list.json", "no document", ()),
    "truncated-object.json": (DamagedSourceError, "truncated-object.json", "line 1, column 23", ()),
    "telegram-no-date.json": (
        DamagedSourceError,
        "telegram-no-date.json, channel 1044556677, message 2",
        "no date",
        ("1044556677/1", "1044556677/3"),
    ),
    "telegram-no-message-id.json": (DamagedSourceError, "", "message 2 in order has no id", ("1044556677/1", "1044556677/3")),
    "telegram-unknown-type.json": (ForeignSourceError, "message 2", "unknown type: story", ("1044556677/1", "1044556677/3")),
    "telegram-text-is-a-number.json": (DamagedSourceError, "message 2", "neither a string", ("1044556677/1", "1044556677/3")),
    "telegram-piece-without-text.json": (DamagedSourceError, "message 2", "piece", ("1044556677/1", "1044556677/3")),
    "telegram-no-channel-id.json": (DamagedSourceError, "telegram-no-channel-id.json", "no id", ()),
    "telegram-private-conversation.json": (ForeignSourceError, "telegram-private-conversation.json", "only channels", ()),
    "telegram-truncated.json": (
        DamagedSourceError,
        "telegram-truncated.json",
        "line 25, column 12",
        ("1044556677/1", "1044556677/2"),
    ),
    "telegram-damaged-message.json": (DamagedSourceError, "", "line 18, column 12", ("1044556677/1", "1044556677/3")),
    "no-main-text.html": (EmptySourceError, "no-main-text.html", "no main text", ()),
    "charset-says-utf-8-but-cp1251.html": (EncodingError, "", "byte 66 (0xD0)", ()),
    "charset-not-declared.html": (EncodingError, "charset-not-declared.html", "byte 15 (0xD0)", ()),
    "picture.jpg": (ForeignSourceError, "picture.jpg", "(.jpg)", ()),
    "no-ending": (ForeignSourceError, "no-ending", "no ending", ()),
}


def test_every_bad_file_has_its_refusal() -> None:
    assert sorted(path.name for path in BAD.iterdir()) == sorted(REFUSALS)


@pytest.mark.parametrize("name", REFUSALS)
def test_a_defect_is_refused_by_name_and_the_rest_is_read(name: str) -> None:
    kind, where, words, ids = REFUSALS[name]
    found = list(read_source(BAD / name, retrieved=NOW))
    (error,) = (each for each in found if isinstance(each, SourceError))
    assert type(error) is kind
    assert name in error.where
    assert error.where.endswith(where)
    assert words in error.message
    assert tuple(each.document.id for each in found if isinstance(each, Gathered)) == ids


def test_a_folder_of_bad_files_still_gives_its_good_documents() -> None:
    found = list(read_source(BAD, retrieved=NOW))
    assert sum(isinstance(each, SourceError) for each in found) == len(REFUSALS)
    assert sum(isinstance(each, Gathered) for each in found) == sum(len(ids) for *_, ids in REFUSALS.values())
