"""On what a claim rests, and the marks by which a unit, an aircraft or a train could be known again."""

import re

from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.model.claim import Stretch

BASES = ("satellite", "video", "photo", "document", "eyewitness")
MARKS = re.compile(
    r"\b(?:RF|EW|RA|UR)-\d{3,5}\b"  # tail numbers of the region's registers
    r"|(?<!\w)(?:в/ч|military unit|unit no\.?|войсков(?:ая|ой) част[ьи]|вайсков(?:ая|ай) част\w*)\s*(?:№\s*)?\d{4,5}"
    r"|(?<!\w)\d{1,3}(?:-?(?:я|й|га|ю|ая|ой|я|ai|th|st|nd|rd))?\s+(?:[^\W\d_]+\s+){0,3}?(?:бригад\w*|брыгад\w*|полк\w*|brigade|regiment|дивизи\w+|division)",
    re.IGNORECASE,
)


def find_basis(view: View, voice: Voice | None) -> str | None:
    """What is shown beats what is said; a voice alone is a statement."""
    shown = {cue.shelf for cue in view.cues if cue.room == "basis"}
    return next((basis for basis in BASES if basis in shown), "statement" if voice else None)


def find_identifiers(view: View) -> tuple[Stretch, ...]:
    return tuple(Stretch(m.group(), view.start + m.start(), view.start + m.end()) for m in MARKS.finditer(view.text))
