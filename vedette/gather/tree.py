"""A page's markup as a tree: forgiving as browsers are, and shallow enough to walk."""

import re
from collections.abc import Iterator

from vedette.gather.markup import words_for
from vedette.gather.tokens import Token, cut_tokens

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


class Tree:
    """A page's tree while it grows; `saved_from` is the address that browsers write into a page that they save."""

    def __init__(self) -> None:
        self.root = Node("", {})
        self.open = [self.root]
        self.saved_from: str | None = None

    def add(self, token: Token) -> None:
        if token.sort == "start":
            self.start(token.text, token.attrs)
        elif token.sort == "end":
            self.end({token.text}, set())
        elif token.sort == "words":
            self.open[-1].children.append(token.text)
        elif self.saved_from is None:
            found = SAVED_FROM.match(token.text)
            self.saved_from = found[1] if found else None

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag in ENDS_PARAGRAPH:
            self.end({"p"}, {"button", "td", "th", "li", "article", "section", "div"})
        if tag in SIBLINGS:
            self.end(*SIBLINGS[tag])
        node = Node(tag, attrs)
        self.open[-1].children.append(node)
        # Beyond this depth elements become siblings: the order of the words stays, and no walk runs out of stack.
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(node)

    def end(self, ended: set[str], within: set[str]) -> None:
        """Closes the innermost open element of these, unless one of the others lies further in."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag in ended:
                del self.open[depth:]
                return
            if self.open[depth].tag in within:
                return


def make_tree(markup: str) -> Tree:
    tree = Tree()
    for token in cut_tokens(markup):
        tree.add(token)
    return tree
