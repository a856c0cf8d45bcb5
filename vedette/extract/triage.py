"""Could a sentence carry a claim, or say whose claim it is? Asked of raw text, before anything is parsed."""

from vedette.lang.words import Words
from vedette.model.claim import KINDS

SPEAKING = ("voices.say", "voices.deny", "voices.accord", "voices.about", "voices.own", "voices.passive")


def may_speak(text: str, words: Words) -> bool:
    """Method: one pass of the word lists; a sentence without any word of theirs cannot fire a rule."""
    return any(cue.room in KINDS or cue.name in SPEAKING for cue in words.find(text)) or any(ch.isdigit() for ch in text)
