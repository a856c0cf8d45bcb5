"""Which time dates the occurrence, and which the saying."""

from collections.abc import Sequence

from vedette.extract.phases import governing_verbs
from vedette.extract.triggers import Trigger
from vedette.extract.view import View
from vedette.extract.voices import Voice
from vedette.model.marked import TimePhrase

BESIDE = 2  # letters
NEAR = 60  # letters, a comma counting 25: what stands farther off without a tie in the tree dates nothing


def owner_of(view: View, phrase: TimePhrase, triggers: Sequence[Trigger], voices: Sequence[Voice]) -> Trigger | Voice | None:
    """The trigger or voice that a time phrase hangs on: the first above it in the tree, else the nearest on the page."""
    for voice in voices:
        # «заявил в пятницу», «said on Friday»: side by side, whatever the tree says.
        if -1 <= phrase.start - voice.cue.stop <= BESIDE:
            return voice
    sayings = {view.head_of(v.cue.start, v.cue.stop): v for v in voices}
    tellings: dict[int, Trigger] = {}
    speaking = {
        view.head_of(cue.start, cue.stop)
        for cue in view.cues_of("voices.say", "voices.deny", "phases.promise", "phases.announce")
    }
    for trigger in triggers:
        tellings.setdefault(trigger.head, trigger)
        for n in governing_verbs(view, trigger):
            if n not in speaking:
                tellings.setdefault(n, trigger)
    head = view.head_of(phrase.start, phrase.stop)
    if head >= 0:
        for n in [head, *view.climb(head)]:
            if n in tellings and (n not in sayings or tellings[n].head == n):
                return tellings[n]
            if n in sayings:
                return sayings[n]
    rows: list[tuple[float, int, Trigger | Voice]] = []
    owners: list[Trigger | Voice] = [*triggers, *voices]
    for order, owner in enumerate(owners):
        cue = owner.cue
        gap = view.between(min(phrase.stop, cue.stop), max(phrase.start, cue.start))
        rows.append((len(gap) + 25 * gap.count(",") + 60 * gap.count(";"), order, owner))
    best = min(rows, key=lambda row: row[:2]) if rows else None
    return best[2] if best and best[0] <= NEAR else None


def split_times(
    view: View, triggers: Sequence[Trigger], voices: Sequence[Voice]
) -> tuple[dict[int, list[TimePhrase]], dict[int, list[TimePhrase]]]:
    """Time phrases by the index of their trigger, and by the index of their voice."""
    happened: dict[int, list[TimePhrase]] = {}
    said: dict[int, list[TimePhrase]] = {}
    for phrase in view.times:
        if "dateline" in phrase.rule:
            continue
        owner = owner_of(view, phrase, triggers, voices)
        if isinstance(owner, Trigger):
            happened.setdefault(list(triggers).index(owner), []).append(phrase)
        elif isinstance(owner, Voice):
            said.setdefault(list(voices).index(owner), []).append(phrase)
    return happened, said
