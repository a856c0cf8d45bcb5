"""A sentence as a tree: heads, clauses, content and asides."""

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, DENIED, DENIED_NAMES, make_view, word_of
from vedette.extract.view import View, has_feature
from vedette.lang.words import load_words
from vedette.model.marked import Sentence, Word


def test_head_of_a_stretch_is_the_word_whose_head_lies_outside() -> None:
    view = make_view(ARRIVED)
    start = view.text.index("the ministry")
    assert view.head_of(start, start + len("the ministry")) == word_of(view, "ministry")


def test_clauses_are_told_apart() -> None:
    view = make_view(DENIED)
    denied, deployed = word_of(view, "denied"), word_of(view, "deployed")
    assert view.clause_of[word_of(view, "Khrenin")] == denied
    assert view.clause_of[word_of(view, "missiles")] == deployed
    assert list(view.clauses_up(deployed)) == [deployed, denied]


def test_what_is_denied_is_content_and_the_speaker_is_not() -> None:
    view = make_view(DENIED)
    assert view.is_content(word_of(view, "deployed"), word_of(view, "denied"))
    assert not view.is_content(word_of(view, "denied"), word_of(view, "deployed"))


def test_a_relative_clause_is_an_aside_unless_it_is_the_claim_that() -> None:
    rows = DENIED.replace("2 ccomp", "1 acl:relcl")
    view = make_view(rows.replace("that that SCONJ 6 mark", "whom whom PRON 6 obj"))
    assert not view.is_content(word_of(view, "deployed"), word_of(view, "denied"))
    claim_that = make_view(rows)
    assert claim_that.is_content(word_of(claim_that, "deployed"), word_of(claim_that, "denied"))


def test_a_name_and_a_time_hide_the_cues_inside_them() -> None:
    rows = """
        Eagle Eagle PROPN 2 compound
        Attack Attack PROPN 3 nsubj
        ended end VERB 0 root Tense=Past
        in in ADP 5 case
        May May PROPN 3 obl
    """
    bare = {cue.text for cue in make_view(rows).cues}
    named = {cue.text for cue in make_view(rows, [("Eagle Attack", "exercise", "-")], ["in May"]).cues}
    assert {"Attack", "May"} <= bare
    assert not {"Attack", "May"} & named
    assert "ended" in named


def test_segments_end_at_semicolons() -> None:
    text = "Troops left; others came."
    view = View(Sentence(0, len(text)), text, load_words("en"), mentions=(), times=())
    assert view.segment_of(2) == (0, 11)
    assert view.segment_of(15) == (12, len(text))


def test_mentions_of_other_sentences_are_not_seen() -> None:
    view = make_view(ARRIVED, ARRIVED_NAMES)
    text = f"Russia. {view.text}"
    later = View(Sentence(8, len(text)), text, load_words("en"), mentions=make_view(DENIED, DENIED_NAMES).mentions[:1], times=())
    assert later.mentions == ()


def test_features_are_whole() -> None:
    word = Word(0, 1, "x", "x", "VERB", "Tense=Past|VerbForm=Part", -1, "root")
    assert has_feature(word, "Tense=Past")
    assert not has_feature(word, "Tense=Pas")


@given(st.lists(st.integers(-1, 9), min_size=1, max_size=9))
def test_any_tree_however_broken_can_be_climbed(heads: list[int]) -> None:
    text = "a" * len(heads)
    words = tuple(Word(n, n + 1, "a", "a", "VERB", "", head, "ccomp") for n, head in enumerate(heads))
    view = View(Sentence(0, len(text), words), text, load_words("en"), mentions=(), times=())
    for n in range(len(heads)):
        climbed = list(view.climb(n))
        assert n not in climbed
        assert len(climbed) == len(set(climbed))
        assert n in view.subtree(n)
        assert len(list(view.clauses_up(view.clause_of[n]))) <= len(heads)
