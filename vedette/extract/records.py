"""From mentions to the parts of a record: who took part, with what, and who said so."""

from vedette.extract.desk import PRESS, Desk
from vedette.extract.voices import Voice
from vedette.model.claim import Claimant, Participant, SystemRef
from vedette.model.marked import Mention


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
