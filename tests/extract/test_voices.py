"""Who says so: the chain, the cue, the channel; the outlet never."""

from collections.abc import Sequence

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, DENIED, DENIED_NAMES, make_view, only_trigger
from vedette.extract.speakers import channel_of, is_outlet, speaker_score
from vedette.extract.view import View
from vedette.extract.voices import Voice, find_voices, voice_for
from vedette.model.text import Document

BARE = Document(key="k", id="d", text="", lang="en")
ACCORDING = """
According accord VERB 6 case
to to ADP 1 fixed
officials official NOUN 6 obl
, , PUNCT 6 punct
Russia Russia PROPN 6 nsubj
attacked attack VERB 0 root Tense=Past
Minsk Minsk PROPN 6 obj
"""
ACCORDING_NAMES = (("officials", "actor"), ("Russia", "place", "russia", "state-RU"), ("Minsk", "place", "minsk", "state-BY"))


def chains(voices: Sequence[Voice]) -> list[tuple[str, ...]]:
    return [tuple(m.text for m in voice.chain) for voice in voices]


def test_the_denier_is_the_claimant() -> None:
    (voice,) = find_voices(make_view(DENIED, DENIED_NAMES), BARE)
    assert chains([voice]) == [("Khrenin",)]
    assert (voice.denies, voice.rule) == (True, "voice.deny")


def test_according_to_keeps_the_claimant_apart_from_the_performer() -> None:
    view = make_view(ACCORDING, ACCORDING_NAMES)
    (voice,) = find_voices(view, BARE)
    assert chains([voice]) == [("officials",)]
    trigger = only_trigger(view)
    assert voice_for(view, [voice], at=trigger.cue.start, head=trigger.head) == voice


def test_a_claimant_after_the_claim() -> None:
    view = make_view(ARRIVED, ARRIVED_NAMES)
    voices = find_voices(view, BARE)
    trigger = only_trigger(view)
    assert chains(voices) == [("ministry",)]
    assert voice_for(view, voices, at=trigger.cue.start, head=trigger.head) == voices[0]


def test_what_only_describes_the_speaker_is_not_his_claim() -> None:
    rows = """
        Khrenin Khrenin PROPN 6 nsubj
        who who PRON 3 nsubj
        visited visit VERB 1 acl:relcl Tense=Past
        Minsk Minsk PROPN 3 obj
        , , PUNCT 6 punct
        said say VERB 0 root Tense=Past
        so so ADV 6 advmod
    """
    view = make_view(rows, [DENIED_NAMES[0], ACCORDING_NAMES[2]])
    voices = find_voices(view, BARE)
    trigger = only_trigger(view)
    assert chains(voices) == [("Khrenin",)]
    assert voice_for(view, voices, at=trigger.cue.start, head=trigger.head) is None


def test_an_agency_and_whom_it_cites_are_one_chain() -> None:
    rows = """
        Belta Belta PROPN 2 nsubj
        reported report VERB 0 root Tense=Past
        , , PUNCT 4 punct
        citing cite VERB 2 advcl VerbForm=Ger
        ministry ministry NOUN 4 obj
    """
    voices = find_voices(make_view(rows, [("Belta", "actor", "belta"), ("ministry", "actor", "mod-belarus")]), BARE)
    assert chains(voices) == [("Belta", "ministry")]


def test_the_outlet_is_no_claimant_of_its_own_report() -> None:
    view = make_view(ARRIVED.replace("ministry ministry", "Belta Belta"), [*ARRIVED_NAMES[:3], ("Belta", "actor", "belta")])
    own = Document(key="k", id="d", text="", lang="en", outlet="BelTA news")
    assert chains(find_voices(view, BARE)) == [("Belta",)]
    assert not any("Belta" in chain for chain in chains(find_voices(view, own)))
    assert is_outlet(view.mentions[-1], own)
    assert not is_outlet(view.mentions[0], own)


def test_a_town_says_nothing_and_a_capital_speaks_for_its_state() -> None:
    rows = "Minsk Minsk PROPN 2 nsubj\nsaid say VERB 0 root Tense=Past\nso so ADV 2 advmod\n"
    capital = make_view(rows, [("Minsk", "place", "minsk", "state-BY")])
    town = make_view(rows, [("Minsk", "place", "brest")])
    (cue,) = capital.cues_of("voices.say")
    assert speaker_score(capital, capital.mentions[0], cue) > 1
    assert speaker_score(town, town.mentions[0], cue) == 0


def test_silence_is_no_voice() -> None:
    rows = """
        Khrenin Khrenin PROPN 2 nsubj
        declined decline VERB 0 root Tense=Past
        to to PART 4 mark
        comment comment VERB 2 xcomp
    """
    assert find_voices(make_view(rows, DENIED_NAMES[:1]), BARE) == []


def test_the_channel_stands_near() -> None:
    rows = """
        Khrenin Khrenin PROPN 2 nsubj
        said say VERB 0 root Tense=Past
        in in ADP 5 case
        an an DET 5 det
        interview interview NOUN 2 obl
    """
    view: View = make_view(rows, DENIED_NAMES[:1])
    (voice,) = find_voices(view, BARE)
    assert voice.channel == "interview"
    assert channel_of(view, view.start, view.start + 5) is None


def test_the_subject_of_the_verb_speaks_before_whoever_stands_nearer() -> None:
    rows = """
        A a DET 2 det
        driver driver NOUN 6 nsubj
        from from ADP 5 case
        the the DET 5 det
        Gomel Gomel PROPN 2 nmod
        writes write VERB 0 root
        that that SCONJ 9 mark
        trains train NOUN 9 nsubj
        left leave VERB 6 ccomp
    """
    (voice,) = find_voices(make_view(rows, [("Gomel", "place", "gomel")]), BARE)
    assert chains([voice]) == [("A driver from the Gomel",)]


def test_according_to_somebody_unknown_keeps_his_words() -> None:
    (voice,) = find_voices(
        make_view(ACCORDING.replace("officials official", "headquarters headquarters"), ACCORDING_NAMES[1:]), BARE
    )
    assert chains([voice]) == [("headquarters",)]


def test_a_country_that_begins_a_longer_name_is_not_the_speaker() -> None:
    rows = """
        Iran Iran PROPN 2 compound
        International International PROPN 3 nsubj
        reported report VERB 0 root
        that that SCONJ 6 mark
        Russia Russia PROPN 6 nsubj
        attacked attack VERB 3 ccomp
    """
    names = [("Iran", "place", "iran", "state-IR"), ("Russia", "place", "russia", "state-RU")]
    (voice,) = find_voices(make_view(rows, names), BARE)
    assert chains([voice]) == [("Iran International",)]
