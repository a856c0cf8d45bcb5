"""Words to documents: a full-text index over titles and texts in any of the languages.

Folding, before words go into the index and before they are looked for: case; Latin letters lose their marks (é, ł); stress
marks go; ё is е and ґ is г, as people write either. й, ў, ї and і stay themselves: they are letters, not letters with marks.
"""

import re
import unicodedata
from typing import NamedTuple

import msgspec

from vedette.errors import QuestionError
from vedette.ledger.view import View

SPECIAL = {"ё": "е", "Ё": "Е", "ѐ": "е", "ѝ": "и", "ґ": "г", "Ґ": "Г", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O"}
INVISIBLE = "\u00ad"
TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
# An unquoted word this long also finds the words that begin with it, so that «Искандер» finds «Искандера».
INFLECTED_LENGTH = 4
OPENING, CLOSING = "\ue000", "\ue001"
FOUND = f"""SELECT d.key, d.id, wording.title, d.outlet, d.published, snippet(words, 1, '{OPENING}', '{CLOSING}', '…', 30)
    FROM words JOIN document d ON d.n = words.rowid JOIN wording ON wording.n = d.n
    WHERE words MATCH ? ORDER BY bm25(words, 2.0, 1.0), d.n LIMIT ?"""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds the words; `marks` are their half-open stretches in the snippet, in code points."""

    document: str
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


class Folding(dict[int, str | None]):
    """Folds letters met for the first time and remembers them."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        plain = unicodedata.normalize("NFD", letter)
        folded: str | None = SPECIAL.get(letter, plain[0] if plain[0].isascii() else letter)
        if unicodedata.category(letter) == "Mn" or letter == INVISIBLE:
            folded = None
        self[code] = folded
        return folded


FOLDING = Folding()


def fold(text: str) -> str:
    """The text as the index knows it; it has as many words as before."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(FOLDING)


def search(view: View, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """The documents that hold all the words, the best first. "Quoted words" stand together as they are; `word*` begins so."""
    if limit < 1:
        raise QuestionError("at least one document must be asked for", where=f"limit {limit}")
    rows = view.connection.execute(FOUND, (make_query(words), limit))
    return tuple(make_hit(Row(*row)) for row in rows)


def make_query(words: str) -> str:
    """A question in the index's own language, in which no word of the user's is an operator."""
    terms = [term for term in (make_term(quoted, bare) for quoted, bare in TERM.findall(words)) if term]
    if not terms:
        raise QuestionError("there is no word to search for", where=words)
    return " AND ".join(terms)


def make_term(quoted: str, bare: str) -> str | None:
    term = fold(quoted or bare.rstrip("*")).replace("\0", " ")
    if not any(letter.isalnum() for letter in term):
        return None
    begins = not quoted and (bare.endswith("*") or len(term) >= INFLECTED_LENGTH)
    return '"' + term.replace('"', '""') + '"' + ("*" if begins else "")


class Row(NamedTuple):
    document: str
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str


def make_hit(row: Row) -> Hit:
    pieces = row.snippet.split(OPENING)
    plain = pieces[0]
    marks: list[tuple[int, int]] = []
    for piece in pieces[1:]:
        word, _, rest = piece.partition(CLOSING)
        marks.append((len(plain), len(plain) + len(word)))
        plain += word + rest
    return Hit(**{**row._asdict(), "snippet": plain, "marks": tuple(marks)})
