"""What a trigger amounts to once it is known who and what takes part."""

from vedette.extract.desk import Desk
from vedette.extract.triggers import Trigger
from vedette.extract.view import View
from vedette.lang.words import fold
from vedette.model.marked import Mention

# Kinds that are told of by name alone; a journey or a handing over needs a speaker, or somebody, something or somewhere.
STANDING = ("training", "exercise", "agreement", "readiness", "infrastructure", "test", "statement", "other")
CARRIERS = {"aircraft", "bomber", "helicopter", "ship"}


def is_of_statesmen(view: View, trigger: Trigger, parts: list[Mention]) -> bool:
    """«the foreign ministers flew to Moscow»: only people of state; not who orders a march, nor equipment that came."""
    heads = {view.head_of(c.start, c.stop) for c in view.cues_of("field.person")}
    subjects = [k for k in view.children[trigger.head] if view.relation(k) == "nsubj"] if trigger.head >= 0 else []
    if trigger.form == "verb" and any(k in heads for k in subjects):
        return True
    if any(m.kind == "system" and view.head_of(m.start, m.stop) in subjects for m in view.mentions):
        return False
    own = [m for m in parts if trigger.form != "noun" or view.is_under(view.head_of(m.start, m.stop), trigger.head)]
    return bool(own) and all(m.kind == "person" for m in parts)


def is_outright(view: View, trigger: Trigger) -> bool:
    """«The delivery was confirmed by the service»: what a speaker says outright needs nobody and nothing named; an aside does."""
    path = [trigger.head, *view.climb(trigger.head)] if trigger.head >= 0 else []
    aside = any(view.word(n).relation.startswith(("acl:relcl", "advcl")) for n in path)
    return not aside and (trigger.kind, trigger.form) != ("incident", "noun")


def is_carried(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Whether something is what travels, and not what the travellers go to learn: subject, object or owner of the trigger."""
    relation = view.below(view.head_of(mention.start, mention.stop), trigger.head) if trigger.head >= 0 else ""
    return relation in ("nsubj", "nsubj:pass", "obj", "nmod")


def settle_kind(
    view: View, trigger: Trigger, parts: list[tuple[Mention, str]], systems: list[Mention], desk: Desk, *, text: str
) -> str:
    """What a journey amounts to: of statesmen a visit, into foreign airspace an incident, of equipment alone its stationing or,
    where the report tells of trade, its handing over; warheads are delivered, as the guide of the corpus has it."""
    if trigger.kind != "movement":
        return trigger.kind
    things = {thing for m in systems for thing in m.things[:1]}
    if any(word in fold(view.text) for word in view.grammar["airspace"]):
        return "incident"
    if is_of_statesmen(view, trigger, [m for m, _ in parts]):
        return "visit"
    sorts = {desk.sort_of(thing) or "" for thing in things}
    if sorts and all(sort.endswith("uav") for sort in sorts):
        return "incident"
    if any(desk.sort_of(m.things[0]) == "nuclear-weapons" and is_carried(view, trigger, m) for m in systems if m.things):
        return "transfer"
    crewed = any(m.kind in ("actor", "person") and role == "performer" for m, role in parts)
    if not things or crewed or any(sort in CARRIERS or sort.endswith("-aircraft") for sort in sorts):
        return "movement"
    if any(word in fold(text) for word in view.grammar["trade"]):
        return "transfer"
    is_common = all(desk.is_class(thing) and desk.sort_of(thing) != "nuclear-weapons" for thing in things)
    return "movement" if is_common else "deployment"


def without_classes(view: View, systems: list[Mention], desk: Desk) -> list[Mention]:
    """«крылатой ракеты «Буревестник»», «the Hwasong-18 ICBM»: a class beside a name only says what the name is."""

    def names(one: Mention, other: Mention) -> bool:
        return one != other and not view.between(min(one.stop, other.stop), max(one.start, other.start)).strip(' «»"“”„')

    classes = [m for m in systems if m.things and desk.is_class(m.things[0])]
    return [m for m in systems if m not in classes or not any(names(m, other) for other in systems if other not in classes)]
