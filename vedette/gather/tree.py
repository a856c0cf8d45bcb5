"""A page's markup as a tree: forgiving as browsers are, and shallow enough to walk."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from vedette.gather.markup import words_for

VOID = words_for("void")
ENDS_PARAGRAPH = words_for("ends_paragraph")
# What a start tag ends, and within what it looks for it.
SIBLINGS = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
}
SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(https?://\S+)")
DEEPEST = 200


class Node:
    """An element with its children in order, strings among them."""

    __slots__ = ("attrs", "children", "tag")

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag = tag
        self.attrs = attrs
        self.children: list[Node | str] = []

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in the order of the page."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))

    def words(self) -> str:
        """All text below, with white space as one space."""
        found: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                found.append(item)
            else:
                waiting.extend(reversed(item.children))
        return " ".join("".join(found).split())


class TreeMaker(HTMLParser):
    """`saved_from` is the address that browsers write into a page that they save."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]
        self.saved_from: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ENDS_PARAGRAPH:
            self.end_open({"p"}, {"button", "td", "th", "li", "article", "section", "div"})
        if tag in SIBLINGS:
            self.end_open(*SIBLINGS[tag])
        # The first of two attributes of one name counts, as in browsers.
        node = Node(tag, {name: value or "" for name, value in reversed(attrs)})
        self.open[-1].children.append(node)
        # Beyond this depth elements become siblings: the order of the words stays, and no walk runs out of stack.
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        found = SAVED_FROM.match(data)
        if found:
            self.saved_from = found[1]

    def end_open(self, ended: set[str], within: set[str]) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag in ended:
                del self.open[depth:]
                return
            if self.open[depth].tag in within:
                return


def make_tree(markup: str) -> TreeMaker:
    maker = TreeMaker()
    maker.feed(markup)
    maker.close()
    return maker
