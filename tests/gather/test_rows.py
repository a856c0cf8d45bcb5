"""JSON and JSON lines in the form of the corpus."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.gather.items import MOST_DAMAGES, Item, walk_items
from vedette.gather.reader import FORBIDDEN, Found
from vedette.gather.rows import RowReader
from vedette.gather.source import read_source
from vedette.model.gathered import Gathered, make_evidence
from vedette.model.text import Document

NOW = "2026-11-25T00:00:00Z"
ROW = {
    "id": "be-0005",
    "lang": "be",
    "outlet": "Агенцтва «Нёман»",
    "url": "https://nioman.example/1",
    "kind": "agency",
    "published": "2023-04-22T13:30:00Z",
    "title": "Разлікі вярнуліся",
    "text": "МІНСК, 22 красавіка.\nРазлікі вярнуліся.",
}


def read(path: Path, text: str) -> list[Document]:
    path.write_text(text, encoding="utf-8")
    return [each.document for each in read_source(path, retrieved=NOW) if isinstance(each, Gathered)]


def test_a_row_is_read_field_by_field(tmp_path: Path) -> None:
    (document,) = read(tmp_path / "reports.jsonl", "\n" + json.dumps(ROW) + "\n")
    assert document.text == ROW["text"]
    assert (document.id, document.lang, document.outlet, document.url) == (ROW["id"], "be", ROW["outlet"], ROW["url"])
    assert (document.form, document.published, document.title) == ("agency", ROW["published"], ROW["title"])
    assert document.source == "reports.jsonl#2"


@pytest.mark.parametrize("field", [field for field in ROW if field != "text"])
def test_what_a_row_does_not_state_stays_unstated(tmp_path: Path, field: str) -> None:
    absent = {name: value for name, value in ROW.items() if name != field}
    null: dict[str, str | None] = {**ROW, field: None}
    attribute = {"kind": "form"}.get(field, field)
    for row in (absent, null):
        (document,) = read(tmp_path / "reports.jsonl", json.dumps(row))
        assert getattr(document, attribute) == {"id": "reports#1", "lang": "und"}.get(field)


WAYS = {
    "list.json": json.dumps([ROW, {**ROW, "id": 7}], indent=2),
    "documents.json": json.dumps({"made": "today", "documents": [ROW, {**ROW, "id": 7}]}),
    "lines.json": json.dumps(ROW) + "\n" + json.dumps({**ROW, "id": 7}),
    "lines.jsonl": json.dumps(ROW) + "\r\n\r\n" + json.dumps({**ROW, "id": 7}) + "\r\n",
    "lines.ndjson": "\ufeff" + json.dumps(ROW) + "\n" + json.dumps({**ROW, "id": 7}),
}


@pytest.mark.parametrize("name", WAYS)
def test_every_way_of_listing_gives_the_same_documents(tmp_path: Path, name: str) -> None:
    assert [document.id for document in read(tmp_path / name, WAYS[name])] == ["be-0005", "7"]


def test_one_object_is_one_document(tmp_path: Path) -> None:
    assert [document.id for document in read(tmp_path / "one.json", json.dumps(ROW))] == ["be-0005"]


def test_a_row_that_moves_in_its_file_keeps_its_key(tmp_path: Path) -> None:
    alone = {**ROW, "url": None}
    (before,) = read(tmp_path / "reports.jsonl", json.dumps(alone))
    _, after = read(tmp_path / "reports.jsonl", json.dumps(ROW) + "\n" + json.dumps(alone))
    assert (before.key, before.source, after.source) == (after.key, "reports.jsonl#1", "reports.jsonl#2")


def test_line_separators_inside_a_text_cut_no_row(tmp_path: Path) -> None:
    text = "Crews\u2028have\u0085returned.\x0b"
    assert read(tmp_path / "a.jsonl", json.dumps({"text": text}, ensure_ascii=False).replace("\x0b", "\\u000b"))[0].text == text


LANGUAGES = {"be": "be", "be-BY": "be", "RU": "ru", "zh_Hans": "zh", "": "und", "Belarusian language": "und", "x": "und"}


@pytest.mark.parametrize("stated", LANGUAGES)
def test_only_a_code_is_a_language(tmp_path: Path, stated: str) -> None:
    (document,) = read(tmp_path / "a.jsonl", json.dumps({**ROW, "lang": stated}))
    assert document.lang == LANGUAGES[stated]


@given(st.lists(st.text().filter(str.strip).filter(lambda text: not FORBIDDEN.search(text)), min_size=1), st.booleans())
def test_a_text_comes_back_exactly(texts: list[str], escaped: bool) -> None:
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=escaped) for text in texts)
    found: list[Found] = list(RowReader().read(make_evidence("a.jsonl", lines.encode()), retrieved=NOW))
    assert [each.document.text for each in found if isinstance(each, Gathered)] == texts


@given(st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=9)), min_size=1), st.integers(min_value=0))
def test_a_list_cut_anywhere_gives_its_whole_items_and_one_damage(values: list[dict[str, str]], seed: int) -> None:
    whole = json.dumps(values)
    cut = 1 + seed % (len(whole) - 1)
    found = list(walk_items(whole[:cut], 1, where="a.json"))
    read_whole = [each.value for each in found if isinstance(each, Item)]
    assert read_whole == values[: len(read_whole)]
    assert len(found) - len(read_whole) == 1


def test_what_is_damaged_everywhere_is_given_up() -> None:
    found = list(walk_items('{"text":}, ' * 5000, 0, where="a.json"))
    assert len(found) == MOST_DAMAGES + 1
    assert "the rest is not read" in str(found[-1])
