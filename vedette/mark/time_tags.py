"""A text as a row of tagged pieces, one letter a piece, over which the rules of time are written.

n day number   o ordinal number (22nd)   q year number   # numeric date   & day and month in digits (22.04.)   T clock time
h quarter, half or decade in digits
M month   m month, short   W weekday   S season   s season as an adverb   D yesterday   N night   y last year, in one word
L last, this, next   E start, end   R first, second   H half   J half-year   Q quarter   C holiday   V part of day   Z night
d w k g K e units: day, week, month, year, weekend, ten days   9 count   G ago   F later, earlier   X the same day
i in   f since   v of   u until   t to   B between   A and   O as of   P after   b before   j within   > hence   < back   = that
I indefinite   a filler   : about   ; as (after that, as)  ! a word that takes a year for itself (school year)
c p - l comma, stop, dash, slash   r Roman numeral
| a gap between paragraphs   x anything else
"""

import re

import msgspec

from vedette.lang.times import Form, TimeWords, fold_time

ORDINAL = "st|nd|rd|th|го|га|гo|ого|ага|ы|і|й|ый|ой|ий|м|му|ом|е|х|я|ої|ій|ю|ма|ті|те|ej|ego|tego|er|ten"
PIECE = re.compile(
    r"(?P<iso>(?<![\w-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))"
    r"|(?P<numeric>(?<![\w.])\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\w))"
    r"|(?P<dotted>(?<![\w.])\d{1,2}\.\d{1,2}\.(?![\d]))"
    r"|(?P<clock>(?<!\w)\d{1,2}:\d{2}(?::\d{2})?(?!\w))"
    r"|(?P<coded>(?<![\w-])[QqHh][1-4](?!\w))"
    r"|(?P<decade>(?<![\w-])(?:19|20)\d0(?:s|-?х|-?я|-?е|-?ті|-?тих|-?тыя|er)(?!\w))"
    r"|(?P<decimal>\d+(?:[.,]\d+)+)"
    rf"|(?P<number>\d+)(?P<suffix>(?:-?(?:{ORDINAL}))?)(?!\w)"
    r"|(?P<mixed>\w*\d\w*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*)"
    r"|(?P<gap>\n\s*\n)"
    r"|(?P<mark>[^\w\s])"
)
MARKS = {",": "c", ".": "p", "-": "-", "–": "-", "—": "-", "−": "-", "/": "l"}
TAGS = {
    "months": "M", "months_short": "m", "weekdays": "W", "seasons": "S", "seasons_adverb": "s", "days": "D", "nights": "N",
    "years": "y",
    "which": "L", "edges": "E", "numbers": "9", "ordinals": "R", "halves": "H", "half_years": "J", "quarters": "Q", "ago": "G",
    "turns": "F", "fixed": "X", "holidays": "C", "parts_of_day": "V", "night": "Z", "year_words": "g",
    "filler": "a", "indefinite": "I", "in": "i", "since": "f", "of": "v", "until": "u", "to": "t", "between": "B", "and": "A",
    "as_of": "O",
    "after": "P", "before": "b", "within": "j", "hence": ">", "back": "<", "that": "=", "about": ":", "as": ";", "blocked": "!",
}  # fmt: skip
UNITS = {
    "day": "d", "days": "d", "week": "w", "weeks": "w", "month": "k", "months": "k", "year": "g", "years": "g",
    "weekend": "K", "decade": "e", "half_year": "k",
}  # fmt: skip
YEARS = range(1900, 2100)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN = {numeral: str(n) for n, numeral in enumerate(NUMERALS, 1)}


class Item(msgspec.Struct, frozen=True, gc=False):
    """A piece of the text, or a row of pieces that a rule has read."""

    start: int
    stop: int
    tag: str
    value: str = ""
    rule: str = ""
    parts: tuple[tuple[str, str], ...] = ()


def tag_text(text: str, words: TimeWords) -> list[Item]:
    """Every piece of the text with its tag, in order; words of several pieces become one item."""
    pieces = list(PIECE.finditer(text))
    folded = [fold_time(piece.group()) for piece in pieces]
    items: list[Item] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        form = find_form(pieces, folded, at=at, words=words) if piece.lastgroup in ("word", "mark") else None
        if form:
            stop = pieces[at + len(form.words) - 1].end()
            items.append(make_item(form, start=piece.start(), stop=stop))
            at += len(form.words)
        else:
            tag, value = read_piece(piece, text, before=items, words=words)
            items.append(Item(piece.start(), piece.end(), tag, value, parts=own_parts(tag, value)))
            at += 1
    return items


def own_parts(tag: str, value: str) -> tuple[tuple[str, str], ...]:
    if tag == "&":
        day, month = value.rstrip(".").split(".")
        return (("day", str(int(day))), ("month", str(int(month))))
    return (("year", value),) if tag == "Y" else ()


def make_item(form: Form, *, start: int, stop: int) -> Item:
    if form.group == "units":
        return Item(start, stop, UNITS[form.value], form.value)
    if form.group == "fixed":
        key, value = form.value.split("=")
        return Item(start, stop, "z" if value.endswith("year") else "X", value, parts=((key, value),))
    return Item(start, stop, TAGS[form.group], form.value)


def find_form(pieces: list[re.Match[str]], folded: list[str], *, at: int, words: TimeWords) -> Form | None:
    for form in words.forms.get(folded[at], ()):
        size = len(form.words)
        if size > 1 and tuple(folded[at : at + size]) != form.words:
            continue
        if is_written(form, pieces[at].group(), folded=folded, at=at, words=words):
            return form
    return None


def is_written(form: Form, written: str, *, folded: list[str], at: int, words: TimeWords) -> bool:
    """Whether case and the next word let the form count here."""
    if form.cased and not (written.replace("’", "'") == form.cased or (written.isupper() and len(written) > 2)):
        return False
    if not form.cased and form.group == "months" and written.istitle():
        # «Марта», "Maja" and "Лютий" are names too: with a capital they need a number beside them.
        return (at > 0 and folded[at - 1][:1].isdigit()) or (at + 1 < len(folded) and folded[at + 1][:2] in ("19", "20"))
    after = folded[at + len(form.words)] if at + len(form.words) < len(folded) else ""
    return after not in words.not_before.get(folded[at], ())


def read_piece(piece: re.Match[str], text: str, *, before: list[Item], words: TimeWords) -> tuple[str, str]:
    """The tag and value of a piece that is no listed word."""
    kind, written = piece.lastgroup, piece.group()
    if kind == "mark":
        return MARKS.get(written, "x"), written
    if kind in ("iso", "numeric"):
        value = written[:10] if kind == "iso" else read_numeric(written, day_first=words.day_first)
        return ("#" if value else "x"), value
    if kind == "clock":
        return "T", written
    if kind == "gap":
        return "|", ""
    if kind == "dotted":
        day, month = map(int, written.rstrip(".").split("."))
        return ("&" if words.dotted_days and 1 <= day <= 31 and 1 <= month <= 12 else "x"), written
    if kind in ("coded", "decade"):
        return "h", written
    if kind == "suffix":
        return read_number(piece, text, before=before, words=words)
    return ("r", ROMAN[written]) if written in ROMAN else ("x", written)


def read_numeric(written: str, *, day_first: bool) -> str:
    """«22.04.2023» as an ISO day; two days joined by `|` where day and month could change places; "" where it is no date."""
    one, two, year = re.split(r"[./]", written)
    full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 50 else 1900)
    orders = [(int(one), int(two))]
    if "/" in written and not day_first and one != two:
        orders.append((int(two), int(one)))
    days = [f"{full}-{month:02}-{day:02}" for day, month in orders if 1 <= month <= 12 and 1 <= day <= 31 and full in YEARS]
    return "|".join(days)


def read_number(piece: re.Match[str], text: str, *, before: list[Item], words: TimeWords) -> tuple[str, str]:
    digits, suffix = piece["number"], piece["suffix"]
    number = int(digits) if len(digits) <= 4 else 0
    at = piece.start()
    if at >= 2 and text[at - 1] in "-–" and text[at - 2].isalpha() and not (len(before) >= 2 and before[-2].tag in "EMmno"):
        return "x", digits  # «Запад-2025», S-400, F-16: a name with its number
    if len(digits) == 4 and number in YEARS:
        return ("Y" if suffix else "q"), digits
    if 1 <= number <= 31 and len(digits) <= 2:
        if not suffix:
            return "n", str(number)
        after = re.match(r"\s+(\w+)", text[piece.end() : piece.end() + 40])
        return ("1" if after and words.verbal and after[1].endswith(words.verbal) else "o"), str(number)
    return ("9", str(number)) if 0 < number < 100 and not suffix else ("x", digits)
