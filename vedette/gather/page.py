"""A saved web page: its main text, and what it states of itself in its head."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from vedette.errors import EmptySourceError
from vedette.gather.decode import decode_page
from vedette.gather.main_text import Block, find_text
from vedette.gather.page_facts import Facts, find_facts, is_address
from vedette.gather.reader import Found, id_of_file, seal_document
from vedette.gather.stated import read_language
from vedette.gather.tree import make_tree
from vedette.model.gathered import Evidence
from vedette.model.text import Document, Link


class PageReader:
    """An `.html` file as a browser or a crawler saved it; its own scripts and furniture are no text."""

    def accepts(self, evidence: Evidence) -> bool:
        return evidence.name.lower().endswith((".html", ".htm", ".xhtml"))

    def read(self, evidence: Evidence, *, retrieved: str) -> Iterator[Found]:
        name = evidence.name
        tree = make_tree(decode_page(evidence.data, where=name))
        facts = find_facts(tree.root, tree.saved_from)
        blocks = find_text(tree.root, facts.title)
        if not blocks:
            raise EmptySourceError("the page has no main text", where=name)
        document = Document(
            key="",
            id=id_of_file(name),
            text="\n".join(block.text for block in blocks),
            lang=read_language(facts.lang),
            url=facts.url,
            outlet=facts.outlet,
            title=facts.title,
            form="page",
            published=facts.published,
            edited=facts.edited,
            retrieved=retrieved,
            source=name,
            links=find_links(blocks, facts),
        )
        yield seal_document(document, evidence, where=name)


def find_links(blocks: list[Block], facts: Facts) -> tuple[Link, ...]:
    """The addresses that the main text points to, each once; first the original on another site, where the page names one."""
    links: list[Link] = []
    if facts.canonical and facts.url and urlsplit(facts.canonical).hostname != urlsplit(facts.url).hostname:
        links.append(Link("canonical", facts.canonical))
    for node in (anchor for block in blocks for anchor in block.anchors):
        target = join_address(facts.url, node.attrs.get("href", ""))
        if target:
            links.append(Link("link", target, node.words() or None))
    return tuple(dict.fromkeys(links))


def join_address(url: str | None, target: str) -> str | None:
    """The whole address; null for anchors, scripts and what cannot be an address."""
    if not target or target.startswith("#"):
        return None
    try:
        whole = urljoin(url or "", target.strip())
    except ValueError:
        return None
    return whole if is_address(whole) else None
