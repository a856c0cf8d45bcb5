"""«Lukashenko said that the warheads had arrived, which Kyiv denied»: what one claims and another denies in one sentence."""

from collections.abc import Sequence

import msgspec

from vedette.extract.desk import Desk
from vedette.extract.records import claimants
from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.lang.words import fold
from vedette.model.claim import Claim
from vedette.model.key import hash_of


def denied_back(view: View, voices: Sequence[Voice], claims: Sequence[tuple[int, Claim]], desk: Desk) -> list[Claim]:
    """What was told last before a denial of «this», «which»: denied by that voice; offsets are those of the triggers."""
    made = []
    for voice in voices:
        if not voice.denies or not points_back(view, voice):
            continue
        start = min(voice.cue.start, voice.chain[0].start)
        told = [claim for at, claim in claims if at < start and claim.polarity == "asserted" and claim.said_by]
        if not told or told[-1].said_by[-1].start == voice.chain[-1].start:
            continue
        last = told[-1]
        made.append(
            msgspec.structs.replace(
                last,
                claim=hash_of("claim", last.claim, "denied back", voice.cue.start),
                polarity="denied",
                hedge=None,
                said_by=claimants(voice, desk),
                said_on=None,
                why=(*last.why, "polarity.denied_back"),
            )
        )
    return made


def points_back(view: View, voice: Voice) -> bool:
    """Whether «this», «it» or «which» is all that is denied: the object of the verb, with no clause of content beside it."""
    verb = view.head_of(voice.cue.start, voice.cue.stop)
    if verb < 0 or any(view.relation(k) in ("ccomp", "xcomp") for k in view.children[verb]):
        return False
    return any(view.relation(k) == "obj" and fold(view.word(k).text) in view.grammar["denied"] for k in view.children[verb])
