"""Where it happened, or ended for a journey; where a journey began; and which equipment is meant."""

from vedette.extract.parts import case_of, tie_of
from vedette.extract.triggers import Trigger
from vedette.extract.view import View
from vedette.lang.words import fold
from vedette.model.marked import Mention

SITES = ("airfield", "range", "base", "centre", "camp", "site", "district", "garrison")
HANDLED = {"training", "readiness", "deployment", "transfer"}
JOURNEYS = {"movement", "transfer"}


def can_be_place(mention: Mention) -> bool:
    return mention.kind == "place"


def preposition(view: View, mention: Mention) -> str:
    """The preposition before a place, from the tree or from the word on its left."""
    head = view.head_of(mention.start, mention.stop)
    if head >= 0 and (case := case_of(view, head)):
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
    """Equipment that hangs on the trigger, stands in its clause, or belongs to those who take part."""
    if trigger.head < 0:
        return systems
    found = []
    for mention in systems:
        head = view.head_of(mention.start, mention.stop)
        in_clause = view.clause_of[head] == trigger.clause or view.is_under(head, trigger.head)
        of_owner = any(view.is_under(head, view.head_of(o.start, o.stop)) for o in owners)
        if in_clause or of_owner or tie_of(view, mention, trigger):
            found.append(mention)
    return found or only_one(view, trigger, systems)


def only_one(view: View, trigger: Trigger, systems: list[Mention]) -> list[Mention]:
    """The one piece of equipment that a sentence names before its trigger, where the tree ties it to nothing else."""
    near = [m for m in systems if m.stop <= trigger.cue.start]
    return near if trigger.kind in HANDLED and len(systems) == 1 else []
