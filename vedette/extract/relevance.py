"""Does a text speak of military cooperation at all, or does it only borrow its words: a game, a match, a recipe?"""

from vedette.lang.words import Words, fold
from vedette.model.marked import Mention

OFFICIAL = ("state-", "mod-", "armed-forces-", "general-staff-", "mfa-", "president-")
SHORT = 250  # letters: a post of one sentence has no room for more words
SPEAKING = ("actor", "person", "exercise", "treaty")


def weigh_field(text: str, words: Words) -> tuple[int, int]:
    """(different words of the field, different words of other fields) that stand in a text."""
    cues = words.find(text)
    field = {fold(cue.text) for cue in cues if cue.name == "domain.field"}
    other = {fold(cue.text) for cue in cues if cue.name == "domain.other"}
    return len(field), len(other)


def is_relevant(text: str, words: Words, mentions: tuple[Mention, ...]) -> bool:
    """Whether claims may be looked for: words of the field outweigh those of others, and somebody of the field is named."""
    field, other = weigh_field(text, words)
    named = {thing for m in mentions if m.kind in SPEAKING and m.how not in ("description", "statistical") for thing in m.things}
    things = {thing for mention in mentions for thing in mention.things}
    said = {thing for m in mentions if m.description is None or m.description.countries for thing in m.things}
    official = len([thing for thing in said if thing.startswith(OFFICIAL)])
    systems = {thing for m in mentions if m.kind == "system" and m.how == "gazetteer" for thing in m.things}
    if systems and any(m.kind == "actor" and m.how == "shape" for m in mentions):
        # «the 61st Fighter Air Base» with its aircraft is somebody, though nobody is named.
        named, official = named | systems, official + 2 * len(systems)
    if not named and not (systems and field and not other):
        # Crews, brigades and drones are also those of firemen and birdwatchers.
        least = 1 if official and len(text) < SHORT else 3 if official else 4
        return field >= least + other and other <= 1
    return field + min(len(things), 3) >= 3 and (not other or field + min(official, 3) > 1.6 * other)
