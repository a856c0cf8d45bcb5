"""English garden paths that a parser from left to right walks into, and the way back.

«Belarus reports that crews assigned to the system have completed a cycle»: "assigned" is taken for the verb of
"crews", so that "have completed" finds "reports" for its subject. No finite verb with a subject of its own is a
nominal subject: where one stands as such, and a bare past participle took the clause, the participle goes under its
noun and the late verb takes the clause.
"""

from collections.abc import Sequence

Tree = list[tuple[int, str]]


def mend_reduced_relatives(tree: Tree, upos: Sequence[str], feats: Sequence[str]) -> Tree:
    """The tree with such clauses mended; the same tree where there are none."""
    mended = list(tree)
    for teller, (late, relation) in enumerate(tree):
        if relation != "nsubj" or not is_finite(teller, upos, feats) or late < teller or not child(mended, teller, "nsubj"):
            continue
        participle = next(
            (
                n
                for n, (head, rel) in enumerate(mended)
                if head == teller and rel == "ccomp" and is_bare_participle(n, mended, feats)
            ),
            None,
        )
        subjects = child(mended, participle, "nsubj") if participle is not None else []
        if participle is None or not subjects or not teller < subjects[0] < participle < late:
            continue
        mended[teller] = mended[late]
        mended[late] = (teller, "ccomp")
        mended[subjects[0]] = (late, "nsubj")
        mended[participle] = (subjects[0], "acl")
        for mark in child(mended, participle, "mark"):
            mended[mark] = (late, "mark")
        for stop in child(mended, late, "punct"):
            if stop == len(mended) - 1:
                mended[stop] = (teller, "punct")
    return mended


def is_finite(number: int, upos: Sequence[str], feats: Sequence[str]) -> bool:
    return upos[number] == "VERB" and "VerbForm=Fin" in feats[number]


def is_bare_participle(number: int, tree: Tree, feats: Sequence[str]) -> bool:
    """A form in -ed without an auxiliary; the tagger calls it finite as often as not."""
    past = "Tense=Past" in feats[number]
    return past and not child(tree, number, "aux") and not child(tree, number, "aux:pass") and not child(tree, number, "obj")


def child(tree: Tree, head: int, relation: str) -> list[int]:
    return [number for number, (above, rel) in enumerate(tree) if above == head and rel == relation]
