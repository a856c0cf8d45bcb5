"""Edges between documents: for each the one best parent, and beside it whom it cites.

Never all pairs: candidates share a run of words, an event, or an outlet's name, and each list that is looked up keeps its
first and its latest entries only. Work grows with the number of documents.
Method: word shingles and containment (Broder 1997) within a language; typed facts and attribution across languages.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from vedette.model.claim import Claim
from vedette.model.lineage import Copy
from vedette.model.text import Document
from vedette.trace.facts import Facts, facts_of
from vedette.trace.gathering import Gathered, gather_claims
from vedette.trace.parents import DAYS, Pair, ground_of, pair_up, points_of, relation_of
from vedette.trace.texts import Text, order_of, text_of

FIRST, LATEST = 12, 24  # entries that a list keeps
CLOSEST = 20  # candidates taken for their words
SAMPLE = 256  # shingles of a document that are looked up

Read = tuple[Text, Facts]


class Shelf:
    """Documents by key of any sort, in order of publication; a list keeps its first and its latest entries."""

    def __init__(self) -> None:
        self.rows: dict[object, list[int]] = defaultdict(list)

    def put(self, keys: Iterable[object], number: int) -> None:
        for key in keys:
            row = self.rows[key]
            row.append(number)
            if len(row) > FIRST + LATEST:
                del row[FIRST]

    def look(self, keys: Iterable[object]) -> Counter[int]:
        return Counter(number for key in keys for number in self.rows.get(key, ()))


def find_copies(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], *, gathered: Gathered | None = None
) -> tuple[Copy, ...]:
    """Edges in order of the child's key; at most one that is not `cites` for each document.

    `gathered`: what `gather_claims` made of the same documents and claims, where the caller has it already.
    """
    facts = facts_of(documents, claims, gathered or gather_claims(documents, claims))
    unique = {document.key: document for document in documents}
    reads = sorted(((text_of(unique[key]), facts[key]) for key in unique), key=lambda read: order_of(read[0]))
    words, things = Shelf(), Shelf()
    copies: list[Copy] = []
    for number, read in enumerate(reads):
        close = [n for n, _ in sorted(words.look(sample(read[0])).items(), key=lambda row: (-row[1], row[0]))[:CLOSEST]]
        near = {*close, *things.look(wanted(read[1]))}
        copies += edges_of(read, [reads[n] for n in sorted(near)])
        words.put(sample(read[0]), number)
        things.put(offered(read[1]), number)
    return tuple(sorted(copies, key=lambda copy: (copy.document, copy.relation == "cites", copy.of)))


def sample(text: Text) -> list[int]:
    """The smallest hashes of a text: the same choice in every text that shares them."""
    return sorted(text.shingles)[:SAMPLE]


def offered(facts: Facts) -> list[object]:
    document = facts.document
    keys: list[object] = [("event", event, document.lang) for event in facts.news]
    keys += [("voice", event, voice) for event in facts.events for voice in facts.voices]
    keys += [("outlet", event, document.outlet) for event in facts.news if document.outlet]
    keys += [("speaks", event) for event in facts.news if facts.speaks(event)]
    return keys + [("address", address) for address in {document.url, document.key, document.id} if address]


def wanted(facts: Facts) -> list[object]:
    document = facts.document
    keys: list[object] = [
        ("event", event, lang) for event in facts.events for lang in ("en", "ru", "be", "uk", "pl", "de", document.lang)
    ]
    keys += [("voice", event, thing) for event, things in facts.chains.items() for thing in things]
    keys += [("outlet", event, document.outlet) for event in facts.events if document.outlet]
    keys += [("speaks", event) for event in facts.events]
    return keys + [("address", link.target) for link in document.links]


def edges_of(read: Read, near: Sequence[Read]) -> list[Copy]:
    found: list[tuple[float, int, str, Read, Pair]] = []
    cited: dict[str, Copy] = {}
    for rank, other in enumerate(near):
        pair = pair_up(read, other)
        ground = ground_of(pair) if may_follow(read[0], other[0]) or pair.same else None
        if ground is not None:
            found.append((-points_of(pair), rank, ground, other, pair))
        if pair.quoted or pair.linked:
            cited[other[0].document.key] = cites(read, other, pair)
    if not found:
        return list(cited.values())
    _, _, ground, parent, pair = min(found, key=lambda row: row[:2])
    key = parent[0].document.key
    strength = max(pair.held, min(1.0, pair.told))
    edge = Copy(
        document=read[0].document.key, of=key, relation=relation_of(pair), strength=round(strength, 3),
        why=(ground, *reasons(pair)),
    )  # fmt: skip
    return [edge, *(copy for other, copy in sorted(cited.items()) if other != key)]


def may_follow(text: Text, source: Text) -> bool:
    """True where the source was there first, and not long before; an undated text may follow any dated one."""
    if source.hour is None:
        return False
    return text.hour is None or timedelta(0) < text.hour - source.hour <= timedelta(days=DAYS)


def cites(read: Read, other: Read, pair: Pair) -> Copy:
    return Copy(
        document=read[0].document.key,
        of=other[0].document.key,
        relation="cites",
        strength=round(pair.told, 3),
        why=("names_its_outlet",),
    )


def reasons(pair: Pair) -> list[str]:
    found = [f"{pair.news} news in common"] if pair.news else []
    return found + ([f"{pair.held:.0%} of its words"] if pair.held >= 0.05 else [])
