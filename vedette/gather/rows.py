"""JSON and JSON lines: one object a document, with id, lang, outlet, url, kind, published, title, text; only `text` is needed."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from vedette.errors import DamagedSourceError, EmptySourceError, ForeignSourceError, SourceError
from vedette.gather.decode import decode_text
from vedette.gather.items import Item, parse_json, skip_blank, walk_items
from vedette.gather.reader import Found, id_of_file, seal_document
from vedette.gather.stated import read_language, read_published, read_words
from vedette.model.gathered import Evidence, Gathered
from vedette.model.text import Document

LINES = (".jsonl", ".ndjson")


class RowReader:
    """A list of documents, one document, an object with a list `documents`, or one object a line."""

    def accepts(self, evidence: Evidence) -> bool:
        return evidence.name.lower().endswith((".json", *LINES))

    def read(self, evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
        if evidence.name.lower().endswith(LINES):
            return read_lines(evidence, retrieved=retrieved)
        return read_whole(evidence, retrieved=retrieved)


def read_lines(evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
    """A row's number is its line's; blank lines are no rows."""
    name = evidence.name
    for number, line in enumerate(split_lines(evidence), 1):
        if not line.strip():
            continue
        where = f"{name}#{number}"
        try:
            row = parse_json(decode_text(line, where=where), where=where)
            yield read_row(row, evidence, number, retrieved=retrieved)
        except SourceError as error:
            yield error


def split_lines(evidence: Evidence) -> list[bytes]:
    """Cut at line feeds only, before decoding: one row in a wrong encoding does not take the others with it."""
    data = evidence.data
    if not data.strip():
        raise EmptySourceError("the file is empty", where=evidence.name)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = decode_text(data, where=evidence.name).encode()
    return data.removeprefix(BOM_UTF8).split(b"\n")


def read_whole(evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
    name = evidence.name
    text = decode_text(evidence.data, where=name)
    start = skip_blank(text, 0)
    if text.startswith("[", start):
        for item in walk_items(text, start + 1, where=name):
            yield item if isinstance(item, SourceError) else try_row(item, evidence, retrieved=retrieved)
        return
    try:
        value = parse_json(text, where=name)
    except DamagedSourceError as error:
        if "extra data" not in error.message:
            raise
        # One object a line under the other ending: several exporters write it so.
        yield from read_lines(evidence, retrieved=retrieved)
        return
    for item in find_rows(value, name):
        yield try_row(item, evidence, retrieved=retrieved)


def find_rows(value: object, name: str) -> Iterator[Item]:
    listed = value.get("documents") if isinstance(value, dict) else None
    if isinstance(listed, list):
        yield from (Item(number, row) for number, row in enumerate(listed, 1))
    elif isinstance(value, dict) and ("text" in value or "id" in value):
        yield Item(1, value)
    else:
        raise ForeignSourceError("JSON, but no document, no list of documents and no Telegram export", where=name)


def try_row(item: Item, evidence: Evidence, *, retrieved: str) -> Found:
    try:
        return read_row(item.value, evidence, item.number, retrieved=retrieved)
    except SourceError as error:
        return error


def read_row(row: object, evidence: Evidence, number: int, *, retrieved: str) -> Gathered:
    """The document of one row; other fields than those of the head of this file are ignored."""
    where = f"{evidence.name}#{number}"
    if not isinstance(row, dict):
        raise DamagedSourceError("the row is no object", where=where)
    if "text" not in row:
        raise DamagedSourceError("the row has no text", where=where)
    if not isinstance(row["text"], str):
        raise DamagedSourceError(f"text is no string: {str(row['text'])[:40]}", where=where)
    document = Document(
        key="",
        id=read_id(row.get("id"), where=where) or f"{id_of_file(evidence.name)}#{number}",
        text=row["text"],
        lang=read_language(row.get("lang")),
        url=read_words(row.get("url"), "url", where=where),
        outlet=read_words(row.get("outlet"), "outlet", where=where),
        title=read_words(row.get("title"), "title", where=where),
        form=read_words(row.get("kind"), "kind", where=where),
        published=read_published(row.get("published"), "published", where=where),
        edited=read_published(row.get("edited"), "edited", where=where),
        retrieved=retrieved,
        source=where,
    )
    return seal_document(document, evidence, where=where)


def read_id(value: object, *, where: str) -> str | None:
    """The source's own id; numbers are ids too."""
    number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if number else read_words(value, "id", where=where)
