"""Which earlier document a text was made from, and how: evidence for one pair, then points, then the name of the relation.

A pair counts only on one of the GROUNDS, in this order; among pairs the points choose. The points are few and round.
"""

from collections.abc import Callable

import msgspec

from vedette.trace.facts import Facts, extent_of, shared_events
from vedette.trace.slots import STATEMENTS
from vedette.trace.texts import Text, held_in

DAYS = 7  # a text is made from news, not from archives
COPIED = 0.4  # share of shingles of a near-copy
KEPT = 0.2  # share of shingles that a text made from another kept, to be called its near-copy
ECHO = 0.08  # share of shingles that shows a rewrite to be of this very text
ALIGNED = 0.75  # share of facts, both ways, of an unattributed translation
RENDERED = 0.65  # share of facts of a text in another language that is a translation rather than a rewrite
BRIEF = 0.4  # length of a summary against its source


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence that `child` was made from `parent`.

    `held` and `holds`: shares of the child's and of the parent's shingles; `told` and `taken`: shares of the child's facts and
    of the parent's news; `lead` and `opens`: its leading news is the
    parent's statement, is told by the parent; `length`: of the child, or of what it has of the parent, against the parent.
    """

    same: bool
    held: float
    holds: float
    news: int
    old: int
    told: float
    taken: float
    quoted: bool
    stated: bool
    channel: bool
    tongue: bool
    outlet: bool
    dated: bool
    linked: bool
    lead: bool
    opens: bool
    length: float


def pair_up(child: tuple[Text, Facts], parent: tuple[Text, Facts]) -> Pair:
    """Everything that bears on the question, for two documents of which the parent was not published later."""
    (text, facts), (source, origin) = child, parent
    shared = shared_events(facts, origin)
    news = [event for event in shared if event in facts.news and event in origin.news]
    stated = [event for event in news if is_statement(facts, origin, event)]
    links = {link.target for link in facts.document.links} | {link.name for link in facts.document.links if link.name}
    return Pair(
        same=text.digest == source.digest,
        held=held_in(text, source),
        holds=held_in(source, text),
        news=len(news),
        old=len(shared) - len(news),
        told=len(shared) / len(facts.events) if facts.events else 0.0,
        taken=len([event for event in origin.news if event in shared]) / len(origin.news) if origin.news else 0.0,
        quoted=any(facts.chains[event] & origin.voices for event in shared),
        stated=bool(stated),
        channel=any("telegram" in facts.channels[event] for event in stated) and origin.document.form == "telegram",
        tongue=facts.document.lang == origin.document.lang,
        outlet=facts.document.outlet is not None and facts.document.outlet == origin.document.outlet,
        dated=text.hour is not None,
        linked=bool(links & {origin.document.url, origin.document.key, origin.document.id} - {None}),
        lead=facts.lead in stated,
        opens=facts.lead in news,
        length=min(text.length / max(1, source.length), extent_of(facts, shared) / max(1, len(source.document.text))),
    )


def is_statement(facts: Facts, origin: Facts, event: str) -> bool:
    """True where the parent is the claimant's own word on what the child lays in the claimant's mouth."""
    if not origin.speaks(event) or not facts.chains[event]:
        return False
    return bool(facts.chains[event] & origin.voices) or origin.document.form in STATEMENTS


def is_same_text(pair: Pair) -> bool:
    return pair.same


def is_near_copy(pair: Pair) -> bool:
    return pair.tongue and max(pair.held, pair.holds) >= COPIED


def links_to_it(pair: Pair) -> bool:
    return pair.linked


def quotes_the_outlet(pair: Pair) -> bool:
    return pair.quoted and not pair.stated and pair.news > 0


def repeats_the_statement(pair: Pair) -> bool:
    return pair.stated and (pair.channel or pair.lead or pair.told >= 0.5)


def follows_itself(pair: Pair) -> bool:
    return pair.outlet and pair.tongue and pair.opens and pair.news >= 2


def echoes(pair: Pair) -> bool:
    return pair.tongue and pair.held >= ECHO and pair.opens


def retells_undated(pair: Pair) -> bool:
    return pair.tongue and not pair.dated and pair.news >= 2


def is_aligned(pair: Pair) -> bool:
    return not pair.tongue and pair.news >= 3 and min(pair.told, pair.taken) >= ALIGNED


GROUNDS: tuple[Callable[[Pair], bool], ...] = (
    is_same_text, is_near_copy, links_to_it, quotes_the_outlet, repeats_the_statement,
    follows_itself, echoes, retells_undated, is_aligned,
)  # fmt: skip


def ground_of(pair: Pair) -> str | None:
    """The name of the first ground that holds, null where none does."""
    return next((ground.__name__ for ground in GROUNDS if ground(pair)), None)


def points_of(pair: Pair) -> float:
    """Words first, then the attribution, then shared facts; half for what is told as past."""
    points = pair.news + 0.5 * pair.old + 4.0 * max(pair.held, pair.holds if pair.tongue else 0.0)
    points += 10.0 * pair.same + 5.0 * pair.linked + 1.5 * (pair.quoted and not pair.stated) + 0.5 * pair.tongue
    return points + (1.0 if pair.channel else 0.25 if pair.stated else 0.0) + 1.0 * pair.outlet


def relation_of(pair: Pair) -> str:
    """Of a text in the same language by its words, in another by how much of it the source has."""
    if pair.same:
        return "copy"
    if not pair.tongue:
        return "translation" if pair.told >= RENDERED else "rewrite"
    if pair.held >= KEPT:
        return "near-copy"
    return "summary" if pair.length < BRIEF and (quotes_the_outlet(pair) or pair.holds >= COPIED) else "rewrite"
