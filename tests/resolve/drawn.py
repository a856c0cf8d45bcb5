"""Texts with what is found in them drawn in: {kind/thing:a name}, [thing:a description], see the golden files."""

import itertools
import re
from pathlib import Path

from vedette.lang.demonyms import read_demonyms
from vedette.lang.phrases import read_phrases
from vedette.mark.descriptions import find_descriptions
from vedette.model.marked import Mention, Sentence
from vedette.model.thing import Thing
from vedette.resolve.references import resolve_references

MARK = re.compile(r"\{(?P<kind>\w+)/(?P<name>[^:{}]+):(?P<words>[^{}]*)\}|\[(?P<things>[\w,.-]+):|\]")
Expected = dict[tuple[int, int], str]


def read_drawn(line: str) -> tuple[str, list[Mention], Expected]:
    """The bare text, its names, and the thing at each drawn stretch."""
    text, names, expected, opened, last = "", [], {}, [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        last = match.end()
        if match["kind"]:
            start = len(text)
            text += match["words"]
            things = tuple(match["name"].split(","))
            names.append(Mention(start=start, stop=len(text), text=match["words"], kind=match["kind"], things=things))
        elif match["things"]:
            opened.append((len(text), match["things"]))
        else:
            start, things_drawn = opened.pop()
            expected[start, len(text)] = things_drawn
    return text + line[last:], names, expected


def read_text(text: str, names: list[Mention], *, lang: str, published: str, things: dict[str, Thing]) -> tuple[Mention, ...]:
    countries = read_demonyms(lang)
    found = find_descriptions(text, words=read_phrases(lang), countries=countries, names=names)
    free = [name for name in names if not any(one.start <= name.start and name.stop <= one.stop for one in found)]
    cuts = [0, *(match.end() for match in re.finditer(r"[.!?] ", text)), len(text)]
    return resolve_references(
        sorted([*free, *found], key=lambda one: one.start),
        text=text,
        sentences=[Sentence(start, stop) for start, stop in itertools.pairwise(cuts)],
        countries=countries,
        published=published,
        knowledge=things,
    )[0]


def drawn_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


def meant(mention: Mention) -> str:
    return ",".join(mention.members) or (mention.things[0] if mention.things else "-")
