"""Files and folders to documents: what is read, in which order, and what never is."""

import os
import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import ForeignSourceError, MissingSourceError, SourceError
from vedette.gather.decode import decode_text
from vedette.gather.reader import FORBIDDEN, Found
from vedette.gather.source import READERS, read_source
from vedette.gather.stated import read_instant
from vedette.model.gathered import Gathered, Skipped
from vedette.model.key import key_of_document
from vedette.model.text import Document

NOW = "2026-11-25T00:00:00Z"


def read(path: Path) -> list[Found]:
    return list(read_source(path, retrieved=NOW))


def documents(found: list[Found]) -> list[Document]:
    return [each.document for each in found if isinstance(each, Gathered)]


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_the_list_of_readers_is_known() -> None:
    assert [type(reader).__name__ for reader in READERS] == [
        "TelegramReader",
        "RowReader",
        "PageReader",
        "MarkdownReader",
        "TextReader",
    ]


def test_a_text_is_its_bytes_and_its_name_and_nothing_guessed(tmp_path: Path) -> None:
    data = "Расчёты\r\nвернулись.\n"
    path = write(tmp_path / "2023-04-22 crews.v2.txt", data)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    (gathered,) = (each for each in read(path) if isinstance(each, Gathered))
    document = gathered.document
    assert document.text == data
    assert document.id == "2023-04-22 crews.v2"
    assert (document.published, document.title, document.url, document.outlet, document.lang) == (None, None, None, None, "und")
    assert document.retrieved == NOW
    assert document.evidence == gathered.evidence.sha256 == sha256(data.encode()).hexdigest()
    assert gathered.evidence.data == data.encode()
    assert document.key == key_of_document(document.id, data, url=None, source=document.source)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "crews.txt", "Разлікі вярнуліся.".encode(encoding))
    assert documents(read(path))[0].text == "Разлікі вярнуліся."


@given(st.text().filter(str.strip).filter(lambda text: text[0] != "\ufeff"))
def test_decoding_gives_back_every_character(text: str) -> None:
    assert decode_text(text.encode(), where="x") == text


@given(st.text(min_size=1))
def test_what_is_forbidden_is_never_a_letter(text: str) -> None:
    for letter in FORBIDDEN.findall(text):
        assert unicodedata.category(letter) in ("Cc", "Cs")


def test_front_matter_states_facts_and_is_no_text(tmp_path: Path) -> None:
    stated = 'title: "Crews: back"\nurl: https://wire.example/1\noutlet: North Wire\npublished: 2023-04-22\nlang: en-GB'
    facts = f"---\n{stated}\ntags:\n  - army\n---\n"
    document = documents(read(write(tmp_path / "a.md", facts + "\n# Crews\n\nThey *returned*.\n")))[0]
    assert document.text == "\n# Crews\n\nThey *returned*.\n"
    assert (document.title, document.url, document.outlet) == ("Crews: back", "https://wire.example/1", "North Wire")
    assert (document.published, document.lang) == ("2023-04-22", "en")


@pytest.mark.parametrize("text", ["---\nCrews have returned\n---\nMore.\n", "---\nno end: here\n", "--- \n\n---\nText\n"])
def test_a_drawn_line_is_no_front_matter(tmp_path: Path, text: str) -> None:
    assert documents(read(write(tmp_path / "a.md", text)))[0].text == text


def test_a_folder_is_read_in_the_order_of_names_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", ".hidden.txt", ".git/x.txt", "b/.x/y.txt", "c.TXT"):
        write(tmp_path / name, f"text of {name}")
    assert [document.id for document in documents(read(tmp_path))] == ["a", "c", "10", "2"]


def test_an_unknown_form_is_refused_by_name_and_the_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.exe", "c.txt"):
        write(tmp_path / name, "words")
    found = read(tmp_path)
    assert [type(each).__name__ for each in found] == ["Gathered", "ForeignSourceError", "Gathered"]
    assert [each.where for each in found if isinstance(each, SourceError)] == [str(tmp_path / "b.exe")]


def test_pictures_beside_a_telegram_export_are_counted_not_refused(tmp_path: Path) -> None:
    post = '{"id": 1, "type": "message", "date_unixtime": "1", "text": "x"}'
    export = f'{{"name": "MoD", "type": "public_channel", "id": 7, "messages": [{post}]}}'
    write(tmp_path / "export/result.json", export)
    write(tmp_path / "export/photos/photo_1.jpg", b"\xff\xd8")
    write(tmp_path / "elsewhere/photo_2.jpg", b"\xff\xd8")
    found = read(tmp_path)
    assert [document.id for document in documents(found)] == ["7/1"]
    assert [each.count for each in found if isinstance(each, Skipped)] == [1]
    assert [Path(each.where).name for each in found if isinstance(each, SourceError)] == ["photo_2.jpg"]


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "nothing.txt")
    assert isinstance(error, MissingSourceError)
    assert "nothing.txt" in str(error)


@pytest.mark.parametrize("address", ["https://wire.example/1", "HTTP://wire.example/1", "file:///etc/passwd"])
def test_an_address_is_refused_with_a_way_out(address: str) -> None:
    (error,) = read(Path(address))
    assert isinstance(error, ForeignSourceError)
    assert "save the page" in error.message


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "z.txt", "words")
    found = read(tmp_path)
    assert isinstance(found[0], ForeignSourceError)
    assert len(documents(found)) == 1


def test_a_link_that_leads_nowhere_or_back_ends(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "round").symlink_to(tmp_path)
    write(tmp_path / "z.txt", "words")
    found = read(tmp_path)
    assert len(documents(found)) == 1
    assert [type(each) for each in found if isinstance(each, SourceError)] == [MissingSourceError]


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd0.txt")), "words")
    (document,) = documents(read(tmp_path))
    assert document.id == "\ufffd"


def test_the_same_text_has_the_same_key_wherever_its_file_lies(tmp_path: Path) -> None:
    keys = {documents(read(write(tmp_path / folder / "a.txt", "words")))[0].key for folder in ("x", "y/z")}
    assert len(keys) == 1


INSTANTS = {
    "2023-04-22": "2023-04-22",
    "2023-04-22T13:30:00Z": "2023-04-22T13:30:00Z",
    "2023-04-22 13:30": "2023-04-22T13:30",
    "2023-04-22T13:30:00.5+03:00": "2023-04-22T13:30:00.5+03:00",
    "2023-04-22T13:30:00+0300": "2023-04-22T13:30:00+0300",
    "2023-02-29": None,
    "2023-04-22T25:00": None,
    "2023-04": None,
    "20230422": None,
    "22 April 2023": None,
    "": None,
}


@pytest.mark.parametrize("written", INSTANTS)
def test_only_a_day_or_instant_that_exists_is_one(written: str) -> None:
    assert read_instant(written) == INSTANTS[written]


def test_a_refusal_in_a_folder_names_the_way_to_the_row(tmp_path: Path) -> None:
    write(tmp_path / "x/reports.jsonl", '{"text": "words"}\n{"text": 1}\n')
    (error,) = (each for each in read(tmp_path) if isinstance(each, SourceError))
    assert error.where == f"{tmp_path}/x/reports.jsonl#2"
