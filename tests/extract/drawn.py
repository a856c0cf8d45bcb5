"""Small sentences with their trees drawn by hand, so that a rule is tested and not the parser.

A row is `form lemma CLASS head relation features`, as in CoNLL-U, with the head counted from 1, 0 for the root;
features may be left out.
"""

from collections.abc import Sequence

from vedette.extract.triggers import Trigger, find_triggers
from vedette.extract.view import View
from vedette.lang.words import load_words
from vedette.model.marked import Mention, Sentence, TimePhrase, Word


def draw_sentence(rows: str, *, at: int = 0) -> tuple[str, Sentence]:
    """The text of the rows, words apart by a space but for marks, and the parsed sentence."""
    text, words = "", []
    for row in rows.strip().splitlines():
        form, lemma, upos, head, relation, *feats = row.split()
        text += "" if not text or form in ".,;:" else " "
        start = at + len(text)
        text += form
        features = feats[0] if feats else ""
        words.append(Word(start, start + len(form), form, lemma, upos, features, int(head) - 1, relation))
    return text, Sentence(at, at + len(text), tuple(words))


def mention(text: str, words: str, kind: str, *things: str, how: str = "gazetteer") -> Mention:
    start = text.index(words)
    return Mention(start=start, stop=start + len(words), text=words, kind=kind, things=things, how=how)


def time(text: str, words: str) -> TimePhrase:
    start = text.index(words)
    return TimePhrase(start=start, stop=start + len(words), text=words, rule="drawn")


def make_view(rows: str, names: Sequence[tuple[str, ...]] = (), times: Sequence[str] = (), *, lang: str = "en") -> View:
    """`names`: (words, kind, thing ids…) of the mentions; `times`: the words of the time phrases."""
    text, sentence = draw_sentence(rows)
    mentions = [mention(text, words, kind, *things) for words, kind, *things in names]
    return View(sentence, text, load_words(lang), mentions=mentions, times=[time(text, words) for words in times])


def only_trigger(view: View) -> Trigger:
    (trigger,) = find_triggers(view)
    return trigger


def word_of(view: View, form: str) -> int:
    return next(n for n, word in enumerate(view.words) if word.text == form)


DENIED = """
Khrenin Khrenin PROPN 2 nsubj
denied deny VERB 0 root Tense=Past|VerbForm=Fin
that that SCONJ 6 mark
Russia Russia PROPN 6 nsubj
had have AUX 6 aux
deployed deploy VERB 2 ccomp Tense=Past|VerbForm=Part
missiles missile NOUN 6 obj
in in ADP 9 case
Belarus Belarus PROPN 6 obl
. . PUNCT 2 punct
"""
DENIED_NAMES = (
    ("Khrenin", "person", "viktor-khrenin"),
    ("Russia", "place", "russia", "state-RU"),
    ("missiles", "system", "ballistic-missiles"),
    ("Belarus", "place", "belarus", "state-BY"),
)
ARRIVED = """
Soldiers soldier NOUN 2 nsubj
arrived arrive VERB 0 root Tense=Past|VerbForm=Fin
in in ADP 4 case
Belarus Belarus PROPN 2 obl
from from ADP 6 case
Russia Russia PROPN 2 obl
, , PUNCT 10 punct
the the DET 9 det
ministry ministry NOUN 10 nsubj
said say VERB 2 parataxis Tense=Past|VerbForm=Fin
on on ADP 12 case
Monday Monday PROPN 10 obl
. . PUNCT 2 punct
"""
ARRIVED_NAMES = (
    ("Soldiers", "actor", "armed-forces-russia"),
    ("Belarus", "place", "belarus", "state-BY"),
    ("Russia", "place", "russia", "state-RU"),
    ("ministry", "actor", "mod-belarus"),
)
