"""Who says so: the claimant chain of each claim, nearest to the reader first, with its channel.

Invariant: the publishing outlet is never a claimant of its own report.
"""

from collections.abc import Sequence

import msgspec

from vedette.extract.parts import case_of
from vedette.extract.phases import is_circumstance
from vedette.extract.view import View
from vedette.lang.words import Cue, fold
from vedette.model.marked import Mention
from vedette.model.text import Document

SPEAKERS = {"actor", "person", "place"}
# Troops are spoken of; they seldom speak.
SILENT = ("armed-forces", "troops", "forces", "pla-china", "wagner", "air-force")
WINDOW = 90


class Voice(msgspec.Struct, frozen=True):
    """A claimant chain that stands at a cue; it holds for [start, stop) of the text, or for what hangs under `top`."""

    chain: tuple[Mention, ...]
    cue: Cue
    start: int
    stop: int
    channel: str | None
    rule: str
    clause: int = -1
    denies: bool = False
    says_before: bool = False


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


# Channels that are said in the speaker's own name: «the ministry's press service».
OWN = ("telegram", "press-service")


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
    beside = next_to(view, cue)
    if beside and not is_outlet(beside, document):
        return beside
    rows = [(speaker_score(view, m, cue), -m.start, m) for m in view.mentions if not is_outlet(m, document)]
    rows = [row for row in rows if row[0] > 1.0]
    return max(rows, key=lambda row: row[:2])[2] if rows else None


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
        beside = other.start >= mention.stop and not gap.strip(' «»"“”„,') and other.kind in ("actor", "person")
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


def citing(view: View, cue: Cue, document: Document) -> list[Voice]:
    mention = after_cue(view, cue, document)
    if mention is None:
        return []
    mention = with_name(view, mention)
    start, stop = view.segment_of(cue.start)
    return [Voice((mention,), cue, start, stop, channel_of(view, cue.start, min(stop, mention.stop + 40)), "voice.according_to")]


def saying(view: View, cue: Cue, document: Document, *, denies: bool) -> list[Voice]:
    head = view.head_of(cue.start, cue.stop)
    if head >= 0 and view.is_thing(head):
        return []
    impersonal = any(c.name == "voices.passive" and c.start <= cue.start < c.stop for c in view.cues)
    mention = best_speaker(view, cue, document) or unnamed_subject(view, cue)
    if impersonal and mention and not stands_in(view, mention):
        return []
    if mention is None or is_said_of_doers(view, cue, mention):
        return []
    mention = with_name(view, mention)
    start, stop = view.segment_of(cue.start)
    verb = view.head_of(cue.start, cue.stop)
    rule = "voice.deny" if denies else "voice.say"
    channel = channel_of(view, max(start, min(cue.start, mention.start) - 40), min(stop, max(cue.stop, mention.stop) + 90))
    clause = view.clause_of[verb] if verb >= 0 else -1
    before = (
        bool(view.text[: max(0, mention.start - view.start)].strip(' —–-,"«»“”')) and cue.start > view.start + len(view.text) // 3
    )
    return [Voice((mention,), cue, start, stop, channel, rule, clause, denies, before)]


def stands_in(view: View, mention: Mention) -> bool:
    """«говорится в сообщении ведомства»: an impersonal verb has its speaker behind a preposition, or none."""
    before = fold(view.text[: mention.start - view.start]).split()
    return bool(before) and before[-1] in view.grammar["inside"]


def unnamed_subject(view: View, cue: Cue) -> Mention | None:
    """«a Dutch colonel suggested»: whoever stands as the subject, in his own words, where nothing is known of him."""
    verb = view.head_of(cue.start, cue.stop)
    if verb < 0 or view.word(verb).upos != "VERB":
        return None
    subjects = [k for k in view.children[verb] if view.word(k).relation == "nsubj" and view.word(k).upos in ("NOUN", "PROPN")]
    if not subjects:
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


LONGEST = 8  # words of a speaker's description


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


def unnamed(view: View, cue: Cue) -> list[Voice]:
    """«Earlier reports», «Ранее сообщалось»: somebody, and the text does not say who."""
    mention = Mention(start=cue.start, stop=cue.stop, text=cue.text, kind="actor", how="description")
    start, stop = view.segment_of(cue.start)
    return [Voice((mention,), cue, start, stop, None, "voice.unnamed")]


def longest(cues: Sequence[Cue]) -> list[Cue]:
    """Without those that lie inside a longer one."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda c: (c.start - c.stop, c.start)):
        if not any(k.start <= cue.start and cue.stop <= k.stop for k in kept):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def find_voices(view: View, document: Document) -> list[Voice]:
    """Voices of a sentence in order; an agency before the source that it cites makes one chain with it."""
    voices: list[Voice] = []
    silent = view.cues_of("voices.silent")
    for cue in longest(view.cues_of("voices.say", "voices.deny", "voices.accord", "voices.own", "voices.unnamed")):
        if any(s.start <= cue.start < s.stop for s in silent):
            continue
        shelf = cue.shelf
        if shelf in ("accord", "own"):
            voices += citing(view, cue, document)
        elif shelf == "unnamed":
            voices += unnamed(view, cue) if is_bare_report(cue, view) else []
        else:
            voices += saying(view, cue, document, denies=shelf == "deny")
    return join_chains(view, without_promises(view, voices))


def without_promises(view: View, voices: list[Voice]) -> list[Voice]:
    """«Moscow promised …, Lukashenko said»: who promises is part of what another says."""
    promises = {(cue.start, cue.stop) for cue in view.cues_of("phases.promise")}
    others = [v for v in voices if (v.cue.start, v.cue.stop) not in promises]
    return others or voices


def is_bare_report(cue: Cue, view: View) -> bool:
    """An unnamed voice that says by itself, as against unnamed people who stand as the subject of another verb."""
    return any(c.name == "voices.passive" and c.start <= cue.start < c.stop for c in view.cues)


def join_chains(view: View, voices: list[Voice]) -> list[Voice]:
    """«X reports, citing Y» is one voice with the chain (X, Y); the same speaker twice is one."""
    joined: list[Voice] = []
    for voice in voices:
        last = joined[-1] if joined else None
        cites = voice.rule == "voice.according_to" and is_citation(view, voice.cue)
        if last and voice.chain[0] == last.chain[-1]:
            merged_channel = last.channel or voice.channel
            joined[-1] = msgspec.structs.replace(last, channel=merged_channel, denies=last.denies or voice.denies)
        elif last and cites and voice.cue.start - last.cue.stop < 80 and last.rule != "voice.unnamed":
            joined[-1] = msgspec.structs.replace(last, chain=last.chain + voice.chain, channel=voice.channel)
        else:
            joined.append(voice)
    return joined


def is_citation(view: View, cue: Cue) -> bool:
    return any(part in fold(cue.text) for part in view.grammar["citing"])


def voice_for(view: View, voices: Sequence[Voice], *, at: int, head: int) -> Voice | None:
    """The voice of a trigger at an offset: the innermost that governs it in the tree, else the nearest that reaches it."""
    governing = [v for v in voices if head >= 0 and v.clause >= 0 and governs(view, v, head)]
    if governing:
        best = max(governing, key=lambda v: len(list(view.climb(v.clause))))
        return None if is_circumstance(view, head) else best
    near = [v for v in voices if v.start <= at < v.stop and not is_own_relative(view, v, head) and reaches(view, v, at, head)]
    if not near:
        return None
    following = [v for v in near if v.says_before and v.cue.start > at]
    return following[0] if following else min(near, key=lambda v: abs(v.cue.start - at))


def governs(view: View, voice: Voice, head: int) -> bool:
    verb = view.head_of(voice.cue.start, voice.cue.stop)
    if verb < 0 or head == verb:
        return False
    path = [head, *view.climb(head)]
    if verb not in path:
        return False
    below = path[path.index(verb) - 1]
    return view.relation(below) in ("ccomp", "xcomp", "parataxis", "obj", "obl", "nsubj") and not is_own_relative(
        view, voice, head
    )


def reaches(view: View, voice: Voice, at: int, head: int) -> bool:
    """Whether a voice that does not govern a trigger in the tree may still be its speaker, by where both stand.

    «according to» holds for its clause and what hangs on it; a verb of saying that has content of its own keeps to that,
    unless it stands aside («…, the ministry said»).
    """
    if head < 0 or voice.rule in ("voice.unnamed", "voice.forwarded", "voice.about"):
        return True
    cue_head = view.head_of(voice.cue.start, voice.cue.stop)
    clause = view.clause_of[cue_head] if cue_head >= 0 else -1
    if voice.rule in ("voice.according_to", "voice.pronoun"):
        is_last = voice.stop - voice.chain[-1].stop < TRAILING
        later = at > voice.cue.start and ":" not in view.between(voice.cue.stop, at)
        return is_last or later or clause in view.clauses_up(view.clause_of[head])
    if at > voice.cue.start:
        gap = view.between(voice.cue.stop, at)
        return ":" in gap or len(gap) < 40 or bool(set(fold(gap).replace(",", " ").split()) & set(view.grammar["opening"]))
    aside = view.relation(clause) == "parataxis" or voice.says_before
    return aside and not has_content(view, cue_head)


TRAILING = 45  # letters: what stands so near to the sentence's end has nothing of its own to attribute


def has_content(view: View, verb: int) -> bool:
    """«reported on the delivery», «said that …»: a verb of saying with its own content in a clause that follows another."""
    if view.relation(verb) != "conj":
        return False
    about = [k for k in view.children[verb] if view.relation(k) == "obl" and case_of(view, k) in view.grammar["about"]]
    return bool(about) or any(view.relation(k) in ("ccomp", "obj") for k in view.children[verb])


def is_own_relative(view: View, voice: Voice, head: int) -> bool:
    """«The minister, who visited Minsk, said»: what only describes the speaker is not what he says."""
    if voice.rule in ("voice.unnamed", "voice.pronoun", "voice.forwarded"):
        return False
    speaker = view.head_of(voice.chain[0].start, voice.chain[0].stop)
    return head >= 0 and speaker >= 0 and head != speaker and view.is_under(head, speaker)
