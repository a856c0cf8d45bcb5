"""Plain text and Markdown: the file's text as it stands; Markdown may state its facts in front matter."""

import re
from collections.abc import Iterator

from vedette.gather.decode import decode_text
from vedette.gather.reader import Found, id_of_file, seal_document
from vedette.gather.stated import read_language, read_published
from vedette.model.gathered import Evidence
from vedette.model.text import Document

FENCE = re.compile(r"---[ \t]*\r?\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
FACT = re.compile(r"(\w[\w-]*)[ \t]*:(?:[ \t]+(.*))?")
NESTED = re.compile(r"[ \t]+.*|-[ \t]+.*|#.*|")


class TextReader:
    """A `.txt` file: nothing is known of it but its words."""

    def accepts(self, evidence: Evidence) -> bool:
        return evidence.name.lower().endswith(".txt")

    def read(self, evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
        name = evidence.name
        text = decode_text(evidence.data, where=name)
        document = Document(key="", id=id_of_file(name), text=text, lang="und", form="text", retrieved=retrieved, source=name)
        yield seal_document(document, evidence, where=name)


class MarkdownReader:
    """A `.md` file; front matter gives id, title, url, outlet, published, lang, and is no part of the text."""

    def accepts(self, evidence: Evidence) -> bool:
        return evidence.name.lower().endswith((".md", ".markdown"))

    def read(self, evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
        name = evidence.name
        facts, text = split_front_matter(decode_text(evidence.data, where=name))
        document = Document(
            key="",
            id=facts.get("id") or id_of_file(name),
            text=text,
            lang=read_language(facts.get("lang")),
            url=facts.get("url"),
            outlet=facts.get("outlet"),
            title=facts.get("title"),
            form=facts.get("kind") or "text",
            published=read_published(facts.get("published"), "published", where=name),
            retrieved=retrieved,
            source=name,
        )
        yield seal_document(document, evidence, where=name)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The facts and the rest. What does not read as front matter is text: `---` also draws a line across a page."""
    found = FENCE.match(text)
    if not found:
        return {}, text
    facts: dict[str, str] = {}
    for line in found[1].splitlines():
        fact = FACT.fullmatch(line)
        if fact and fact[2] and fact[2].strip():
            facts[fact[1].lower()] = unquote(fact[2].strip())
        elif not fact and not NESTED.fullmatch(line):
            return {}, text
    return (facts, text[found.end() :]) if facts else ({}, text)


def unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
