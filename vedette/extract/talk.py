"""Whose words a stretch of a report is, sentence after sentence: said about the one before, by «him», in a forwarded post."""

from collections.abc import Sequence

import msgspec

from vedette.extract.referring import BACK, OPENING, heading_voice, host_voice, stand_for
from vedette.extract.speakers import channel_of, is_outlet
from vedette.extract.view import View
from vedette.extract.voices import Voice, find_voices, voice_for
from vedette.lang.words import Cue, fold
from vedette.model.marked import Mention
from vedette.model.text import Document

TERSE = ("agency", "aggregator", "communique", "telegram")  # forms that name a source once and go on in his words
LONGEST = 260  # letters of a sentence that only says who said the one before
NEAR = 40
CARRIED = ("voice.say", "voice.according_to", "voice.pronoun", "voice.carried", "voice.about")


class Told(msgspec.Struct, frozen=True):
    """A sentence with its own voices, and with the one that speaks where it has none."""

    view: View
    voices: tuple[Voice, ...]
    spare: Voice | None = None
    host: Voice | None = None  # in the paragraph that says with whom a talk was held


def about_voice(view: View, voices: Sequence[Voice], document: Document) -> Voice | None:
    """«Об этом сообщило Минобороны», «The update came through the ministry»: a sentence that says who said the one before."""
    cues = view.cues_of("voices.about")
    if not cues or len(view.text) > LONGEST:
        return None
    named = [voice for voice in voices if voice.chain[0].things]
    if named:
        return min(named, key=lambda voice: abs(voice.cue.start - cues[0].start))
    for mention in view.mentions:
        if mention.kind in ("actor", "person") and 0 <= mention.start - cues[0].stop <= NEAR and not is_outlet(mention, document):
            channel = channel_of(view, view.start, view.stop)
            return Voice((mention,), cues[0], view.start, view.stop, channel, "voice.about")
    return voices[0] if voices else None


def is_about_before(view: View) -> bool:
    """«Условились там-то, а об этом сообщил …» is said of its own sentence, «Об этом сообщил …» of the one before."""
    small = (*view.grammar["joining"], *view.grammar["opening"])
    for cue in view.cues_of("voices.about"):
        clause = view.between(view.start, cue.start)
        words = fold(clause.rpartition(",")[2]).split()
        if "," not in clause or not words or words[0] not in small:
            return True
    return False


def with_pronouns(view: View, voices: list[Voice], last: Voice | None) -> list[Voice]:
    """«по его словам» without a known «he» goes back to the last speaker, in the words that stand here."""
    for cue in view.cues_of("voices.own"):
        if last is None or any(
            v.cue.start <= cue.start < v.cue.stop or v.chain[0].start - cue.stop in range(-20, 4) for v in voices
        ):
            continue
        own = [v for v in voices if v.cue.start < cue.start and v.rule == "voice.say"]
        inner = own[-1].chain[-1] if own else last.chain[-1]
        mention = Mention(start=cue.start, stop=cue.stop, text=cue.text, kind=inner.kind, things=inner.things, how="description")
        start, stop = view.segment_of(cue.start)
        voices.append(Voice((mention,), cue, start, stop, None, "voice.pronoun"))
    return voices


def forwarded_voice(view: View, document: Document) -> Voice | None:
    """The channel that a whole post is forwarded from, named in its first line or by the source itself."""
    folded = fold(view.text)
    if not any(mark in folded for mark in view.grammar["forwarded"]):
        return None
    for mention in view.mentions:
        if mention.kind in ("actor", "person"):
            cue = Cue(view.start, view.stop, "voices.accord", view.text)
            return Voice((mention,), cue, view.start, len(document.text), "telegram", "voice.forwarded")
    return None


def listen(views: Sequence[View], document: Document) -> list[Told]:
    """Every sentence with the voices that speak in it; the order of the views is kept."""
    told: list[Told] = []
    last: Voice | None = None
    whole: Voice | None = None
    host: Voice | None = None
    for n, view in enumerate(views):
        heard = find_voices(view, document)
        before = [voice for row in reversed(told[-BACK:]) for voice in reversed(row.voices)]
        voices = with_pronouns(view, stand_for(view, heard, before, host), host or last)
        whole = whole or forwarded_voice(view, document) or heading_voice(view, document)
        host = host or (host_voice(view, document) if n < OPENING else None)
        is_opening = host is not None and "\n" not in document.text[host.start : view.start]
        about = about_voice(view, voices, document)
        if about and is_about_before(view):
            tell_back(told, about, document)
        spare = whole if whole and still_answers(whole, view, document) else carried_voice(told, view, document)
        told.append(Told(view, tuple(voices), spare, host if is_opening else None))
        last = voices[-1] if voices else last
    return told


def still_answers(whole: Voice, view: View, document: Document) -> bool:
    """The answers of a talk hold for the paragraph after its opening; what is forwarded, or stands under a heading, for all."""
    return whole.rule != "voice.answers" or document.text.count("\n\n", whole.cue.stop, view.start) <= 1


def speaks_up(view: View) -> bool:
    """Whether a sentence brings in somebody of its own: a person, or a verb of saying, promising or denying."""
    people = any(m.kind == "person" and m.how != "description" for m in view.mentions)
    return people or bool(view.cues_of("voices.say", "voices.deny", "phases.promise", "voices.accord", "voices.passive"))


def carried_voice(told: Sequence[Told], view: View, document: Document) -> Voice | None:
    """The speaker of the sentence before, where a terse report goes on without naming anybody."""
    if not told or speaks_up(view):
        return None
    before = told[-1]
    voice = before.voices[-1] if before.voices else before.spare
    if voice and voice.channel == "interview" and "\n" not in document.text[before.view.stop : view.start]:
        return msgspec.structs.replace(voice, rule="voice.talk")
    if document.form not in TERSE:
        return None
    return msgspec.structs.replace(voice, rule="voice.carried", channel=None) if voice and voice.rule in CARRIED else None


def is_state_alone(voice: Voice) -> bool:
    """«Belarus reports»: a state speaks through somebody, whom the next sentence may name."""
    return all(any(thing.startswith("state-") for thing in mention.things) for mention in voice.chain)


def tell_back(told: list[Told], voice: Voice, document: Document) -> None:
    """Gives a voice to the sentences before it in its paragraph that have none of their own."""
    for n in range(len(told) - 1, -1, -1):
        row = told[n]
        if "\n\n" in document.text[row.view.stop : voice.cue.start] or not all(map(is_state_alone, row.voices)):
            return
        told[n] = msgspec.structs.replace(row, voices=(), spare=msgspec.structs.replace(voice, rule="voice.about"))


def speaker_for(row: Told, *, at: int, head: int) -> Voice | None:
    """The voice of a trigger: one of its sentence, else the spare one."""
    return voice_for(row.view, row.voices, at=at, head=head) or (row.spare if not row.voices else None)
