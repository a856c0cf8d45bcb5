"""In which words somebody unnamed stands: the whole phrase around a noun, and the subject of a verb of saying."""

import re
from collections.abc import Sequence

import msgspec

from vedette.extract.view import View
from vedette.lang.words import Cue, fold
from vedette.model.claim import KINDS
from vedette.model.marked import Mention, Word

QUOTED_NAME = re.compile(r"[«“\"]([^»”\"]{3,40})[»”\"]$")
LONGEST = 8  # words of a speaker's description
QUOTES = ("«", "»", '"', "“", "”", "„")


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


def as_one(view: View, mention: Mention) -> Mention:
    """«an officer of the base»: one soldier who speaks is nobody known, and not his army."""
    if mention.how != "description" or mention.kind != "actor" or not mention.things:
        return mention
    words = [view.word(n) for n in range(view.word_at(mention.start), view.word_at(mention.stop - 1) + 1)]
    soldier = [word for word in words if fold(word.text).startswith(view.grammar["soldier"])]
    if len(soldier) == 1 and feature(soldier[0], "Number") == "Sing":
        return msgspec.structs.replace(mention, things=())
    return mention


def by_name(mention: Mention) -> Mention:
    """A speaker whom nobody knows by a name in Latin letters: «Maxar», «the portal «Voin-Kurier»», «@latakia_sky»."""
    if mention.things or mention.members or mention.kind not in ("actor", "person"):
        return mention
    quoted = QUOTED_NAME.search(mention.text)
    name = quoted[1] if quoted else mention.text.removeprefix("the ").removeprefix("The ")
    words = name.replace("_", " ").removeprefix("@").split()
    is_name = name.isascii() and len(words) <= 4 and all(w[0].isupper() or w[0].isdigit() for w in words)
    if (not is_name and not name.startswith("@")) or (mention.how == "description" and not quoted and not name.isupper()):
        return mention
    return msgspec.structs.replace(mention, things=("-".join(words).lower(),))


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
    for n in [k for k in words if fold(view.word(k).text).startswith(view.grammar["anonymous"])]:
        branch = next((k for k in [n, *view.climb(n)] if view.word(k).head == head), n)
        words -= view.subtree(branch) if branch > head else set()
    for cue in view.cues:
        n = view.head_of(cue.start, cue.stop)
        if (
            n in words
            and cue.start > view.word(head).stop
            and (cue.room == "channels" or (cue.room in KINDS and view.word(n).head == head))
        ):
            words -= {k for k in words if view.word(k).start >= leading(view, n, cue, words)}
    first = last = head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    row = list(range(first, closing(view, last) + 1))
    while row[0] != head and (view.word(row[0]).upos in ("ADP", "CCONJ", "SCONJ", "PUNCT") or is_joining(view, row[0])):
        row = row[1:]
    while row[-1] != head and view.word(row[-1]).upos in ("ADP", "PUNCT", "DET") and view.word(row[-1]).text not in QUOTES:
        row = row[:-1]
    return row


def closing(view: View, last: int) -> int:
    """«часопіс «Шпігель»», «газета «Трибьюн Дели»»: the end of a name in quotation marks that a phrase holds or meets."""
    opened = next((n for n in range(last + 1, max(-1, last - 3), -1) if n < len(view.words) and view.word(n).text in "«“„"), None)
    if opened is None:
        return last
    closed = next((n for n in range(opened + 1, min(opened + 6, len(view.words))) if view.word(n).text in "»”"), None)
    return max(last, closed) if closed is not None else last


def leading(view: View, n: int, cue: Cue, words: set[int]) -> int:
    """Where the branch begins that brings a cue into a phrase."""
    branch = [k for k in view.subtree(n) if k in words]
    return min([cue.start, *(view.word(k).start for k in branch)])


def is_joining(view: View, n: int) -> bool:
    return fold(view.word(n).text) in view.grammar["joining"]


def subject_of(view: View, cue: Cue) -> int | None:
    """The noun that stands as the subject of an active verb of saying, its own or that of the verb that it is joined to."""
    verb = view.head_of(cue.start, cue.stop)
    if verb < 0 or any(view.word(k).relation == "aux:pass" for k in view.children[verb]):
        return None
    told = verb
    for _ in range(2):
        found = [k for k in view.children[verb] if view.word(k).relation == "nsubj"]
        if found and (view.lang == "en" or agrees(view.word(told), view.word(found[0]))):
            return found[0] if view.word(found[0]).upos in ("NOUN", "PROPN") else None
        is_joined = view.relation(verb) == "conj" and any(view.relation(k) == "cc" for k in view.children[verb])
        if found or not is_joined or view.word(verb).upos != "VERB":
            break
        verb = view.word(verb).head
    return agreeing_noun(view, told)


def agrees(verb: Word, noun: Word) -> bool:
    """«офицер поделился», not «экипажи поделился»: number and, in the past, gender; words without features fit."""
    for name in ("Number", "Gender"):
        one, other = feature(verb, name), feature(noun, name)
        if one and other and one != other and not (name == "Gender" and feature(verb, "Number") == "Plur"):
            return False
    return feature(noun, "Case") in ("", "Nom")


def feature(word: Word, name: str) -> str:
    return next((part.partition("=")[2] for part in word.feats.split("|") if part.startswith(name + "=")), "")


def agreeing_noun(view: View, verb: int) -> int | None:
    """A noun in the nominative between the same two marks as a verb, behind it before in front of it, where a tree is wrong."""
    if not feature(view.word(verb), "Number") or view.lang == "en":
        return None
    behind, before = stretch(view, verb, 1), stretch(view, verb, -1)
    for n in [*behind, *before]:
        word = view.word(n)
        timed = any(t.start <= word.start < t.stop for t in view.times)
        is_noun = word.upos in ("NOUN", "PROPN") and feature(word, "Case") == "Nom"
        if is_noun and not timed and agrees(view.word(verb), word) and view.relation(n) not in ("flat", "appos", "nmod"):
            return n
    return None


def stretch(view: View, verb: int, step: int) -> list[int]:
    """The words from a verb to the next mark."""
    found = []
    n = verb + step
    while 0 <= n < len(view.words) and (view.word(n).upos != "PUNCT" or view.word(n).text in QUOTES):
        found.append(n)
        n += step
    return found


def unnamed_subject(view: View, cue: Cue) -> Mention | None:
    """«a Dutch colonel suggested»: whoever stands as the subject, in his own words, where nothing is known of him."""
    subject = subject_of(view, cue)
    if subject is None or is_event(view, subject):
        return None
    row = phrase_of(view, subject)
    found = somebody(view, row)
    if len(row) > LONGEST or not found.text[:1].isalpha():
        return None
    named = all(view.word(k).upos == "PROPN" for k in row) and found.text.isascii() and found.text.istitle()
    return msgspec.structs.replace(found, things=(found.text.lower().replace(" ", "-"),), how="shape") if named else found


def somebody(view: View, row: Sequence[int]) -> Mention:
    """Whoever stands in a row of words, known by nothing but them."""
    start, stop = view.word(row[0]).start, view.word(row[-1]).stop
    return Mention(
        start=start, stop=stop, text=view.text[start - view.start : stop - view.start], kind="actor", how="description"
    )


LEADING = ("compound", "amod", "nmod:poss", "flat")  # what stands before the noun that it belongs to


def unnamed_after(view: View, cue: Cue) -> Mention | None:
    """«according to the headquarters», «паводле нашых чытачоў»: the noun that comes next, in its own words."""
    first = view.word_at(cue.stop - 1) + 1
    near = range(first, min(first + 4, len(view.words)))
    nouns = [n for n in near if view.word(n).upos in ("NOUN", "PROPN")]
    head = next((n for n in nouns if view.word(n).relation not in LEADING), None)
    if head is None or is_event(view, head) or any(c in view.between(cue.stop, view.word(head).start) for c in ".;,:"):
        return None
    known = any(m.start <= view.word(head).start < m.stop for m in view.mentions)
    if known or any(t.start <= view.word(head).start < t.stop for t in view.times):
        return None
    row = [n for n in phrase_of(view, head) if n >= first]
    return somebody(view, row) if 0 < len(row) <= LONGEST else None


def is_event(view: View, n: int) -> bool:
    """«the drill, he says»: an occurrence says nothing."""
    word = view.word(n)
    return any(cue.room in KINDS and cue.start <= word.start < cue.stop for cue in view.cues)


def is_apart(view: View, n: int, top: int) -> bool:
    """What hangs on a noun without being part of its name: relative clauses, appositions, marks."""
    word = view.word(n)
    if n == top or not view.is_under(n, top) or word.text in QUOTES:
        return False
    quoted = word.relation.startswith("appos") and any(view.word(k).text in QUOTES for k in (n - 1, *view.children[n]) if k >= 0)
    return word.relation.split(":")[0] in ("acl", "appos", "punct", "parataxis", "conj", "cc") and not quoted
