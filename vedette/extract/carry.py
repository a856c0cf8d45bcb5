"""What a report goes on with: the speaker of the sentence before, the day and the channel of what he said.

A speaker named again without a new day speaks on the day, and through the channel, that his first words were dated with.
"""

from collections.abc import Mapping, Sequence

import msgspec

from vedette.model.claim import Claim, Claimant, Date

NONE: Mapping[str, Date] = {}


def speaker_of(claim: Claim) -> str | None:
    """The innermost known claimant: whose words they are, whoever passes them on."""
    things = [c.thing for c in claim.said_by if c.thing]
    return things[-1] if things else None


def carry_sayings(claims: Sequence[Claim], text: str, *, talks: Mapping[str, Date] = NONE) -> list[Claim]:
    """Claims with the day and the channel of the same speaker's words in the sentences before, told in one go.

    `talks`: by whom a talk was held with, its day, which holds for all that he says in it.
    """
    days: dict[str, Date] = {}
    channels: dict[str, str] = {}
    last_stop, carried = 0, []
    for claim in claims:
        if text.count("\n\n", last_stop, claim.start) and claim.background:
            days.clear()
            channels.clear()
        speaker = speaker_of(claim)
        if speaker:
            claim = with_day(claim, days.get(speaker) or talks.get(speaker))
            claim = with_channel(claim, channels.get(speaker))
            if claim.said_on:
                days[speaker] = claim.said_on
            channel = next((c.channel for c in claim.said_by if c.channel and c.channel != "agency"), None)
            if channel:
                channels[speaker] = channel
        last_stop = claim.end
        carried.append(claim)
    return carried


def with_day(claim: Claim, day: Date | None) -> Claim:
    if claim.said_on or day is None:
        return claim
    return msgspec.structs.replace(claim, said_on=day)


def with_channel(claim: Claim, channel: str | None) -> Claim:
    if channel is None or any(c.channel and c.channel != "agency" for c in claim.said_by):
        return claim
    last: Claimant = msgspec.structs.replace(claim.said_by[-1], channel=channel)
    return msgspec.structs.replace(claim, said_by=(*claim.said_by[:-1], last))
