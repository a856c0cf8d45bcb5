"""The main text of a page: the paragraphs of its article, without the page's furniture.

Method: of the elements that pages declare to be the text (articleBody, article, main) the longest of the first kind found,
else the element whose own paragraphs are longest (after Readability, Arc90 2009); furniture by tag, role and class;
blocks that are mostly links are lists of other pages. One line a paragraph; white space within is one space.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from vedette.gather.markup import words_for
from vedette.gather.tree import Node

DROPPED = words_for("dropped")
ROLES = words_for("roles")
FURNITURE = words_for("furniture")
SMALL_FURNITURE = words_for("small_furniture")
BLOCKS = words_for("blocks")
CELLS = ("td", "th")
# A line that is only a link leads elsewhere; a line that is only a time dates the page.
ANCHORS = ("a", "time")
SMALL = 200
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Hints for the layout, no part of any word.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
SHORT_PARAGRAPH = 40
HALF = 0.5


class Block(NamedTuple):
    """A line of text; `linked` is the number of its characters that stand in links or times, which are `anchors`."""

    tag: str
    text: str
    linked: int
    anchors: tuple[Node, ...]


def find_text(root: Node, title: str | None) -> list[Block]:
    """The article's paragraphs, a line each; the headline that it begins with is left out."""
    body = next((node for node in root.walk() if node.tag == "body"), root)
    main = choose_main(body)
    blocks = [block for block in cut_blocks(main, measure(body)) if is_text(block)]
    if len(blocks) > 1 and (blocks[0].tag == "h1" or same_words(blocks[0].text, title or "")):
        blocks = blocks[1:]
    return blocks


def is_text(block: Block) -> bool:
    if block.tag in ("p", "blockquote", "pre", "h1"):
        return block.linked < len(block.text)
    return block.linked <= len(block.text) * HALF


def same_words(text: str, title: str) -> bool:
    return text.casefold().split() == title.casefold().split()


def choose_main(body: Node) -> Node:
    sizes = measure(body)
    for rule in (is_article_body, is_article, is_main):
        found = [node for node in body.walk() if rule(node) and not is_furniture(node, sizes) and sizes[id(node)]]
        if found:
            return max(found, key=lambda node: sizes[id(node)])
    return find_densest(body, sizes) or body


def is_article_body(node: Node) -> bool:
    return "articlebody" in node.attrs.get("itemprop", "").lower().split()


def is_article(node: Node) -> bool:
    return node.tag == "article" or node.attrs.get("role", "").lower() == "article"


def is_main(node: Node) -> bool:
    return node.tag == "main" or node.attrs.get("role", "").lower() == "main"


def find_densest(body: Node, sizes: dict[int, int]) -> Node | None:
    """The element that the most paragraph text belongs to: a paragraph counts whole for its parent, half for the next above."""
    scores: Counter[int] = Counter()
    nodes: dict[int, Node] = {}

    def visit(node: Node, above: tuple[Node, ...]) -> None:
        if is_furniture(node, sizes):
            return
        size = sizes[id(node)]
        if node.tag == "p" and size >= SHORT_PARAGRAPH:
            for share, holder in zip((2, 1), reversed(above), strict=False):
                scores[id(holder)] += share * size
                nodes[id(holder)] = holder
        for child in node.children:
            if isinstance(child, Node):
                visit(child, (*above[-1:], node))

    visit(body, ())
    return nodes[max(scores, key=lambda key: scores[key])] if scores else None


def measure(root: Node) -> dict[int, int]:
    """The number of characters of text below each element, what is never text left out."""
    sizes: dict[int, int] = {}
    for node in reversed(list(root.walk())):
        own = sum(len(child.strip()) if isinstance(child, str) else sizes[id(child)] for child in node.children)
        sizes[id(node)] = 0 if node.tag in DROPPED else own
    sizes[-1] = sizes[id(root)]
    return sizes


def is_furniture(node: Node, sizes: dict[int, int]) -> bool:
    attrs = node.attrs
    if node.tag in DROPPED or "hidden" in attrs or attrs.get("aria-hidden") == "true" or HIDDEN.search(attrs.get("style", "")):
        return True
    if attrs.get("role", "").lower() in ROLES:
        return True
    if node.tag in ("body", "html", "main", "article") or is_article_body(node):
        return False
    tokens = {token.lower() for token in TOKEN.findall(f"{attrs.get('class', '')} {attrs.get('id', '')}")}
    size = sizes[id(node)]
    # What holds most of the page's text is its text, whatever its class says ("page-with-sidebar").
    if size >= sizes[-1] * HALF:
        return False
    return bool(tokens & FURNITURE) or (size < SMALL and bool(tokens & SMALL_FURNITURE))


def cut_blocks(main: Node, sizes: dict[int, int]) -> list[Block]:
    """The lines of the text in order; a block element or a line break ends one."""
    waiting: list[tuple[str, Node | None]] = []
    blocks: list[Block] = []

    def flush(tag: str) -> None:
        text = collapse(words for words, _ in waiting)
        linked = collapse(words for words, anchor in waiting if anchor)
        anchors = tuple({id(anchor): anchor for _, anchor in waiting if anchor}.values())
        waiting.clear()
        if text:
            blocks.append(Block(tag, text, len(linked), anchors))

    def visit(node: Node, tag: str, anchor: Node | None) -> None:
        for child in node.children:
            if isinstance(child, str):
                waiting.append((child, anchor))
            elif child.tag == "br":
                flush(tag)
            elif is_furniture(child, sizes):
                continue
            elif child.tag in BLOCKS and child.tag not in CELLS:
                flush(tag)
                visit(child, child.tag, anchor)
                flush(child.tag)
            else:
                visit(child, tag, child if child.tag in ANCHORS else anchor)
                waiting.append((" " if child.tag in CELLS else "", None))

    visit(main, main.tag, None)
    flush(main.tag)
    return blocks


def collapse(words: Iterable[str]) -> str:
    return " ".join(INVISIBLE.sub("", "".join(words)).split())
