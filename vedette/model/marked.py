"""A document with its language, sentences, words and mentions: what `mark` makes and `extract` reads."""

import msgspec

from vedette.model.text import Document, Doubt


class Word(msgspec.Struct, frozen=True, gc=False):
    """A syntactic word of Universal Dependencies.

    `feats` as in CoNLL-U ("Case=Nom|Number=Sing", "" for none); `head` is the index of the head in the sentence, -1 for the root.
    """

    start: int
    stop: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence; `words` is empty where triage saw no need to parse it or where no pipeline reads the language."""

    start: int
    stop: int
    words: tuple[Word, ...] = ()


class Repair(msgspec.Struct, frozen=True, gc=False):
    """What a damaged name means: kind is translation, transliteration, homoglyph, typo or encoding; `why` in words."""

    meant: str
    kind: str
    why: str


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """What a noun phrase or pronoun asks for: `sort` as in lang/sorts.toml, the countries stated, and what it leans on.

    `named`: ids of named things inside the phrase or that it belongs to ("crews of the Iskander of the Armed Forces of Belarus").
    """

    sort: str
    countries: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    definite: bool = False
    indefinite: bool = False
    possessive: bool = False
    plural: bool = False


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that names a thing.

    `kind`: actor, person, system, place, exercise, treaty, channel.
    `things`: candidate ids, best first; empty for a name that is not in the knowledge.
    `how`: gazetteer, description (a noun phrase such as "Belarusian crews"), shape, statistical.
    `description` tells what such a phrase asks for; `members` are the ids of a plural one ("the two ministers"), every one meant.
    """

    start: int
    stop: int
    text: str
    kind: str
    things: tuple[str, ...] = ()
    how: str = "gazetteer"
    repair: Repair | None = None
    description: Description | None = None
    members: tuple[str, ...] = ()


class TimePhrase(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that names a time, read but not yet anchored: `rule` names the phrase rule, `parts` its numbers and words."""

    start: int
    stop: int
    text: str
    rule: str
    parts: tuple[tuple[str, str], ...] = ()


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A document read for its words: sentences, mentions and times, each in order of start."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimePhrase, ...] = ()
    doubts: tuple[Doubt, ...] = ()
