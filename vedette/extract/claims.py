"""Claims of a document, from its marked text: the one caller of this room's rules."""

from collections.abc import Sequence

import msgspec

from vedette import __version__
from vedette.extract.again import told_again
from vedette.extract.answers import denied_back
from vedette.extract.asides import decide_background, is_commentary, is_padding, tells_nothing
from vedette.extract.carry import carry_sayings
from vedette.extract.desk import Desk
from vedette.extract.grounds import find_basis, find_identifiers
from vedette.extract.kinds import STANDING, is_outright, settle_kind, without_classes
from vedette.extract.parts import ACTORS, find_parts
from vedette.extract.phases import decide_phase, settle_running, settle_state
from vedette.extract.polarity import decide_polarity, find_hedge, is_silenced, settle_refusal
from vedette.extract.quantities import find_quantities
from vedette.extract.records import claimants, each_once, once, participants_of, systems_of
from vedette.extract.relays import relayed
from vedette.extract.relevance import is_relevant
from vedette.extract.same import merge_told_twice
from vedette.extract.talk import Told, listen, speaker_for
from vedette.extract.times import split_times
from vedette.extract.triggers import Trigger, find_triggers, tells_of_things
from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.extract.when import date_of, narrowest
from vedette.extract.where import can_be_place, find_place, find_start, find_systems, without_carriers
from vedette.model.claim import (
    Claim,
    Commentary,
    Date,
    DocumentRef,
    Quantity,
    Reading,
)
from vedette.model.key import hash_of
from vedette.model.marked import Marked, Mention, TimePhrase

GOING_ON = ("communique", "agency", "telegram")  # forms that go on in the words of one source; others only of what is to come


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
    placed: list[tuple[int, Claim]] = []
    for n, trigger in enumerate(triggers):
        voice = relayed(speaker_for(row, at=trigger.cue.start, head=trigger.head), row, desk, marked.document)
        own = [phrase for k, v in enumerate(voices) if voice and v.chain[-1] in voice.chain for phrase in said.get(k, ())]
        draft = Draft(view, trigger, voice, tuple(happened.get(n, ())), narrowest(own, desk.anchor))
        claim = write_claim(draft, marked, desk, [*before, *claims])
        if claim is not None:
            claims.append(claim)
            placed.append((trigger.cue.start, claim))
    return [*without_content(with_one_past(claims)), *denied_back(view, voices, placed, desk)]


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
    if voice and not own and not goes_on(voice, document.form, phase=phase, background=background, hedged=hedge is not None):
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


def goes_on(voice: Voice, form: str | None, *, phase: str, background: bool, hedged: bool) -> bool:
    """Whether a sentence without a speaker is told in the words of an earlier one; what is retold as past is the report's own."""
    return not background and (voice.rule == "voice.answers" or form in GOING_ON or phase == "planned" or hedged)


def quantities_of(view: View, trigger: Trigger, text: str, marked: Marked) -> tuple[Quantity, ...]:
    """Numbers that stand in the trigger's own clause and belong to no time, name or speaker."""
    taken = [(t.start, t.stop) for t in view.times] + [(m.start, m.stop) for m in view.mentions if m.how != "description"]
    found = find_quantities(text, lang=marked.document.lang, start=view.start, stop=view.stop)
    free = [q for q in found if not any(start <= q.start < stop for start, stop in taken)]
    return tuple(q for q in free if trigger.head < 0 or view.clause_at(q.start, q.end) == trigger.clause)


def is_state(mention: Mention) -> bool:
    return mention.kind == "place" and any(thing.startswith("state-") for thing in mention.things)


def may_act(mention: Mention) -> bool:
    """Somebody known, or a unit by its number: «the 61st fighter base» acts under its own words."""
    return bool(mention.things or mention.members) or (mention.kind == "actor" and mention.how == "shape")


def is_known(mention: Mention) -> bool:
    """A name counts as it stands; a description only once it is known what it means («the complex» alone says nothing)."""
    return mention.how != "description" or bool(mention.things or mention.members)
