"""The golden files of claims, drawn in the text: what a careful reader takes from each line, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.model.claim import Claim
from vedette.model.key import key_of_document
from vedette.model.text import Document
from vedette.pipeline import open_tools, read_document

HERE = Path(__file__).parent
MARK = re.compile(r"\[[a-z]+[\d,]*(?:/[^:\[\]]*)?:|\]")
LEAST = {"en": 60, "ru": 60, "be": 40}


def lines_of(name: str) -> list[tuple[str, str, str]]:
    """(language, day of publication, line) of every golden file of that name."""
    found, published = [], ""
    for path in sorted(HERE.glob(f"*/{name}")):
        published = "2024-05-15"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("published: "):
                published = line.removeprefix("published: ")
            elif line and not line.startswith("#"):
                found.append((path.parent.name, published, line))
    return found


def spans_of(claim: Claim) -> Iterator[tuple[int, int, str]]:
    yield from ((p.start, p.end, p.role) for p in claim.participants)
    yield from ((s.start, s.end, "system") for s in claim.systems)
    yield from ((q.start, q.end, f"number/{q.value}") for q in claim.quantities)
    yield from ((c.start, c.end, f"says/{c.channel}" if c.channel else "says") for c in claim.said_by)
    yield from ((p.start, p.end, tag) for p, tag in ((claim.place, "place"), (claim.origin_place, "from")) if p)
    yield from ((d.start, d.end, f"{tag}/{d.edtf or '?'}") for d, tag in ((claim.date, "when"), (claim.said_on, "said")) if d)
    if claim.hedge:
        start = claim.start + claim.sentence.index(claim.hedge)
        yield start, start + len(claim.hedge), "hedge"


def head_of(claim: Claim) -> str:
    flags = [claim.polarity] if claim.polarity == "denied" else []
    return " ".join([claim.kind, claim.phase, *flags, *(["background"] if claim.background else [])])


def draw_claims(text: str, claims: tuple[Claim, ...]) -> str:
    """The text with the claims' spans drawn in; a span bears the numbers of its claims where it is not of all of them."""
    owners: dict[tuple[int, int, str], list[str]] = {}
    for n, claim in enumerate(claims, 1):
        for span in dict.fromkeys(spans_of(claim)):
            owners.setdefault(span, []).append(str(n))
    marks = []
    for (start, stop, tag), numbers in owners.items():
        name, slash, value = tag.partition("/")
        whose = "" if len(numbers) == len(claims) else ",".join(numbers)
        marks += [(start, 1, -stop, tag, f"[{name}{whose}{slash}{value}:"), (stop, 0, -start, tag, "]")]
    drawn, last = "", 0
    for at, *_, mark in sorted(marks):
        drawn, last = drawn + text[last:at] + mark, at
    return f"{drawn}{text[last:]} > {'; '.join(map(head_of, claims)) or 'nothing'}"


def read_line(line: str, *, lang: str, published: str) -> str:
    """The line as the reader would draw it."""
    text = MARK.sub("", line.rpartition(" > ")[0])
    key = key_of_document("line", text, url=None, source=None)
    document = Document(key=key, id="line", text=text, lang=lang, published=published)
    return draw_claims(text, read_document(document, open_tools()).reading.claims)


@pytest.mark.parametrize(("lang", "published", "line"), lines_of("claims.txt"))
def test_claims_as_drawn(lang: str, published: str, line: str) -> None:
    assert read_line(line, lang=lang, published=published) == line


@pytest.mark.parametrize(("lang", "published", "line"), lines_of("claims_known_errors.txt"))
def test_known_errors_still_err(lang: str, published: str, line: str) -> None:
    assert read_line(line, lang=lang, published=published) != line, "mended: move this line up to claims.txt"


@pytest.mark.parametrize("lang", sorted(LEAST))
def test_enough_lines(lang: str) -> None:
    drawn = {line for code, _, line in lines_of("claims.txt") if code == lang}
    assert len(drawn) >= LEAST[lang]
    assert any(" denied" in line for line in drawn)
    assert any(line.endswith("> nothing") for line in drawn)
