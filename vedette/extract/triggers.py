"""The words that name or tell an occurrence, and the kind that they speak for."""

import msgspec

from vedette.extract.view import View
from vedette.lang.words import Cue, fold
from vedette.model.claim import KINDS
from vedette.model.marked import Mention

# Kinds whose words are too common to count without a thing of the field in the sentence.
NEEDS = {
    "movement": {"actor", "person", "system", "place"},
    "deployment": {"actor", "person", "system", "place"},
    "transfer": {"system", "actor"},
    "test": {"system", "actor", "place", "person"},
    "agreement": {"actor", "person", "place", "treaty", "system"},
    "visit": {"person", "actor", "place"},
    "readiness": {"system", "actor", "place"},
    "infrastructure": {"place", "system", "actor", "site"},
    "incident": {"place", "system", "actor"},
    "statement": {"actor", "person", "place"},
    "other": {"actor", "person", "place"},
    "training": {"actor", "system", "place", "person", "exercise"},
    "exercise": {"actor", "system", "place", "person", "exercise"},
}
STANDING = {"training", "exercise", "infrastructure", "agreement", "visit", "deployment"}
# Verbs too common to count alone, by what they must be said of: «order» of tanks, «prepare» of pilots, «freeze» of a treaty.
# What it is said of is a mention, or a common noun of the table [field]: «tanks», «recruits», a «hangar».
WEAK, NEAR = ("be",), 30  # letters
FRAMES = {
    "of_system": "system",
    "by_system": "system",
    "of_people": "actor",
    "by_people": "actor",
    "by_base": "base",
    "of_person": "person",
    "of_treaty": "treaty",
    "of_place": "place",
    "of_site": "site",
}
UNDERGONE = ("obj", "nsubj:pass", "iobj", "nmod", "obl:arg")
TIES = {"of_site": (*UNDERGONE, "nsubj")} | dict.fromkeys(("of_system", "of_place"), (*UNDERGONE, "nsubj", "obl"))
BESIDE = 3  # words
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
    if cue.shelf != "noun" and (view.is_thing(head) or (view.lang == "en" and cue.shelf in FRAMES and upos == "NOUN")):
        return False
    return upos in (NOMINAL if cue.shelf == "noun" else VERBAL)


def fits_frame(view: View, cue: Cue, head: int) -> bool:
    """Whether a verb in need of a thing of the field has one as its object, or describes one; equipment also as its subject."""
    kind = FRAMES.get(cue.shelf)
    if kind is None or head < 0:
        return kind is None
    nouns = things_of(view, kind)
    is_beside = stands_beside(view, cue, kind) or any(has_case_for(view, n, head, cue.shelf) for n in nouns)
    if view.relation(head) in ("acl", "amod"):
        described = view.word(head).head
        if described in nouns or any(view.below(n, described) == "nmod" for n in nouns):
            return True
    if cue.shelf.startswith("by_"):
        doers = subjects_of(view, head)
        does = any(view.is_under(n, doer) for n in nouns for doer in doers)
        # Parsers mistake the subjects of things for objects.
        moved = cue.shelf == "by_system" and any(is_tied(view, n, head, ("obj", "nsubj:pass")) for n in nouns)
        return does or moved or is_beside or any(is_count(view, n, head) for n in nouns)
    if kind == "actor" and takes_another(view, head):
        return False
    ties = (*TIES.get(cue.shelf, UNDERGONE), *(("nsubj",) if is_undergone(view, cue, head) else ()))
    return is_beside or any(is_tied(view, n, head, ties) or is_count(view, n, head) for n in nouns)


def is_tied(view: View, n: int, head: int, ties: tuple[str, ...]) -> bool:
    """Whether a noun hangs on a head by one of the ties within its clause; «training at the range» trains no range."""
    if view.below(n, head) not in ties or view.clause_of[n] != view.clause_of[head]:
        return False
    path = [n, *view.climb(n)]
    apart = {small for use in ("locative", "to", "with", "about") for small in view.grammar[use]}
    loose = [k for k in path[: path.index(head)] if view.relation(k) == "nmod"]
    return not any(fold(view.word(child).text) in apart for k in loose for child in view.children[k])


def has_case_for(view: View, n: int, head: int, shelf: str) -> bool:
    """Where words bear cases: whether a noun stands next to a verb in the case for it, whatever the parser says."""
    low, high = sorted((n, head))
    between = {word.upos for word in view.words[low + 1 : high]}
    led = any(view.word(k).upos == "ADP" for k in range(max(n - 2, 0), n))
    if led or high - low > BESIDE or between & {"PUNCT", "ADP", "VERB", "SCONJ", "CCONJ"} or "Case=" not in view.word(n).feats:
        return False
    if shelf == "of_site":
        return any(f"Case={case}" in view.word(n).feats for case in ("Nom", "Acc"))
    return shelf in ("of_system", "by_system") or ("Case=Nom" in view.word(n).feats) == shelf.startswith("by_")


def tells_of_things(view: View, trigger: Trigger) -> bool:
    """Whether people or equipment, though nobody knows whose, stand under a trigger: «two helicopters returned», «they train»."""
    nouns = things_of(view, "system") | things_of(view, "actor")
    subjects = [k for k in view.children[trigger.head] if view.relation(k) == "nsubj"]
    nouns |= {k for k in subjects if fold(view.word(k).text) in view.grammar.get("he", ())}
    near = [n for n in nouns if n >= 0 and n != trigger.head]
    return trigger.head >= 0 and any(view.clause_of[n] == trigger.clause or view.is_content(n, trigger.head) for n in near)


def takes_another(view: View, head: int) -> bool:
    """«received the council's secretary», «hosts the alliance's drill»: a person or an occurrence, not those behind it."""
    told = {view.head_of(c.start, c.stop) for c in view.cues if c.shelf == "noun" and c.room in KINDS}
    return any(view.relation(k) == "obj" and k in told | things_of(view, "person") for k in view.children[head])


def spans_of(view: View, kind: str) -> list[tuple[int, int]]:
    """Where things of a kind are named, described or listed."""
    named = [m for m in view.mentions if m.kind == kind or (kind == "site" and m.kind == "place" and not is_country(m))]
    return [*((m.start, m.stop) for m in named), *((c.start, c.stop) for c in view.cues_of(f"field.{kind}"))]


def things_of(view: View, kind: str) -> set[int]:
    """The heads of what is named or listed as a thing of a kind; «a nuclear weapons depot» is no equipment."""
    heads = {view.head_of(*span) for span in spans_of(view, kind)}
    if kind != "system":
        return heads
    works = {view.head_of(c.start, c.stop) for c in view.cues_of("infrastructure.noun")}
    return {n for n in heads if described(view, n) not in works}


def stands_beside(view: View, cue: Cue, kind: str) -> bool:
    """Whether a thing follows a verb, or does it before it, with no mark between: where trees are weak, as in Belarusian."""
    if view.lang not in WEAK:
        return False

    def is_near(one: int, other: int) -> bool:
        between = view.between(one, other)
        joined = set(fold(between).split()) & {*view.grammar["locative"], *view.grammar["opening"], *view.grammar["relative"]}
        return 0 <= other - one <= NEAR and not joined and not set(between) & set(",;:—–«")

    spans = spans_of(view, kind)
    return any(is_near(cue.stop, start) or (cue.shelf.startswith("by_") and is_near(stop, cue.start)) for start, stop in spans)


def subjects_of(view: View, head: int) -> list[int]:
    """Subjects of a verb, or of the verb that it hangs on: «the unit said that it leaves», «came and serves»."""
    for n in [head, *view.climb(head)][:3]:
        found = [k for k in view.children[n] if view.relation(k) == "nsubj"]
        if found or view.relation(n) not in ("conj", "ccomp", "xcomp", "advcl"):
            return found
    return []


def is_count(view: View, noun: int, head: int) -> bool:
    """«about four hundred soldiers» and their like are subject or object, though a preposition stands before them."""
    if view.below(noun, head) != "obl":
        return False
    path = [noun, *view.climb(noun)]
    branch = path[path.index(head) - 1]
    before = [k for n in (noun, branch) for k in view.children[n] if view.relation(k) == "case"]
    return any(fold(view.word(k).text) in view.grammar.get("roughly", ()) for k in before)


def is_undergone(view: View, cue: Cue, head: int) -> bool:
    """Of a passive participle and a Slavic reflexive verb the subject is what it happens to: «the unit is being withdrawn»."""
    passive = "Voice=Pass" in view.word(head).feats or view.word(head).upos == "ADJ"
    return passive or fold(cue.text).endswith(("ца", "ся", "сь"))


def is_country(mention: Mention) -> bool:
    return any(thing.startswith("state-") for thing in mention.things)


def has_company(view: View, cue: Cue) -> bool:
    """A thing of the field beside it, or for a named occurrence («the training will last until 19 July») a time."""
    kinds = {mention.kind for mention in view.mentions} | {c.shelf for c in view.cues if c.room == "field"}
    if any(is_country(mention) for mention in view.mentions):
        kinds.add("actor")
    is_named = view.between(cue.stop, cue.stop + 2).strip()[:1] in ("«", "“", '"')
    return bool(kinds & NEEDS[cue.room]) or (cue.shelf == "noun" and cue.room in STANDING and (bool(view.times) or is_named))


def is_covered(cue: Cue, trigger: Trigger) -> bool:
    """Whether a trigger has a cue's words already: any words of its own kind, or all of them where it is longer or framed."""
    if trigger.kind == cue.room:
        return trigger.cue.start < cue.stop and cue.start < trigger.cue.stop
    inside = trigger.cue.start <= cue.start and cue.stop <= trigger.cue.stop
    longer = trigger.cue.stop - trigger.cue.start > cue.stop - cue.start
    return inside and (longer or (trigger.cue.shelf in FRAMES and cue.shelf not in FRAMES))


def described(view: View, head: int) -> int:
    """«training programme», «practical training cycle»: of a word that only describes a noun, that noun."""
    only = head >= 0 and view.word(head).relation in ("compound", "amod") and view.word(head).upos != "VERB"
    return view.word(head).head if only else head


def find_triggers(view: View) -> list[Trigger]:
    """Triggers of a sentence in order; of two that overlap within one kind the longer stays."""
    blockers = view.cues_of("blockers.words")
    found: list[Trigger] = []
    for cue in sorted(view.cues, key=lambda c: (c.start - c.stop, c.shelf not in FRAMES, c.start)):
        if cue.room not in KINDS or is_blocked(cue, blockers):
            continue
        head = described(view, view.head_of(cue.start, cue.stop))
        if not has_right_class(view, cue, head) or not has_company(view, cue) or not fits_frame(view, cue, head):
            continue
        if any(is_covered(cue, t) for t in found):
            continue
        form = "verb" if cue.shelf in FRAMES else cue.shelf
        found.append(Trigger(cue, cue.room, form, head, view.clause_of[head] if head >= 0 else 0))
    names = [m for m in view.mentions if m.kind == "exercise"]
    for mention in names:
        if not any(t.kind in ("exercise", "training") for t in found):
            head = view.head_of(mention.start, mention.stop)
            cue = Cue(mention.start, mention.stop, "exercise.noun", mention.text)
            found.append(Trigger(cue, "exercise", "noun", head, view.clause_of[head] if head >= 0 else 0))
    found += promised_equipment(view, found)
    sound = [t for t in without_parts(view, found) if not is_capability(view, t) and not operates_nothing(view, t)]
    return sorted(sound, key=lambda t: t.cue.start)


def is_told(view: View, n: int, equipment: set[int]) -> bool:
    alone = not any(view.relation(k) in ("conj", "parataxis") for k in view.children[view.word(n).head])
    return view.relation(n) in ("obj", "ccomp", "xcomp") or (view.relation(n) == "nsubj" and n in equipment and alone)


def promised_equipment(view: View, found: list[Trigger]) -> list[Trigger]:
    """«Moscow promised the missiles»: equipment that is itself what is promised is promised to be handed over."""
    heads = things_of(view, "system")
    made = []
    for cue in view.cues_of("phases.promise"):
        verb = view.head_of(cue.start, cue.stop)
        # Equipment promises nothing: where a tree has it as the subject, it is what is promised.
        objects = [k for k in view.children[verb] if is_told(view, k, heads)] if verb >= 0 else []
        if any(t.head == verb or any(view.is_under(t.head, k) for k in objects) for t in found if t.head >= 0):
            continue
        if any(k in heads or set(view.children[k]) & heads for k in objects):
            made.append(Trigger(cue, "transfer", "promise", verb, view.clause_of[verb]))
    return made


def is_capability(view: View, trigger: Trigger) -> bool:
    """«crews can conduct launches», «designed to ensure»: what somebody is able to do has not happened."""
    able = set(view.grammar["capable"])
    chain = [trigger.head, *view.climb(trigger.head)][:4] if trigger.head >= 0 else []
    for n in chain:
        word = view.word(n)
        near = [view.word(k) for k in view.children[n] if view.relation(k) in ("aux", "cop")]
        if (any(fold(one.text) in able for one in [word, *near]) and n != trigger.head) or any(
            fold(one.text) in able for one in near
        ):
            return True
        if n == trigger.clause:
            break
    return False


def operates_nothing(view: View, trigger: Trigger) -> bool:
    """«a facility operated by the army»: only equipment that is operated is a state of readiness."""
    if trigger.kind != "readiness" or not fold(trigger.cue.text).startswith(view.grammar["operating"]):
        return False
    heads = [view.head_of(m.start, m.stop) for m in view.mentions if m.kind == "system"]
    return not any(h >= 0 and (view.clause_of[h] == trigger.clause or view.is_under(h, trigger.head)) for h in heads)


def without_parts(view: View, triggers: list[Trigger]) -> list[Trigger]:
    """«a course with live firing», «a contract for the delivery»: what is inside another occurrence is its content.

    «killed in an exercise»: or its scene.
    """
    agreed = {t.head for t in triggers if t.kind == "agreement" and t.head >= 0}
    triggers = [t for t in triggers if t.kind == "agreement" or t.form != "noun" or not agreed & set(view.climb(t.head))]
    struck = {t.head for t in triggers if t.kind == "incident" and t.form == "verb"}
    scenes = [t for t in triggers if t.kind in ("training", "exercise") and t.form == "noun" and struck & set(view.climb(t.head))]
    triggers = [t for t in triggers if t not in scenes]
    teaching = {t.head for t in triggers if t.kind in ("training", "exercise") and t.head >= 0}
    return [t for t in triggers if t.kind != "test" or t.head < 0 or not teaching & set(view.climb(t.head))]
