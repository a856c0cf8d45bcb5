"""The pipelines that ship: words stand where they say, trees are trees, and each reads a sentence of its language."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.errors import KnowledgeError
from vedette.mark.belarusian import open_belarusian
from vedette.mark.parse import Pipeline
from vedette.mark.pipelines import OPENERS, open_pipeline
from vedette.mark.sentences import split_sentences
from vedette.model.marked import Sentence, Word

SAID = {
    "en": "Crews of the Iskander-M completed their training in Russia, the Ministry of Defence said on Saturday.",
    "ru": "Расчёты комплекса «Искандер-М» завершили подготовку в России, сообщило в субботу министерство обороны.",
    "be": "Разлікі комплексу «Іскандэр-М» завяршылі падрыхтоўку ў Расіі, паведаміла ў суботу Міністэрства абароны.",
}
FINISHED = {"en": "complete", "ru": "завершить", "be": "завяршыць"}


def pipeline_of(lang: str) -> Pipeline:
    found = open_pipeline(lang)
    assert found is not None
    return found


def read(lang: str, text: str) -> tuple[Sentence, ...]:
    return pipeline_of(lang).parse(text, split_sentences(text, lang))


def assert_lawful(text: str, sentences: tuple[Sentence, ...]) -> None:
    for sentence in sentences:
        stop = sentence.start
        for word in sentence.words:
            assert stop <= word.start < word.stop <= sentence.stop
            assert text[word.start : word.stop] == word.text
            stop = word.stop
        if sentence.words:
            assert sum(word.head == -1 for word in sentence.words) == 1
            assert all(-1 <= word.head < len(sentence.words) for word in sentence.words)


@pytest.mark.parametrize("lang", list(OPENERS))
def test_the_verb_of_the_claim_is_known_with_its_subject_and_object(lang: str) -> None:
    words = read(lang, SAID[lang])[0].words
    number, verb = next((n, word) for n, word in enumerate(words) if word.lemma == FINISHED[lang])
    assert verb.upos == "VERB"
    held: dict[str, Word] = {word.relation: word for word in words if word.head == number}
    assert words.index(held["nsubj"]) == 0
    assert held["obj"].text in ("training", "подготовку", "падрыхтоўку")


@pytest.mark.parametrize("lang", list(OPENERS))
def test_an_empty_text_has_no_sentences(lang: str) -> None:
    assert pipeline_of(lang).parse("", ()) == ()


@pytest.mark.parametrize("lang", list(OPENERS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(
        st.sampled_from(
            ["crews ", "Разлікі ", "завершили", "  ", "\n", "don't ", "’", "“", "-", "г. ", "…", "1,5", "🚀", "\u200b", "."]
        )
    )
)
def test_words_are_what_the_text_says(lang: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    assert_lawful(text, read(lang, text))


def test_a_curly_apostrophe_is_read_like_a_plain_one() -> None:
    curly, plain = (read("en", f"They don{sign}t train Belarus{sign}s crews.")[0].words for sign in "’'")
    assert [word.text.replace("’", "'") for word in curly] == [word.text for word in plain]
    assert [word.head for word in curly] == [word.head for word in plain]
    assert curly[2].text == "n’t"


def test_a_surname_that_is_a_common_word_keeps_its_form() -> None:
    words = read("ru", "Об этом доложили Хренину, сообщил Виктор Хренин.")[0].words
    assert [word.lemma for word in words if word.text.startswith("Хренин")] == ["Хренин", "Хренин"]


def test_no_pipeline_reads_another_language() -> None:
    assert open_pipeline("uk") is None
    assert open_pipeline("und") is None


def test_a_pipeline_is_opened_once() -> None:
    assert open_pipeline("be") is open_pipeline("be")


def test_names_are_a_second_voice_for_russian() -> None:
    text = "Об этом сообщил Виктор Хренин в Минске."
    found = pipeline_of("ru").names(text, split_sentences(text, "ru"))
    assert {(text[name.start : name.stop], name.kind) for name in found} >= {("Виктор Хренин", "PER"), ("Минске", "LOC")}


def test_the_station_is_imported_without_its_guests() -> None:
    guests = "{'spacy', 'slovnet', 'ufal', 'numpy'}"
    code = f"import sys, vedette.mark.pipelines, vedette.mark.language; print({guests} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"be\.udpipe"):
        open_belarusian(tmp_path)
