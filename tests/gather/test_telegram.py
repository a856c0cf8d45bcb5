"""Telegram Desktop's export: posts bound by the channel's id, with what they say of other posts."""

import json
from pathlib import Path
from typing import Any

import pytest

from vedette.gather.reader import Found
from vedette.gather.source import read_source
from vedette.model.gathered import Gathered, Skipped
from vedette.model.text import Document, Link

CHANNEL = {"name": "Минобороны", "type": "public_channel", "id": 1044556677}
POST: dict[str, Any] = {
    "id": 5,
    "type": "message",
    "date": "2023-04-22T16:30:00",
    "date_unixtime": "1682170200",
    "from": "Минобороны",
    "from_id": "channel1044556677",
}


def read(tmp_path: Path, export: object) -> list[Found]:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(export, ensure_ascii=False, indent=1), encoding="utf-8")
    return list(read_source(path, retrieved="2026-11-25T00:00:00Z"))


def read_post(tmp_path: Path, **fields: object) -> Document:
    (found,) = read(tmp_path, {**CHANNEL, "messages": [{**POST, **fields}]})
    assert isinstance(found, Gathered)
    return found.document


def test_a_post_is_a_document_of_its_channel(tmp_path: Path) -> None:
    document = read_post(tmp_path, text="Расчёты вернулись.")
    assert (document.id, document.source) == ("1044556677/5", "telegram:1044556677#5")
    assert (document.outlet, document.form, document.url) == ("Минобороны", "telegram", None)
    assert (document.published, document.edited) == ("2023-04-22T13:30:00Z", None)


def test_a_channel_that_takes_a_new_name_keeps_its_posts(tmp_path: Path) -> None:
    before = read_post(tmp_path, text="Расчёты вернулись.")
    (after,) = read(tmp_path, {**CHANNEL, "name": "МО РБ", "messages": [{**POST, "text": "Расчёты вернулись."}]})
    assert isinstance(after, Gathered)
    assert after.document.key == before.key


def test_the_address_is_given_only_where_the_name_in_it_is_known(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {**CHANNEL, "username": "modmilby", "messages": [{**POST, "text": "x"}]})
    assert isinstance(found, Gathered)
    assert found.document.url == "https://t.me/modmilby/5"


PIECES = [
    "🚀 Расчёты ",
    {"type": "bold", "text": "«Искандер-М»"},
    " вернулись, ",
    {"type": "text_link", "text": "сообщило", "href": "https://mil.example/1"},
    {"type": "mention", "text": "@modmilby"},
    "\n",
    {"type": "link", "text": "https://t.me/modmilby/4"},
    {"type": "custom_emoji", "text": "🇧🇾", "document_id": "stickers/1.webp"},
]


def test_pieces_join_to_what_a_reader_sees(tmp_path: Path) -> None:
    document = read_post(tmp_path, text=PIECES)
    assert document.text == "🚀 Расчёты «Искандер-М» вернулись, сообщило@modmilby\nhttps://t.me/modmilby/4🇧🇾"
    assert document.links == (
        Link("link", "https://mil.example/1", "сообщило"),
        Link("link", "https://t.me/modmilby", "@modmilby"),
        Link("link", "https://t.me/modmilby/4"),
    )


def test_a_post_with_entities_alone_is_read_too(tmp_path: Path) -> None:
    assert read_post(tmp_path, text_entities=[{"type": "plain", "text": "Расчёты"}]).text == "Расчёты"


def test_forwards_and_replies_are_links(tmp_path: Path) -> None:
    named = read_post(tmp_path, text="x", forwarded_from="Северный ветер", reply_to_message_id=4)
    assert named.links == (Link("forward", "Северный ветер", "Северный ветер"), Link("reply", "1044556677/4"))
    bound = read_post(tmp_path, text="x", forwarded_from="Северный ветер", forwarded_from_id="channel99")
    assert bound.links == (Link("forward", "telegram:99", "Северный ветер"),)


@pytest.mark.parametrize(
    ("fields", "edited"),
    [
        ({"edited": "2023-04-22T17:00:00", "edited_unixtime": "1682172000"}, "2023-04-22T14:00:00Z"),
        ({"edited": "2023-04-22T17:00:00"}, "2023-04-22T17:00:00"),
        ({"edited": "1970-01-01T03:00:00", "edited_unixtime": "0"}, None),
        ({}, None),
    ],
)
def test_an_edit_is_dated(tmp_path: Path, fields: dict[str, str], edited: str | None) -> None:
    assert read_post(tmp_path, text="x", **fields).edited == edited


def test_an_edited_text_is_another_version(tmp_path: Path) -> None:
    assert read_post(tmp_path, text="Расчёты").key != read_post(tmp_path, text="Расчёты вернулись").key


def test_an_old_export_states_a_local_hour_without_a_zone(tmp_path: Path) -> None:
    assert read_post(tmp_path, text="x", date_unixtime=None).published == "2023-04-22T16:30:00"


def test_what_is_no_post_is_counted(tmp_path: Path) -> None:
    messages = [
        {"id": 1, "type": "service", "date_unixtime": "1", "action": "create_channel"},
        {"id": 2, "type": "service", "date_unixtime": "1", "action": "pin_message"},
        {**POST, "id": 3, "photo": "photos/1.jpg", "text": ""},
        {**POST, "id": 4, "text": "Расчёты"},
    ]
    found = read(tmp_path, {**CHANNEL, "messages": messages})
    assert [each.document.id for each in found if isinstance(each, Gathered)] == ["1044556677/4"]
    assert {each.reason.split()[0]: each.count for each in found if isinstance(each, Skipped)} == {"service": 2, "posts": 1}


def test_an_export_of_an_account_gives_its_channels_alone(tmp_path: Path) -> None:
    chats = [
        {**CHANNEL, "messages": [{**POST, "text": "Расчёты"}]},
        {"name": "A friend", "type": "personal_chat", "id": 1, "messages": [{**POST, "text": "hello"}]},
        {"name": "Neighbours", "type": "private_supergroup", "id": 2, "messages": [{**POST, "text": "hello"}]},
        {"name": "Ветер", "type": "private_channel", "id": 3, "messages": [{**POST, "text": "Разлікі"}]},
    ]
    found = read(tmp_path, {"about": "…", "personal_information": {}, "chats": {"about": "…", "list": chats}})
    assert [each.document.id for each in found if isinstance(each, Gathered)] == ["1044556677/5", "3/5"]
    assert [each.count for each in found if isinstance(each, Skipped)] == [2]


def test_a_row_that_quotes_an_export_is_still_a_row(tmp_path: Path) -> None:
    (found,) = read(tmp_path, [{"id": "a", "text": 'They wrote: "messages": [1]'}])
    assert isinstance(found, Gathered)
    assert found.document.id == "a"
