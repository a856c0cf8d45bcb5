"""Where it happened, or ended for a journey; where a journey began; and which equipment is meant."""

from collections.abc import Callable

from vedette.extract.parts import tie_of
from vedette.extract.triggers import Trigger
from vedette.extract.view import View
from vedette.lang.words import fold
from vedette.model.claim import KINDS
from vedette.model.marked import Mention

SITES = ("airfield", "range", "base", "centre", "camp", "site", "district", "garrison")
CARRYING = ("transport-aircraft", "tanker-aircraft")
HANDLED = {"training", "readiness", "deployment", "transfer"}
JOURNEYS = {"movement", "transfer"}


def can_be_place(mention: Mention) -> bool:
    return mention.kind == "place"


def preposition(view: View, mention: Mention) -> str:
    """The preposition before a place, from the tree or from the word on its left."""
    head = view.head_of(mention.start, mention.stop)
    if head >= 0 and (case := view.case_of(head)):
        return case
    before = fold(view.text[: mention.start - view.start]).split()
    return before[-1].strip('«"“(') if before else ""


def narrowness(mention: Mention) -> int:
    """Higher for what is smaller: a site before a town, a town before a country."""
    things = mention.things
    if any(part in thing for thing in things[:1] for part in SITES) or not things:
        return 3
    if len(things) > 1 and things[1].startswith("state-"):
        return 1
    return 2


def find_place(view: View, trigger: Trigger, places: list[Mention]) -> Mention | None:
    """The smallest place that hangs on the trigger or stands in its clause; not where a journey began."""
    rows = []
    for mention in places:
        prep = preposition(view, mention)
        if trigger.kind in JOURNEYS and prep in view.grammar["from"] and not mention.text[:1].islower():
            continue
        tie = tie_of(view, mention, trigger)
        head = view.head_of(mention.start, mention.stop)
        same = head >= 0 and (view.clause_of[head] == trigger.clause or is_told_by_participle(view, head, trigger))
        if not tie and not same and trigger.head >= 0:
            continue
        if (
            prep not in view.grammar["locative"]
            and not (tie and tie.relation in ("obl", "nmod", "obl:arg") and trigger.kind != "transfer")
            and mention.how != "description"
        ):
            continue
        distance = abs(mention.start - trigger.cue.start)
        rows.append(((narrowness(mention), bool(tie), -distance), mention))
    return max(rows, key=lambda row: row[0])[1] if rows else None


def is_told_by_participle(view: View, head: int, trigger: Trigger) -> bool:
    """«lessons conducted on Russian soil»: what a participle says of the trigger's own word is said of the trigger."""
    clause = view.clause_of[head]
    return view.relation(clause) == "acl" and view.word(clause).relation != "acl:relcl" and view.word(clause).head == trigger.head


def find_start(view: View, trigger: Trigger, places: list[Mention]) -> Mention | None:
    """Where a journey began."""
    if trigger.kind not in JOURNEYS:
        return None
    rows = [m for m in places if preposition(view, m) in view.grammar["from"]]
    ties = [m for m in rows if tie_of(view, m, trigger)]
    return ties[0] if ties else None


def find_systems(view: View, trigger: Trigger, systems: list[Mention], owners: list[Mention]) -> list[Mention]:
    """Equipment that hangs on the trigger, stands in its clause, or belongs to those who take part; a list is taken whole."""
    if trigger.head < 0:
        return systems
    found = []
    systems = [m for m in systems if view.segment_of(m.start) == view.segment_of(trigger.cue.start)]
    for mention in systems:
        head = view.head_of(mention.start, mention.stop)
        in_clause = view.clause_of[head] == trigger.clause or belongs(view, head, trigger) or is_told_of(view, head, trigger)
        of_owner = any(view.is_under(head, view.head_of(o.start, o.stop)) for o in owners)
        if in_clause or of_owner or tie_of(view, mention, trigger):
            found.append(mention)
    return [m for m in systems if m in found or any(is_listed(view, m, other) for other in found)] or only_one(
        view, trigger, systems
    )


LISTING = {"CCONJ", "NUM", "ADJ", "DET", "PUNCT", "NOUN"}


def is_listed(view: View, one: Mention, other: Mention) -> bool:
    """«ten K2s and 24 K9s»: two names with no more than a coordinator, a number and a noun between them."""
    first, second = sorted((one, other), key=lambda m: m.start)
    between = [word for word in view.words if first.stop <= word.start < second.start and word.text not in '«»"“”']
    joined = any(word.upos == "CCONJ" or word.text == "," for word in between)
    return joined and len(between) <= 4 and all(word.upos in LISTING for word in between)


def belongs(view: View, head: int, trigger: Trigger) -> bool:
    """Whether a word is part of what a trigger says; a side clause below a verb that tells of its own deed keeps its things."""
    if not view.is_under(head, trigger.head):
        return False
    path = [head, *view.climb(head)]
    asides = [n for n in path[: path.index(trigger.head)] if trigger.form == "verb" and view.is_aside(n)]
    return not any(tells(view, n) for n in asides)


def tells(view: View, top: int) -> bool:
    """Whether a deed is told of within a clause."""
    deeds = [cue for cue in view.cues if cue.room in KINDS]
    return any(view.is_under(view.word_at(cue.start), top) for cue in deeds)


def is_told_of(view: View, head: int, trigger: Trigger) -> bool:
    """«two CV90s, which were damaged»: what a relative clause describes is what it tells of."""
    clause = view.word(trigger.clause) if trigger.clause >= 0 else None
    return clause is not None and clause.relation.startswith("acl") and clause.head == head


def without_carriers(view: View, trigger: Trigger, systems: list[Mention], sort_of: Callable[[str], str | None]) -> list[Mention]:
    """«доставили их шесть Y-20»: an aeroplane that carries is not what is handed over."""
    if trigger.kind != "transfer":
        return systems
    carriers = [m for m in systems if m.things and sort_of(m.things[0]) in CARRYING]
    cargo = [m for m in systems if m not in carriers]
    listed = [m for m in carriers if any(is_listed(view, m, other) for other in cargo)]
    subjects = [m for m in carriers if view.word(view.head_of(m.start, m.stop)).relation in ("nsubj", "nsubj:outer")]
    return [m for m in systems if m not in carriers or m in listed or not (cargo or m in subjects)]


def only_one(view: View, trigger: Trigger, systems: list[Mention]) -> list[Mention]:
    """The one piece of equipment that a sentence names before its trigger, where the tree ties it to nothing else."""
    near = [m for m in systems if m.stop <= trigger.cue.start]
    return near if trigger.kind in HANDLED and len(systems) == 1 else []
