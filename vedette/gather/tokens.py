"""Markup to tags, words and comments, as browsers cut it (HTML Living Standard, 13.2.5), in time that grows with its length only.

The standard library's parser is not used: before Python 3.13.6 its time grows with the square of some broken pages' length
(60 kB of `<a ` took a minute), and what is gathered comes from strangers. What is cut off inside a tag or comment has no words.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# A quote opens a value only behind "="; elsewhere it is one more letter of a name.
TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+)>""")
ATTRIBUTE = re.compile(r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?""")
COMMENT = re.compile(r"<!--(?:-?>|(.*?)--!?>)", re.S)
BOGUS = re.compile(r"<(?:[!?]|/(?![a-zA-Z]))[^>]*+>")
OPENING = re.compile(r"<(?=[a-zA-Z!?/])")
RAW = frozenset(["script", "style", "xmp", "iframe", "noembed", "noframes"])
# Words without tags, but with character references.
RAW_WITH_REFERENCES = frozenset(["title", "textarea"])


class Token(NamedTuple):
    """`sort`: start, end, words or comment; `text` is the element's name in small letters, else what stands there."""

    sort: str
    text: str
    attrs: dict[str, str]


def cut_tokens(markup: str) -> Iterator[Token]:
    at = 0
    while at < len(markup):
        opening = OPENING.search(markup, at)
        stop = opening.start() if opening else len(markup)
        if stop > at:
            yield Token("words", unescape(markup[at:stop]), {})
        if not opening:
            return
        token, at = cut_tag(markup, stop)
        if token:
            yield token
            if token.sort == "start" and token.text in RAW | RAW_WITH_REFERENCES:
                words, at = cut_raw(markup, at, token.text)
                yield Token("words", words, {})


def cut_tag(markup: str, at: int) -> tuple[Token | None, int]:
    """The tag or comment that opens here, and where it ends; nothing and the end of the page where it does not."""
    if markup.startswith("<!--", at):
        comment = COMMENT.match(markup, at)
        return (Token("comment", comment[1] or "", {}), comment.end()) if comment else (None, len(markup))
    tag = TAG.match(markup, at)
    if tag:
        return Token("end" if tag[1] else "start", tag[2].lower(), {} if tag[1] else read_attributes(tag[3])), tag.end()
    bogus = BOGUS.match(markup, at)
    return None, bogus.end() if bogus else len(markup)


def read_attributes(written: str) -> dict[str, str]:
    """The first of two attributes of one name counts."""
    attrs: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(written):
        bare = value[1:-1] if value[:1] in ('"', "'") and len(value) > 1 else value
        attrs.setdefault(name.lower(), unescape(bare))
    return attrs


def cut_raw(markup: str, at: int, name: str) -> tuple[str, int]:
    """All up to the element's end tag, or to the end of the page."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.I).search(markup, at)
    stop = end.start() if end else len(markup)
    words = markup[at:stop]
    return (unescape(words) if name in RAW_WITH_REFERENCES else words), stop
