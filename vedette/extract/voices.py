"""Who says so: the claimant chain of each claim, nearest to the reader first, with its channel.

Invariant: the publishing outlet is never a claimant of its own report.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from vedette.extract.phases import is_circumstance
from vedette.extract.speakers import (
    after_cue,
    best_speaker,
    channel_of,
    is_outlet,
    is_said_of_doers,
    stands_in,
    with_name,
)
from vedette.extract.view import View
from vedette.extract.wording import as_one, by_name, in_full, unnamed_subject
from vedette.lang.words import Cue, fold
from vedette.model.claim import KINDS
from vedette.model.marked import Mention
from vedette.model.text import Document

ASIDE = 60  # letters
TRAILING = 45  # letters: what stands so near to the sentence's end has nothing of its own to attribute


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


def citing(view: View, cue: Cue, document: Document) -> list[Voice]:
    mention = after_cue(view, cue, document)
    if mention is None:
        return []
    mention = by_name(in_full(view, as_one(view, with_name(view, mention)), cue))
    start, stop = view.segment_of(cue.start)
    return [Voice((mention,), cue, start, stop, channel_of(view, cue.start, min(stop, mention.stop + 40)), "voice.according_to")]


def saying(view: View, cue: Cue, document: Document, *, denies: bool) -> list[Voice]:
    head = view.head_of(cue.start, cue.stop)
    if head >= 0 and (view.is_thing(head) or is_deed(view, cue, head) or is_ours(view, head)):
        return []
    impersonal = any(c.name == "voices.passive" and c.start <= cue.start < c.stop for c in view.cues)
    mention = best_speaker(view, cue, document)
    if mention is None and not any(c.start < cue.stop and cue.start < c.stop for c in view.cues_of("hedges.evaluative")):
        mention = unnamed_subject(view, cue)
    if mention and is_outlet(mention, document):
        return []
    if mention and ((impersonal and not stands_in(view, mention)) or is_said_of(view, head, cue, mention)):
        return []
    if mention is None or is_said_of_doers(view, cue, mention):
        return []
    mention = by_name(in_full(view, as_one(view, with_name(view, mention)), cue))
    start, stop = view.segment_of(cue.start)
    verb = view.head_of(cue.start, cue.stop)
    rule = "voice.deny" if denies else "voice.say"
    channel = channel_of(view, max(start, min(cue.start, mention.start) - 40), min(stop, max(cue.stop, mention.stop) + 90))
    clause = view.clause_of[verb] if verb >= 0 else -1
    before = (
        bool(view.text[: max(0, mention.start - view.start)].strip(' —–-,"«»“”')) and cue.start > view.start + len(view.text) // 3
    )
    return [Voice((mention,), cue, start, stop, channel, rule, clause, denies, before)]


def is_said_of(view: View, head: int, cue: Cue, mention: Mention) -> bool:
    """«the drill has been concluded»: an English passive says nothing by its subject, but for «was quoted»; «by X» does."""
    if view.lang != "en" or head < 0 or "quoted" in fold(cue.text):
        return False
    is_passive = any(view.word(k).relation == "aux:pass" for k in view.children[head])
    return is_passive and not set(fold(view.between(cue.stop, mention.start)).split()[-3:]) & set(view.grammar["by"])


def is_ours(view: View, head: int) -> bool:
    """«мы памылкова напісалі»: what the outlet itself said has no claimant."""
    return any(view.relation(k) == "nsubj" and fold(view.word(k).text) in view.grammar["we"] for k in view.children[head])


def is_deed(view: View, cue: Cue, head: int) -> bool:
    """«перадаў войскам знішчальнікі» says nothing; «as saying» closes a quotation, «a state concern» is none."""
    if fold(cue.text) == "as saying" or (fold(cue.text) == "state" and view.word(head).upos != "VERB"):
        return True
    is_trigger = any(c.room in KINDS and c.shelf == "verb" and c.start <= cue.start < c.stop for c in view.cues)
    return is_trigger and any(view.relation(k) in ("obj", "iobj") for k in view.children[head])


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
    return join_chains(view, without_promises(view, agencies_first(view, voices)))


def agencies_first(view: View, voices: list[Voice]) -> list[Voice]:
    """«Газета со ссылкой на чиновников писала»: who passes on another's words stands before the citation that he makes."""
    for n, (one, other) in enumerate(pairwise(voices)):
        cites = one.rule == "voice.according_to" and is_citation(view, one.cue)
        if cites and other.rule == "voice.say" and other.chain[0].stop <= one.cue.start:
            moved = msgspec.structs.replace(other, chain=other.chain + one.chain, channel=one.channel or other.channel)
            return [*voices[:n], moved, *voices[n + 2 :]]
    return voices


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
    if is_relative(view, clause):
        return view.is_under(head, view.word(clause).head)
    if is_when(view, clause) and not view.is_under(head, clause):
        return False
    if stands_aside(view, voice):
        return True
    if at > voice.cue.start:
        gap = view.between(voice.cue.stop, at)
        return ":" in gap or len(gap) < 40 or bool(set(fold(gap).replace(",", " ").split()) & set(view.grammar["opening"]))
    aside = view.relation(clause) == "parataxis" or voice.says_before
    return aside and not has_content(view, cue_head) and not opens_clause(view, voice, at)


def stands_aside(view: View, voice: Voice) -> bool:
    """«Два верталёты, сцвярджаюць у ведамстве, парушылі …»: what stands between two commas is said of all around it."""
    start, stop = min(voice.cue.start, voice.chain[0].start), max(voice.cue.stop, voice.chain[0].stop)
    before, after = view.between(view.start, start).rstrip(), view.between(stop, view.stop).lstrip()
    words = before.rpartition(",")[2].split()
    return "," in before and len(words) <= 1 and after.startswith(",") and stop - start <= ASIDE and not is_then_told(view, after)


def is_when(view: View, clause: int) -> bool:
    """«…, ten days after Putin announced …»: a clause that only tells when speaks of nothing else."""
    if clause < 0 or view.relation(clause) not in ("advcl", "acl"):
        return False
    small = [fold(view.word(k).text) for k in view.children[clause] if view.relation(k) in ("mark", "advmod")]
    return any(word in view.grammar["when"] for word in small)


def is_then_told(view: View, after: str) -> bool:
    """«…, сообщил он, что …»: the content follows."""
    words = fold(after.lstrip(", ")).split()
    return bool(words) and words[0] in (*view.grammar["opening"], *view.grammar["joining"])


def is_relative(view: View, clause: int) -> bool:
    """«a withdrawal which the president announced»: a clause with a relative pronoun speaks of the word that it hangs on."""
    if clause < 0 or view.word(clause).relation != "acl:relcl":
        return False
    return any(fold(view.word(k).text) in view.grammar["relative"] for k in view.subtree(clause))


def opens_clause(view: View, voice: Voice, at: int) -> bool:
    """«crews left, and on 16 June the president reported …»: a clause joined to another speaks for itself alone."""
    gap = view.between(at, min(voice.chain[0].start, voice.cue.start))
    _, mark, last = gap.rpartition(",")
    words = fold(last).split()
    joined = bool(mark and words) and words[0] in view.grammar["joining"]
    after = fold(view.text[voice.cue.stop - view.start :]).replace(",", " ").split()
    return joined or (":" in gap and bool(after) and after[0] in view.grammar["opening"])


def has_content(view: View, verb: int) -> bool:
    """«reported on the delivery», «said that …»: a verb of saying with its own content in a clause that follows another."""
    if view.relation(verb) != "conj":
        return False
    about = [k for k in view.children[verb] if view.relation(k) == "obl" and view.case_of(k) in view.grammar["about"]]
    return bool(about) or any(view.relation(k) in ("ccomp", "obj") for k in view.children[verb])


def is_own_relative(view: View, voice: Voice, head: int) -> bool:
    """«The minister, who visited Minsk, said»: what only describes the speaker is not what he says."""
    if voice.rule in ("voice.unnamed", "voice.pronoun", "voice.forwarded"):
        return False
    speaker = view.head_of(voice.chain[0].start, voice.chain[0].stop)
    return head >= 0 and speaker >= 0 and head != speaker and view.is_under(head, speaker)
