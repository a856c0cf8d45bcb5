"""Which thing a mention means where its name fits several: the text itself decides, or it stays a doubt with its choices."""

from collections import Counter

import msgspec

from vedette.lang.demonyms import read_demonyms
from vedette.model.marked import Mention
from vedette.model.text import Doubt

NEAR = 120  # characters within which a country beside a body speaks for it
CLEAR = 2  # a country must be named this many times as often as the next to decide alone


def settle_names(
    mentions: tuple[Mention, ...], *, text: str, lang: str, document: str = ""
) -> tuple[tuple[Mention, ...], tuple[Doubt, ...]]:
    """Mentions with the likeliest thing first, and a doubt for each that the text does not decide.

    A place with its state is no choice: both readings are kept for the sentence to pick from.
    """
    sure = Counter(mention.things[0] for mention in mentions if len(mention.things) == 1)
    settled, doubts = [], []
    for mention in mentions:
        choices = [thing for thing in mention.things if not thing.startswith("state-")]
        if mention.kind == "place" or len(choices) < 2 or is_nested(mention.things):
            settled.append(mention)
            continue
        ranked = rank_choices(mention, choices, sure)
        decided = bool(sure[ranked[0]]) or is_clear(mention, text, lang)
        settled.append(msgspec.structs.replace(mention, things=tuple(ranked)))
        if not decided:
            doubts.append(doubt_of(mention, ranked, document))
    return tuple(settled), tuple(doubts)


def is_nested(things: tuple[str, ...]) -> bool:
    """A people or a press service with its state."""
    return any(thing.startswith("state-") for thing in things)


def rank_choices(mention: Mention, choices: list[str], sure: Counter[str]) -> list[str]:
    """What the text names outright elsewhere first; else the order in which they were found."""
    return sorted(choices, key=lambda thing: (-sure[thing], mention.things.index(thing)))


def is_clear(mention: Mention, text: str, lang: str) -> bool:
    """One country alone near the mention, or one far more often named than any other."""
    words = read_demonyms(lang).find(text)
    near = {word.code for word in words if abs(word.start - mention.start) <= NEAR}
    counts = Counter(word.code for word in words).most_common(2)
    return len(near) == 1 or len(counts) == 1 or (len(counts) == 2 and counts[0][1] >= CLEAR * counts[1][1])


def doubt_of(mention: Mention, ranked: list[str], document: str) -> Doubt:
    return Doubt(
        station="resolve.names", document=document, start=mention.start, stop=mention.stop, text=mention.text,
        reason="the name fits several things and the text does not decide", choices=tuple(ranked),
    )  # fmt: skip
