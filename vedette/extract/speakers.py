"""Who stands as the speaker of a verb of saying: by the tree, by the page, by who can speak at all."""

import msgspec

from vedette.extract.view import View
from vedette.lang.words import Cue, fold
from vedette.model.claim import KINDS
from vedette.model.marked import Mention
from vedette.model.text import Document

SPEAKERS = {"actor", "person", "place"}
# Troops are spoken of; they seldom speak.
SILENT = ("armed-forces", "troops", "forces", "pla-china", "wagner", "air-force")
WINDOW = 90
# Channels that are said in the speaker's own name: «the ministry's press service».
OWN = ("telegram", "press-service")
LONGEST = 8  # words of a speaker's description


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


def speaker_score(view: View, mention: Mention, cue: Cue) -> float:
    """How well a mention fits as the subject of a verb of saying: relation in the tree, then nearness."""
    distance = max(mention.start - cue.stop, cue.start - mention.stop, 0)
    if mention.kind not in SPEAKERS or not can_speak(mention):
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
    beside = next_to(view, cue)
    if beside and not is_outlet(beside, document):
        return beside
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


def in_full(view: View, mention: Mention, cue: Cue) -> Mention:
    """«a source in the arms export service»: somebody unnamed in his full words; «Mali's transitional government» is Mali."""
    if mention.things or mention.members or mention.how != "description":
        return mention
    head = view.head_of(mention.start, mention.stop)
    if head < 0 or view.word(head).upos not in ("NOUN", "PROPN"):
        return mention
    row = [n for n in phrase_of(view, head) if (view.word(n).start >= cue.stop) == (mention.start >= cue.stop)]
    if not row or len(row) > LONGEST:
        return mention
    start, stop = min(mention.start, view.word(row[0]).start), max(mention.stop, view.word(row[-1]).stop)
    stop = nameless_stop(view, head, stop)
    text = view.text[start - view.start : stop - view.start]
    things = owner_in(view, start, stop) if mention.description and mention.description.sort == "side" else ()
    return msgspec.structs.replace(mention, start=start, stop=stop, text=text, things=things)


def owner_in(view: View, start: int, stop: int) -> tuple[str, ...]:
    """The state named in a stretch."""
    states = [t for m in view.mentions if start <= m.start and m.stop <= stop for t in m.things if t.startswith("state-")]
    return tuple(states[:1])


def nameless_stop(view: View, head: int, stop: int) -> int:
    """«a colonel who asked not to be named»: the end of the clause that keeps his name back, where one follows at once."""
    for k in view.children[head]:
        words = sorted(view.subtree(k))
        first, last = view.word(words[0]).start, view.word(words[-1]).stop
        if view.relation(k) == "acl" and not view.between(stop, first).strip(" ,"):
            clause = fold(view.between(first, last))
            if any(part in clause for part in view.grammar["nameless"]):
                return last
    return stop


def phrase_of(view: View, head: int) -> list[int]:
    """The words of a noun's phrase in a row around it: what describes and owns it, no clause, time, channel or occurrence."""
    words = {k for k in view.subtree(head) if not any(is_apart(view, n, head) for n in [k, *view.climb(k)])}
    words -= {k for k in words if any(t.start <= view.word(k).start < t.stop for t in view.times)}
    for cue in view.cues:
        n = view.head_of(cue.start, cue.stop)
        if cue.start > view.word(head).stop and (cue.room == "channels" or (cue.room in KINDS and view.word(n).head == head)):
            words -= {k for k in words if view.word(k).start >= leading(view, n, cue, words)}
    first = last = head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    row = list(range(first, last + 1))
    while row[0] != head and (view.word(row[0]).upos in ("ADP", "CCONJ", "SCONJ", "PUNCT") or is_joining(view, row[0])):
        row = row[1:]
    while row[-1] != head and view.word(row[-1]).upos in ("ADP", "PUNCT", "DET"):
        row = row[:-1]
    return row


def leading(view: View, n: int, cue: Cue, words: set[int]) -> int:
    """Where the branch begins that brings a cue into a phrase."""
    branch = [k for k in view.subtree(n) if k in words]
    return min([cue.start, *(view.word(k).start for k in branch)])


def is_joining(view: View, n: int) -> bool:
    return fold(view.word(n).text) in view.grammar["joining"]


def next_to(view: View, cue: Cue) -> Mention | None:
    """«заявили в Минобороны», «паведаміў Хрэнін»: the speaker follows his verb; in English what he says often does."""
    if view.lang == "en":
        return None
    for mention in view.mentions:
        gap = view.between(cue.stop, mention.start).strip() if mention.start >= cue.stop else None
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
            return mention if not any(c in gap for c in ".;,") else None
    return None


def stands_in(view: View, mention: Mention) -> bool:
    """«говорится в сообщении ведомства»: an impersonal verb has its speaker behind a preposition, or none."""
    before = fold(view.text[: mention.start - view.start]).split()
    return bool(before) and before[-1] in view.grammar["inside"]


def unnamed_subject(view: View, cue: Cue) -> Mention | None:
    """«a Dutch colonel suggested»: whoever stands as the subject, in his own words, where nothing is known of him."""
    verb = view.head_of(cue.start, cue.stop)
    if verb < 0 or view.word(verb).upos != "VERB" or any(view.word(k).relation == "aux:pass" for k in view.children[verb]):
        return None
    subjects = [k for k in view.children[verb] if view.word(k).relation == "nsubj" and view.word(k).upos in ("NOUN", "PROPN")]
    if not subjects or is_event(view, subjects[0]):
        return None
    words = sorted(k for k in view.subtree(subjects[0]) if not any(is_apart(view, n, subjects[0]) for n in [k, *view.climb(k)]))
    row = [k for k in words if k <= subjects[0] or all(j in words for j in range(subjects[0], k))]
    start, stop = view.word(row[0]).start, view.word(row[-1]).stop
    text = view.text[start - view.start : stop - view.start]
    if len(row) > LONGEST or not text[:1].isalpha():
        return None
    named = all(view.word(k).upos == "PROPN" for k in row) and text.isascii() and text.istitle()
    things = (text.lower().replace(" ", "-"),) if named else ()
    return Mention(start=start, stop=stop, text=text, kind="actor", things=things, how="shape" if named else "description")


def is_event(view: View, n: int) -> bool:
    """«the drill, he says»: an occurrence says nothing."""
    word = view.word(n)
    return any(cue.room in KINDS and cue.start <= word.start < cue.stop for cue in view.cues)


def is_apart(view: View, n: int, top: int) -> bool:
    """What hangs on a noun without being part of its name: relative clauses, appositions, marks."""
    return (
        n != top
        and view.word(n).relation.split(":")[0] in ("acl", "appos", "punct", "parataxis", "conj", "cc")
        and view.is_under(n, top)
    )


def is_said_of_doers(view: View, cue: Cue, mention: Mention) -> bool:
    """«the servicemen worked …, and confirmed»: a verb of saying joined to a deed has the doers as its subject, no claimant."""
    verb = view.head_of(cue.start, cue.stop)
    if verb < 0 or view.relation(verb) != "conj" or mention.kind == "person" or mention.start > cue.start:
        return False
    return not any(view.relation(k) == "nsubj" for k in view.children[verb])
