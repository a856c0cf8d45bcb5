"""The lists of words and how a text's words are known in them."""

import pytest

from vedette.lang.words import load_words, spell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("зьнішчальнік", "знішчальнік"),
        ("калёна", "калона"),
        ("прэзыдэнт", "прэзідэнт"),
        ("ўвайшлі", "увайшлі"),
        ("зьехалі", "з'ехалі"),
        ("празь", "праз"),
    ],
)
def test_both_belarusian_orthographies_have_one_key(one: str, other: str) -> None:
    assert spell(one, "be") == spell(other, "be")


def test_other_words_keep_apart() -> None:
    assert spell("пасля", "be") != spell("пасла", "be")


def test_a_word_in_the_second_orthography_is_found_as_it_stands() -> None:
    text = "Калёна ўвайшла на аэрадром"
    found = {(cue.name, cue.text) for cue in load_words("be").find(text)}
    assert {("movement.noun", "Калёна"), ("movement.verb", "ўвайшла")} <= found
