"""Who stands as the speaker of a verb of saying: by the tree, by the page, by who can speak at all."""

import re

from vedette.extract.view import View, has_feature
from vedette.extract.wording import is_event, phrase_of, somebody, subject_of, unnamed_after, unnamed_subject
from vedette.lang.words import Cue, fold
from vedette.model.claim import KINDS
from vedette.model.marked import Mention, Word
from vedette.model.text import Document

SPEAKERS = {"actor", "person", "place"}
# Troops are spoken of; they seldom speak.
SILENT = ("armed-forces", "troops", "forces", "pla-china", "wagner", "air-force")
WINDOW = 90
# Channels that are said in the speaker's own name: «the ministry's press service».
OWN = ("telegram", "press-service")
OFFICES = ("mod-", "mfa-", "general-staff-", "president-", "government-")
FARTHEST = 30  # letters of rank between a post and its holder


def is_outlet(mention: Mention, document: Document) -> bool:
    outlet = fold(document.outlet or "")
    name = fold(mention.text).strip("«»\"„“' ")
    return bool(outlet and name) and (name in outlet or outlet in name)


def channel_of(view: View, start: int, stop: int) -> str | None:
    """The channel named in a stretch; an agency's own name is a channel only where it is the first of a chain."""
    names = [m for m in view.mentions if m.kind != "channel"]
    cues = [cue for cue in view.cues if cue.room == "channels" and start <= cue.start < stop]
    found = [c for c in cues if c.shelf in OWN or not any(m.start <= c.start and c.stop <= m.stop for m in names)]
    return found[0].shelf if found else None


def is_subject(view: View, mention: Mention, cue: Cue) -> bool:
    verb, head = view.head_of(cue.start, cue.stop), view.head_of(mention.start, mention.stop)
    return verb >= 0 and head in view.children[verb] and view.relation(head) == "nsubj"


def frames(view: View, mention: Mention, cue: Cue) -> bool:
    """«Leonid Kasinsky, who heads …, said»: what stands between two commas after a person is about him."""
    if mention.kind != "person" or mention.stop >= cue.start:
        return False
    between = view.between(mention.stop, cue.start).strip()
    return between.startswith(",") and between.endswith(",") and len(between) < 160 and ";" not in between


def can_speak(mention: Mention) -> bool:
    """A capital speaks for its state; a town says nothing."""
    return mention.kind != "place" or any(thing.startswith("state-") for thing in mention.things)


def is_only_near(view: View, mention: Mention) -> bool:
    """«wrote on Telegram», «from Gomel»: a word that statistics take for a name, behind a preposition."""
    before = fold(view.text[: mention.start - view.start]).split()
    return mention.how == "statistical" and " " not in mention.text and bool(before) and before[-1] in view.grammar["locative"]


def begins_name(view: View, mention: Mention) -> bool:
    """«Iran International had reported»: a country's name that a longer, unknown name begins with."""
    n = view.word_at(mention.stop - 1) + 1
    if mention.kind != "place" or not 0 < n < len(view.words) or view.word(n).start != mention.stop + 1:
        return False
    free = not any(m.start <= view.word(n).start < m.stop for m in view.mentions)
    return free and view.word(n).upos == "PROPN" and view.word(n).text[:1].isupper()


def speaker_score(view: View, mention: Mention, cue: Cue) -> float:
    """How well a mention fits as the subject of a verb of saying: relation in the tree, then nearness."""
    distance = max(mention.start - cue.stop, cue.start - mention.stop, 0)
    if mention.kind not in SPEAKERS or not can_speak(mention) or is_only_near(view, mention) or begins_name(view, mention):
        return 0.0
    if distance > WINDOW and not is_subject(view, mention, cue) and not frames(view, mention, cue):
        return 0.0
    if frames(view, mention, cue):
        return 5.0
    score = 2.0 - distance / 50 + (1.0 if distance <= 2 else 0.0)
    between = view.between(min(mention.stop, cue.stop), max(mention.start, cue.start))
    score -= 1.0 * between.count(",") if distance > 25 else 0.3 * between.count(",")
    verb, head = view.head_of(cue.start, cue.stop), view.head_of(mention.start, mention.stop)
    if verb >= 0 and head >= 0:
        relation = view.relation(head)
        is_child = head in view.children[verb]
        if is_child and relation == "nsubj":
            score += 4
        elif is_child and relation in ("obj", "iobj"):
            score -= 2
        elif view.clause_of[head] == view.clause_of[verb]:
            score += 0.7
    if mention.kind == "person":
        score += 1.5
    if any(part in thing for thing in mention.things[:1] for part in SILENT):
        score -= 1.5
    if mention.how == "description" and not mention.things and mention.kind != "person":
        score -= 0.2
    return score


def best_speaker(view: View, cue: Cue, document: Document) -> Mention | None:
    small = pronoun_beside(view, cue)
    if small:
        return small
    there = handle_beside(view, cue) or speaker_inside(view, cue)
    if there:
        return there
    subject = subject_mention(view, cue)
    if subject:
        return subject
    beside = next_to(view, cue)
    if beside and not is_outlet(beside, document):
        return beside
    if has_other_subject(view, cue):
        return unnamed_subject(view, cue)
    rows = [(speaker_score(view, m, cue), -m.start, m) for m in view.mentions if not is_outlet(m, document)]
    rows = [row for row in rows if row[0] > 1.0]
    return max(rows, key=lambda row: row[:2])[2] if rows else None


def pronoun_beside(view: View, cue: Cue) -> Mention | None:
    """«he said», «добавил он», «удакладнілі там»: a small word beside the verb speaks, whoever else is near."""
    verb = view.word_at(cue.start)
    last = view.word_at(cue.stop - 1)
    small = view.grammar["he"] + view.grammar["there"]
    near = [n for n in (last + 1, verb - 1) if 0 <= n < len(view.words) and fold(view.word(n).text) in small]
    is_before = [k for k in view.children[verb] if view.relation(k) == "nsubj" and fold(view.word(k).text) in view.grammar["he"]]
    for n in [*near, *is_before]:
        word = view.word(n)
        is_there = fold(word.text) in view.grammar["there"]
        if (is_there and n < verb) or (view.lang == "en" and n > verb and is_object(view, n)):
            continue
        known = next((m for m in view.mentions if m.start == word.start and m.kind in ("actor", "person")), None)
        text = view.text[word.start - view.start : word.stop - view.start]
        return known or Mention(start=word.start, stop=word.stop, text=text, kind="actor", how="pronoun")
    return None


def is_object(view: View, n: int) -> bool:
    """«reports he denied», «told it»: an English pronoun behind the verb that begins or ends another phrase."""
    return view.relation(n) != "nsubj" or view.word(n).head > n or fold(view.word(n).text) not in ("he", "she", "they")


def next_to(view: View, cue: Cue) -> Mention | None:
    """«заявили в Минобороны», «паведаміў Хрэнін»: the speaker follows his verb; in English what he says often does."""
    if view.lang == "en":
        return None
    for mention in view.mentions:
        gap = view.between(cue.stop, mention.start).strip() if mention.start >= cue.stop else None
        if gap == "" and has_feature(view.word(view.head_of(mention.start, mention.stop)), "Case=Dat", "Case=Ins"):
            continue
        if gap is not None and (not gap or gap in view.grammar["inside"]) and mention.kind in SPEAKERS and can_speak(mention):
            return mention
    return None


def with_name(view: View, mention: Mention) -> Mention:
    """«министр обороны генерал-лейтенант Виктор Хренин», «the monitoring group X»: a post or kind beside a name is the named."""
    if mention.how != "description":
        return mention
    for other in view.mentions:
        if other.how == "description" or other.start == mention.start or not other.things:
            continue
        gap = view.between(mention.stop, other.start) if other.start >= mention.stop else view.between(other.stop, mention.start)
        if mention.kind == "person" and other.kind == "person" and len(gap) <= 40 and not any(c in gap for c in ".;:"):
            return other
        beside = other.start >= mention.stop and not gap.strip(' «»"“”„') and other.kind in ("actor", "person")
        if beside and not mention.things:
            return other
    return mention


def after_cue(view: View, cue: Cue, document: Document) -> Mention | None:
    """The first speaker right after «according to», «паводле», «по данным»."""
    for mention in view.mentions:
        if mention.kind in SPEAKERS and 0 <= mention.start - cue.stop <= 60 and not is_outlet(mention, document):
            gap = view.between(cue.stop, mention.start)
            return mention if not any(c in gap for c in ".;,") else unnamed_after(view, cue)
    return unnamed_after(view, cue)


def stands_in(view: View, mention: Mention) -> bool:
    """«говорится в сообщении ведомства»: an impersonal verb has its speaker behind a preposition, or none."""
    before = fold(view.text[: mention.start - view.start]).split()
    return bool(before) and before[-1] in view.grammar["inside"]


def handle_beside(view: View, cue: Cue) -> Mention | None:
    """«пишет @latakia_sky»: an account beside the verb."""
    after = re.match(r" ?(@\w{3,})", view.text[cue.stop - view.start :])
    before = re.search(r"(@\w{3,}) ?$", view.text[: cue.start - view.start])
    found, at = (after, cue.stop) if after else (before, view.start)
    if found is None:
        return None
    return Mention(start=at + found.start(1), stop=at + found.end(1), text=found[1], kind="actor", how="shape")


def subject_mention(view: View, cue: Cue) -> Mention | None:
    """The known speaker who is the subject of the verb in the tree, or of the verb that it is joined to."""
    subject = subject_of(view, cue)
    if subject is None or is_event(view, subject):
        return None
    start = view.word(subject).start
    return next((m for m in view.mentions if m.start <= start < m.stop and m.kind in SPEAKERS and can_speak(m)), None)


def has_other_subject(view: View, cue: Cue) -> bool:
    """«the portal wrote that Washington bought …»: a subject beside which no known speaker stands."""
    subject = subject_of(view, cue)
    if subject is None or is_event(view, subject):
        return False
    row, inside = phrase_of(view, subject), view.subtree(subject)
    start, stop = view.word(row[0]).start, view.word(row[-1]).stop
    for m in view.mentions:
        if m.kind == "place" and not m.start <= view.word(subject).start < m.stop:
            continue
        gap = view.between(stop, m.start) if m.start >= stop else "." * FARTHEST
        is_apart_by_verb = stop <= cue.start < m.start
        named = m.kind == "person" and len(gap) < FARTHEST and not is_apart_by_verb and not any(mark in gap for mark in ",.;:")
        if (
            m.kind in SPEAKERS
            and not begins_name(view, m)
            and ((m.start < stop and start < m.stop) or view.head_of(m.start, m.stop) in inside or named)
        ):
            return False
    return True


def speaker_inside(view: View, cue: Cue) -> Mention | None:
    """«на верфи рассказали», «у Менску кажуць»: verbs in the plural without a subject are said inside a body."""
    verb = view.head_of(cue.start, cue.stop)
    if view.lang == "en" or verb < 0 or not is_plural(view, view.word(verb)):
        return None
    is_joined = view.relation(verb) == "conj" and view.lang != "be"
    subjects = [k for k in view.children[verb] if view.relation(k) in ("nsubj", "csubj")]
    # «Разговоры … в DAPA опровергли»: what is denied looks like a subject.
    if is_joined or (subjects and not (cue.shelf == "deny" and has_feature(view.word(subjects[0]), "Animacy=Inan"))):
        return None
    for k in view.children[verb]:
        word = view.word(k)
        is_place = view.relation(k) in ("obl", "nmod") and word.upos in ("NOUN", "PROPN")
        if not is_place or view.case_of(k) not in view.grammar["within"] or is_taken(view, k):
            continue
        known = next((m for m in view.mentions if m.kind in SPEAKERS and m.start <= word.start < m.stop), None)
        if known and can_speak(known):
            return known
        if known is None and abs(k - verb) <= 4:
            return somebody(view, phrase_of(view, k))
    return None


def is_plural(view: View, word: Word) -> bool:
    return has_feature(word, "Number=Plur") and fold(word.text).endswith(view.grammar["many"])


def is_taken(view: View, n: int) -> bool:
    """A time, a channel or an occurrence: where and when something was said, not who said it."""
    start = view.word(n).start
    if any(t.start <= start < t.stop for t in view.times):
        return True
    return any(c.room in ("channels", *KINDS) and c.start <= start < c.stop for c in view.cues)


def is_office(mention: Mention) -> bool:
    """A body that speaks, or somebody unnamed who is no soldier: «the channel went on and claimed»."""
    if mention.things:
        return mention.things[0].startswith(OFFICES)
    return mention.description is None and mention.how == "description"


def is_said_of_doers(view: View, cue: Cue, mention: Mention) -> bool:
    """«the servicemen worked …, and confirmed»: a verb of saying joined to a deed has the doers as its subject, no claimant."""
    verb = view.head_of(cue.start, cue.stop)
    if verb < 0 or view.relation(verb) != "conj" or mention.kind == "person" or mention.start > cue.start or is_office(mention):
        return False
    return not any(view.relation(k) == "nsubj" for k in view.children[verb])
