"""The words that name or tell an occurrence, and the kind that they speak for."""

import msgspec

from vedette.extract.view import View
from vedette.lang.words import Cue
from vedette.model.claim import KINDS

# Kinds whose words are too common to count without a thing of the field in the sentence.
NEEDS = {
    "movement": {"actor", "person", "system", "place"},
    "deployment": {"actor", "person", "system", "place"},
    "transfer": {"system", "actor"},
    "test": {"system", "actor", "place", "person"},
    "agreement": {"actor", "person", "place", "treaty", "system"},
    "visit": {"person", "actor", "place"},
    "readiness": {"system", "actor", "place"},
    "infrastructure": {"place", "system", "actor"},
    "incident": {"place", "system", "actor"},
    "statement": {"actor", "person", "place"},
    "other": {"actor", "person", "place"},
    "training": {"actor", "system", "place", "person", "exercise"},
    "exercise": {"actor", "system", "place", "person", "exercise"},
}
NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "X"}
VERBAL = {"VERB", "AUX", "ADJ", "X", "NOUN", "ADV", "DET"}


class Trigger(msgspec.Struct, frozen=True):
    """A cue that speaks for a kind; `head` and `clause` are indices of words in the view."""

    cue: Cue
    kind: str
    form: str
    head: int
    clause: int


def is_blocked(cue: Cue, blockers: list[Cue]) -> bool:
    return any(b.start <= cue.start and cue.stop <= b.stop for b in blockers)


def has_right_class(view: View, cue: Cue, head: int) -> bool:
    """One-word cues must be of the class that they are listed under; rows of words speak for themselves."""
    if " " in cue.text.strip() or head < 0:
        return True
    upos = view.word(head).upos
    return upos in (NOMINAL if cue.shelf == "noun" else VERBAL)


def has_company(view: View, kind: str) -> bool:
    kinds = {mention.kind for mention in view.mentions}
    return bool(kinds & NEEDS[kind])


def is_modifier(view: View, head: int) -> bool:
    """«training programme», «exercise area»: a noun that only describes another one."""
    return head >= 0 and view.word(head).relation == "compound"


def find_triggers(view: View) -> list[Trigger]:
    """Triggers of a sentence in order; of two that overlap within one kind the longer stays."""
    blockers = view.cues_of("blockers.words")
    found: list[Trigger] = []
    for cue in sorted(view.cues, key=lambda c: (c.start - c.stop, c.start)):
        if cue.room not in KINDS or is_blocked(cue, blockers):
            continue
        head = view.head_of(cue.start, cue.stop)
        if not has_right_class(view, cue, head) or not has_company(view, cue.room):
            continue
        if any(t.kind == cue.room and t.cue.start < cue.stop and cue.start < t.cue.stop for t in found):
            continue
        found.append(Trigger(cue, cue.room, cue.shelf, head, view.clause_of[head] if head >= 0 else 0))
    names = [m for m in view.mentions if m.kind == "exercise"]
    for mention in names:
        if not any(t.kind in ("exercise", "training") for t in found):
            head = view.head_of(mention.start, mention.stop)
            cue = Cue(mention.start, mention.stop, "exercise.noun", mention.text)
            found.append(Trigger(cue, "exercise", "noun", head, view.clause_of[head] if head >= 0 else 0))
    return sorted(found, key=lambda t: t.cue.start)
