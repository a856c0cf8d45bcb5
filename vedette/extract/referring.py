"""Whom a small word or a bare role that speaks stands for: the speaker before, or the one whom a whole report quotes."""

from collections.abc import Sequence

import msgspec

from vedette.extract.speakers import SILENT, channel_of, is_outlet
from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.lang.words import Cue, fold
from vedette.model.marked import Mention
from vedette.model.text import Document

BACK = 3  # sentences to look back
OPENING = 3  # sentences in which a talk names its other side
HEADING = 220  # letters
ROLES = ("unnamed", "person", "mouthpiece", "crews", "envoy")
BODIES = ("mod-", "mfa-", "general-staff-", "state-", "armed-forces-", "president-")


def stand_for(view: View, voices: Sequence[Voice], before: Sequence[Voice], host: Voice | None) -> list[Voice]:
    """The voices of a sentence, each small word and bare role with what it stands for; «it» that stands for nothing is none.

    `before`: the last voices of the sentences before, nearest first.
    """
    done: list[Voice] = []
    for voice in voices:
        speaker = voice.chain[0]
        if not is_open(view, speaker, host):
            done.append(voice)
            continue
        found = meaning(view, speaker, [*reversed(done), *before], host)
        if found is None and fold(speaker.text) == "it":
            continue
        same = found is not None and not found.things and any(found in v.chain for v in done)
        meant = found if found and same else msgspec.structs.replace(speaker, things=found.things if found else speaker.things)
        channel = voice.channel or (host.channel if host else None)
        done.append(msgspec.structs.replace(voice, chain=(meant, *voice.chain[1:]), channel=channel))
    return done


def is_open(view: View, mention: Mention, host: Voice | None) -> bool:
    """A pronoun without a meaning, or a role without a name or a body; in a talk every «he» is the other side."""
    if mention.how == "pronoun":
        return True
    asked = mention.description
    if asked is None:
        return False
    if asked.sort == "he" and host:
        return True
    return asked.sort in ROLES and is_bare(view, mention) and (not mention.things or host is not None)


def is_bare(view: View, mention: Mention) -> bool:
    """«the officer», «тот же чиновник»: a role with nothing but a pointing word before it."""
    words = fold(mention.text).split()
    return len(words) == 1 or (len(words) <= 3 and all(word in view.grammar["pointing"] for word in words[:-1]))


def meaning(view: View, speaker: Mention, before: Sequence[Voice], host: Voice | None) -> Mention | None:
    """The mention that a small word or a role means: the other side of a talk, else the last fit speaker."""
    if host:
        return host.chain[-1]
    for voice in before:
        if fits(view, speaker, voice.chain[-1]):
            return voice.chain[-1]
    return None


def fits(view: View, speaker: Mention, earlier: Mention) -> bool:
    """«it» and «there» are bodies; who is told of as a person speaks for a body only by a role."""
    word = fold(speaker.text)
    if word == "it" or word in view.grammar["there"]:
        return bool(earlier.things) and earlier.kind != "person"
    if speaker.how == "pronoun":
        return True
    return bool(earlier.things) and earlier.description is not None and is_spoken_for(view, earlier)


def is_spoken_for(view: View, mention: Mention) -> bool:
    """«a spokesman for the ministry»: a person who speaks for a body."""
    return any(part in fold(mention.text) for part in view.grammar["speaking_for"])


def heading_voice(view: View, document: Document) -> Voice | None:
    """«The press service of the ministry informs:», a line that says whose words the rest of the report is."""
    after = document.text[view.stop :]
    answers = bool(view.cues_of("voices.talk") and view.cues_of("voices.heading"))
    if len(view.text) > HEADING or not (answers or view.text.rstrip().endswith(":")) or not after.startswith("\n"):
        return None
    cues = view.cues_of("voices.say", "voices.accord", "voices.heading") + [c for c in view.cues if c.room == "channels"]
    named = [m for m in view.mentions if m.kind in ("actor", "person") and m.things and not is_outlet(m, document)]
    named = [m for m in named if not any(part in m.things[0] for part in SILENT)]
    if not cues or not named:
        return None
    cue = Cue(view.start, view.stop, "voices.heading", view.text)
    channel = "interview" if answers else channel_of(view, view.start, view.stop)
    rule = "voice.answers" if answers else "voice.heading"
    return Voice((named[-1],), cue, view.start, len(document.text), channel, rule)


def host_voice(view: View, document: Document) -> Voice | None:
    """«Our correspondent put questions to a spokesman for the ministry»: who answers in a talk that the report tells."""
    cues = view.cues_of("voices.talk")
    if not cues:
        return None
    named = [m for m in view.mentions if m.kind in ("actor", "person") and m.things and not is_outlet(m, document)]
    if not named:
        return None
    roles = [m for m in named if m.kind == "person" or is_spoken_for(view, m)]
    return Voice(((roles or named)[-1],), cues[0], view.start, len(document.text), "interview", "voice.talk")
