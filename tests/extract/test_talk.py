"""Whose words the next sentences are."""

from tests.extract.drawn import draw_sentence, mention
from vedette.extract.talk import Told, listen
from vedette.extract.view import View
from vedette.lang.words import load_words
from vedette.model.marked import Mention
from vedette.model.text import Document

SPOKE = """
Khrenin Khrenin PROPN 2 nsubj
said say VERB 0 root Tense=Past
so so ADV 2 advmod
. . PUNCT 2 punct
"""
PLAIN = """
Soldiers soldier NOUN 2 nsubj
arrived arrive VERB 0 root Tense=Past
. . PUNCT 2 punct
"""
OWN = """
In in ADP 3 case
his his PRON 3 nmod:poss
words word NOUN 5 obl
they they PRON 5 nsubj
left leave VERB 0 root Tense=Past
. . PUNCT 5 punct
"""
ABOUT = """
This this PRON 3 nsubj:pass
was be AUX 3 aux:pass
reported report VERB 0 root VerbForm=Part
by by ADP 5 case
Khrenin Khrenin PROPN 3 obl
. . PUNCT 3 punct
"""


def tell(*drawn: str, form: str | None = None, gap: str = " ") -> list[Told]:
    text, sentences = "", []
    for rows in drawn:
        text += gap if text else ""
        words, sentence = draw_sentence(rows, at=len(text))
        text += words
        sentences.append(sentence)
    names: list[Mention] = [mention(text, "Khrenin", "person", "viktor-khrenin")] if "Khrenin" in text else []
    views = [View(s, text, load_words("en"), mentions=names, times=()) for s in sentences]
    return listen(views, Document(key="k", id="d", text=text, lang="en", form=form))


def speaker(told: Told) -> tuple[str, ...]:
    voice = (told.voices or (told.spare,))[-1]
    return voice.chain[-1].things if voice else ()


def test_a_terse_report_goes_on_in_the_speakers_words_and_a_paper_does_not() -> None:
    assert [speaker(row) for row in tell(SPOKE, PLAIN, form="agency")] == [("viktor-khrenin",)] * 2
    assert [speaker(row) for row in tell(SPOKE, PLAIN, form="newspaper")] == [("viktor-khrenin",), ()]


def test_his_words_are_those_of_the_last_speaker() -> None:
    _, later = tell(SPOKE, OWN)
    assert later.voices[0].rule == "voice.pronoun"
    assert speaker(later) == ("viktor-khrenin",)
    assert speaker(tell(PLAIN, OWN)[1]) == ()


def test_a_sentence_may_say_who_said_the_one_before() -> None:
    before, _ = tell(PLAIN, ABOUT)
    assert speaker(before) == ("viktor-khrenin",)


def test_but_not_across_a_paragraph() -> None:
    before, _ = tell(PLAIN, ABOUT, gap="\n\n")
    assert speaker(before) == ()
