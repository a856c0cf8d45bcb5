"""What a page states of itself: title, address, outlet, days, language, from its meta elements, its JSON-LD and its markup."""

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from vedette.gather.markup import WORDS
from vedette.gather.stated import read_instant
from vedette.gather.tree import Node

PUBLISHED, EDITED, ARTICLES = WORDS["published"], WORDS["edited"], WORDS["articles"]


class Facts(NamedTuple):
    """`canonical` is the address that the page names as the original's, which may stand on another site."""

    title: str | None
    url: str | None
    canonical: str | None
    outlet: str | None
    published: str | None
    edited: str | None
    lang: str | None


def find_facts(root: Node, saved_from: str | None) -> Facts:
    """Each fact from the first that states it; a day that is no ISO 8601 is as good as none here."""
    nodes = list(root.walk())
    meta = collect_meta(nodes)
    linked = find_linked(nodes)
    canonical = first_address(next((node.attrs.get("href") for node in nodes if is_canonical(node)), None))
    return Facts(
        title=first_words(meta.get("og:title"), linked.get("headline"), words_of(nodes, "h1"), words_of(nodes, "title")),
        url=first_address(meta.get("og:url"), linked.get("url"), canonical, saved_from),
        canonical=canonical,
        outlet=first_words(meta.get("og:site_name"), linked.get("publisher"), meta.get("application-name")),
        published=first_instant(*(meta.get(name) for name in PUBLISHED), linked.get("datePublished"), *find_times(nodes)),
        edited=first_instant(*(meta.get(name) for name in EDITED), linked.get("dateModified")),
        lang=first_words(linked.get("inLanguage"), next((node.attrs.get("lang") for node in nodes if node.tag == "html"), None)),
    )


def collect_meta(nodes: list[Node]) -> dict[str, str]:
    """Meta elements and elements with `itemprop`, by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for node in nodes:
        stated = node.attrs.get("property") or node.attrs.get("name") if node.tag == "meta" else None
        name = node.attrs.get("itemprop") or stated
        value = node.attrs.get("content") or node.attrs.get("datetime")
        if name and value and value.strip():
            found.setdefault(name.strip().lower(), value.strip())
    return found


def find_linked(nodes: list[Node]) -> dict[str, str]:
    """The strings that the page's JSON-LD states of its article; broken JSON-LD states nothing."""
    for node in nodes:
        if node.tag == "script" and node.attrs.get("type", "").lower().startswith("application/ld+json"):
            try:
                value = json.loads("".join(child for child in node.children if isinstance(child, str)), strict=False)
            except (ValueError, RecursionError):
                continue
            found = [entry for entry in list_entries(value) if is_typed(entry, ARTICLES)]
            if found:
                return flatten_entry(min(found, key=lambda entry: is_typed(entry, ("WebPage",))))
    return {}


def list_entries(value: object) -> Iterator[dict[str, object]]:
    waiting = [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.append(item.get("@graph"))


def is_typed(entry: dict[str, object], types: Collection[str]) -> bool:
    stated = entry.get("@type")
    return any(name in types for name in (stated if isinstance(stated, list) else [stated]))


def flatten_entry(entry: dict[str, object]) -> dict[str, str]:
    """The entry's strings, with the publisher's name for the publisher and the page's address for `mainEntityOfPage`."""
    publisher, page = entry.get("publisher"), entry.get("mainEntityOfPage")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    stated = {
        **entry,
        "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
        "url": entry.get("url") or (page.get("@id") if isinstance(page, dict) else page),
    }
    return {name: value for name, value in stated.items() if isinstance(value, str)}


def find_times(nodes: list[Node]) -> list[str | None]:
    """`<time datetime>` of the first article, else of the page; a page with several unmarked times states no day."""
    article = next((node for node in nodes if node.tag == "article"), None)
    times = [node for node in (article.walk() if article else nodes) if node.tag == "time" and node.attrs.get("datetime")]
    marked = [node for node in times if "pubdate" in node.attrs or "published" in node.attrs.get("class", "").lower()]
    chosen = marked[:1] or (times[:1] if article or len(times) == 1 else [])
    return [node.attrs["datetime"] for node in chosen]


def words_of(nodes: list[Node], tag: str) -> str | None:
    """The longest text of such an element: a page's logo is often marked as a headline too."""
    return max((node.words() for node in nodes if node.tag == tag), key=len, default=None)


def is_canonical(node: Node) -> bool:
    return node.tag == "link" and "canonical" in node.attrs.get("rel", "").lower().split()


def is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def first_words(*values: str | None) -> str | None:
    return next((" ".join(value.split()) for value in values if value and value.strip()), None)


def first_address(*values: str | None) -> str | None:
    return next((value.strip() for value in values if value and is_address(value.strip())), None)


def first_instant(*values: str | None) -> str | None:
    return next((instant for instant in (read_instant(value) for value in values if value) if instant), None)
