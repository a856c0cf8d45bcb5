"""Who copied whom: the documents of an event or of a family as trees, and the origins that stand behind them."""

from collections import defaultdict

import msgspec

from vedette.ask.view import View, find_by_prefix
from vedette.model.lineage import Copy
from vedette.model.text import Document


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """A document below the one that it derives from. `is_asked`: it belongs to what was asked for, not only to its ancestry."""

    document: str
    id: str
    outlet: str | None
    published: str | None
    lang: str
    origin: str | None
    relation: str | None = None
    strength: float | None = None
    why: tuple[str, ...] = ()
    is_asked: bool = True
    copies: tuple["Branch", ...] = ()


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """An origin and how many of the documents go back to it."""

    origin: str
    label: str | None
    reports: int


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """`unknown` counts documents whose origin is several or not known; `independence` is the event's, where one was asked for."""

    of: str
    reports: int
    origins: tuple[Voice, ...]
    unknown: int
    independence: str | None
    trees: tuple[Branch, ...]


def trace(view: View, wanted: str) -> Lineage:
    """The lineage of an event's reports, of a claim's event, or of a document's family."""
    if wanted.startswith("e-"):
        event = find_by_prefix(view.events, wanted, "event")
        return make_lineage(event.event, {claim.document.key for claim in view.claims_of(event)}, event.independence, view)
    if wanted.startswith("c-"):
        claim = find_by_prefix(view.claims, wanted, "claim")
        if claim.event in view.events:
            return trace(view, claim.event)
        return trace(view, claim.document.key)
    document = view.find_document(wanted)
    return make_lineage(document.key, family_of(document.key, view), None, view)


def family_of(document: str, view: View) -> set[str]:
    """Every document that is linked to it by copying, in either direction."""
    near: dict[str, set[str]] = defaultdict(set)
    for copy in view.copies:
        if copy.relation != "cites":
            near[copy.document].add(copy.of)
            near[copy.of].add(copy.document)
    family, waiting = {document}, [document]
    while waiting:
        fresh = near[waiting.pop()] - family
        family |= fresh
        waiting += fresh
    return family & set(view.documents)


def parents_of(view: View) -> dict[str, Copy]:
    """The strongest edge by which a document derives from another; edges that close a ring are left out."""
    parents: dict[str, Copy] = {}
    for copy in sorted(view.copies, key=lambda copy: (-copy.strength, copy.document, copy.of)):
        if copy.relation == "cites" or copy.document in parents:
            continue
        above: str | None = copy.of
        while above in parents and above != copy.document:
            above = parents[above].of
        if above != copy.document:
            parents[copy.document] = copy
    return parents


def make_lineage(of: str, documents: set[str], independence: str | None, view: View) -> Lineage:
    parents = parents_of(view)
    shown = set(documents)
    for key in documents:
        while key in parents and parents[key].of in view.documents:
            key = parents[key].of
            shown.add(key)
    children: dict[str, list[str]] = defaultdict(list)
    roots = []
    for key in sorted(shown, key=lambda key: order_of(view.documents[key])):
        if key in parents and parents[key].of in shown:
            children[parents[key].of].append(key)
        else:
            roots.append(key)

    def grow(key: str) -> Branch:
        return make_branch(key, parents.get(key), key in documents, tuple(map(grow, children[key])), view)

    voices, unknown = count_voices(documents, view)
    trees = tuple(map(grow, roots))
    return Lineage(of=of, reports=len(documents), origins=voices, unknown=unknown, independence=independence, trees=trees)


def order_of(document: Document) -> tuple[str, str]:
    return (document.published or "9999", document.id)


def make_branch(key: str, edge: Copy | None, is_asked: bool, copies: tuple[Branch, ...], view: View) -> Branch:
    document, origin = view.documents[key], view.origins.get(key)
    return Branch(
        document=key,
        id=document.id,
        outlet=document.outlet,
        published=document.published,
        lang=document.lang,
        origin=(origin.label or origin.key) if origin else None,
        relation=edge.relation if edge else None,
        strength=edge.strength if edge else None,
        why=edge.why if edge else (),
        is_asked=is_asked,
        copies=copies,
    )


def count_voices(documents: set[str], view: View) -> tuple[tuple[Voice, ...], int]:
    labels: dict[str, str | None] = {}
    counts: dict[str, int] = defaultdict(int)
    unknown = 0
    for key in sorted(documents):
        origin = view.origins.get(key)
        if origin is None or origin.key is None:
            unknown += 1
            continue
        labels[origin.key] = labels.get(origin.key) or origin.label
        counts[origin.key] += 1
    voices = [
        Voice(origin=key, label=labels[key], reports=counts[key]) for key in sorted(counts, key=lambda key: (-counts[key], key))
    ]
    return tuple(voices), unknown
