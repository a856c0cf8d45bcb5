"""Does a text speak of military cooperation at all, or does it only borrow its words: a game, a match, a recipe?"""

from vedette.lang.words import Words, fold
from vedette.model.marked import Mention

STATE = ("state-", "mod-", "armed-forces-", "general-staff-", "mfa-", "president-")


def weigh_field(text: str, words: Words) -> tuple[int, int]:
    """(different words of the field, different words of other fields) that stand in a text."""
    cues = words.find(text)
    field = {fold(cue.text) for cue in cues if cue.name == "domain.field"}
    other = {fold(cue.text) for cue in cues if cue.name == "domain.other"}
    return len(field), len(other)


def is_relevant(text: str, words: Words, mentions: tuple[Mention, ...]) -> bool:
    """Whether claims may be looked for: words of the field outweigh those of others, and somebody of the field is named."""
    field, other = weigh_field(text, words)
    things = {thing for mention in mentions for thing in mention.things}
    if not things:
        return field >= 2 and other == 0
    official = len([thing for thing in things if thing.startswith(STATE)])
    return field + min(len(things), 3) >= 3 and field + min(official, 3) > 1.6 * other
