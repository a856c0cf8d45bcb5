"""Who passes on another's words: a press agency beside, before or after the one who speaks."""

import msgspec

from vedette.extract.desk import Desk, is_press
from vedette.extract.speakers import is_outlet
from vedette.extract.talk import Told
from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.lang.words import fold
from vedette.model.marked import Mention
from vedette.model.text import Document

QUOTED = 90  # letters
TOLD = 30


def relayed(voice: Voice | None, row: Told, desk: Desk, document: Document) -> Voice | None:
    """«…, said Lukashenko, BelTA reports»: a press agency beside another speaker of the sentence passes on his words."""
    if voice is None:
        return None
    if is_press(voice.chain[0], desk):
        quoted = quoted_by(voice, row.view)
        return msgspec.structs.replace(voice, chain=(*voice.chain, quoted)) if quoted and len(voice.chain) == 1 else voice
    press = [v for v in row.voices if v is not voice and v.rule == "voice.say" and is_press(v.chain[0], desk)]
    told_to = addressee(voice, row.view, desk)
    told_to = None if told_to and is_outlet(told_to, document) else told_to
    if not press and told_to:
        return msgspec.structs.replace(voice, chain=(told_to, *voice.chain))
    return msgspec.structs.replace(voice, chain=(press[0].chain[0], *voice.chain)) if press else voice


def addressee(voice: Voice, view: View, desk: Desk) -> Mention | None:
    """«a source told Reuters», «рассказывал агентству «Тасним»»: the agency that somebody speaks to passes his words on."""
    if voice.rule != "voice.say":
        return None
    for mention in view.mentions:
        gap = view.between(voice.cue.stop, mention.start)
        near = 0 <= mention.start - voice.cue.stop <= TOLD and "," not in gap and "." not in gap
        if (
            near
            and is_press(mention, desk)
            and mention not in voice.chain
            and not set(fold(gap).split()) & set(view.grammar["opening"])
        ):
            return mention
    return None


def quoted_by(voice: Voice, view: View) -> Mention | None:
    """«BelTA quoted the chief of staff, Muraveiko, as saying»: whom an agency quotes."""
    if not fold(voice.cue.text).startswith(view.grammar["quoting"]):
        return None
    people = [m for m in view.mentions if m.kind == "person" and m.things and 0 <= m.start - voice.cue.stop <= QUOTED]
    return people[0] if people else None
