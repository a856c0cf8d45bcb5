"""Is a predicted date right? EDTF values compared by what they cover; a narrower date than gold's is invented precision."""

from vedette.ask.dates import bounds_of


def judge_date(gold: str | None, predicted: str | None) -> str:
    """exact, right, wrong or missing."""
    if not gold:
        return "wrong" if predicted else "exact"
    if not predicted:
        return "missing"
    if gold == predicted:
        return "exact"
    one, two = bounds_of(gold), bounds_of(predicted)
    if not one or not two:
        return "wrong"
    if one == two:
        return "right"
    meets = one[0] <= two[1] and two[0] <= one[1]
    is_narrower = two[0] >= one[0] and two[1] <= one[1]
    return "right" if meets and not is_narrower else "wrong"


def is_right(gold: str | None, predicted: str | None) -> bool:
    return judge_date(gold, predicted) in ("exact", "right")
