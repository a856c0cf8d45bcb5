"""The golden files of names, drawn in the input: what stands in brackets is found, as that, and nothing else is."""

import re
from pathlib import Path

import pytest

from vedette.knowledge.book import load_knowledge
from vedette.mark.gazetteer import Gazetteer, build_gazetteer
from vedette.mark.names import find_names

HERE = Path(__file__).parent
DRAWN = re.compile(r"\[(\w+)/([\w-]+):([^\[\]]*)\]")
LINES = [
    (path.parent.name, line)
    for path in sorted(HERE.glob("*/names.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return build_gazetteer(load_knowledge().things)


def draw(text: str, lang: str, gazetteer: Gazetteer) -> str:
    drawn, last = "", 0
    for mention in find_names(text, lang=lang, gazetteer=gazetteer):
        thing = mention.things[0] if mention.things else "-"
        drawn += f"{text[last : mention.start]}[{mention.kind}/{thing}:{text[mention.start : mention.stop]}]"
        last = mention.stop
    return drawn + text[last:]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_names_as_drawn(lang: str, line: str, gazetteer: Gazetteer) -> None:
    assert draw(DRAWN.sub(r"\3", line), lang, gazetteer) == line


def test_three_languages_have_a_file() -> None:
    assert {lang for lang, _ in LINES} >= {"en", "ru", "be"}
