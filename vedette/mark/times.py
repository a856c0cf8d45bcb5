"""Every time expression of a text, read but not yet anchored: `vedette.resolve.dates` says which days are meant.

Method: a cascade of regular grammars over tags (Abney 1996, partial parsing via finite-state cascades): years, points, phrases.
Durations, ages, model numbers, school years and vague words ("recently") are no dates and are left alone.
"""

import re

from vedette.lang.times import TimeWords, load_time_words
from vedette.mark.time_rules import PHRASE_RULES, POINT_RULES, YEAR_RULES, Rule
from vedette.mark.time_tags import Item, tag_text
from vedette.model.marked import TimePhrase

PLURALS = ("days", "weeks", "months", "years")
HEAD_CAPITALS = re.compile(r"^[^\w\n]*[^\W\d_a-zа-яёіўґєїąćęłńóśźżäöü][^\na-zа-яёіўґєїąćęłńóśźżäöü]{1,60}[,.]\s*$")
HEAD_TITLE = re.compile(r"^[^\w\n]*[^\W\d_][\w .'’/-]{1,40}[,.]\s*$")
TAIL_CAPITALS = re.compile(r"\s*(?:[.,:]|\(|/|[-–—])")
TAIL_TITLE = re.compile(r"\s*[.,]?\s*(?:\([^)\n]{2,60}\)|/[^/\n]{2,50}/|[–—-]\s)")
TAIL_PLACE = re.compile(r",\s*[^\W\d_][\w .-]{1,30}\s*(?:/[^/\n]{2,50}/|\([^)\n]{2,60}\)|[–—-]\s)")
PAIRED = (("month", "month"), ("month", "month_year"), ("season", "season"), ("weekday", "weekday"))
DATED = ("numeric", "day_month", "month_day")


def find_times(text: str, *, lang: str) -> tuple[TimePhrase, ...]:
    """Time phrases in order of start, without overlap, the longest reading of each; none where no rule is sure."""
    words = load_time_words(lang)
    items = tag_text(text, words)
    for rules in (YEAR_RULES, POINT_RULES, PHRASE_RULES):
        items = apply_rules(items, rules, text=text, words=words)
    return tuple(make_phrase(text, item) for item in items if "." in item.rule and item.tag == "phrase")


def apply_rules(items: list[Item], rules: tuple[Rule, ...], *, text: str, words: TimeWords) -> list[Item]:
    """The items with each row that a rule reads replaced by what the rule makes of it."""
    tags = "".join(item.tag for item in items)
    found = [
        (match.start() - match.end(), order, match.start(), match)
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(tags)
        if is_sound(rule, match, items=items, text=text, words=words)
    ]
    taken: dict[int, tuple[Rule, re.Match[str]]] = {}
    used: set[int] = set()
    for _, order, start, match in sorted(found, key=lambda row: row[:3]):
        row = range(start, match.end())
        if used.isdisjoint(row):
            used.update(row)
            taken[start] = (rules[order], match)
    result = []
    at = 0
    while at < len(items):
        if at in taken:
            rule, match = taken[at]
            result.append(make_item(rule, match, items=items, words=words, is_phrase=rules is PHRASE_RULES))
            at = match.end()
        else:
            result.append(items[at])
            at += 1
    return result


def is_sound(rule: Rule, match: re.Match[str], *, items: list[Item], text: str, words: TimeWords) -> bool:
    """False for readings that the tags alone cannot tell from something else."""
    row = items[match.start() : match.end()]
    if rule.name in ("ago", "turn", "turn_back", "hence", "within", "before_event"):
        # "a week ago" and "two weeks ago" are dates, "weeks ago" is vague.
        counted = bool(match["count"]) or any(item.tag == "I" for item in row)
        return counted or not any(item.value in PLURALS for item in row)
    if rule.name == "range.dash":
        return all({"day", "date"} & set(dict(item.parts)) for item in (row[0], row[-1]))
    if rule.name == "day_word":
        return is_day_word(text, row)
    if rule.name.startswith("pair"):
        pair = (row[-3].rule, row[-1].rule)
        return pair in (PAIRED if rule.name == "pair" else (("season", "season"),))
    if rule.name == "since.of":
        # «ад мінулай восені» begins then, «ад 5 мая» says which paper is meant.
        is_exact = any({"day", "date"} & set(dict(item.parts)) for item in row)
        return text[row[0].start : row[0].stop].lower() == "ад" and not is_exact
    if rule.name in ("week", "month_unit") and row[-1].value in PLURALS:
        return row[0].value != "soon" and not words.bare_weekdays and not words.dotted_days
    if not words.dotted_days and rule.name in ("day_month", "range.days") and re.search("[no]p", match.group()):
        return False  # "There were 22. April was cold."
    if rule.name == "year" and row[0].rule == "year.plain":
        return words.bare_years and not is_counted(text, row[-1].stop)
    return True


def is_day_word(text: str, row: list[Item]) -> bool:
    """«Первого мая», "the first of May"; not "the first May parade"."""
    ordinal = next(item for item in row if item.tag == "R")
    is_genitive = text[ordinal.start : ordinal.stop].endswith(("го", "га", "ego")) or text[ordinal.stop :].startswith(" of ")
    return is_genitive and ordinal.value in ("1", "2", "3", "4")


def is_counted(text: str, stop: int) -> bool:
    """True where a noun in the plural follows: "by 2000 soldiers"; German nouns have a capital."""
    after = re.match(r"\s+([^\W\d_]+)", text[stop : stop + 40])
    if not after:
        return False
    word = after[1]
    return word in ("troops", "men", "people", "personnel", "km") or (word.endswith(("s", "n", "er")) and word not in SHORT)


SHORT = frozenset(["as", "was", "has", "is", "its", "this", "after", "when", "then", "an", "in", "on", "under", "over", "when"])


def make_item(rule: Rule, match: re.Match[str], *, items: list[Item], words: TimeWords, is_phrase: bool) -> Item:
    parts = dict(rule.adds)
    for name, value in match.groupdict().items():
        if value is None:
            continue
        item = items[match.start(name)]
        if match.end(name) - match.start(name) > 1:
            parts[name] = ",".join(other.value for other in items[match.start(name) : match.end(name)] if other.tag in "no")
            continue
        if name == "_two":
            parts.update({f"to_{key}": part for key, part in item.parts})
        elif name.startswith("_"):
            parts.update(item.parts)
        else:
            parts[name.rstrip("_")] = item.value.rstrip("s") if name == "unit" else item.value
    row = items[match.start() : match.end()]
    if is_phrase:
        core = items[match.start("_one")]
        return Item(row[0].start, row[-1].stop, "phrase", rule=f"{rule.name}.{core.rule}", parts=tuple(parts.items()))
    makes = "@" if rule.name == "weekday" and words.bare_weekdays else rule.makes
    return Item(row[0].start, row[-1].stop, makes, rule=rule.name, parts=tuple(parts.items()))


def make_phrase(text: str, item: Item) -> TimePhrase:
    rule = item.rule
    if rule.startswith("bare.") and rule.removeprefix("bare.") in DATED and is_dateline(text, item):
        rule = "dateline." + rule.removeprefix("bare.")
    return TimePhrase(start=item.start, stop=item.stop, text=text[item.start : item.stop], rule=rule, parts=item.parts)


def is_dateline(text: str, item: Item) -> bool:
    """«МІНСК, 22 красавіка. /Нёман/.», "MINSK, Dec 6 (North Wire) —", «22 апреля, Минск /Корр. …/»."""
    start = text.rfind("\n", 0, item.start) + 1
    if item.start - start > 80:
        return False
    head, tail = text[start : item.start], text[item.stop : item.stop + 120]
    if not head.strip():
        return bool(TAIL_PLACE.match(tail))
    if HEAD_CAPITALS.match(head):
        return bool(TAIL_CAPITALS.match(tail))
    return bool(HEAD_TITLE.match(head) and TAIL_TITLE.match(tail))
