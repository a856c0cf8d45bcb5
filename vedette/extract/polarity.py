"""Asserted or denied, weakened or not; and what is only passed over in silence, which is no claim."""

from collections.abc import Sequence

from vedette.extract.phases import governing_verbs
from vedette.extract.triggers import Trigger
from vedette.extract.view import View, has_feature
from vedette.lang.words import Cue, fold

CLAUSE_DEEP = 5


def is_negated(view: View, n: int, *, within: Cue | None = None) -> bool:
    """Whether a word bears a negation of its own; «not only» and «no more than» negate nothing, nor what is part of a cue."""
    for k in view.children[n]:
        word = view.word(k)
        if within and within.start <= word.start < within.stop:
            continue
        if fold(word.text) not in view.grammar["negation"] and not has_feature(word, "Polarity=Neg"):
            continue
        after = fold(view.text[word.stop - view.start :]).lstrip()
        if not after.startswith(view.grammar["bounding"]):
            return True
    return False


def has_no_subject(view: View, n: int) -> bool:
    """«No A-50 has landed», «никакого марша не готовится»: a negative word on the subject or object."""
    parts = [k for k in view.children[n] if view.relation(k) in ("nsubj", "obj")]
    return any(
        fold(view.word(d).text) in view.grammar["negation"]
        for k in parts
        for d in view.children[k]
        if view.relation(d) in ("det", "advmod", "amod")
    )


def is_silenced(view: View, trigger: Trigger) -> bool:
    """«has not confirmed», «не комментировали»: what hangs on such words is not claimed."""
    for cue in view.cues_of("voices.silent"):
        head = view.head_of(cue.start, cue.stop)
        if head < 0:
            return True
        words = range(view.word_at(cue.start), view.word_at(cue.stop - 1) + 1)
        if view.clause_of[head] == trigger.clause or view.is_content(trigger.head, view.clause_of[head]):
            return True
        if any(view.word(n).upos == "VERB" and view.is_under(trigger.head, n) for n in words):
            return True
    return False


def denying_cue(view: View, trigger: Trigger, cues: Sequence[Cue]) -> Cue | None:
    """The word of denial that a trigger hangs on; two negatives make no denial."""
    for cue in cues:
        head = view.head_of(cue.start, cue.stop)
        if cue.start <= trigger.cue.start < cue.stop or head < 0:
            continue
        governs = view.is_content(trigger.head, head) or view.is_content(trigger.head, view.clause_of[head])
        if governs and not is_negated(view, head, within=cue) and not is_beside(view, trigger, head):
            return cue
    return None


def is_beside(view: View, trigger: Trigger, head: int) -> bool:
    """Whether a trigger stands in a clause joined to the denial, not below it: «denies X, and Y arrived»."""
    path = [trigger.head, *view.climb(trigger.head)]
    if head in path:
        below = path[max(0, path.index(head) - 1)]
        return view.relation(below) in ("conj", "parataxis", "advcl") and view.word(below).upos == "VERB"
    return False


def decide_polarity(view: View, trigger: Trigger) -> tuple[str, str]:
    """("denied" or "asserted", rule)."""
    if trigger.head < 0:
        segment = view.segment_of(trigger.cue.start)
        denied = any(segment[0] <= cue.start < segment[1] for cue in view.cues_of("voices.deny", "voices.false"))
        return ("denied", "polarity.deny") if denied else ("asserted", "")
    denials = view.cues_of("voices.deny", "voices.false")
    if denying_cue(view, trigger, denials):
        return "denied", "polarity.deny"
    if trigger.kind == "statement" and denials:
        return "denied", "polarity.deny"
    verbs = [n for n in governing_verbs(view, trigger)[:2] if view.word(n).upos in ("VERB", "AUX", "ADJ", "NOUN")]
    if any(is_negated(view, n) or has_no_subject(view, n) for n in verbs[:1]):
        return "denied", "polarity.negation"
    if trigger.form == "verb" and (is_negated(view, trigger.head) or has_no_subject(view, trigger.head)):
        return "denied", "polarity.negation"
    return "asserted", ""


def find_hedge(view: View, trigger: Trigger, *, phase: str) -> Cue | None:
    """The weakening words that bear on a trigger: in its clause, or in one that it hangs on."""
    chain = list(view.clauses_up(trigger.clause))[:CLAUSE_DEEP] if trigger.head >= 0 else []
    for cue in view.cues_of("hedges.words"):
        head = view.head_of(cue.start, cue.stop)
        if head < 0:
            return cue
        if view.clause_of[head] == trigger.clause or view.word(head).head == trigger.head:
            return cue
        if view.clause_of[head] in chain[1:3] and view.is_content(trigger.head, view.clause_of[head]):
            return cue
    return None
