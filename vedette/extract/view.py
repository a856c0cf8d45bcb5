"""A sentence as the rules look at it: words in a tree, clauses, cues and mentions.

A view lives only while rules read it; nothing of it is kept.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from vedette.lang.words import Cue, Words, fold
from vedette.model.marked import Mention, Sentence, TimePhrase, Word

CLAUSAL = {"ccomp", "advcl", "acl", "parataxis", "csubj"}
VERBAL = {"VERB", "AUX"}


def rooted(n: int, word: Word, count: int) -> Word:
    """A word that a parser hung on itself, or outside the sentence, is a root."""
    return word if word.head < 0 or (word.head != n and word.head < count) else msgspec.structs.replace(word, head=-1)


class View:
    """One sentence with everything that stands in it; offsets are those of the document."""

    def __init__(self, sentence: Sentence, text: str, words: Words, *, mentions: Sequence[Mention], times: Sequence[TimePhrase]):
        self.start, self.stop = sentence.start, sentence.stop
        self.grammar, self.lang = words.grammar, words.lang
        self.text = text[sentence.start : sentence.stop]
        self.words = tuple(rooted(n, word, len(sentence.words)) for n, word in enumerate(sentence.words))
        self.times = tuple(t for t in times if sentence.start <= t.start and t.stop <= sentence.stop)
        inside = [m for m in mentions if sentence.start <= m.start and m.stop <= sentence.stop]
        self.mentions: tuple[Mention, ...] = tuple(inside)
        self.cues = [c for c in words.find(self.text, offset=sentence.start) if not self.is_in_time(c) and not self.is_in_name(c)]
        self.starts = [word.start for word in self.words]
        self.children: list[list[int]] = [[] for _ in self.words]
        for n, word in enumerate(self.words):
            if 0 <= word.head < len(self.words) and word.head != n:
                self.children[word.head].append(n)
        self.clause_of = [self.find_clause(n) for n in range(len(self.words))]

    # --- the tree ---

    def word_at(self, offset: int) -> int:
        """Index of the word at or just before an offset; -1 in a sentence without words."""
        return bisect_right(self.starts, offset) - 1 if self.words else -1

    def head_of(self, start: int, stop: int) -> int:
        """Index of the word of a stretch whose head lies outside it; -1 without words."""
        first, last = self.word_at(start), self.word_at(stop - 1)
        if first < 0:
            return -1
        inside = range(first, last + 1)
        return next((n for n in inside if self.words[n].head not in inside), first)

    def climb(self, n: int) -> Iterator[int]:
        """The ancestors of a word, nearest first; stops where a tree is broken."""
        seen = {n}
        while n >= 0 and (head := self.words[n].head) >= 0 and head not in seen:
            seen.add(head)
            yield head
            n = head

    def relation(self, n: int) -> str:
        return self.words[n].relation.split(":", 1)[0]

    def is_clause_head(self, n: int) -> bool:
        word, relation = self.words[n], self.relation(n)
        if word.head < 0:
            return True
        has_subject = any(self.relation(k) in ("nsubj", "csubj", "cop") for k in self.children[n])
        if relation in CLAUSAL:
            return word.upos in VERBAL or has_subject or "VerbForm=Part" in word.feats
        return relation == "conj" and (word.upos == "VERB" or has_subject)

    def find_clause(self, n: int) -> int:
        if self.is_clause_head(n):
            return n
        return next((k for k in self.climb(n) if self.is_clause_head(k)), n)

    def parent_clause(self, clause: int) -> int | None:
        head = self.words[clause].head
        return self.clause_of[head] if head >= 0 and head != clause else None

    def clauses_up(self, clause: int) -> Iterator[int]:
        """A clause and those that it depends on, innermost first."""
        seen: set[int] = set()
        current: int | None = clause
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            current = self.parent_clause(current)

    def clause_at(self, start: int, stop: int) -> int:
        head = self.head_of(start, stop)
        return self.clause_of[head] if head >= 0 else 0

    def subtree(self, n: int) -> set[int]:
        found, todo = {n}, [n]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return found

    def is_content(self, n: int, top: int) -> bool:
        """Whether a word is part of what another one says, promises or denies: below it, with no side clause between."""
        path = [n, *self.climb(n)]
        if top not in path:
            return False
        between = path[: path.index(top)]
        return not any(self.is_aside(k) for k in between)

    def case_of(self, n: int) -> str:
        """The preposition of a noun, in small letters; empty where it has none."""
        return next((fold(self.words[k].text) for k in self.children[n] if self.relation(k) == "case"), "")

    def below(self, n: int, top: int) -> str:
        """The relation by which the branch that holds a word hangs on a word above it; empty where it does not."""
        path = [n, *self.climb(n)]
        return self.words[path[path.index(top) - 1]].relation if top in path[1:] else ""

    def is_aside(self, n: int) -> bool:
        """A relative clause, a circumstance or a further main clause; «the claim that …» is content, not an aside."""
        relation = self.words[n].relation
        if relation.startswith("acl") and any(self.relation(k) == "mark" for k in self.children[n]):
            return False
        if relation.startswith("advcl") and "VerbForm=Inf" in self.words[n].feats:
            return False
        if relation == "acl:relcl" or relation.startswith(("advcl", "parataxis")):
            return True
        if relation == "conj":
            return self.is_clause_head(n)
        return relation == "acl" and "VerbForm=Part" in self.words[n].feats

    def is_thing(self, n: int) -> bool:
        """Whether a word stands as a noun with an article or a preposition: «a report», «a train».

        Only English writes its verbs and nouns alike; elsewhere the lists know better than a tagger.
        """
        if self.lang != "en":
            return False
        relations = {self.word(k).relation for k in self.children[n]}
        return self.word(n).upos in ("NOUN", "PROPN") and bool(relations & {"det", "case", "nmod:poss"})

    def word(self, n: int) -> Word:
        return self.words[n]

    def is_under(self, n: int, top: int) -> bool:
        return n == top or top in self.climb(n)

    # --- the surface ---

    def is_in_time(self, cue: Cue) -> bool:
        """«May» the month is no doubt, and «at the end of April» ends nothing."""
        return cue.name != "hedges.background" and any(t.start <= cue.start and cue.stop <= t.stop for t in self.times)

    def is_in_name(self, cue: Cue) -> bool:
        """«the United States» states nothing, «Eagle Assault» assaults nobody; a channel is known by its name."""
        if cue.room in ("channels", "domain", "blockers"):
            return False
        names = [m for m in self.mentions if m.how != "description" and m.kind != "channel"]
        return any(m.start <= cue.start and cue.stop <= m.stop for m in names)

    def cues_of(self, *names: str) -> list[Cue]:
        return [cue for cue in self.cues if cue.name in names]

    def near(self, start: int, stop: int) -> int:
        """Number of characters between a stretch and the sentence's start; for ordering."""
        return min(abs(start - self.start), abs(stop - self.start))

    def segment_of(self, offset: int) -> tuple[int, int]:
        """The stretch between semicolons that holds an offset."""
        local = offset - self.start
        first = self.text.rfind(";", 0, local) + 1
        last = self.text.find(";", local)
        return self.start + first, self.start + (last if last >= 0 else len(self.text))

    def between(self, one: int, two: int) -> str:
        """The text between two offsets in either order."""
        low, high = sorted((one - self.start, two - self.start))
        return self.text[max(0, low) : max(0, high)]


def has_feature(word: Word, *features: str) -> bool:
    """Whether the word bears any of the features, each as "Tense=Past"."""
    own = word.feats.split("|") if word.feats else ()
    return any(feature in own for feature in features)
