"""On what a claim rests, and the marks by which a thing could be known again."""

import pytest

from tests.extract.drawn import ARRIVED, ARRIVED_NAMES, make_view
from vedette.extract.grounds import find_basis, find_identifiers
from vedette.extract.view import View
from vedette.extract.voices import find_voices
from vedette.lang.words import load_words
from vedette.model.marked import Sentence
from vedette.model.text import Document

BARE = Document(key="k", id="d", text="", lang="en")


def plain(text: str, lang: str = "en") -> View:
    return View(Sentence(0, len(text)), text, load_words(lang), mentions=(), times=())


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Satellite images show it.", "satellite"),
        ("A video shows it.", "video"),
        ("Satellite images and a video show it.", "satellite"),
        ("Nobody shows it.", None),
    ],
)
def test_what_is_shown_beats_what_is_said(text: str, basis: str | None) -> None:
    assert find_basis(plain(text), None) == basis


def test_a_voice_alone_is_a_statement() -> None:
    view = make_view(ARRIVED, ARRIVED_NAMES)
    assert find_basis(view, find_voices(view, BARE)[0]) == "statement"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The aircraft RF-94268 left.", ["RF-94268"]),
        ("Воины в/ч 12345 прибыли.", ["в/ч 12345"]),
        ("The 120th mechanised brigade left.", ["120th mechanised brigade"]),
        ("The S-400 and 500 soldiers left.", []),
    ],
)
def test_identifiers_as_written(text: str, marks: list[str]) -> None:
    found = find_identifiers(plain(text))
    assert [mark.text for mark in found] == marks
    assert all(text[mark.start : mark.end] == mark.text for mark in found)
