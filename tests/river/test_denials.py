"""Denials of the kinds that a chronology meets most, from the text to the claim."""

import pytest

from vedette.model.key import key_of_document
from vedette.model.text import Document
from vedette.pipeline import open_tools, read_document

SIGNS = [
    ("en", "The Pentagon said on Tuesday that it had seen no sign that nuclear warheads had been moved to Belarus."),
    ("ru", "В Пентагоне заявили, что не видят признаков переброски ядерных боезарядов в Белоруссию."),
    ("be", "У Пентагоне заявілі, што не бачаць прыкмет таго, што ядзерныя боезарады прывезлі ў Беларусь."),
]


def told(text: str, lang: str) -> list[tuple[str, str, str | None]]:
    key = key_of_document("line", text, url=None, source=None)
    claims = read_document(
        Document(key=key, id="line", text=text, lang=lang, published="2023-07-05"), open_tools()
    ).reading.claims
    return [(claim.kind, claim.polarity, claim.said_by[0].thing if claim.said_by else None) for claim in claims]


@pytest.mark.parametrize(("lang", "text"), SIGNS)
def test_who_sees_no_sign_of_it_denies_it(lang: str, text: str) -> None:
    assert told(text, lang) == [("transfer", "denied", "pentagon")]


def test_what_one_claims_and_another_denies_is_two_claims() -> None:
    text = "Lukashenko said on Tuesday that nuclear warheads had been moved to Belarus; Ukrainian intelligence denies this."
    assert told(text, "en") == [("transfer", "asserted", "alexander-lukashenko"), ("transfer", "denied", "gur-ukraine")]


def test_who_has_no_information_claims_nothing() -> None:
    assert told("Ukraine's military intelligence says it has no information that warheads have reached Belarus.", "en") == []


@pytest.mark.parametrize("content", ["that it had sent troops to the border", "a report about it"])
def test_a_denial_of_something_else_denies_nothing_told_before(content: str) -> None:
    text = f"Lukashenko said on Tuesday that nuclear warheads had been moved to Belarus, and Kyiv denied {content}."
    assert ("transfer", "denied", "state-UA") not in told(text, "en")
    assert ("transfer", "asserted", "alexander-lukashenko") in told(text, "en")
