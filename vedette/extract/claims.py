"""Claims of a document, from its marked text: the one caller of this room's rules."""

from collections.abc import Callable, Sequence

import msgspec

from vedette import __version__
from vedette.extract.again import told_again
from vedette.extract.asides import decide_background, is_commentary, is_padding, tells_nothing
from vedette.extract.carry import carry_sayings
from vedette.extract.grounds import find_basis, find_identifiers
from vedette.extract.parts import ACTORS, find_parts
from vedette.extract.phases import decide_phase, settle_running, settle_state
from vedette.extract.polarity import decide_polarity, find_hedge, is_silenced, settle_refusal
from vedette.extract.quantities import find_quantities
from vedette.extract.relevance import is_relevant
from vedette.extract.same import merge_told_twice
from vedette.extract.speakers import is_outlet
from vedette.extract.talk import Told, listen, speaker_for
from vedette.extract.times import split_times
from vedette.extract.triggers import Trigger, find_triggers, tells_of_things
from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.extract.when import date_of, narrowest
from vedette.extract.where import can_be_place, find_place, find_start, find_systems, without_carriers
from vedette.lang.words import Words, fold
from vedette.model.claim import (
    Claim,
    Claimant,
    Commentary,
    Date,
    DocumentRef,
    Participant,
    Place,
    Quantity,
    Reading,
    SystemRef,
)
from vedette.model.key import hash_of
from vedette.model.marked import Marked, Mention, TimePhrase
from vedette.model.text import Document


class Desk(msgspec.Struct, frozen=True):
    """What extraction is handed: the words, and what the knowledge says of a thing, a place and a time."""

    words: Words
    name_of: Callable[[str], str | None]
    sort_of: Callable[[str], str | None]
    is_class: Callable[[str], bool]
    place_of: Callable[[Mention], Place | None]
    anchor: Callable[[TimePhrase, str | None], Date]


class Draft(msgspec.Struct, frozen=True):
    """A trigger with what has been decided of it."""

    view: View
    trigger: Trigger
    voice: Voice | None
    happened: tuple[TimePhrase, ...]
    said: TimePhrase | None


def extract_reading(marked: Marked, desk: Desk) -> Reading:
    """Claims and commentary in order of their sentences; nothing at all from a text of another field."""
    document = marked.document
    if not is_relevant(document.text, desk.words, marked.mentions):
        return Reading()
    views = [View(s, document.text, desk.words, mentions=marked.mentions, times=marked.times) for s in marked.sentences]
    claims: list[Claim] = []
    commentary: list[Commentary] = []
    rows = listen(views, document)
    for row in rows:
        made = read_sentence(row, marked, desk, claims)
        claims += made
        if is_commentary(row.view, has_claims=bool(made), form=document.form, has_voice=bool(row.voices)):
            commentary.append(Commentary(document=document.key, text=row.view.text, start=row.view.start, end=row.view.stop))
    told = carry_sayings(merge_told_twice(claims), document.text, talks=talk_days(rows, desk))
    return Reading(claims=tuple(told), commentary=tuple(commentary))


def talk_days(rows: Sequence[Told], desk: Desk) -> dict[str, Date]:
    """The day of a talk by whom it was held with, where the opening tells it: «Встретились мы вчера»."""
    days: dict[str, Date] = {}
    for row in rows:
        for phrase in row.view.times if row.host else ():
            for thing in row.host.chain[-1].things[:1] if row.host else ():
                days.setdefault(thing, desk.anchor(phrase, "past"))
    return days


def read_sentence(row: Told, marked: Marked, desk: Desk, before: Sequence[Claim]) -> list[Claim]:
    view, voices = row.view, list(row.voices)
    is_empty = is_padding(view, voices) or tells_nothing(view)
    triggers = [t for t in find_triggers(view) if not is_silenced(view, t)] if not is_empty else []
    happened, said = split_times(view, triggers, voices)
    claims: list[Claim] = []
    for n, trigger in enumerate(triggers):
        voice = relayed(speaker_for(row, at=trigger.cue.start, head=trigger.head), row, desk, marked.document)
        own = [phrase for k, v in enumerate(voices) if voice and v.chain[-1] in voice.chain for phrase in said.get(k, ())]
        draft = Draft(view, trigger, voice, tuple(happened.get(n, ())), narrowest(own, desk.anchor))
        claim = write_claim(draft, marked, desk, [*before, *claims])
        if claim is not None:
            claims.append(claim)
    return without_content(with_one_past(claims))


def relayed(voice: Voice | None, row: Told, desk: Desk, document: Document) -> Voice | None:
    """«…, said Lukashenko, BelTA reports»: a press agency beside another speaker of the sentence passes on his words."""
    if voice is None:
        return None
    if is_press(voice.chain[0], desk):
        quoted = quoted_by(voice, row.view)
        return msgspec.structs.replace(voice, chain=(*voice.chain, quoted)) if quoted and len(voice.chain) == 1 else voice
    press = [v for v in row.voices if v is not voice and v.rule == "voice.say" and is_press(v.chain[0], desk)]
    told_to = addressee(voice, row.view, desk)
    told_to = None if told_to and is_outlet(told_to, document) else told_to
    if not press and told_to:
        return msgspec.structs.replace(voice, chain=(told_to, *voice.chain))
    return msgspec.structs.replace(voice, chain=(press[0].chain[0], *voice.chain)) if press else voice


def addressee(voice: Voice, view: View, desk: Desk) -> Mention | None:
    """«a source told Reuters», «рассказывал агентству «Тасним»»: the agency that somebody speaks to passes his words on."""
    if voice.rule != "voice.say":
        return None
    for mention in view.mentions:
        gap = view.between(voice.cue.stop, mention.start)
        near = 0 <= mention.start - voice.cue.stop <= TOLD and "," not in gap and "." not in gap
        if (
            near
            and is_press(mention, desk)
            and mention not in voice.chain
            and not set(fold(gap).split()) & set(view.grammar["opening"])
        ):
            return mention
    return None


def quoted_by(voice: Voice, view: View) -> Mention | None:
    """«BelTA quoted the chief of staff, Muraveiko, as saying»: whom an agency quotes."""
    if not fold(voice.cue.text).startswith(view.grammar["quoting"]):
        return None
    people = [m for m in view.mentions if m.kind == "person" and m.things and 0 <= m.start - voice.cue.stop <= QUOTED]
    return people[0] if people else None


def is_press(mention: Mention, desk: Desk) -> bool:
    return bool(mention.things) and desk.sort_of(mention.things[0]) in PRESS


QUOTED = 90  # letters
TOLD = 30
PRESS = ("news-agency", "news-outlet")


def with_one_past(claims: list[Claim]) -> list[Claim]:
    """What one speaker says in one sentence is all background, or none of it, unless it has a day of its own."""
    old = {c.said_by for c in claims if c.background and c.said_by}
    return [
        msgspec.structs.replace(c, background=True) if not c.background and c.said_by in old and not c.date else c for c in claims
    ]


def without_content(claims: list[Claim]) -> list[Claim]:
    """A denied intention swallows the deeds that it speaks of: «denies that the drill is aimed at anyone» denies no drill."""
    if not any(c.kind == "statement" and c.polarity == "denied" for c in claims):
        return claims
    kept = [c for c in claims if c.kind == "statement" or c.polarity != "denied"]
    return [msgspec.structs.replace(c, phase="completed") if c.kind == "statement" else c for c in kept]


def write_claim(draft: Draft, marked: Marked, desk: Desk, before: Sequence[Claim]) -> Claim | None:
    view, trigger, voice = draft.view, draft.trigger, draft.voice
    document = marked.document
    speakers = set(voice.chain) if voice else set()
    actors = [m for m in view.mentions if (m.kind in ACTORS or is_state(m)) and may_act(m) and m not in speakers]
    parts = find_parts(view, trigger, actors)
    decided = settle_state(view, trigger, *decide_phase(view, trigger))
    (phase, phase_rule), (polarity, polarity_rule) = settle_refusal(view, trigger, decided, decide_polarity(view, trigger))
    when = date_of(draft.happened, desk.anchor, phase=phase, rule=phase_rule)
    phase, phase_rule = settle_running(view, trigger, phase, phase_rule, when)
    spoken = desk.anchor(draft.said, "past") if draft.said else None
    if phase == "announced" and (when is None or (spoken and phase_rule == "phase.announce")):
        when = spoken
    hedge = find_hedge(view, trigger, phase=phase)
    own = voice is not None and voice.rule not in ("voice.carried", "voice.answers")
    background, background_rule = decide_background(
        view, trigger, happened=when, said=spoken, published=document.published, has_voice=own
    )
    if voice and voice.rule == "voice.answers" and background:
        voice = None
    if (
        voice
        and voice.rule == "voice.carried"
        and not goes_on(document.form, phase=phase, background=background, hedged=hedge is not None)
    ):
        voice = None
    taken = {m for m, _ in parts}
    places = [m for m in view.mentions if can_be_place(m) and is_known(m) and m not in taken and m not in speakers]
    place, start = find_place(view, trigger, places), find_start(view, trigger, places)
    equipment = [m for m in view.mentions if m.kind == "system" and is_known(m)]
    systems = without_classes(view, find_systems(view, trigger, equipment, [m for m, _ in parts]), desk)
    systems = without_carriers(view, trigger, systems, desk.sort_of)
    kind = settle_kind(view, trigger, parts, systems, desk, text=document.text)
    named = once([s for m in systems for s in systems_of(m, desk)]) or told_again(view, trigger, before, has_people=bool(parts))
    bare = kind == "movement" and bool(named) and all(s.thing and desk.is_class(s.thing) for s in named)  # «a shell flies 30 km»
    told = voice is not None and (kind in STANDING or is_outright(view, trigger))
    known = parts or (named and not bare) or place or when or told
    if not (known or (tells_of_things(view, trigger) and not bare)) or (kind == "statement" and not voice):
        return None
    rules = [f"{trigger.kind}.{trigger.form}", phase_rule, polarity_rule, background_rule, voice.rule if voice else ""]
    return Claim(
        claim=hash_of("claim", document.key, trigger.cue.start, trigger.cue.stop, kind, phase, polarity),
        document=DocumentRef(
            key=document.key,
            id=document.id,
            url=document.url,
            outlet=document.outlet,
            published=document.published,
            lang=document.lang,
        ),
        kind=kind,
        phase=phase,
        polarity=polarity,
        hedge=hedge.text if hedge else None,
        background=background,
        participants=each_once([p for m, role in parts for p in participants_of(m, role, desk)]),
        systems=named,
        place=desk.place_of(place) if place else None,
        origin_place=desk.place_of(start) if start else None,
        identifiers=find_identifiers(view),
        basis=find_basis(view, voice),
        date=when,
        said_on=spoken,
        quantities=quantities_of(view, trigger, document.text, marked),
        said_by=claimants(voice, desk) if voice else (),
        sentence=view.text,
        start=view.start,
        end=view.stop,
        why=tuple(rule for rule in rules if rule),
        made_by=f"vedette {__version__}",
    )


def goes_on(form: str | None, *, phase: str, background: bool, hedged: bool) -> bool:
    """Whether a sentence without a speaker is told in the words of the one before: what is to come, or doubted."""
    return not background and (form == "communique" or phase == "planned" or hedged)


def quantities_of(view: View, trigger: Trigger, text: str, marked: Marked) -> tuple[Quantity, ...]:
    """Numbers that stand in the trigger's own clause and belong to no time, name or speaker."""
    taken = [(t.start, t.stop) for t in view.times] + [(m.start, m.stop) for m in view.mentions if m.how != "description"]
    found = find_quantities(text, lang=marked.document.lang, start=view.start, stop=view.stop)
    free = [q for q in found if not any(start <= q.start < stop for start, stop in taken)]
    return tuple(q for q in free if trigger.head < 0 or view.clause_at(q.start, q.end) == trigger.clause)


def without_classes(view: View, systems: list[Mention], desk: Desk) -> list[Mention]:
    """«крылатой ракеты «Буревестник»», «the Hwasong-18 ICBM»: a class beside a name only says what the name is."""

    def names(one: Mention, other: Mention) -> bool:
        return one != other and not view.between(min(one.stop, other.stop), max(one.start, other.start)).strip(' «»"“”„')

    classes = [m for m in systems if m.things and desk.is_class(m.things[0])]
    return [m for m in systems if m not in classes or not any(names(m, other) for other in systems if other not in classes)]


def is_state(mention: Mention) -> bool:
    return mention.kind == "place" and any(thing.startswith("state-") for thing in mention.things)


def may_act(mention: Mention) -> bool:
    """Somebody known, or a unit by its number: «the 61st fighter base» acts under its own words."""
    return bool(mention.things or mention.members) or (mention.kind == "actor" and mention.how == "shape")


def is_known(mention: Mention) -> bool:
    """A name counts as it stands; a description only once it is known what it means («the complex» alone says nothing)."""
    return mention.how != "description" or bool(mention.things or mention.members)


def state_of(mention: Mention) -> str | None:
    """The thing that acts: of a country's or capital's name the state, else what the mention names."""
    return next((t for t in mention.things if t.startswith("state-")), None) or (mention.things[0] if mention.things else None)


def each_once(participants: list[Participant]) -> tuple[Participant, ...]:
    """Each thing once in a role, by the first words that name it."""
    first: dict[tuple[str, str], Participant] = {}
    for one in participants:
        first.setdefault((one.thing or one.text, one.role), one)
    return tuple(first.values())


def participants_of(mention: Mention, role: str, desk: Desk) -> list[Participant]:
    """One for each that is meant: «the two ministers» are two."""
    return [
        Participant(
            thing=thing,
            name=desk.name_of(thing) if thing else None,
            role=role,
            text=mention.text,
            start=mention.start,
            end=mention.stop,
        )
        for thing in mention.members or (state_of(mention),)
    ]


def once(systems: list[SystemRef]) -> tuple[SystemRef, ...]:
    """Each piece of equipment once, by the first words that name it."""
    first: dict[str, SystemRef] = {}
    for one in systems:
        first.setdefault(one.thing or one.text, one)
    return tuple(first.values())


def systems_of(mention: Mention, desk: Desk) -> list[SystemRef]:
    repaired = mention.repair.kind if mention.repair else None
    things: tuple[str | None, ...] = mention.members or mention.things[:1] or (None,)
    return [
        SystemRef(
            thing=thing,
            name=desk.name_of(thing) if thing else None,
            text=mention.text,
            start=mention.start,
            end=mention.stop,
            repaired=repaired,
        )
        for thing in things
    ]


def claimants(voice: Voice, desk: Desk) -> tuple[Claimant, ...]:
    """The chain; the channel belongs to its last member, an agency that reports another's words to itself."""
    rows = []
    for n, mention in enumerate(voice.chain):
        thing = state_of(mention)
        is_last = n == len(voice.chain) - 1
        channel = voice.channel if is_last else None
        if channel is None and thing and desk.sort_of(thing) in PRESS:
            channel = "agency"
        rows.append(
            Claimant(
                thing=thing,
                name=desk.name_of(thing) if thing else None,
                channel=channel,
                text=mention.text,
                start=mention.start,
                end=mention.stop,
            )
        )
    return tuple(rows)


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


# Kinds that are told of by name alone; a journey or a handing over needs a speaker, or somebody, something or somewhere.
STANDING = ("training", "exercise", "agreement", "readiness", "infrastructure", "test", "statement", "other")
CARRIERS = {"aircraft", "bomber", "helicopter", "ship"}


def settle_kind(
    view: View, trigger: Trigger, parts: list[tuple[Mention, str]], systems: list[Mention], desk: Desk, *, text: str
) -> str:
    """What a journey amounts to: of statesmen a visit, into foreign airspace an incident, of equipment alone its stationing or,
    where the report tells of trade, its handing over."""
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
    crewed = any(m.kind in ("actor", "person") and role == "performer" for m, role in parts)
    if not things or crewed or any(sort in CARRIERS or sort.endswith("-aircraft") for sort in sorts):
        return "movement"
    if any(word in fold(text) for word in view.grammar["trade"]):
        return "transfer"
    is_common = all(desk.is_class(thing) and desk.sort_of(thing) != "nuclear-weapons" for thing in things)
    return "movement" if is_common else "deployment"
