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
    """«No A-50 has landed», «nothing was signed», «not one shell has been sent»: a negative subject or object."""
    return any(is_none(view, k) for k in view.children[n] if view.relation(k) in ("nsubj", "obj"))


def is_none(view: View, n: int) -> bool:
    """Whether a word names nothing: «nobody», «никакая стрельба», «ни один рейс», «not one shell», «none of the crews»."""
    if fold(view.word(n).text) in view.grammar["nothing"]:
        return True
    near = [k for k in view.children[n] if view.relation(k) in ("det", "advmod", "amod", "nummod", "cc")]
    return any(fold(view.word(d).text) in view.grammar["negation"] for k in near for d in [k, *view.children[k]])


def is_silenced(view: View, trigger: Trigger) -> bool:
    """«has not confirmed», «не комментировали»: what hangs on such words is not claimed."""
    for cue in view.cues_of("voices.silent"):
        head = view.head_of(cue.start, cue.stop)
        if head < 0:
            return True
        words = range(view.word_at(cue.start), view.word_at(cue.stop - 1) + 1)
        if view.clause_of[head] == trigger.clause or view.is_content(trigger.head, view.clause_of[head]):
            return True
        if any(view.word(n).upos in ("VERB", "NOUN") and view.is_under(trigger.head, n) for n in words):
            return True
    return False


def denials_of(view: View) -> list[Cue]:
    """Words of denial, but for those inside words of silence: «neither confirmed nor denied»."""
    silent = view.cues_of("voices.silent")
    return [c for c in view.cues_of("voices.deny", "voices.false") if not any(s.start <= c.start < s.stop for s in silent)]


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
    denials = denials_of(view)
    if denying_cue(view, trigger, denials):
        return "denied", "polarity.deny"
    if trigger.kind == "statement" and denials:
        return "denied", "polarity.deny"
    if is_called_false(view, trigger) or is_denied_that(view, trigger):
        return "denied", "polarity.deny"
    if trigger.form == "noun" and is_none(view, trigger.head):
        return "denied", "polarity.negation"
    verbs = [n for n in governing_verbs(view, trigger)[:2] if view.word(n).upos in ("VERB", "AUX", "ADJ", "NOUN")]
    if any(is_negated(view, n) or has_no_subject(view, n) for n in verbs[:1]):
        return "denied", "polarity.negation"
    if trigger.form == "verb" and fold(trigger.cue.text) in view.grammar["negation"]:
        return "denied", "polarity.negation"  # «россиян там нет»
    if trigger.form == "verb" and (is_negated(view, trigger.head) or has_no_subject(view, trigger.head)):
        return "denied", "polarity.negation"
    return "asserted", ""


def is_called_false(view: View, trigger: Trigger) -> bool:
    """«Сообщения о том, что бригаду перебросят, назвали ошибочными»: talk of an occurrence, and then that it is untrue."""
    start, stop = view.segment_of(trigger.cue.start)
    rumours = [w for w in view.words if start <= w.start < trigger.cue.start and fold(w.text).startswith(view.grammar["rumours"])]
    untrue = [cue for cue in denials_of(view) if trigger.cue.stop <= cue.start < stop]
    if not untrue or not any(word.upos == "NOUN" for word in rumours):
        return False
    head = view.head_of(untrue[0].start, untrue[0].stop)
    return not is_negated(view, head, within=untrue[0])


def is_denied_that(view: View, trigger: Trigger) -> bool:
    """«denied on Friday that …», «опроверг, что …»: by the order of words, where the tree was misread."""
    for cue in view.cues_of("voices.deny"):
        gap = view.between(cue.stop, trigger.cue.start) if cue.stop <= trigger.cue.start else ""
        opened, that, content = gap.partition(f" {view.grammar['that'][0]} ")
        plain = len(opened) <= OPENED and not any(mark in opened.rstrip(",") for mark in ",;:")
        spoken = any(cue.stop < other.start < trigger.cue.start for other in view.cues_of("voices.say"))
        if that and plain and not spoken and not any(mark in content for mark in ",;:"):
            return not is_negated(view, view.head_of(cue.start, cue.stop), within=cue)
    return False


OPENED = 30  # letters between a denial and its «that»


def settle_refusal(
    view: View, trigger: Trigger, phase: tuple[str, str], polarity: tuple[str, str]
) -> tuple[tuple[str, str], tuple[str, str]]:
    """«announced that troops will not come», «учения проводиться не будут» call off: a step back is no denial."""
    is_whole = trigger.head >= 0 and view.relation(trigger.head) in ("nsubj", "obj")
    is_drill = trigger.kind == "exercise" and is_whole and trigger.form == "noun" and phase[1] in ("phase.future", "phase.plan")
    if (phase[1] == "phase.announce" or is_drill) and polarity[1] == "polarity.negation":
        return ("cancelled", "phase.refusal"), ("asserted", "")
    return phase, polarity


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
