"""Phase: announced, planned, under way, completed, suspended or cancelled, from the verb that governs a trigger."""

import re

from vedette.extract.asides import is_pluperfect
from vedette.extract.triggers import Trigger
from vedette.extract.view import View, has_feature
from vedette.lang.words import Cue, fold
from vedette.model.claim import Date

SLAVIC = ("ru", "be")
PAST = re.compile(r"(?:[аеіиоуыюяё](?:л[аоі]?|лі|ли|ў)|л[аоі]ся|лась|лось|лися|лись|ліся|ўся|лся)$")
PRESENT = re.compile(r"(?:[уюяа](?:т|ць)|[уюяа](?:тся|цца))$")
# Rules of phase that leave room for «since»: an English perfect runs on, a Slavic past is over.
TIMELESS = (("phase.default",), ("phase.default", "phase.past"))
GIVEN = {"plan": "planned", "continue": "underway", "end": "completed", "begin": "underway"}
MOMENTS = {"agreement", "visit"}  # what is over once it is done: «it began with the signing» tells of a signing done
# «announced that drills will be held» announces drills.
HERALDED = {"movement", "training", "exercise", "infrastructure", "deployment", "transfer"}
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
    is_finite = fold(word.text).endswith(view.grammar["finite"])  # whatever a tagger makes of it
    if has_feature(word, "VerbForm=Inf") and not aux and not is_finite:
        return infinitive_phase(view, verb)
    is_ing = has_feature(word, "VerbForm=Ger") or (has_feature(word, "Tense=Pres") and has_feature(word, "VerbForm=Part"))
    if is_ing and aux & {"was", "were"} and not is_reported(view, verb):
        return "completed", "phase.past"
    if is_ing and (aux & {"be", "is", "are", "was", "were", "been"} or has_feature(word, "Aspect=Imp")):
        return "underway", "phase.progressive"
    if any(view.word(k).text.lower() == "being" for k in view.children[verb]):
        return "underway", "phase.progressive"
    if has_feature(word, "Tense=Past") or has_feature(word, "Aspect=Perf"):
        return "completed", "phase.past"
    if has_feature(word, "Tense=Pres"):
        return "underway", "phase.present"
    untold = "Tense" not in word.feats and (is_finite or "VerbForm" not in word.feats)
    if view.lang in SLAVIC and untold and PRESENT.search(word.text.lower()):
        # A verb of many who do it, taken for another word by the tagger: «вучацца» do, «убудут» will.
        return ("planned", "phase.future") if fold(word.text).startswith(view.grammar["ahead"]) else ("underway", "phase.present")
    return "completed", "phase.default"


def is_reported(view: View, verb: int) -> bool:
    """«said that crews were training»: in what was said, the past of the saying is its present."""
    return view.relation(verb) in ("ccomp", "xcomp", "parataxis") or any(
        view.relation(k) in ("parataxis", "ccomp") for k in view.children[verb]
    )


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
    regular = word.upos == "ADJ" and fold(word.text).startswith(view.grammar["regular"])  # «плановая ротация» can be over
    return [cue for cue in found if not (cue.shelf == "plan" and (word.upos == "NOUN" or regular))]


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
            elif view.relation(k) == "obl":
                rows += [(cue, k) for cue in cues_at(view, k) if cue.shelf in ("suspend", "cancel") and " " in cue.text]
    for k in view.children[trigger.head]:
        if view.relation(k) in ("amod", "acl", "advmod", "case", "nmod", "cop", "aux", "xcomp"):
            rows += [(cue, k) for cue in cues_at(view, k)]
    own = [(cue, trigger.head) for cue in cues_at(view, trigger.head)]
    return rows + own


def decide_phase(view: View, trigger: Trigger, *, has_future_date: bool = False) -> tuple[str, str]:
    """(phase, rule), where what is announced as still to come is announced, and a journey also as it begins."""
    phase, rule = plain_phase(view, trigger, has_future_date=has_future_date)
    ahead = phase == "planned" or (phase == "underway" and trigger.kind == "movement" and trigger.form == "verb")
    if trigger.kind in HERALDED and ahead and is_heralded(view, trigger):
        return "announced", "phase.announce"
    return phase, rule


def is_ending(view: View, n: int) -> bool:
    """«завяршаюць збор»: a Slavic present of ending still runs."""
    word = view.word(n)
    return view.lang in SLAVIC and word.upos == "VERB" and has_feature(word, "Tense=Pres") and not is_future(view, n)


def is_heralded(view: View, trigger: Trigger) -> bool:
    """«announced that drills will be held», «announced that it was leaving»: the content of an announcement."""
    heads = [view.head_of(cue.start, cue.stop) for cue in view.cues_of("phases.announce")]
    content = [n for n in heads if n >= 0 and n != trigger.head and view.is_content(trigger.head, n)]
    return any(view.below(trigger.head, n) in ("ccomp", "obj", "xcomp", "acl", "csubj") for n in content)


def plain_phase(view: View, trigger: Trigger, *, has_future_date: bool = False) -> tuple[str, str]:
    """(phase, rule). Cancelled and suspended win, then what is still to come, then what runs, then what is over."""
    # «launched» begins an exercise, but tells a test: a verb's own words say nothing of its phase.
    own = {"begin", "end", "light"} if trigger.form == "verb" else {"light"}
    if trigger.kind in ("training", "exercise") and " " in trigger.cue.text:
        own -= {"begin"}  # «began their course»
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
    told = trigger.kind != "movement" and promised(view, trigger, "phases.announce")
    if (promise or told) and trigger.kind in PROMISED and not has_future_date:
        return "announced", "phase.promise"
    if any(is_future(view, n) for n in governors):
        return "planned", "phase.future"
    if promise and (has_future_date or trigger.form == "noun"):
        return "planned", "phase.promise"
    if any(auxiliaries(view, n) & set(view.grammar["modal"]) for n in governors):
        return "planned", "phase.modal"
    if any(fold(view.word(n).text).startswith(view.grammar["preparing"]) for n in governors if n != trigger.head):
        return "planned", "phase.plan"
    if "plan" in shelves and not ("end" in shelves and shelves["end"] == shelves["plan"]):
        return "planned", "phase.plan"
    for shelf in ("continue", "begin", "end"):
        if shelf in shelves:
            n = shelves[shelf]
            if shelf == "begin" and ("end" in shelves or trigger.kind in MOMENTS):
                continue
            if shelf == "continue" and shelves.get("end") in governors and n not in governors:
                continue  # «the drill that was going on has ended»
            if shelf == "end" and n >= 0 and is_ending(view, n):
                return "underway", "phase.present"  # «завяршаюць збор»
            if n >= 0 and shelf != "end" and tense_phase(view, n)[0] == "planned" and view.word(n).upos == "VERB":
                return "planned", "phase.future"
            return GIVEN[shelf], f"phase.{shelf}"
    return form_phase(view, trigger)


def settle_state(view: View, trigger: Trigger, phase: str, rule: str) -> tuple[str, str]:
    """Equipment that is operated has reached that state, however the verb stands; who is being put on duty has not yet."""
    is_state = trigger.kind == "readiness" and not fold(trigger.cue.text).startswith(view.grammar["arriving"])
    if trigger.kind == "deployment" and rule == "phase.present" and fold(trigger.cue.text).startswith(view.grammar["standing"]):
        return "completed", "phase.state"
    if is_state and phase == "underway" and (trigger.form == "verb" or rule == "phase.begin"):
        return "completed", "phase.state"
    return phase, rule


def settle_running(view: View, trigger: Trigger, phase: str, rule: str, when: Date | None) -> tuple[str, str]:
    """(phase, rule) beside «since»: crews who «have trained since May» still do; who «stands there since May» has come."""
    kind, edtf = trigger.kind, when.edtf if when else None
    if edtf is None or not edtf.endswith("/..") or is_pluperfect(view, trigger):
        return phase, rule
    if kind in ("training", "exercise") and phase == "completed" and rule in TIMELESS[view.lang == "en"]:
        return "underway", "phase.since"
    if kind == "deployment" and phase == "underway" and rule == "phase.present":
        return "completed", "phase.since"
    return phase, rule


def form_phase(view: View, trigger: Trigger) -> tuple[str, str]:
    if trigger.head < 0:
        return "completed", "phase.default"
    if trigger.form == "verb" and is_state_of_now(view, trigger):
        return "underway", "phase.state"
    if trigger.form == "verb":
        return tense_phase(view, trigger.head)
    if is_within(view, trigger.head):
        return "underway", "phase.state"
    saying = {view.head_of(cue.start, cue.stop) for cue in view.cues_of("voices.say", "voices.deny")}
    verbs = [n for n in governing_verbs(view, trigger) if view.word(n).upos in ("VERB", "AUX") and n not in saying]
    return tense_phase(view, verbs[0]) if verbs else ("completed", "phase.default")


def is_state_of_now(view: View, trigger: Trigger) -> bool:
    """«К учению привлечены части»: who is drawn in, with no word of the past, takes part now."""
    word = view.word(trigger.head)
    is_short = view.lang in SLAVIC and has_feature(word, "VerbForm=Part") and has_feature(word, "Voice=Pass")
    bare = not any(view.relation(k) in ("aux", "cop") for k in view.children[trigger.head])
    return trigger.kind == "exercise" and is_short and bare and not view.relation(trigger.head).startswith(("acl", "amod"))


def is_within(view: View, n: int) -> bool:
    """«are in training», «have been in training»: a noun that says in what somebody is now."""
    kids = view.children[n]
    inside = any(view.relation(k) == "case" and view.word(k).text.lower() == "in" for k in kids)
    helpers = {view.word(k).text.lower() for k in kids if view.relation(k) in ("aux", "cop")}
    return view.lang == "en" and inside and bool(helpers & {"is", "are", "have", "has", "'re", "'s"})


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
