"""Tables fit the width, keep words whole, and never let gathered text steer a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from vedette.show.table import Column, clean, draw_fields, draw_table, width_of, wrap_words

COLUMNS = (Column("when", 8), Column("what", 10), Column("count", 5, right=True))
TEXT = st.text(alphabet=st.sampled_from("abc де жўі ё́ 中 \n"), max_size=60)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=6), st.integers(24, 120))
def test_no_line_is_wider_than_asked_for(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(width_of(line) <= width for line in draw_table(COLUMNS, rows, width=width).splitlines())


@given(TEXT, st.integers(8, 60))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert "".join(wrap_words(text, width)).replace(" ", "") == clean(text).replace(" ", "")


def test_words_stay_whole_in_eighty_columns() -> None:
    words = "Міністэрства абароны Рэспублікі Беларусь паведаміла пра вяртанне разлікаў"
    table = draw_table(COLUMNS, [("22 Apr 2023", words, "7")], width=80)
    assert all(word in table for word in words.split())
    assert table.splitlines()[2].endswith("    7")


def test_a_narrow_terminal_gets_a_list() -> None:
    assert draw_table(COLUMNS, [("2023", "arrival", "7")], width=40) == "when   2023\nwhat   arrival\ncount  7\n"


def test_gathered_words_never_steer_the_terminal() -> None:
    assert clean("a\x1b[31mred\x07\u202ecod.exe\x9b2J") == "a[31mredcod.exe2J"
    assert "\x1b" not in draw_fields([("title", "\x1b]0;owned\x07")], width=80)
