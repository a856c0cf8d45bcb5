"""One field of an event settled from many claims: the value that most independent origins bear out, and what speaks against it.

Votes are counted by origin, so that ten copies of one post weigh as much as the post.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from vedette.model.claim import Claim, Date, Place
from vedette.model.lineage import Settled
from vedette.trace.likeness import NARROW, same_site
from vedette.trace.slots import Slots, nation_of
from vedette.trace.windows import Window, gap

STAGES = ("announced", "planned", "underway", "completed")
SINGLE = ("movement", "visit", "incident", "agreement", "test")  # kinds of which one occurrence has one place
SHOWN = 3  # claims named on each side of a contradiction


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """A claim and what it counts for: its origin's key where that is `known`, else the root of its document's copies."""

    claim: Claim
    slots: Slots
    root: str
    known: bool

    @property
    def thing(self) -> str | None:
        """The named claimant whose word it is."""
        return self.slots.voice if self.slots.voice and not self.slots.voice.startswith("text:") else None


def weight(votes: Iterable[Vote]) -> int:
    return len({vote.root for vote in votes})


def keys(votes: Iterable[Vote]) -> tuple[str, ...]:
    return tuple(sorted(vote.claim.claim for vote in votes))


def best_of(options: Sequence[str], votes_for: Callable[[str], list[Vote]]) -> str:
    """The option with most origins, then most claims, then the first by name."""
    return min(options, key=lambda option: (-weight(votes_for(option)), -len(votes_for(option)), option))


def settle_polarity(votes: Sequence[Vote]) -> Settled:
    """Asserted or denied; a denial of another place or number than the others tell denies only that."""
    asserted = [vote for vote in votes if not vote.slots.denied]
    denied = [vote for vote in votes if vote.slots.denied]
    plain = [vote for vote in denied if not asserted or not denies_detail(vote, asserted)]
    value = "denied" if len({side(vote) for vote in plain}) > len({side(vote) for vote in asserted}) else "asserted"
    if value == "denied":
        return Settled(field="polarity", value=value, claims_for=keys(plain), claims_against=keys(asserted))
    return Settled(field="polarity", value=value, claims_for=keys(asserted), claims_against=keys(plain))


def side(vote: Vote) -> str:
    """Bodies of one state deny or assert with one voice."""
    return (nation_of(vote.thing) if vote.thing else None) or vote.root


def denies_detail(denial: Vote, asserted: Sequence[Vote]) -> bool:
    """True where the denial names a site or a number that is not the one that most assert."""
    sites = [vote for vote in asserted if vote.slots.site]
    if denial.slots.site and sites:
        here = [vote for vote in sites if same_site(vote.slots, denial.slots)]
        return weight(here) <= weight([vote for vote in sites if vote not in here])
    numbers = {number for vote in asserted for number in vote.slots.numbers}
    return bool(denial.slots.numbers and not denial.slots.numbers & numbers and numbers)


def settle_phase(votes: Sequence[Vote]) -> Settled:
    """The furthest stage told; suspended or cancelled where that is the last word."""
    stages = [vote for vote in votes if vote.slots.phase in STAGES]
    halted = [vote for vote in votes if vote.slots.phase not in STAGES]
    last = max((vote.slots.told or 0 for vote in stages), default=0)
    if halted and max(vote.slots.told or 0 for vote in halted) >= last:
        value = best_of(
            sorted({vote.slots.phase for vote in halted}), lambda phase: [v for v in halted if v.slots.phase == phase]
        )
    else:
        value = max((vote.slots.phase for vote in stages), key=STAGES.index)
    return Settled(field="phase", value=value, claims_for=keys(vote for vote in votes if vote.slots.phase == value))


def settle_place(votes: Sequence[Vote]) -> tuple[Settled, Place] | None:
    """The site that most origins name, else the country."""
    placed = [vote for vote in votes if vote.claim.place]
    sites = [vote for vote in placed if vote.slots.site]
    pool = sites or placed

    def backing(name: str) -> list[Vote]:
        return [vote for vote in pool if name_of(vote) == name]

    names = sorted({name_of(vote) for vote in pool} - {""})
    if not names:
        return None
    value = best_of(names, backing)
    chosen = min(backing(value), key=lambda vote: vote.claim.claim)
    against = [vote for vote in placed if vote.slots.country and chosen.slots.country and other_place(vote.slots, chosen.slots)]
    assert chosen.claim.place is not None
    return Settled(field="place", value=value, claims_for=keys(backing(value)), claims_against=keys(against)), chosen.claim.place


def name_of(vote: Vote) -> str:
    place = vote.claim.place
    return (vote.slots.site or (place.thing if place else None) or vote.slots.country or "") if place else ""


def other_place(one: Slots, two: Slots) -> bool:
    """True where two places cannot both be meant; an exercise or a deployment may well have several."""
    if one.kind in SINGLE and one.country != two.country:
        return True
    apart = bool(one.site and two.site and not same_site(one, two) and one.exact and two.exact)
    return apart and one.kind in (*SINGLE, "training")


def settle_date(votes: Sequence[Vote], phase: str) -> tuple[Settled, Date] | None:
    """The narrowest date that agrees with most origins: "a Saturday in late April" and "22 April" give the day."""
    dated = [vote for vote in votes if vote.slots.when and vote.slots.phase == phase] or [
        vote for vote in votes if vote.slots.when
    ]
    options = sorted({option for vote in dated if vote.slots.when for option in parts_of(vote.slots.when)})
    if not options:
        return None

    def agreeing(option: Window) -> list[Vote]:
        return [vote for vote in dated if vote.slots.when and gap(vote.slots.when, option) == 0]

    def order(option: Window) -> tuple[int, int, int, Window]:
        return -weight(agreeing(option)), option.width, -len(agreeing(option)), option

    value = min(options, key=order)
    exact = [vote for vote in agreeing(value) if vote.slots.when == value and vote.claim.date and vote.claim.date.edtf]
    chosen = min(exact or agreeing(value), key=lambda vote: vote.claim.claim).claim.date
    if chosen is None:
        return None
    settled = date_within(chosen, value, exact=bool(exact))
    against = [vote for vote in dated if vote.slots.when and disagrees(vote.slots, value)]
    edtf = settled.edtf or f"{settled.earliest}/{settled.latest}"
    return Settled(field="date", value=edtf, claims_for=keys(agreeing(value)), claims_against=keys(against)), settled


def parts_of(window: Window) -> list[Window]:
    """A date of several candidate days may be any one of them, once others bear it out."""
    return [window, *(Window(day, day) for day in window.days)]


def date_within(chosen: Date, value: Window, *, exact: bool) -> Date:
    """The chosen claim's date, narrowed to the settled window where no claim gives it as it stands."""
    if exact:
        return chosen
    low, high = date.fromordinal(value.low).isoformat(), date.fromordinal(value.high).isoformat()
    edtf = low if low == high else chosen.edtf
    return msgspec.structs.replace(
        chosen, edtf=edtf, earliest=low, latest=high, candidates=() if low == high else chosen.candidates
    )


def disagrees(slots: Slots, value: Window) -> bool:
    """True where a date of the same precision excludes the settled one; a beginning does not contradict an end."""
    when = slots.when
    return bool(when and when.width <= 2 * NARROW and gap(when, value) > 0 and slots.phase != "underway")


def settle_numbers(votes: Sequence[Vote]) -> list[Settled]:
    """For each thing counted, the number that most origins give; others of the same thing stand against it."""
    found = []
    counted = sorted({quantity.what for vote in votes for quantity in vote.claim.quantities if quantity.what})
    for what in counted:
        tellers = [vote for vote in votes if any(quantity.what == what for quantity in vote.claim.quantities)]

        def telling(number: str, what: str = what, tellers: list[Vote] = tellers) -> list[Vote]:
            return [vote for vote in tellers if number in {str(q.value) for q in vote.claim.quantities if q.what == what}]

        numbers = sorted({str(q.value) for vote in tellers for q in vote.claim.quantities if q.what == what})
        value = best_of(numbers, telling)
        others = [vote for vote in tellers if vote not in telling(value)]
        found.append(
            Settled(field=f"number of {what}", value=value, claims_for=keys(telling(value)), claims_against=keys(others))
        )
    return found


def contradiction_of(settled: Settled, votes: Sequence[Vote]) -> str | None:
    """The field and both sides: "place: machulishchi-airfield (c-1…) against baranovichi-airfield (c-2…)"."""
    if not settled.claims_against:
        return None
    against = [vote for vote in votes if vote.claim.claim in settled.claims_against]
    others = ", ".join(sorted({value_of(vote, settled.field) for vote in against}))
    return f"{settled.field}: {settled.value} ({some(settled.claims_for)}) against {others} ({some(settled.claims_against)})"


def value_of(vote: Vote, field: str) -> str:
    """What a claim says of a field, as its contradiction shows it."""
    claim = vote.claim
    if field == "polarity":
        return claim.polarity
    if field == "place":
        return name_of(vote)
    if field == "date":
        return (claim.date.edtf or claim.date.text) if claim.date else ""
    return ", ".join(str(q.value) for q in claim.quantities if f"number of {q.what}" == field)


def some(claims: Sequence[str]) -> str:
    rest = len(claims) - SHOWN
    return ", ".join(claims[:SHOWN]) + (f" and {rest} more" if rest > 0 else "")
