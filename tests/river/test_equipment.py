"""Which equipment a claim is about, from the words of a whole text."""

import pytest

from vedette.model.text import Document
from vedette.pipeline import open_tools, read_document

LISTED = "Poland received ten K2 tanks and twelve K9 howitzers from South Korea on Monday."
BOUGHT = "Россия передала Индии фрегат «Тамал»."


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", LISTED, ["k2", "k9"]),
        ("en", f"{LISTED} The vehicles were handed over in Changwon in October.", ["k2", "k9"]),
        ("en", f"{LISTED} The tanks were handed over in Changwon in October.", ["k2"]),
        ("en", "Armenia received a hundred armoured vehicles from India on Monday.", ["armoured-vehicles"]),
        ("ru", f"{BOUGHT} Контракт на него подписали в 2018 году.", ["tamal-frigate"]),
        ("ru", "США купили у Казахстана самолёты МиГ-31.", ["mig-31"]),
        ("be", "Польшча атрымала ад Турцыі першы набор беспілотнікаў «Сцяганосец».", ["bayraktar-tb2"]),
    ],
)
def test_equipment(lang: str, text: str, expected: list[str]) -> None:
    document = Document(key="d-line", id="line", text=text, lang=lang, published="2024-05-15")
    claims = read_document(document, open_tools()).reading.claims
    last = max(claim.start for claim in claims)
    assert next([s.thing for s in c.systems] for c in claims if c.start == last and (c.systems or last)) == expected


def test_a_site_is_named_by_rule() -> None:
    text = "The active phase of the exercise has been concluded by Kazakh soldiers at the Oymasha range."
    document = Document(key="d-line", id="line", text=text, lang="en", published="2024-05-15")
    places = [claim.place.thing for claim in read_document(document, open_tools()).reading.claims if claim.place]
    assert places[:1] == ["oymasha-range"]
