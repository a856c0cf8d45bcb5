"""The first statement that each document derives from: through its parents to their root, and through its claimants.

Two documents without a common parent share an origin where both rest on one claimant's word about one episode. An origin
may stand in no document of the casebook; its label says so. Where nobody is named, nothing is known, and `key` is null.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from vedette.model.claim import Claim
from vedette.model.key import hash_of
from vedette.model.lineage import Copy, Origin
from vedette.model.text import Document
from vedette.trace.gathering import Gathered, gather_claims
from vedette.trace.slots import STATEMENTS, Slots
from vedette.trace.voices import find_voices

SEEN = ("photo", "video", "satellite", "eyewitness")
DOMINANT = 1 / 3  # share of a report's attributed news that its first voice needs


class Voice(msgspec.Struct, frozen=True):
    """A claimant's word on an episode."""

    thing: str
    episode: str

    @property
    def key(self) -> str:
        return hash_of("origin", self.thing, self.episode)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A document's news of its leading episode, in order of the text; `voices` are those of its outlet."""

    document: Document
    episode: str
    claims: tuple[Slots, ...]
    bases: frozenset[str]
    voices: frozenset[str]

    @property
    def own(self) -> bool:
        return all(claim.voice is None or claim.voice in self.voices for claim in self.claims)


def find_origins(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    copies: Sequence[Copy],
    *,
    gathered: Gathered | None = None,
) -> tuple[Origin, ...]:
    """One origin for each document, in order of its key; `gathered` as for `find_copies`."""
    unique = {document.key: document for document in documents}
    told = tell_leads(unique, claims, gathered or gather_claims(documents, claims))
    attributed = attributions(told.values())
    parents = {copy.document: copy.of for copy in copies if copy.relation != "cites"}
    children = set(parents.values())
    voices = {key: voice_of_lead(lead, attributed) for key, lead in told.items()}
    remarks = gather_remarks(told.values(), claims)
    homes = find_homes(told, voices, parents)
    found = []
    for key in sorted(unique):
        root, why = root_of(key, parents)
        voice = voices.get(root)
        if voice is not None:
            home = home_for(unique[root], homes.get(voice, ()), unique)
            label = label_document(home) if home else label_of(voice, remarks)
            found.append(Origin(document=key, key=voice.key, label=label, why=(*why, "claimant")))
        elif root in told and told[root].own and (root in children or told[root].bases):
            document = unique[root]
            found.append(
                Origin(document=key, key=hash_of("origin", root), label=label_document(document), why=(*why, "own observation"))
            )
        else:
            found.append(Origin(document=key, key=None, why=why))
    return tuple(found)


def tell_leads(documents: Mapping[str, Document], claims: Mapping[str, Sequence[Claim]], gathered: Gathered) -> dict[str, Told]:
    voices = find_voices(documents.values(), claims)
    leads = {}
    for key, document in documents.items():
        news = sorted((c for c in claims.get(key, ()) if not c.background), key=lambda claim: (claim.start, claim.claim))
        if not news:
            continue
        episode = gathered.places[news[0].claim][1]
        lead = [claim for claim in news if gathered.places[claim.claim][1] == episode]
        leads[key] = Told(
            document=document,
            episode=episode,
            claims=tuple(gathered.slots[claim.claim] for claim in lead),
            bases=frozenset(claim.basis for claim in lead if claim.basis in SEEN),
            voices=voices.get(document.outlet or "", frozenset()),
        )
    return leads


def attributions(leads: Iterable[Told]) -> dict[str, Counter[str]]:
    """Episode to the claimants that reports lay it in the mouth of."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for lead in leads:
        found[lead.episode].update({claim.voice for claim in lead.claims if claim.voice})
    return found


def voice_of_lead(lead: Told, attributed: Mapping[str, Counter[str]]) -> Voice | None:
    """Whose word a report's own news is; null for several, for an unnamed one, and where none is given."""
    said = Counter(claim.voice for claim in lead.claims if claim.voice and claim.voice not in lead.voices)
    if said:
        first = next(iter(said))
        rules = said[first] >= DOMINANT * said.total() and said[first] == max(said.values())
        return Voice(first, lead.episode) if rules and not first.startswith("text:") else None
    spoken = attributed.get(lead.episode, Counter())
    mine: set[str] = {thing for thing in lead.voices if spoken[thing]} or {claim.voice for claim in lead.claims if claim.voice}
    if not mine and lead.document.form in STATEMENTS:
        mine = {thing for thing in spoken if not thing.startswith("text:")}
    return Voice(max(mine, key=lambda thing: (spoken[thing], thing)), lead.episode) if mine else None


def root_of(key: str, parents: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    steps = 0
    while key in parents:
        key, steps = parents[key], steps + 1
    return key, ((f"{steps} step{'s' if steps > 1 else ''} to its root",) if steps else ())


def find_homes(
    told: Mapping[str, Told], voices: Mapping[str, Voice | None], parents: Mapping[str, str]
) -> dict[Voice, tuple[str, ...]]:
    """A claimant's word to the documents in which the claimant speaks for itself, oldest first; copies of such are none."""
    homes: dict[Voice, tuple[str, ...]] = {}
    for key, lead in sorted(told.items(), key=lambda row: (row[1].document.published or "9999", row[0])):
        voice = voices.get(key)
        if voice and lead.own and key not in parents:
            homes[voice] = (*homes.get(voice, ()), key)
    return homes


def home_for(root: Document, homes: Sequence[str], documents: Mapping[str, Document]) -> Document | None:
    """Of a claimant's own statements the one that a report goes back to: the last before it, else the first.

    Statements within a week of each other are one: the earliest of them stands for all.
    """
    if not homes:
        return None
    day = (root.published or "9999")[:10]
    rows = [documents[home] for home in homes]
    at = max((n for n, home in enumerate(rows) if (home.published or "9999")[:10] <= day), default=0)
    while at and days_between(rows[at - 1], rows[at]) <= ONE_WORD:
        at -= 1
    return rows[at]


ONE_WORD = 7


def days_between(one: Document, two: Document) -> int:
    """Days from one publication to another; none apart where one of them is not dated."""
    if not one.published or not two.published:
        return 0
    return abs((date.fromisoformat(two.published[:10]) - date.fromisoformat(one.published[:10])).days)


def gather_remarks(leads: Iterable[Told], claims: Mapping[str, Sequence[Claim]]) -> dict[Voice, tuple[str, str]]:
    """A claimant's word to the channel and the earliest day that reports give for it; "" where none does."""
    channels: dict[Voice, Counter[str]] = defaultdict(Counter)
    days: dict[Voice, list[str]] = defaultdict(list)
    for lead in leads:
        spoken = {slots.key: Voice(slots.voice, lead.episode) for slots in lead.claims if slots.voice}
        for claim in claims.get(lead.document.key, ()):
            if (voice := spoken.get(claim.claim)) is None:
                continue
            channels[voice].update(c.channel for c in claim.said_by if c.channel and c.thing == voice.thing)
            said = claim.said_on.edtf if claim.said_on else None
            days[voice] += [said] if said and len(said) == len("2023-04-22") else []
    return {
        voice: (max(channels[voice], key=lambda name: (channels[voice][name], name), default=""), min(days[voice], default=""))
        for voice in {*channels, *days}
    }


def label_of(voice: Voice, remarks: Mapping[Voice, tuple[str, str]]) -> str:
    parts = [part for part in (voice.thing, *remarks.get(voice, ())) if part]
    return ", ".join(parts) + " (not in the casebook)"


def label_document(document: Document) -> str:
    return ", ".join(part for part in (document.outlet or document.id, (document.published or "")[:10]) if part)
