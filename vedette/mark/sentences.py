"""Where the sentences of a raw text begin and end.

Candidates are stops and line ends; an ordered tuple of small rules looks at each, and the first answer wins.
Method: after razdel's sentenize, with the abbreviations of each language as data.
Invariant: the spans are in order, do not overlap, have no white space at their ends, and leave out nothing but
white space and the signs of lists.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median
from unicodedata import category

import msgspec

from vedette.lang.cuts import CutWords, load_cut_words
from vedette.model.text import Span

CUT, JOIN = True, False
WINDOW = 80  # letters before and after a candidate that a rule may see

CANDIDATE = re.compile(r"[.!?…]+[\"'»”“’)\]]*(?=\s|$|[^\W\d_a-z])|[^\S\n]*\n\s*")
NEXT_TOKEN = re.compile(r"\s*([^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+|[^\w\s]|_)")
NEXT_WORD = re.compile(r"\W*([^\W\d_]+)")
LAST_WORD = re.compile(r"([^\W\d_]+(?:[-'’/][^\W\d_]+)*)$")
DOTTED = re.compile(r"(?<![\w.])((?:[^\W\d_]{1,4}\.\s?)+[^\W\d_]{1,4})$")
NUMBERED = re.compile(r"[\dIVXLC][\s\xa0)]*[^\W\d_]$|\.\s?[^\W\d_]$")
ANOTHER_INITIAL = re.compile(r"\s*[^\W\d_]\.")
LAST_NUMBER = re.compile(r"(?<![\w.,:-])(\d{1,4})$")
BULLET = re.compile(r"[-–—•*\s]*(?:\d{1,3}|[IVXLC]{1,5}|[^\W\d_])(?:[.)]\d{1,2})*")
DATELINE = re.compile(
    r"^[^\S\n]*(?P<town>[^\W\d_][\w .’'-]{1,40}?)"
    r"(?P<day>[,.]\s*(?:\d{1,2}\.?\s+[^\W\d_]+\.?|[^\W\d_]+\.?\s+\d{1,2})(?:,?\s+\d{4})?(?:\s*[гр]\.)?)?"
    r"(?P<agency>[\s.,]*(?:/[^/\n]{2,30}/|\([^)\n]{2,30}\)|[—–-]\s[^\W\d_a-zа-яёіў]{2,}[\w ]{0,12}(?=\.)))?"
    r"\s*(?:[.—–:]|-(?=\s))\s+(?=[^\W_]|[«“„\"])",
    re.MULTILINE,
)
LIST_SIGN = re.compile(r"(?:[-–—•*▪●►]\s+)+")
BRACKETS = {"(": ")", "[": "]"}
LONGEST_BRACKET = 160
WRAPPED = range(50, 111)  # letters of a usual line in a text that was broken by hand


class Candidate(msgspec.Struct, frozen=True):
    """A place where a sentence may end; `left` starts no earlier than the sentence itself."""

    left: str
    mark: str
    right: str
    begun: str
    words: CutWords
    wrapped: bool

    @property
    def stop(self) -> str:
        return self.mark.rstrip("\"'»”“’)]")

    @property
    def next_token(self) -> str:
        found = NEXT_TOKEN.match(self.right)
        return found[1] if found else ""

    @property
    def next_word(self) -> str:
        found = NEXT_WORD.match(self.right)
        return found[1] if found else ""

    @property
    def opens_like_a_sentence(self) -> bool:
        """A capital on one of the commonest small words: «The», «В», «Nach»."""
        token = self.next_token
        return token[:1].isupper() and token.casefold() in self.words.small


Rule = Callable[[Candidate], bool | None]


def blank_line(at: Candidate) -> bool | None:
    """A paragraph's end ends the sentence, whatever stands before it."""
    return CUT if at.mark.count("\n") > 1 else None


def wrapped_line(at: Candidate) -> bool | None:
    """A text with lines of one length was broken by hand: its line ends mean nothing unless a stop precedes or a sign follows."""
    if "\n" not in at.mark:
        return None
    if at.next_token and (at.next_token in "•#" or category(at.next_token[0]) == "So"):
        return CUT
    ended = at.left.rstrip()[-1:] in tuple('.!?…:;"»”)')
    return JOIN if (at.wrapped and not ended) or (at.next_token[:1].islower() and not ended) else CUT


def glued(at: Candidate) -> bool | None:
    """«прыбылі.Наступны»: a lost space still ends a sentence, where no address can be meant."""
    if not at.right or at.right[0].isspace():
        return None
    last = LAST_WORD.search(at.left)
    lost = last and len(last[1]) > 3 and last[1].islower() and last[1].isalpha() and not last[1].isascii()
    return CUT if lost and at.next_token[:1].isupper() and at.next_token[1:2].islower() else JOIN


def closing_right(at: Candidate) -> bool | None:
    """Commas, closing quotes and brackets belong to what they follow."""
    return JOIN if at.next_token and at.next_token in ",;:)]»”!?…" else None


def lower_right(at: Candidate) -> bool | None:
    """No sentence starts with a small letter, not even after a quotation's dash; but a bare «?» ends what hasty hands wrote."""
    token = at.next_token
    if at.mark[-1] in "?!" and at.left[-1:].isalpha() and token[:1].islower():
        return CUT
    if token in tuple("-–—") and at.next_word[:1].islower():
        return JOIN
    return JOIN if token[:1].isalpha() and token[:1].islower() else None


def ellipsis_left(at: Candidate) -> bool | None:
    """«…И вот»: dots that nothing precedes open the sentence."""
    return None if at.begun.strip(" \"'«»“„([") else JOIN


def list_number(at: Candidate) -> bool | None:
    """«1.», «а.», «IV.»: a number alone is the head of what follows."""
    return JOIN if at.stop == "." and BULLET.fullmatch(at.begun) else None


def initial(at: Candidate) -> bool | None:
    """«А. Лукашенко», «J. F. Kennedy»; an abbreviation in capitals may still end a sentence («in the U.S. The…»)."""
    last = LAST_WORD.search(at.left)
    if at.mark != "." or last is None or len(last[1]) != 1 or not last[1].isupper():
        return None
    dotted = DOTTED.search(at.left)
    if ANOTHER_INITIAL.match(at.right):
        return JOIN
    if dotted and dotted[1].replace(" ", "").casefold() in at.words.closes:
        return CUT if at.opens_like_a_sentence else JOIN
    alone = not at.begun or at.left[:-1].endswith((" ", ".", "(", "«", "“", '"', "\xa0", "-"))
    return JOIN if alone and at.next_token[:1].isupper() and not at.opens_like_a_sentence else None


def abbreviation(at: Candidate) -> bool | None:
    """«ген. Иванов» is joined always, «2022 г. Минск» only before a number or a sign."""
    if at.mark != ".":
        return None
    last = LAST_WORD.search(at.left)
    dotted = DOTTED.search(at.left)
    forms = {found[1].replace(" ", "").casefold() for found in (last, dotted) if found}
    forms |= {dotted[1].split()[-1].casefold()} if dotted else set()
    if forms & at.words.opens:
        return JOIN
    if forms & at.words.closes:
        if last and len(last[1]) == 1 and not NUMBERED.search(at.left):
            return JOIN  # «в г. Минск» is a town, «2022 г. Минск» a year
        return CUT if at.next_token[:1].isalpha() or at.next_token in tuple('«“„"—–') else JOIN
    return None


def ordinal(at: Candidate) -> bool | None:
    """«16. Dywizji», «22. April»: where ordinals bear a stop, a short number before a noun is one."""
    number = LAST_NUMBER.search(at.left)
    if at.mark != "." or number is None or not at.words.stopped_ordinals or len(number[1]) > 3:
        return None
    return None if at.opens_like_a_sentence else JOIN


def inside_brackets(at: Candidate) -> bool | None:
    """A short bracket is not torn; a bracket that never closes counts for nothing."""
    opened = [sign for sign in at.begun if sign in "()[]"]
    depth: list[str] = []
    for sign in opened + [sign for sign in at.mark if sign in ")]"]:
        if sign in BRACKETS:
            depth.append(BRACKETS[sign])
        elif depth and depth[-1] == sign:
            depth.pop()
    if not depth or len(at.begun) - at.begun.rfind("(" if depth[-1] == ")" else "[") > LONGEST_BRACKET:
        return None
    return JOIN if depth[-1] in at.right.split("\n", 1)[0] else None


RULES: tuple[Rule, ...] = (
    blank_line,
    wrapped_line,
    glued,
    closing_right,
    lower_right,
    ellipsis_left,
    list_number,
    initial,
    abbreviation,
    ordinal,
    inside_brackets,
)


def split_sentences(text: str, lang: str) -> tuple[Span, ...]:
    """The sentences of a text, headings, list items and datelines among them.

    An unknown language is cut by the rules without words.
    """
    words = load_cut_words(lang)
    wrapped = is_wrapped(text)
    spans: list[Span] = []
    last = 0
    for head in datelines(text):
        spans += cut_block(text, Span(last, head.start), words, wrapped)
        spans.append(trim(text, head.start, head.stop))
        last = head.stop
    spans += cut_block(text, Span(last, len(text)), words, wrapped)
    return tuple(span for span in spans if span.start < span.stop)


def datelines(text: str) -> Iterator[Span]:
    """«МІНСК, 22 красавіка. /Нёман/.», «MINSK, Dec 6 (North Wire) —»: the heads of dispatches, which no parser should read."""
    for found in DATELINE.finditer(text):
        loud = found["town"].isupper() and len(found["town"]) > 2
        if (found["day"] and (loud or found["agency"])) or (loud and found["agency"]):
            yield Span(found.start(), found.end())


def cut_block(text: str, block: Span, words: CutWords, wrapped: bool) -> Iterator[Span]:
    start = block.start
    for found in CANDIDATE.finditer(text, block.start, block.stop):
        begun = text[start : found.start()].lstrip()
        right = text[found.end() : min(block.stop, found.end() + 2 * WINDOW)]
        if ends_sentence(Candidate(begun[-WINDOW:], found.group(), right, begun, words, wrapped)):
            yield trim(text, start, found.end())
            start = found.end()
    yield trim(text, start, block.stop)


def ends_sentence(at: Candidate) -> bool:
    answers: Iterator[bool | None] = (rule(at) for rule in RULES)
    return next((answer for answer in answers if answer is not None), CUT)


def is_wrapped(text: str) -> bool:
    """Whether lines end where the page did: many lines, nearly all of one usual length, few with a stop at the end."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, after in pairwise(lines) if line and after]
    if len(inner) < 3 or int(median(map(len, inner))) not in WRAPPED:
        return False
    open_ended = sum(not line.endswith((".", "!", "?", "…", ":", "»", "”", '"')) for line in inner)
    return max(map(len, inner)) < WRAPPED.stop + 10 and open_ended >= 0.6 * len(inner)


def trim(text: str, start: int, stop: int) -> Span:
    """Without white space at the ends and without the sign of a list before it."""
    piece = text[start:stop]
    head = len(piece) - len(piece.lstrip())
    sign = LIST_SIGN.match(piece, head)
    begin = start + (sign.end() if sign and sign.end() < len(piece.rstrip()) else head)
    return Span(begin, max(begin, start + len(piece.rstrip())))
