"""Telegram Desktop's export (`result.json`): the posts of channels, bound by the channel's id, which survives a new name.

Private conversations and groups are not read: vedette keeps no words of private people.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vedette.errors import DamagedSourceError, ForeignSourceError, SourceError
from vedette.gather.decode import decode_text
from vedette.gather.items import Item, parse_json, walk_items
from vedette.gather.reader import Found, seal_document
from vedette.gather.stated import read_instant, read_unixtime
from vedette.gather.telegram_text import join_pieces, link_pieces
from vedette.model.gathered import Evidence, Gathered, Skipped
from vedette.model.text import Document, Link

# A key, never a key quoted inside a post's text, where the quotes are escaped.
MESSAGES = re.compile(r'(?<!\\)"messages"\s*:\s*\[')
TYPED = re.compile(rb'(?<!\\)"messages"\s*:\s*\[|(?<!\\)"chats"\s*:\s*\{')
NEXT_MESSAGE = re.compile(r'\}\s*,\s*(?=\{\s*"id"\s*:\s*\d+\s*,\s*"type"\s*:)')
SERVICE = "service messages are no posts"
WITHOUT_TEXT = "posts without text (media, polls)"
PRIVATE = "conversations and groups are not read, only channels"


class Channel(NamedTuple):
    """`username` is the public name in addresses, null where the export does not tell it (Telegram Desktop's own does not)."""

    id: str
    name: str | None
    username: str | None

    def address(self, post: object) -> str | None:
        return f"https://t.me/{self.username}/{post}" if self.username else None


class TelegramReader:
    """Posts as documents: id `<channel id>/<message id>`, source `telegram:<channel id>#<message id>`."""

    def accepts(self, evidence: Evidence) -> bool:
        return evidence.name.lower().endswith(".json") and TYPED.search(evidence.data) is not None

    def read(self, evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
        text = decode_text(evidence.data, where=evidence.name)
        try:
            chats = list_chats(parse_json(text, where=evidence.name))
        except DamagedSourceError as error:
            yield error
            chats = salvage_chats(text, evidence.name)
        channels = private = 0
        for chat, messages in chats:
            if not str(chat.get("type", "channel")).endswith("channel"):
                private += 1
                continue
            channels += 1
            yield from read_chat(chat, messages, evidence, retrieved=retrieved)
        if not channels:
            raise ForeignSourceError(f"a Telegram export without a channel; {PRIVATE}", where=evidence.name)
        if private:
            yield Skipped(where=evidence.name, reason=PRIVATE, count=private)


Chat = tuple[dict[str, object], Iterator[Item | DamagedSourceError]]


def list_chats(value: object) -> Iterator[Chat]:
    """The one chat of an export of a chat, or those of `chats.list` in an export of an account."""
    whole = value if isinstance(value, dict) else {}
    account = whole.get("chats")
    listed = account.get("list") if isinstance(account, dict) else None
    for chat in listed if isinstance(listed, list) else [whole]:
        if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
            yield chat, (Item(number, message) for number, message in enumerate(chat["messages"], 1))


def salvage_chats(text: str, name: str) -> Iterator[Chat]:
    """The chats of a damaged export: the head of each is read up to its messages, which are then read one by one."""
    for found in MESSAGES.finditer(text):
        opening = text.rfind("{", 0, found.start())
        head = text[max(opening, 0) : found.start()] + '"messages": []}'
        try:
            chat = parse_json(head, where=name)
        except DamagedSourceError:
            continue  # the damage itself is already reported; without its head a chat has no id to bind its posts by
        if isinstance(chat, dict):
            yield chat, walk_items(text, found.end(), where=name, following=NEXT_MESSAGE)


def read_chat(
    chat: dict[str, object], messages: Iterator[Item | DamagedSourceError], evidence: Evidence, *, retrieved: str
) -> Iterator[Found]:
    name = evidence.name
    if not isinstance(chat.get("id"), int):
        yield DamagedSourceError("the channel has no id to bind its posts by", where=name)
        return
    channel = Channel(str(chat["id"]), text_or_none(chat.get("name")), text_or_none(chat.get("username")))
    skipped: Counter[str] = Counter()
    for item in messages:
        if isinstance(item, SourceError):
            continue  # the whole export's damage is already reported
        try:
            found = read_message(item, channel, evidence, retrieved=retrieved)
        except SourceError as error:
            yield error
            continue
        if isinstance(found, str):
            skipped[found] += 1
        else:
            yield found
    for reason, count in sorted(skipped.items()):
        yield Skipped(where=f"{name}, channel {channel.id}", reason=reason, count=count)


def read_message(item: Item, channel: Channel, evidence: Evidence, *, retrieved: str) -> Gathered | str:
    """The post, or the reason why it is none."""
    message = item.value
    if not isinstance(message, dict) or not isinstance(message.get("id"), int):
        raise DamagedSourceError(f"message {item.number} in order has no id", where=evidence.name)
    where = f"{evidence.name}, channel {channel.id}, message {message['id']}"
    if message.get("type") == "service":
        return SERVICE
    if message.get("type", "message") != "message":
        raise ForeignSourceError(f"a message of an unknown type: {str(message['type'])[:40]}", where=where)
    pieces = message.get("text") or message.get("text_entities") or ""
    text = join_pieces(pieces, where=where)
    if not text.strip():
        return WITHOUT_TEXT
    post = message["id"]
    document = Document(
        key="",
        id=f"{channel.id}/{post}",
        text=text,
        lang="und",
        url=channel.address(post),
        outlet=channel.name,
        form="telegram",
        published=read_date(message, where=where),
        edited=read_unixtime(message.get("edited_unixtime")) or read_edited(message.get("edited")),
        retrieved=retrieved,
        source=f"telegram:{channel.id}#{post}",
        links=(*find_forwards(message), *find_replies(message, channel), *link_pieces(message.get("text_entities") or pieces)),
    )
    return seal_document(document, evidence, where=where)


def read_date(message: dict[str, object], *, where: str) -> str:
    """UTC; an old export without unix times states the hour of the machine that wrote it, and so stays without a zone."""
    date = read_unixtime(message.get("date_unixtime")) or read_instant(str(message.get("date", "")))
    if not date:
        raise DamagedSourceError("the message has no date", where=where)
    return date


def read_edited(value: object) -> str | None:
    instant = read_instant(str(value or ""))
    # Old exports write the beginning of 1970 for "never".
    return None if instant and instant.startswith(("1970-01-01", "1969-12-31")) else instant


def find_forwards(message: dict[str, object]) -> tuple[Link, ...]:
    """The target is the other channel's id where the export tells it, else the name that it shows."""
    name = text_or_none(message.get("forwarded_from"))
    bound = re.fullmatch(r"(?:channel)?(\d+)", str(message.get("forwarded_from_id", "")))
    if not name and not bound:
        return ()
    return (Link("forward", f"telegram:{bound[1]}" if bound else str(name), name),)


def find_replies(message: dict[str, object], channel: Channel) -> tuple[Link, ...]:
    answered = message.get("reply_to_message_id")
    if not isinstance(answered, int):
        return ()
    peer = re.fullmatch(r"(?:channel)?(\d+)", str(message.get("reply_to_peer_id", "")))
    return (Link("reply", f"{peer[1] if peer else channel.id}/{answered}"),)


def text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
