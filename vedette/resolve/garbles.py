"""Damaged names, repaired: names translated as words, noise of transliteration, slips of the pen, broken encodings.

The words stay as they are written; a repair says what they mean, of which kind the damage is, and why it is thought so.
Letters of another alphabet are repaired where names are found (`vedette.mark.names`).
"""

import re
from collections import Counter

from vedette.knowledge.book import Knowledge
from vedette.lang.demonyms import read_demonyms
from vedette.lang.naming import TOKEN, fold_token, inflect, read_naming
from vedette.lang.surroundings import SITES, has_support, is_of_field, is_quoted, starts_sentence
from vedette.model.marked import Mention, Repair
from vedette.resolve.calques import Hit, find_calques, shown_name
from vedette.resolve.phrases import find_phrases
from vedette.resolve.spelling import Form, find_near, spellings_of

CAPITAL = re.compile(r"(?<![\w#@-])[^\W\d_a-zа-яёіїєў][^\W\d_]{4,}(?:['’][^\W\d_]+)?")
TAIL = re.compile(r"[-‑–]?[МMУUКKСS]\d?(?!\w)|[-‑–]\d+\w?(?!\w)")
LONG = 8  # letters of a town's name whose spelling may differ without an airfield beside it
NEARBY = frozenset(
    [
        "near",
        "in",
        "at",
        "from",
        "outside",
        "под",
        "в",
        "у",
        "из",
        "около",
        "возле",
        "пад",
        "каля",
        "ля",
        "з",
        "біля",
        "до",
        "pod",
        "w",
        "koło",
        "bei",
        "in",
        "nahe",
        "nach",
        "aus",
    ]
)
WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s\u00a0]+[«„“\"]?$")
MOJIBAKE = (
    (re.compile(r"(?:[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]){4,}"), "cp1252", "utf-8"),
    (re.compile(r"[À-ÿ¨¸]{5,}"), "latin-1", "cp1251"),
)


def find_garbles(text: str, lang: str, mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[Mention, ...]:
    """Mentions with a repair, in order; none where a name is right, or where the text is of another field."""
    named = {thing for mention in mentions for thing in mention.things[:1]}
    found = [
        mention_of(hit, text, lang, knowledge)
        for hit in find_calques(text, lang, knowledge, named)
        if not is_known(hit.start, hit.stop, mentions)
    ]
    found += find_encoding(text, lang, knowledge)
    found += find_spelling(text, lang, (*mentions, *found), knowledge)
    found += find_phrases(text, lang, knowledge, [(m.start, m.stop) for m in (*mentions, *found) if m.things])
    return tuple(sorted(found, key=lambda mention: mention.start))


def is_known(start: int, stop: int, mentions: tuple[Mention, ...]) -> bool:
    """Does a mention of a known thing, longer or as long, stand there?"""
    return any(m.start < stop and start < m.stop and m.things and m.stop - m.start >= stop - start for m in mentions)


def mention_of(hit: Hit, text: str, lang: str, knowledge: Knowledge) -> Mention:
    row, start, stop = hit.row, hit.start, hit.stop
    things: tuple[str, ...] = (row.thing,) if row.thing else ()
    if row.sort:
        bodies = knowledge.by_sort()
        things = tuple(bodies[(row.sort, code)] for code in countries_near(text, start, lang) if (row.sort, code) in bodies)
    if is_quoted(text, start, stop) and row.of != "channel":
        start, stop = start - 1, stop + 1
    why = f"the words of «{row.meant}» said in another way" if row.plain else f"the name translated as a word: {row.meant}"
    if row.kind == "transliteration":
        why = f"another spelling of {row.meant}"
    return Mention(
        start=start,
        stop=stop,
        text=text[start:stop],
        kind=row.of,
        things=things,
        how="gazetteer",
        repair=Repair(row.meant, row.kind, why),
    )


def countries_near(text: str, at: int, lang: str) -> list[str]:
    """Countries of the text, the one of the adjective right before first, then by how often they are named."""
    words = read_demonyms(lang).find(text)
    counts = Counter(word.code for word in words)
    for word in words:
        if word.stop <= at <= word.stop + 2:
            counts[word.code] += 100
    return [code for code, _ in counts.most_common()]


def find_spelling(text: str, lang: str, mentions: tuple[Mention, ...], knowledge: Knowledge) -> list[Mention]:
    spellings = spellings_of(knowledge, lang)
    taken = [(m.start, m.stop) for m in mentions if m.things]
    found = []
    for match in CAPITAL.finditer(text):
        if any(start < match.end() and match.start() < stop for start, stop in taken):
            continue
        near = [pair for pair in find_near(match.group(), spellings) if is_gated(pair, match, text, lang, knowledge)]
        if near and len({(form.kind, fold_token(form.meant)) for form, _ in near}) == 1:
            found.append(spelt_mention(near[0][0], near[0][1], match, text, lang, knowledge))
    return found


def is_gated(pair: tuple[Form, str], match: re.Match[str], text: str, lang: str, knowledge: Knowledge) -> bool:
    """Does the place of the word in the text speak for that kind of name?"""
    form, kind = pair
    start, stop = match.span()
    before = WORD_BEFORE.search(text[max(0, start - 40) : start])
    word = before[1] if before else ""
    if form.kind == "person":
        return bool(word) and is_given_name(word, form, lang, knowledge)
    supported = has_support(text, start, stop, lang=lang, kind=form.kind)
    if not supported and not is_of_field(text, lang=lang, kind=form.kind):
        return False
    if form.kind == "place":
        near = kind == "transliteration" and stop - start >= LONG and word.casefold() in NEARBY
        return near or is_beside_site(text, start, stop, lang)
    if form.kind == "system":
        return is_designated(match, text) or (supported and is_unusual(match, text, lang, knowledge))
    return is_quoted(text, start, stop) and supported


def is_designated(match: re.Match[str], text: str) -> bool:
    """Quotes around it or a designation behind it: "Iskandar-M"."""
    tail = TAIL.match(text, match.end())
    return bool(tail) or is_quoted(text, match.start(), match.end())


def is_unusual(match: re.Match[str], text: str, lang: str, knowledge: Knowledge) -> bool:
    """A capital inside the sentence, on no word that is right as it stands."""
    never = spellings_of(knowledge, lang).never
    return not starts_sentence(text, match.start()) and fold_token(match.group()) not in never


def is_given_name(word: str, form: Form, lang: str, knowledge: Knowledge) -> bool:
    names = [name for names in knowledge.things[form.thing].names.values() for name in names]
    givens = {TOKEN.findall(name)[0] for name in names}
    folded = fold_token(word)
    return any(folded in inflect(given, read_naming(lang).endings) or folded == fold_token(given) for given in givens)


def is_beside_site(text: str, start: int, stop: int, lang: str) -> bool:
    """An airfield, base or range touches the name."""
    site = SITES.get(lang, r"(?!)")
    before = re.search(
        rf"(?<!\w)(?:{site})[\s\u00a0]+(?:[«„“\"]|in |at |near |w |у |в |ў |под |пад |під )?$",
        text[max(0, start - 40) : start],
        re.IGNORECASE,
    )
    after = re.match(rf"[»”“\"]?[\s\u00a0]+(?:air |military |training )?(?:{site})(?!\w)", text[stop : stop + 40], re.IGNORECASE)
    return bool(before or after)


def spelt_mention(form: Form, kind: str, match: re.Match[str], text: str, lang: str, knowledge: Knowledge) -> Mention:
    start, stop = match.span()
    thing = knowledge.things[form.thing]
    tail = TAIL.match(text, stop) if form.kind == "system" else None
    stop = tail.end() if tail else stop
    if form.kind == "person":
        before = WORD_BEFORE.search(text[max(0, start - 40) : start])
        start -= len(before[0]) if before else 0
        meant = shown_name(thing, lang)
    else:
        meant = form.meant + (tail[0] if tail else "")
    if form.kind != "person" and is_quoted(text, start, stop):
        start, stop = start - 1, stop + 1
    return Mention(
        start=start, stop=stop, text=text[start:stop], kind=form.kind, things=(thing.id,),
        repair=Repair(meant, kind, f"one slip from {form.meant}" if kind == "typo" else f"sounds as {form.meant}"),
    )  # fmt: skip


def find_encoding(text: str, lang: str, knowledge: Knowledge) -> list[Mention]:
    """Cyrillic read in a wrong code page, where what it was is a known name."""
    spellings = spellings_of(knowledge, "ru")
    found = []
    for pattern, wrong, right in MOJIBAKE:
        for match in pattern.finditer(text):
            try:
                meant = match.group().encode(wrong).decode(right)
            except (UnicodeEncodeError, UnicodeDecodeError):
                continue
            forms = spellings.by_deletion.get(fold_token(meant), []) if meant[:1].isupper() else []
            right_ones = [form for form in forms if form.text == fold_token(meant)]
            form = max(right_ones, key=lambda form: form.alone, default=None)
            if form is not None:
                repair = Repair(meant, "encoding", f"{right} bytes read as {wrong}")
                found.append(
                    Mention(
                        start=match.start(),
                        stop=match.end(),
                        text=match.group(),
                        kind=form.kind,
                        things=(form.thing,),
                        repair=repair,
                    )
                )
    return found
