"""Whom small words and bare roles that speak stand for."""

from tests.extract.drawn import make_view
from tests.extract.test_talk import PLAIN, SPOKE, tell
from vedette.extract.voices import find_voices, stands_aside
from vedette.extract.wording import by_name, in_full
from vedette.model.marked import Mention
from vedette.model.text import Document

HE = """
He he PRON 2 nsubj
added add VERB 0 root Tense=Past
so so ADV 2 advmod
. . PUNCT 2 punct
"""
IT = HE.replace("He he", "It it")
MET = """
Our our PRON 2 nmod:poss
correspondent correspondent NOUN 3 nsubj
met meet VERB 0 root Tense=Past
Khrenin Khrenin PROPN 3 obj
. . PUNCT 3 punct
"""
HEADING = """
Khrenin Khrenin PROPN 2 nsubj
informs inform VERB 0 root Tense=Pres
: : PUNCT 2 punct
"""
SOURCE = """
A a DET 2 det
source source NOUN 6 nsubj
in in ADP 5 case
the the DET 5 det
ministry ministry NOUN 2 nmod
said say VERB 0 root Tense=Past
so so ADV 6 advmod
. . PUNCT 6 punct
"""
OTHER = """
The the DET 2 det
portal portal NOUN 3 nsubj
wrote write VERB 0 root Tense=Past
that that SCONJ 6 mark
Khrenin Khrenin PROPN 6 nsubj
left leave VERB 3 ccomp Tense=Past
. . PUNCT 3 punct
"""
INSIDE = """
Танки танк NOUN 2 nsubj
ушли уйти VERB 0 root Tense=Past
, , PUNCT 4 punct
рассказали рассказать VERB 2 parataxis Number=Plur|Tense=Past
на на ADP 6 case
верфи верфь NOUN 4 obl
. . PUNCT 2 punct
"""
BARE = Document(key="k", id="d", text="", lang="en")


def test_he_is_the_speaker_before_in_his_own_word() -> None:
    (voice,) = tell(SPOKE, HE)[1].voices
    assert (voice.chain[0].text, voice.chain[0].things) == ("He", ("viktor-khrenin",))


def test_it_that_stands_for_nothing_says_nothing() -> None:
    assert not tell(PLAIN, IT)[1].voices


def test_who_answers_in_a_talk_is_he_far_down() -> None:
    (voice,) = tell(MET, PLAIN, PLAIN, PLAIN, PLAIN, HE)[5].voices
    assert (voice.chain[0].things, voice.channel) == (("viktor-khrenin",), "interview")


def test_a_heading_speaks_for_the_rest() -> None:
    told = tell(HEADING, PLAIN, PLAIN, gap="\n\n")
    assert told[2].spare is not None
    assert told[2].spare.chain[0].things == ("viktor-khrenin",)


def test_somebody_unnamed_in_full_words() -> None:
    view = make_view(SOURCE)
    (voice,) = find_voices(view, Document(key="k", id="d", text="", lang="en"))
    assert in_full(view, voice.chain[0], voice.cue).text == "A source in the ministry"


def test_the_subject_speaks_whoever_else_is_known() -> None:
    (voice,) = find_voices(make_view(OTHER, [("Khrenin", "person", "viktor-khrenin")]), BARE)
    assert voice.chain[0].text == "The portal"


def test_verbs_without_a_subject_are_said_inside_a_body() -> None:
    (voice,) = find_voices(make_view(INSIDE, lang="ru"), BARE)
    assert voice.chain[0].text == "верфи"


SHARED = """
Экипажи экипаж NOUN 3 nsubj Case=Nom|Number=Plur
, , PUNCT 3 punct
поделился поделиться VERB 0 root Gender=Masc|Number=Sing|Tense=Past
с с ADP 5 case
редакцией редакция NOUN 3 obl Case=Ins|Number=Sing
инженер инженер NOUN 7 obj Case=Nom|Gender=Masc|Number=Sing
учились учиться VERB 3 parataxis Number=Plur|Tense=Past
. . PUNCT 3 punct
"""
ENDED = """
Thunder thunder PROPN 4 nsubj:pass
has have AUX 4 aux
been be AUX 4 aux:pass
concluded conclude VERB 0 root
. . PUNCT 4 punct
"""
HANDED = """
Сторона сторона NOUN 2 nsubj Case=Nom|Number=Sing
передала передать VERB 0 root Number=Sing|Tense=Past
войскам войско NOUN 2 iobj Case=Dat|Number=Plur
танки танк NOUN 2 obj Case=Acc|Number=Plur
. . PUNCT 2 punct
"""


def test_the_noun_that_agrees_with_the_verb_speaks() -> None:
    (voice,) = find_voices(make_view(SHARED, [("Экипажи", "actor", "armed-forces-russia")], lang="ru"), BARE)
    assert voice.chain[0].text == "инженер"


def test_a_passive_and_a_handing_over_say_nothing() -> None:
    assert not find_voices(make_view(ENDED, [("Thunder", "person")]), BARE)
    assert not find_voices(make_view(HANDED, [("Сторона", "actor", "state-RU")], lang="ru"), BARE)


def test_a_name_in_latin_letters_is_its_own_id() -> None:
    portal = Mention(start=0, stop=24, text="the portal «Voin-Kurier»", kind="actor", how="description")
    assert by_name(portal).things == ("voin-kurier",)
    plain = Mention(start=0, stop=10, text="the portal", kind="actor", how="description")
    assert by_name(plain) == plain


ASIDE = """
Танки танк NOUN 6 nsubj Case=Nom|Number=Plur
, , PUNCT 3 punct
утверждают утверждать VERB 6 parataxis Number=Plur|Tense=Pres
соседи сосед NOUN 3 nsubj Case=Nom|Number=Plur
, , PUNCT 3 punct
прибыли прибыть VERB 0 root Number=Plur|Tense=Past
. . PUNCT 6 punct
"""
ACCOUNT = """
пишет писать VERB 0 root Number=Sing
@sky_watch @sky_watch PROPN 1 nsubj
. . PUNCT 1 punct
"""


def test_what_stands_between_commas_is_said_of_all_around_it() -> None:
    view = make_view(ASIDE, lang="ru")
    (voice,) = find_voices(view, BARE)
    assert (voice.chain[0].text, stands_aside(view, voice)) == ("соседи", True)


def test_an_account_speaks_by_its_handle() -> None:
    (voice,) = find_voices(make_view(ACCOUNT, lang="ru"), BARE)
    assert voice.chain[0].things == ("sky-watch",)


WE = """
We we PRON 2 nsubj
wrote write VERB 0 root Tense=Past
that that SCONJ 5 mark
Khrenin Khrenin PROPN 5 nsubj
left leave VERB 2 ccomp Tense=Past
. . PUNCT 2 punct
"""


def test_what_the_paper_itself_wrote_has_no_claimant() -> None:
    assert not find_voices(make_view(WE, [("Khrenin", "person", "viktor-khrenin")]), BARE)
