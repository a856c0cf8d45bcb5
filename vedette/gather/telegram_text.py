"""The text of a Telegram post: a string, or a list of pieces, each a string or an object with its type."""

from vedette.errors import DamagedSourceError
from vedette.model.text import Link


def join_pieces(pieces: object, *, where: str) -> str:
    """The words as a reader of the channel sees them, without a character added or lost."""
    if isinstance(pieces, str):
        return pieces
    if not isinstance(pieces, list):
        raise DamagedSourceError("the message's text is neither a string nor a list", where=where)
    words: list[str] = []
    for piece in pieces:
        word = piece.get("text") if isinstance(piece, dict) else piece
        if not isinstance(word, str):
            raise DamagedSourceError(f"a piece of the message's text is no text: {str(piece)[:40]}", where=where)
        words.append(word)
    return "".join(words)


def link_pieces(pieces: object) -> tuple[Link, ...]:
    """The links of the text in order, each once: addresses, words that carry one, and channels named with @."""
    if not isinstance(pieces, list):
        return ()
    found = (link_piece(piece) for piece in pieces if isinstance(piece, dict))
    return tuple(dict.fromkeys(link for link in found if link))


def link_piece(piece: dict[str, object]) -> Link | None:
    text = str(piece.get("text", "")).strip()
    if piece.get("type") == "text_link" and isinstance(piece.get("href"), str):
        return Link("link", str(piece["href"]), text or None)
    if piece.get("type") == "link" and text:
        return Link("link", text)
    if piece.get("type") == "mention" and text.startswith("@"):
        return Link("link", f"https://t.me/{text[1:]}", text)
    return None
