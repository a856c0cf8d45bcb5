"""Which time dates the occurrence, and which the saying."""

from collections.abc import Iterator, Sequence

from vedette.extract.phases import decide_phase, governing_verbs
from vedette.extract.triggers import Trigger
from vedette.extract.view import View, has_feature
from vedette.extract.voices import Voice
from vedette.model.marked import TimePhrase

BESIDE = 2  # letters
NEAR = 60  # letters, a comma counting 25: what stands farther off without a tie in the tree dates nothing


def owner_of(view: View, phrase: TimePhrase, triggers: Sequence[Trigger], voices: Sequence[Voice]) -> Trigger | Voice | None:
    """The trigger or voice that a time phrase hangs on: the first above it in the tree, else the nearest on the page."""
    beside = next((voice for voice in voices if is_beside(view, phrase, voice)), None)
    if beside:
        return beside
    sayings = {view.head_of(v.cue.start, v.cue.stop): v for v in voices}
    speaking = speaking_words(view)
    tellings: dict[int, Trigger] = {}
    for trigger in triggers:
        tellings.setdefault(trigger.head, trigger)
        for n in governing_verbs(view, trigger):
            if n not in speaking:
                tellings.setdefault(n, trigger)
    for n in way_up(view, phrase):
        if n in tellings and (n not in sayings or tellings[n].head == n):
            return None if is_parted(view, phrase, tellings[n], n) else tellings[n]
        if n in sayings:
            return sayings[n]
        if n in speaking and view.word(n).upos == "VERB" and ";" not in view.between(view.word(n).start, phrase.start):
            return announced_by(view, n, triggers) or spoken_by(view, n, voices)
    return nearest(view, phrase, triggers, voices)


def is_beside(view: View, phrase: TimePhrase, voice: Voice) -> bool:
    """«заявил в пятницу», «на выходных написало»: side by side, whatever the tree says."""
    after = -1 <= phrase.start - voice.cue.stop <= BESIDE
    return after or (0 < voice.cue.start - phrase.stop <= BESIDE and not view.between(phrase.stop, voice.cue.start).strip())


def speaking_words(view: View) -> set[int]:
    names = ("voices.say", "voices.deny", "phases.promise", "phases.announce")
    return {view.head_of(cue.start, cue.stop) for cue in view.cues_of(*names)}


def way_up(view: View, phrase: TimePhrase) -> Iterator[int]:
    head = view.head_of(phrase.start, phrase.stop)
    if head >= 0:
        yield head
        yield from view.climb(head)


def is_parted(view: View, phrase: TimePhrase, trigger: Trigger, top: int) -> bool:
    """Whether a clause with a subject of its own, or one that describes somebody else, lies between a time and the trigger.

    «Troops arrived, and the minister comes on Friday», «soldiers who came in May have left»; after a colon one goes on about
    the same thing.
    """
    own = {trigger.head, top}
    gap = view.between(trigger.cue.start, phrase.start)
    if "\n" in gap:
        return True  # another row of a list
    for n in way_up(view, phrase):
        if n == top:
            return False
        relation = view.relation(n)
        if not view.is_clause_head(n):
            continue
        subjects = [k for k in view.children[n] if view.relation(k) in ("nsubj", "csubj")]
        has_subject = any(not has_feature(view.word(k), "PronType=Rel") for k in subjects)
        if relation in ("conj", "parataxis") and ":" not in gap and (has_subject or ";" in gap):
            return True
        if relation == "acl" and view.word(n).head not in own:
            return True
        if relation == "ccomp" and has_subject:
            return True
    return False


def announced_by(view: View, verb: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The occurrence whose announcement a verb of announcing or promising tells, so that its day is that of the news."""
    content = [t for t in triggers if t.head >= 0 and view.is_content(t.head, verb)]
    return next((t for t in content if decide_phase(view, t)[0] == "announced"), None)


def spoken_by(view: View, verb: int, voices: Sequence[Voice]) -> Voice | None:
    """«Газета со ссылкой на чиновников писала в понедельник»: the voice whose source stands under the verb of saying."""
    return next((v for v in voices if view.is_content(view.head_of(v.chain[0].start, v.chain[0].stop), verb)), None)


def nearest(view: View, phrase: TimePhrase, triggers: Sequence[Trigger], voices: Sequence[Voice]) -> Trigger | Voice | None:
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
