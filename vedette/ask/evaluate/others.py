"""Scores of events, repairs and commentary."""

import re

from vedette.ask.evaluate.pairs import is_same_span, pair_claims, pairs_together
from vedette.ask.evaluate.rows import Garble, GoldDocument, Row, group_rows
from vedette.ask.evaluate.tally import Score, score

LASTING = re.compile(r"E\d+")
WORD = re.compile(r"\w+")
Texts = dict[str, str]
Scores = dict[str, Score | float | int]


def score_events(gold_documents: list[GoldDocument], rows: list[Row], texts: Texts) -> Scores:
    """Gold's `event` is an episode; an event is one kind within it. Only ids that hold across reports (E…) count."""
    predicted, _ = group_rows(rows, texts)
    gold_events: dict[str, object] = {}
    gold_episodes: dict[str, object] = {}
    events: dict[str, object] = {}
    episodes: dict[str, object] = {}
    for document in gold_documents:
        for n, (gold, claim) in enumerate(pair_claims(document.claims, predicted.get(document.id, []))):
            if LASTING.fullmatch(gold.event or ""):
                key = f"{document.id}#{n}"
                gold_events[key], gold_episodes[key] = (gold.event, gold.kind), gold.event
                events[key], episodes[key] = claim.event, claim.episode
    result: Scores = {}
    for name, wanted, ours in (("events", gold_events, events), ("episodes", gold_episodes, episodes)):
        gold_pairs, found = pairs_together(wanted, ours)
        result[name] = score(len(gold_pairs & found), len(found), len(gold_pairs))
    return result


def stems_of(text: str) -> set[str]:
    """First five letters of each word: enough to see that two inflected forms are one name."""
    return {word[:5] for word in WORD.findall(text.casefold()) if len(word) > 1}


def score_repairs(gold_documents: list[GoldDocument], rows: list[Row], texts: Texts) -> Scores:
    """Names only; a name damaged twice in a document counts once; a damaged common word is neither right nor wrong."""
    predicted, _ = group_rows(rows, {})
    right = ours = wanted = 0
    for document in gold_documents:
        garbles = {one.as_written.casefold(): one for one in document.garbles or () if one.name}
        others = [one.as_written.casefold() for one in document.garbles or () if not one.name]
        repairs = {row.text.casefold(): row for row in predicted.get(document.id, []) if row.text}
        wanted += len(garbles)
        ours += sum(not any(is_within(words, text) for words in others) for text in repairs)
        right += sum(any(is_repaired(words, garble, row) for row in repairs.values()) for words, garble in garbles.items())
    return {"repairs": score(right, ours, wanted)}


def is_within(one: str, two: str) -> bool:
    return one in two or two in one


def is_repaired(words: str, garble: Garble, row: Row) -> bool:
    """The repair's words are the garble's, give or take half, and its meaning shares a word."""
    text = (row.text or "").casefold()
    sizes = sorted((len(words), len(text)))
    return is_within(words, text) and 2 * sizes[0] >= sizes[1] and bool(stems_of(garble.should_be) & stems_of(row.meant or ""))


def score_commentary(gold_documents: list[GoldDocument], rows: list[Row], texts: Texts) -> Scores:
    predicted, _ = group_rows(rows, {})
    right = ours = wanted = 0
    for document in gold_documents:
        text = texts.get(document.id, "")
        starts = [(text.index(words), words) for words in document.commentary or () if words in text]
        golds = [Row(start=start, end=start + len(words)) for start, words in starts]
        spans = predicted.get(document.id, [])
        wanted, ours = wanted + len(golds), ours + len(spans)
        right += sum(any(is_same_span(gold, span) for span in spans) for gold in golds)
    return {"commentary": score(right, ours, wanted)}
