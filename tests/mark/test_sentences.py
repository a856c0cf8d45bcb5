import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.mark.sentences import RULES, split_sentences

GOLDEN = Path(__file__).parent.parent / "golden"
LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")


def drawn_cases() -> list[tuple[str, str]]:
    cases = []
    for lang in LANGUAGES:
        lines = (GOLDEN / lang / "sentences.txt").read_text(encoding="utf-8").splitlines()
        cases += [(lang, line) for line in lines if line and not line.startswith("#")]
    return cases


@pytest.mark.parametrize(("lang", "drawn"), drawn_cases())
def test_sentences_end_where_the_bar_is_drawn(lang: str, drawn: str) -> None:
    text = drawn.replace("|", "").replace("¶", "\n")
    wanted = [re.sub(r"^[-–—•] ", "", piece.replace("¶", "\n").strip()) for piece in drawn.split("|")]
    assert [span.cut(text) for span in split_sentences(text, lang)] == wanted


PIECES = st.sampled_from(
    [
        "Слова",
        "word",
        "г.",
        "U.S.",
        "22.",
        "В",
        "a.m.",
        "ген.",
        "«",
        "»",
        "(",
        ")",
        "!",
        "?..",
        "…",
        "\n",
        "\n\n",
        " ",
        " ",
        " ",
        "—",
        "1)",
        "/Нёман/.",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([*LANGUAGES, "und"]))
def test_cuts_lose_nothing_but_white_space_and_list_signs(text: str, lang: str) -> None:
    spans = split_sentences(text, lang)
    stop = 0
    for span in spans:
        assert stop <= span.start < span.stop <= len(text)
        assert re.fullmatch(r"[\s—–•*▪●►-]*", text[stop : span.start])
        assert span.cut(text) == span.cut(text).strip()
        stop = span.stop
    assert not text[stop:].strip()


@given(st.text(max_size=200))
def test_any_text_can_be_cut(text: str) -> None:
    spans = split_sentences(text, "ru")
    assert all(one.stop <= two.start for one, two in pairwise(spans))


def test_hard_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The ministry said on Saturday that the crews of the missile system had\n"
        "completed a practical course at a range of the Southern Military District\n"
        "of Russia and had returned to the airfield at Machulishchi near the capital\n"
        "of Belarus. They will now serve with the brigade in Osipovichi and train the\n"
        "crews that come after them.\n"
    )
    assert len(split_sentences(text, "en")) == 2


def test_a_sign_at_the_head_of_a_line_opens_an_item() -> None:
    lines = (
        "✔️ пять истребителей сели на базе ещё во вторник, после обеда и с опозданием",
        "✔️ новая смена пробудет здесь до конца ноября",
    )
    text = "\n".join(lines * 3)
    assert [span.cut(text) for span in split_sentences(text, "ru")] == list(lines * 3)


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.__doc__ for rule in RULES)
