"""What stands beside the news: background, told as the past of the report, and commentary, which only evaluates."""

from collections.abc import Sequence
from datetime import date, timedelta

from vedette.extract.triggers import Trigger
from vedette.extract.view import View
from vedette.model.claim import Date
from vedette.model.marked import Mention

PAST = timedelta(days=8)


def is_old(day: Date | None, published: str | None) -> bool:
    """Whether a date lies more than a week before the publication."""
    if day is None or not day.latest or not published:
        return False
    try:
        return date.fromisoformat(day.latest[:10]) < date.fromisoformat(published[:10]) - PAST
    except ValueError:
        return False


def opening_cue(view: View, trigger: Trigger) -> bool:
    """A word of background before the trigger in its own stretch of the sentence."""
    start, _ = view.segment_of(trigger.cue.start)
    return any(cue.name == "hedges.background" and start <= cue.start < trigger.cue.start for cue in view.cues)


def is_pluperfect(view: View, trigger: Trigger) -> bool:
    """«had left»: told from a point in the past, where the report's own verbs stand in the present or the plain past."""
    for n in [trigger.head, trigger.clause]:
        if n < 0:
            continue
        aux = {view.word(k).text.lower() for k in view.children[n] if view.relation(k) == "aux"}
        if aux & set(view.grammar["pluperfect"]):
            return True
    return False


def decide_background(
    view: View, trigger: Trigger, *, happened: Date | None, said: Date | None, published: str | None, has_voice: bool
) -> tuple[bool, str]:
    if is_old(said, published):
        return True, "background.said_long_ago"
    if is_old(happened, published):
        return True, "background.happened_long_ago"
    if opening_cue(view, trigger):
        return True, "background.cue"
    if not has_voice and is_pluperfect(view, trigger):
        return True, "background.pluperfect"
    return False, ""


def names_state(mention: Mention) -> bool:
    return any(thing.startswith("state-") for thing in mention.things)


def is_padding(view: View, voices: Sequence[object]) -> bool:
    """A sentence of nothing but evaluating words: no time, no speaker, no equipment, no place other than states."""
    places = [m for m in view.mentions if m.kind == "place" and m.how != "description"]
    things = [m for m in view.mentions if m.kind in ("system", "exercise")] + [m for m in places if not names_state(m)]
    return len(view.cues_of("hedges.evaluative")) >= 2 and not view.times and not voices and not things


def tells_nothing(view: View) -> bool:
    """«And what of the missiles that are to come?», «PEACEKEEPERS TRAIN»: a question and a heading in capitals claim nothing."""
    text = view.text.rstrip("»”\"' )")
    heading = text.isupper() and len(text.split()) < LONG_HEADING and not text.endswith((".", "!", "…"))
    return text.endswith("?") or heading


def is_commentary(view: View, *, has_claims: bool, form: str | None, has_voice: bool) -> bool:
    """A sentence without a claim that is built from evaluating words, or in a form that argues says nothing to be checked."""
    if has_claims or len(view.text) > LONGEST or not view.text.rstrip("»”\"' ").endswith((".", "!", "?", "…")):
        return False
    facts = len(view.times) + sum(any(ch.isdigit() for ch in m.text) for m in view.mentions)
    if len(view.cues_of("hedges.evaluative")) > facts:
        return True
    named = any(m.how == "gazetteer" for m in view.mentions) or any(ch.isdigit() for ch in view.text)
    told = has_voice or named or view.times or view.cues_of("voices.silent") or view.text.startswith(("[", "#"))
    return form in ARGUING and not told and len(view.text.split()) >= SHORTEST


LONGEST = 420
LONG_HEADING = 9  # words
SHORTEST = 4
ARGUING = ("newspaper", "blog", "aggregator", None)
