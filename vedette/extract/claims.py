"""Claims of a document, from its marked text: the one caller of this room's rules."""

from collections.abc import Callable, Sequence

import msgspec

from vedette import __version__
from vedette.extract.asides import decide_background, is_commentary
from vedette.extract.parts import ACTORS, find_parts
from vedette.extract.phases import decide_phase
from vedette.extract.polarity import decide_polarity, find_hedge, is_silenced
from vedette.extract.quantities import find_quantities
from vedette.extract.relevance import is_relevant
from vedette.extract.same import merge_told_twice
from vedette.extract.times import split_times
from vedette.extract.triggers import Trigger, find_triggers
from vedette.extract.view import View
from vedette.extract.voices import Voice, find_voices, voice_for
from vedette.extract.where import can_be_place, find_place, find_start, find_systems
from vedette.lang.words import Words
from vedette.model.claim import (
    Claim,
    Claimant,
    Commentary,
    Date,
    DocumentRef,
    Participant,
    Place,
    Reading,
    SystemRef,
)
from vedette.model.key import hash_of
from vedette.model.marked import Marked, Mention, TimePhrase


class Desk(msgspec.Struct, frozen=True):
    """What extraction is handed: the words, and what the knowledge says of a thing, a place and a time."""

    words: Words
    name_of: Callable[[str], str | None]
    sort_of: Callable[[str], str | None]
    place_of: Callable[[Mention], Place]
    anchor: Callable[[TimePhrase, str | None], Date]


class Draft(msgspec.Struct, frozen=True):
    """A trigger with what has been decided of it."""

    view: View
    trigger: Trigger
    voice: Voice | None
    happened: TimePhrase | None
    said: TimePhrase | None


def extract_reading(marked: Marked, desk: Desk) -> Reading:
    """Claims and commentary in order of their sentences; nothing at all from a text of another field."""
    document = marked.document
    if not is_relevant(document.text, desk.words, marked.mentions):
        return Reading()
    claims: list[Claim] = []
    commentary: list[Commentary] = []
    carried: Voice | None = None
    for sentence in marked.sentences:
        view = View(sentence, document.text, desk.words, mentions=marked.mentions, times=marked.times)
        if document.text[: sentence.start].endswith("\n\n"):
            carried = None
        voices = find_voices(view, document)
        made = list(read_sentence(view, marked, desk, voices=voices, carried=carried))
        claims += made
        carried = voices[0] if voices and made else carried
        if is_commentary(view, has_claims=bool(made)):
            commentary.append(Commentary(document=document.key, text=view.text, start=view.start, end=view.stop))
    return Reading(claims=tuple(merge_told_twice(claims)), commentary=tuple(commentary))


def read_sentence(view: View, marked: Marked, desk: Desk, *, voices: list[Voice], carried: Voice | None) -> Sequence[Claim]:
    triggers = [t for t in find_triggers(view) if not is_silenced(view, t)]
    happened, said = split_times(view, triggers, voices)
    claims = []
    for n, trigger in enumerate(triggers):
        voice = voice_for(view, voices, at=trigger.cue.start, head=trigger.head)
        own = said.get(voices.index(voice), []) if voice in voices and voice is not None else []
        draft = Draft(view, trigger, voice or carried, (happened.get(n) or [None])[0], own[0] if own else None)
        claim = write_claim(draft, marked, desk)
        if claim is not None:
            claims.append(claim)
    return claims


def write_claim(draft: Draft, marked: Marked, desk: Desk) -> Claim | None:
    view, trigger, voice = draft.view, draft.trigger, draft.voice
    document = marked.document
    speakers = set(voice.chain) if voice else set()
    actors = [m for m in view.mentions if (m.kind in ACTORS or is_state(m)) and m not in speakers]
    parts = find_parts(view, trigger, actors)
    phase, phase_rule = decide_phase(view, trigger, has_future_date=False)
    tense = "future" if phase == "planned" else "past"
    when = desk.anchor(draft.happened, tense) if draft.happened else None
    spoken = desk.anchor(draft.said, "past") if draft.said else None
    if phase == "announced" and when is None:
        when = spoken
    polarity, polarity_rule = decide_polarity(view, trigger)
    hedge = find_hedge(view, trigger, phase=phase)
    background, background_rule = decide_background(view, trigger, happened=when, said=spoken, published=document.published)
    taken = {m for m, _ in parts}
    places = [m for m in view.mentions if can_be_place(m) and m not in taken and m not in speakers]
    place, start = find_place(view, trigger, places), find_start(view, trigger, places)
    systems = find_systems(view, trigger, [m for m in view.mentions if m.kind == "system"], [m for m, _ in parts])
    kind = settle_kind(trigger, parts, systems, desk)
    if not (parts or systems or place or voice or when):
        return None
    rules = [f"{trigger.kind}.{trigger.form}", phase_rule, polarity_rule, background_rule, voice.rule if voice else ""]
    return Claim(
        claim=hash_of("claim", document.key, trigger.cue.start, trigger.cue.stop, kind, phase, polarity),
        document=DocumentRef(
            key=document.key, id=document.id, url=document.url, outlet=document.outlet, published=document.published, lang=document.lang
        ),
        kind=kind,
        phase=phase,
        polarity=polarity,
        hedge=hedge.text if hedge else None,
        background=background,
        participants=tuple(participant(m, role, desk) for m, role in parts),
        systems=tuple(system(m, desk) for m in systems),
        place=desk.place_of(place) if place else None,
        origin_place=desk.place_of(start) if start else None,
        date=when,
        said_on=spoken,
        quantities=find_quantities(document.text, lang=document.lang, start=view.start, stop=view.stop),
        said_by=claimants(voice, desk) if voice else (),
        sentence=view.text,
        start=view.start,
        end=view.stop,
        why=tuple(rule for rule in rules if rule),
        made_by=f"vedette {__version__}",
    )


def is_state(mention: Mention) -> bool:
    return mention.kind == "place" and any(thing.startswith("state-") for thing in mention.things)


def state_of(mention: Mention) -> str | None:
    """The thing that acts: of a country's or capital's name the state, else what the mention names."""
    return next((t for t in mention.things if t.startswith("state-")), None) or (mention.things[0] if mention.things else None)


def participant(mention: Mention, role: str, desk: Desk) -> Participant:
    thing = state_of(mention)
    return Participant(
        thing=thing, name=desk.name_of(thing) if thing else None, role=role, text=mention.text, start=mention.start, end=mention.stop
    )


def system(mention: Mention, desk: Desk) -> SystemRef:
    thing = mention.things[0] if mention.things else None
    repaired = mention.repair.kind if mention.repair else None
    name = desk.name_of(thing) if thing else None
    return SystemRef(thing=thing, name=name, text=mention.text, start=mention.start, end=mention.stop, repaired=repaired)


def claimants(voice: Voice, desk: Desk) -> tuple[Claimant, ...]:
    """The chain; the channel belongs to its last member, an agency that reports another's words to itself."""
    rows = []
    for n, mention in enumerate(voice.chain):
        thing = state_of(mention)
        is_last = n == len(voice.chain) - 1
        channel = voice.channel if is_last else None
        if not is_last and thing and desk.sort_of(thing) == "agency":
            channel = "agency"
        rows.append(
            Claimant(
                thing=thing, name=desk.name_of(thing) if thing else None, channel=channel, text=mention.text, start=mention.start, end=mention.stop
            )
        )
    return tuple(rows)


CARRIERS = {"aircraft", "transport", "helicopter", "ship", "vehicle"}


def settle_kind(trigger: Trigger, parts: list[tuple[Mention, str]], systems: list[Mention], desk: Desk) -> str:
    """A journey of statesmen is a visit; equipment that arrives by itself comes to be stationed."""
    kind = trigger.kind
    if kind == "movement":
        if parts and all(m.kind == "person" for m, _ in parts):
            return "visit"
        sorts = {desk.sort_of(m.things[0]) for m in systems if m.things}
        if systems and not any(m.kind in ("actor", "person") for m, _ in parts) and not sorts & CARRIERS:
            return "deployment"
    return kind
