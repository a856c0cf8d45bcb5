"""A sentence without a word of the lists is not parsed; one that could carry a claim is."""

import pytest

from vedette.extract.triage import may_speak
from vedette.lang.words import load_words


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The crews completed their training."),
        ("en", "According to him, all is well."),
        ("en", "It was the year 2023."),
        ("ru", "Расчёты прибыли."),
        ("ru", "Об этом сообщило министерство."),
        ("be", "Разлікі завяршылі падрыхтоўку."),
    ],
)
def test_what_may_speak(lang: str, text: str) -> None:
    assert may_speak(text, load_words(lang))


@pytest.mark.parametrize(("lang", "text"), [("en", "The sky was blue."), ("ru", "Небо было синим."), ("be", "Неба было сінім.")])
def test_what_cannot(lang: str, text: str) -> None:
    assert not may_speak(text, load_words(lang))
