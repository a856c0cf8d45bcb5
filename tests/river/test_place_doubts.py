"""What a claim's place leaves open reaches the reader as a doubt with its choices."""

from vedette.model.key import key_of_document
from vedette.model.text import Document
from vedette.pipeline import Read, open_tools, read_document


def read(text: str, lang: str) -> Read:
    key = key_of_document("line", text, url=None, source=None)
    return read_document(Document(key=key, id="line", text=text, lang=lang, published="2024-05-15"), open_tools())


def test_a_town_that_could_be_one_of_several_is_a_doubt_of_the_document() -> None:
    text = "Военнослужащие с «Искандером-М» прибыли в Кировск в понедельник, сообщило министерство обороны."
    read_one = read(text, "ru")
    doubt = next(doubt for doubt in read_one.doubts if doubt.station == "resolve.places")
    assert doubt.document == read_one.reading.claims[0].document.key
    assert text[doubt.start : doubt.stop] == "Кировск"
    assert len(doubt.choices) >= 2


def test_a_town_that_is_known_leaves_no_doubt() -> None:
    read_one = read("Военнослужащие с «Искандером-М» прибыли в Барановичи в понедельник, сообщило министерство обороны.", "ru")
    assert read_one.reading.claims
    assert not [doubt for doubt in read_one.doubts if doubt.station == "resolve.places"]
