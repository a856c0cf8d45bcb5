from vedette.mark.garden_paths import mend_reduced_relatives

# Belarus reports that crews assigned have completed courses
UPOS = ("PROPN", "VERB", "SCONJ", "NOUN", "VERB", "AUX", "VERB", "NOUN")
FEATS = ("", "VerbForm=Fin", "", "", "Tense=Past|VerbForm=Part|Voice=Pass", "VerbForm=Fin", "Tense=Past|VerbForm=Part", "")
MISREAD = [(1, "nsubj"), (6, "nsubj"), (4, "mark"), (4, "nsubj"), (1, "ccomp"), (6, "aux"), (-1, "root"), (6, "obj")]
RIGHT = [(1, "nsubj"), (-1, "root"), (6, "mark"), (6, "nsubj"), (3, "acl"), (6, "aux"), (1, "ccomp"), (6, "obj")]


def test_a_participle_that_took_the_clause_goes_under_its_noun() -> None:
    assert mend_reduced_relatives(MISREAD, UPOS, FEATS) == RIGHT


def test_a_right_tree_is_left_alone() -> None:
    assert mend_reduced_relatives(RIGHT, UPOS, FEATS) == RIGHT


def test_a_clause_with_an_auxiliary_is_no_garden_path() -> None:
    tree = [*MISREAD]
    tree[5] = (4, "aux")
    assert mend_reduced_relatives(tree, UPOS, FEATS) == tree
