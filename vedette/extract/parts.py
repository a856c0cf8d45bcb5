"""Who takes part in an occurrence and as what: from the place of each mention in the tree around the trigger."""

from collections.abc import Callable

import msgspec

from vedette.extract.phases import governing_verbs
from vedette.extract.triggers import Trigger
from vedette.extract.view import View, has_feature
from vedette.lang.words import fold
from vedette.model.marked import Mention

ACTORS = {"actor", "person"}
# Those who speak of deeds; only the tree may tell that they did one.
OFFICES = ("mod-", "mfa-", "president-", "general-staff-")
DOINGS = {"training", "movement", "exercise", "readiness"}
LOOSE = ("appos", "flat", "dep", "parataxis", "iobj", "obj", "nsubj")  # how a parser hangs «подписали Путин и Пашинян»
OWNING = ("nmod", "nmod:poss", "amod", "compound")


class Tie(msgspec.Struct, frozen=True):
    """How a mention hangs on a trigger: the relation just below the trigger or its verb, with its preposition."""

    mention: Mention
    relation: str
    case: str
    depth: int
    on_verb: bool


def tie_of(view: View, mention: Mention, trigger: Trigger) -> Tie | None:
    """The tie of a mention to a trigger, or None where another clause lies between them."""
    head = view.head_of(mention.start, mention.stop)
    if head < 0 or trigger.head < 0:
        return None
    own_case = view.case_of(head)
    verbs = governing_verbs(view, trigger)
    tops = [trigger.head, *verbs]
    if head in tops:
        return None
    steps = [head, *view.climb(head)]
    for n, step in enumerate(steps[1:], 1):
        if step in tops:
            below = steps[n - 1]
            if any(view.is_clause_head(k) for k in steps[:n] if k != head and k not in tops):
                return None
            return Tie(
                mention,
                view.word(below).relation,
                own_case if own_case in view.grammar["to"] and trigger.kind == "transfer" else view.case_of(below),
                n,
                step != trigger.head or trigger.form == "verb",
            )
    return None


def borrowed_subject(view: View, clause: int) -> int | None:
    """The word that stands as subject of a clause without its own: of the verb that it is joined to, or what it describes."""
    for _ in range(3):
        own = [k for k in view.children[clause] if view.relation(k) == "nsubj"]
        if own:
            return own[0]
        relation, head = view.relation(clause), view.word(clause).head
        if head < 0:
            return None
        if relation == "acl":
            return head
        if relation not in ("conj", "xcomp", "advcl", "ccomp"):
            return None
        clause = head
    return None


def is_passive(view: View, verb: int) -> bool:
    word = view.word(verb)
    kids = [view.word(k).relation for k in view.children[verb]]
    return "nsubj:pass" in kids or "aux:pass" in kids or (has_feature(word, "Voice=Pass") and has_feature(word, "VerbForm=Part"))


def subjects(view: View, trigger: Trigger, mentions: list[Mention]) -> list[Mention]:
    """Mentions that stand as, or inside, the subject of the trigger's clause, its own or a borrowed one."""
    verbs = [n for n in governing_verbs(view, trigger) if view.word(n).upos in ("VERB", "AUX", "ADJ", "NOUN")]
    for verb in verbs or ([trigger.clause] if trigger.head >= 0 else []):
        subject = borrowed_subject(view, verb)
        if subject is None or subject == trigger.head:
            continue
        if is_equipment(view, subject):
            return []
        inside = [m for m in mentions if view.is_under(view.head_of(m.start, m.stop), subject) and not hides(view, m, subject)]
        if inside:
            return inside
    return []


def is_equipment(view: View, n: int) -> bool:
    """«the Oreshnik missile system»: a word that is, or is named by, a piece of equipment."""
    naming = {n} | {k for k in view.children[n] if view.relation(k) in ("compound", "flat", "appos", "nmod", "amod")}
    naming |= {k for m in list(naming) for k in view.children[m] if view.relation(k) in ("compound", "flat", "appos")}
    heads = {view.head_of(m.start, m.stop) for m in view.mentions if m.kind == "system"}
    people = any(m.kind in ("actor", "person") and m.start <= view.word(n).start < m.stop for m in view.mentions)
    return bool(naming & heads) and not people


def hides(view: View, mention: Mention, top: int) -> bool:
    """Whether a clause of its own lies between a mention and the word above it."""
    head = view.head_of(mention.start, mention.stop)
    path = [head, *view.climb(head)]
    return top in path and any(view.is_clause_head(k) for k in path[: path.index(top)])


class Standing(msgspec.Struct, frozen=True):
    """What a role rule looks at: the tie, and how the mention stands to the verb; `side` is the use of its preposition."""

    trigger: Trigger
    tie: Tie
    is_subject: bool
    is_passive: bool
    is_agent: bool
    side: frozenset[str]
    receives: bool
    instructs: bool


def stand(view: View, tie: Tie, trigger: Trigger, *, is_subject: bool) -> Standing:
    verb = next((n for n in governing_verbs(view, trigger)), trigger.head)
    passive = verb >= 0 and is_passive(view, verb)
    small = view.grammar
    return Standing(
        trigger,
        tie,
        is_subject,
        passive,
        tie.relation == "obl:agent" or tie.case in small["by"] or (passive and tie.relation.startswith("obl") and not tie.case),
        sides_of(view, tie, trigger),
        any(part in fold(trigger.cue.text) for part in small["receiving"]),
        is_instructor(view, tie.mention),
    )


def sides_of(view: View, tie: Tie, trigger: Trigger) -> frozenset[str]:
    """How a preposition is used; in a trade «у Астаны» is from whom, «в Польшу» to whom."""
    used = {use for use in ("with", "from", "to") if tie.case in view.grammar[use]}
    if tie.mention.kind == "place" and is_party(view, tie.mention, trigger):
        used = {"from" if tie.case in view.grammar.get("seller", ()) else "to"}
    return frozenset(used)


def is_party(view: View, mention: Mention, trigger: Trigger) -> bool:
    """«купил у Астаны», «отгрузка в Польшу»: a state behind such a preposition takes part in a trade."""
    head = view.head_of(mention.start, mention.stop)
    if trigger.kind != "transfer" or head < 0 or not any(thing.startswith("state-") for thing in mention.things):
        return False
    case = view.case_of(head)
    buys = any(part in fold(trigger.cue.text) for part in view.grammar["receiving"])
    return (case in view.grammar.get("seller", ()) and buys) or (
        view.lang != "en" and case in view.grammar["inside"] and has_feature(view.word(head), "Case=Acc")
    )


def plain_role(at: Standing) -> str | None:
    if at.is_subject or at.is_agent or at.tie.relation in (*OWNING, "nmod:gen", "obj", "nsubj", "nsubj:pass"):
        return "performer"
    return "partner" if "with" in at.side else None


def training_role(at: Standing) -> str | None:
    if at.instructs or at.is_agent:
        return "trainer"
    if at.is_subject or at.tie.relation in (*OWNING, "obj", "nsubj:pass"):
        return "performer"
    return "partner" if "with" in at.side else None


def transfer_role(at: Standing) -> str | None:
    if "from" in at.side or at.is_agent:
        return "supplier"
    if at.is_subject:
        return "recipient" if at.receives or at.is_passive else "supplier"
    if "to" in at.side or (at.tie.relation in ("iobj", "obl", "obl:arg", "dep") and not at.tie.case):
        return "recipient"
    return "supplier" if at.tie.relation in ("amod", "nmod:poss") else None


def partner_role(at: Standing) -> str | None:
    named_loose = at.tie.mention.kind == "person" and at.tie.relation in LOOSE and not at.tie.case
    takes_part = at.is_subject or at.is_agent or named_loose or at.tie.relation in ("nmod", "nmod:poss", "obl", "amod", "conj")
    return "partner" if takes_part else None


def visit_role(at: Standing) -> str | None:
    if at.is_subject or (at.tie.relation in ("nmod", "nmod:poss") and not at.tie.case):
        return "performer"
    return "host" if "with" in at.side or at.tie.relation in ("obj", "iobj") else None


def incident_role(at: Standing) -> str | None:
    if at.is_agent or (at.is_subject and not at.is_passive):
        return "performer"
    return "target" if at.is_subject or at.tie.relation in ("obj", "nmod", "nmod:poss", "amod") else None


RoleRule = Callable[[Standing], str | None]
ROLE_OF: dict[str, RoleRule] = {
    "training": training_role,
    "transfer": transfer_role,
    "agreement": partner_role,
    "visit": visit_role,
    "incident": incident_role,
}


def find_parts(view: View, trigger: Trigger, mentions: list[Mention]) -> list[tuple[Mention, str]]:
    """(mention, role) of those who take part; `mentions` are the actors, people and states that may."""
    standing = subjects(view, trigger, mentions)
    found: list[tuple[Mention, str]] = []
    for mention in mentions:
        outside = mention.kind == "place" and place_before(view, mention) and not is_party(view, mention, trigger)
        if outside or is_part_of_place(view, mention):
            continue
        tie = tie_of(view, mention, trigger)
        is_subject = mention in standing
        if tie is None and not is_subject:
            continue
        tie = tie or Tie(mention, "nsubj", "", 1, True)
        role = ROLE_OF.get(trigger.kind, plain_role)(stand(view, tie, trigger, is_subject=is_subject))
        if role and (tie.depth <= 4 or is_subject):
            found.append((mention, role))
    if not found and trigger.kind in DOINGS:
        found = [(m, "performer") for m in standing_before(view, trigger, mentions)]
    return settle_training(view, trigger, found, teachers=standing if taught_by(view, trigger, mentions) else [])


def standing_before(view: View, trigger: Trigger, mentions: list[Mention]) -> list[Mention]:
    """Where the tree tells nothing: the last people named before the trigger in its clause, or at the sentence's head."""
    doers = [m for m in mentions if m.kind == "actor" and not any(t.startswith(OFFICES) for t in m.things)]
    near = [m for m in doers if m.stop <= trigger.cue.start and not place_before(view, m)]
    own = [m for m in near if trigger.head < 0 or view.clause_at(m.start, m.stop) == trigger.clause]
    first = [m for m in near if not view.text[: m.start - view.start].strip(' —–-«»"“”') and m.kind == "actor"]
    return own[-1:] or first[:1]


def place_before(view: View, mention: Mention) -> bool:
    """«in Minsk», «в Минске»: a state's or capital's name after such a preposition is where, not who."""
    before = fold(view.text[: mention.start - view.start]).split()
    return bool(before) and before[-1].strip('«"“(') in view.grammar["inside"]


def is_part_of_place(view: View, mention: Mention) -> bool:
    """«a range of the Southern Military District of the Russian Federation»: whose place it is does nothing."""
    head = view.head_of(mention.start, mention.stop)
    places = [m for m in view.mentions if m.kind == "place" and m != mention]
    # A state joined to another is no part of it: «Belarus and Russia signed».
    spans = [(m.start, m.stop) for m in places if not any(thing.startswith("state-") for thing in m.things)]
    for n in view.climb(head) if head >= 0 else ():
        if view.word(n).upos not in ("NOUN", "PROPN", "ADJ"):
            return False
        if any(start <= view.word(n).start < stop for start, stop in spans):
            return True
    return False


def taught_by(view: View, trigger: Trigger, mentions: list[Mention]) -> bool:
    """Whether the trigger teaches somebody who stands as its object, so that its subject is the trainer."""
    if trigger.form != "verb" or trigger.head < 0 or is_passive(view, trigger.head):
        return False
    ties = [tie_of(view, m, trigger) for m in mentions]
    return any(tie is not None and tie.relation == "obj" for tie in ties)


def settle_training(
    view: View, trigger: Trigger, found: list[tuple[Mention, str]], *, teachers: list[Mention]
) -> list[tuple[Mention, str]]:
    """Who trains somebody is a trainer: a subject beside an object of «train», and no performer stands alone as trainer."""
    if trigger.kind == "training" and teachers and len(found) > 1:
        return [(m, "trainer" if m in teachers or is_instructor(view, m) else "performer") for m, _ in found]
    if trigger.kind == "training" and found and all(role == "trainer" for _, role in found):
        return [(m, "performer") for m, _ in found] if len(found) == 1 and not is_instructor(view, found[0][0]) else found
    return found


def is_instructor(view: View, mention: Mention) -> bool:
    return any(part in fold(mention.text) for part in view.grammar["instructing"])
