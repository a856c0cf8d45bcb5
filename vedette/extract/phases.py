"""Phase: announced, planned, under way, completed, suspended or cancelled, from the verb that governs a trigger."""

import re

from vedette.extract.triggers import Trigger
from vedette.extract.view import View, has_feature
from vedette.lang.words import Cue, fold

SLAVIC = ("ru", "be")
PAST = re.compile(r"(?:[аеіиоуыюяё](?:л[аоі]?|лі|ли|ў)|л[аоі]ся|лась|лось|лися|лись|ліся|ўся|лся)$")
GIVEN = {"plan": "planned", "continue": "underway", "end": "completed", "begin": "underway"}
PROMISED = {"deployment", "transfer", "agreement", "movement"}


def auxiliaries(view: View, verb: int) -> set[str]:
    return {view.word(k).lemma.lower() for k in view.children[verb] if view.relation(k) == "aux"} | {
        view.word(k).text.lower() for k in view.children[verb] if view.relation(k) == "aux"
    }


def is_future(view: View, verb: int) -> bool:
    """A verb told as still to come: by its own form or by its auxiliary."""
    word, aux = view.word(verb), auxiliaries(view, verb)
    if has_feature(word, "Tense=Fut"):
        return True
    if (
        view.lang in SLAVIC
        and has_feature(word, "Aspect=Perf")
        and has_feature(word, "Tense=Pres")
        and not PAST.search(word.text.lower())
    ):
        return not has_feature(word, "VerbForm=Part")
    future_be = any(has_feature(view.word(k), "Tense=Fut") for k in view.children[verb] if view.relation(k) in ("aux", "cop"))
    return future_be or bool(aux & set(view.grammar["future"]))


def tense_phase(view: View, verb: int) -> tuple[str, str]:
    """(phase, rule) by the form of a verb that tells the occurrence itself."""
    word, aux = view.word(verb), auxiliaries(view, verb)
    if is_future(view, verb):
        return "planned", "phase.future"
    if view.lang in SLAVIC and PAST.search(word.text.lower()) and word.upos == "VERB" and not has_feature(word, "VerbForm=Inf"):
        return "completed", "phase.past"
    if aux & set(view.grammar["modal"]):
        return "planned", "phase.modal"
    if has_feature(word, "Mood=Cnd"):
        return "planned", "phase.conditional"
    if has_feature(word, "VerbForm=Inf") and not aux:
        return infinitive_phase(view, verb)
    is_ing = has_feature(word, "VerbForm=Ger") or (has_feature(word, "Tense=Pres") and has_feature(word, "VerbForm=Part"))
    if is_ing and (aux & {"be", "is", "are", "was", "were", "been"} or has_feature(word, "Aspect=Imp")):
        return "underway", "phase.progressive"
    if any(view.word(k).text.lower() == "being" for k in view.children[verb]):
        return "underway", "phase.progressive"
    if has_feature(word, "Tense=Past") or has_feature(word, "Aspect=Perf"):
        return "completed", "phase.past"
    if has_feature(word, "Tense=Pres"):
        return "underway", "phase.present"
    return "completed", "phase.default"


def infinitive_phase(view: View, verb: int) -> tuple[str, str]:
    """An infinitive is as real as the verb that it hangs on: «began to train» is under way, the rest is planned."""
    head = next(iter(view.climb(verb)), -1)
    if head >= 0:
        governing = {cue.shelf for cue in cues_at(view, head)}
        if "begin" in governing and not is_future(view, head):
            return "underway", "phase.begin"
        if "continue" in governing:
            return "underway", "phase.continue"
        if "end" in governing and not is_future(view, head):
            return "completed", "phase.end"
        if "cancel" in governing:
            return "cancelled", "phase.cancel"
    return "planned", "phase.infinitive"


def cues_at(view: View, n: int) -> list[Cue]:
    """Phase cues that stand on a word; a plan as a thing («a plan agreed with») plans nothing."""
    word = view.word(n)
    found = [cue for cue in view.cues if cue.room == "phases" and cue.start < word.stop and word.start < cue.stop]
    return [cue for cue in found if not (cue.shelf == "plan" and word.upos == "NOUN")]


def governing_verbs(view: View, trigger: Trigger) -> list[int]:
    """The words above a noun up to its clause's head, nearest first; for a verb itself and the verb it completes."""
    found = []
    for n in [trigger.head, *view.climb(trigger.head)]:
        if n != trigger.head or trigger.form == "verb":
            found.append(n)
        # A verb that stands beside another clause is not governed by it, whatever class a tagger gives it.
        is_joined = n == trigger.head and trigger.form == "verb" and view.relation(n) in ("conj", "parataxis")
        if n == trigger.clause or is_joined:
            break
    return found[:4]


def phase_cues(view: View, trigger: Trigger) -> list[tuple[Cue, int]]:
    """Phase cues that bear on a trigger, with the word that they stand on: on its governors, their children, or beside it."""
    if trigger.head < 0:
        return [(cue, -1) for cue in view.cues if cue.room == "phases" and abs(cue.start - trigger.cue.start) < 60]
    rows: list[tuple[Cue, int]] = []
    for n in governing_verbs(view, trigger):
        rows += [(cue, n) for cue in cues_at(view, n)]
        for k in view.children[n]:
            if view.relation(k) in ("xcomp", "aux", "cop", "advmod", "acl", "amod"):
                rows += [(cue, k) for cue in cues_at(view, k)]
    for k in view.children[trigger.head]:
        if view.relation(k) in ("amod", "acl", "advmod", "case", "nmod", "cop", "aux", "xcomp"):
            rows += [(cue, k) for cue in cues_at(view, k)]
    own = [(cue, trigger.head) for cue in cues_at(view, trigger.head)]
    return rows + own


def decide_phase(view: View, trigger: Trigger, *, has_future_date: bool = False) -> tuple[str, str]:
    """(phase, rule). Cancelled and suspended win, then what is still to come, then what runs, then what is over."""
    # «launched» begins an exercise, but tells a test: a verb's own words say nothing of its phase.
    own = ("begin", "end", "light") if trigger.form == "verb" else ("light",)
    rows = [(cue, n) for cue, n in phase_cues(view, trigger) if not overlaps(cue, trigger.cue) or cue.shelf not in own]
    shelves = {cue.shelf: n for cue, n in reversed(rows)}
    for shelf in ("cancel", "suspend"):
        # A treaty that is left or halted says so by its own verb.
        if shelf in shelves and (trigger.kind == "agreement" or not overlaps_row(rows, shelf, trigger)):
            return {"cancel": "cancelled", "suspend": "suspended"}[shelf], f"phase.{shelf}"
    if trigger.form == "promise":
        return "announced", "phase.promise"
    governors = governing_verbs(view, trigger)
    promise = promised(view, trigger, "phases.promise")
    announced = promise or (trigger.kind != "movement" and promised(view, trigger, "phases.announce"))
    if announced and trigger.kind in PROMISED and not has_future_date:
        return "announced", "phase.promise"
    if any(is_future(view, n) for n in governors):
        return "planned", "phase.future"
    if promise and (has_future_date or trigger.form == "noun"):
        return "planned", "phase.promise"
    if any(auxiliaries(view, n) & set(view.grammar["modal"]) for n in governors):
        return "planned", "phase.modal"
    if "plan" in shelves and not ("end" in shelves and shelves["end"] == shelves["plan"]):
        return "planned", "phase.plan"
    for shelf in ("continue", "begin", "end"):
        if shelf in shelves:
            n = shelves[shelf]
            if shelf == "begin" and "end" in shelves:
                continue
            if n >= 0 and shelf != "end" and tense_phase(view, n)[0] == "planned" and view.word(n).upos == "VERB":
                return "planned", "phase.future"
            return GIVEN[shelf], f"phase.{shelf}"
    return form_phase(view, trigger)


def settle_state(view: View, trigger: Trigger, phase: str, rule: str) -> tuple[str, str]:
    """Equipment that is operated has reached that state, however the verb stands; who is being put on duty has not yet."""
    is_state = trigger.kind == "readiness" and not fold(trigger.cue.text).startswith(view.grammar["arriving"])
    if is_state and phase == "underway" and (trigger.form == "verb" or rule == "phase.begin"):
        return "completed", "phase.state"
    return phase, rule


def form_phase(view: View, trigger: Trigger) -> tuple[str, str]:
    if trigger.head < 0:
        return "completed", "phase.default"
    if trigger.form == "verb":
        return tense_phase(view, trigger.head)
    saying = {view.head_of(cue.start, cue.stop) for cue in view.cues_of("voices.say", "voices.deny")}
    verbs = [n for n in governing_verbs(view, trigger) if view.word(n).upos in ("VERB", "AUX") and n not in saying]
    return tense_phase(view, verbs[0]) if verbs else ("completed", "phase.default")


def overlaps(one: Cue, other: Cue) -> bool:
    return one.start < other.stop and other.start < one.stop


def overlaps_row(rows: list[tuple[Cue, int]], shelf: str, trigger: Trigger) -> bool:
    return all(overlaps(cue, trigger.cue) for cue, _ in rows if cue.shelf == shelf)


def promised(view: View, trigger: Trigger, shelf: str) -> bool:
    """Whether a promise or decision governs the trigger: in its clause, or in the clause whose content it is."""
    for cue in view.cues_of(shelf):
        head = view.head_of(cue.start, cue.stop)
        if head < 0 or overlaps(cue, trigger.cue):
            continue
        is_told = trigger.form == "verb" and tense_phase(view, trigger.head)[0] in ("completed", "underway")
        if is_told or head == trigger.head or is_circumstance(view, trigger.head):
            continue
        if view.is_content(trigger.head, head) and "nsubj" not in view.below(trigger.head, head):
            return True
    return False


def is_circumstance(view: View, n: int) -> bool:
    """«promised it at a meeting»: an occurrence at which something is said is not what is said."""
    cases = {view.word(k).text.lower() for k in view.children[n] if view.relation(k) == "case"}
    parent = view.word(n).head
    at_it = view.relation(n) == "obl" and bool(cases & set(view.grammar["during"]))
    return at_it and parent >= 0 and view.is_clause_head(parent)
