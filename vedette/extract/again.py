"""Equipment told of again without its name: «контракт на него», "61 of these will be assembled", «остальные два отгрузят»."""

from collections.abc import Sequence

import msgspec

from vedette.extract.phases import governing_verbs
from vedette.extract.triggers import Trigger
from vedette.extract.view import View, has_feature
from vedette.model.claim import Claim, SystemRef

HANDLED = {"transfer", "test", "agreement", "infrastructure", "incident", "other", "training"}
OBJECTS = ("obj", "nsubj:pass")
OF_KIND = {"agreement": ("obl", "nmod"), "test": ("obl", "nmod")}  # «контракт на него», «стрельба из неё»
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
REACH = 3  # sentences


def told_again(view: View, trigger: Trigger, before: Sequence[Claim], *, has_people: bool) -> tuple[SystemRef, ...]:
    """The equipment of the last claim that had any, where a pronoun or a bare number beside the trigger stands for it."""
    n = standing_for_things(view, trigger, has_people=has_people)
    last = next((claim for claim in reversed(before) if claim.systems), None)
    if n is None or last is None or len({c.start for c in before if c.start > last.start}) >= REACH:
        return ()
    word = view.word(n)
    text = view.text[word.start - view.start : word.stop - view.start]
    made = [msgspec.structs.replace(one, text=text, start=word.start, end=word.stop, repaired=None) for one in last.systems]
    return tuple(made)


def standing_for_things(view: View, trigger: Trigger, *, has_people: bool) -> int | None:
    """The pronoun that is handled, or the number that stands where its noun should."""
    if trigger.head < 0:
        return None
    tops = dict.fromkeys([trigger.head, *governing_verbs(view, trigger)])
    for top in tops:
        for n in view.children[top]:
            relation = view.word(n).relation
            if trigger.kind in HANDLED and relation in (*OBJECTS, *OF_KIND.get(trigger.kind, ())) and is_third_person(view, n):
                return n
            if not has_people and relation in (*OBJECTS, *SUBJECTS) and is_bare_number(view, n):
                return n
    return None


def is_third_person(view: View, n: int) -> bool:
    word = view.word(n)
    return word.upos == "PRON" and has_feature(word, "Person=3") and not has_feature(word, "Poss=Yes", "Reflex=Yes")


def is_bare_number(view: View, n: int) -> bool:
    """«two», «остальные два», «первая», "61 of these": a number that counts no noun and belongs to no date."""
    word = view.word(n)
    is_number = word.upos == "NUM" or has_feature(word, "NumType=Ord")
    nouns = [k for k in view.subtree(n) if view.word(k).upos in ("NOUN", "PROPN", "SYM")]
    return is_number and not nouns and not any(t.start <= word.start < t.stop for t in view.times)
