from hypothesis import given
from hypothesis import strategies as st

from vedette.mark.parse import one_tree


@given(st.lists(st.integers(-1, 12), min_size=1, max_size=12))
def test_any_heads_become_one_tree(heads: list[int]) -> None:
    tree = one_tree(heads, ["dep"] * len(heads))
    assert sum(head == -1 for head, _ in tree) == 1
    for number in range(len(tree)):
        steps = 0
        while number != -1:
            number = tree[number][0]
            steps += 1
            assert steps <= len(tree)


def test_a_good_tree_stays_as_it_is() -> None:
    assert one_tree([1, -1, 1], ["nsubj", "root", "obj"]) == [(1, "nsubj"), (-1, "root"), (1, "obj")]


def test_a_second_root_hangs_on_the_first() -> None:
    assert one_tree([-1, -1, 1], ["root", "root", "obj"]) == [(-1, "root"), (0, "parataxis"), (1, "obj")]


def test_a_circle_is_opened() -> None:
    assert one_tree([1, 0, -1], ["nmod", "nmod", "root"])[2] == (-1, "root")
