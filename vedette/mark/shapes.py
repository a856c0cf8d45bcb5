"""Names that no list holds but whose shape says what they are: numbered units, people with a title, named sites."""

from vedette.model.marked import Mention


def find_shapes(text: str, lang: str, known: list[Mention]) -> list[Mention]:
    """Mentions without things."""
    return []
