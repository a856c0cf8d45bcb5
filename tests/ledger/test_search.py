"""Words to documents, in six languages, whatever the user types."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.samples import make_gathered
from vedette.errors import QuestionError
from vedette.ledger.book import Book, open_casebook
from vedette.ledger.search import fold, make_query, search
from vedette.ledger.write import add_documents

TEXTS = {
    "ru": "Расчёты «Искандера-М» вернулись, самолёт сел. Занят за\u0301мок.",
    "be": "Усе задачы выкананы ў поўным аб’ёме на аэрадроме Мачулішчы.",
    "uk": "Об\u02bcєкт біля Ґанків: навчання їхні тривають, сказав речник.",
    "pl": "Łukaszenka ogłosił ćwiczenia na poligonie w Osipowiczach.",
    "de": "Die Übung in Weißrussland begann am Samstag.",
    "en": "Crews of the Iskander-M brigade returned to Machulishchi; the naïve were sur\u00adprised.",
    "nfd": "Мои\u0306 полк прибыл.",
}
# What is typed, and the texts that hold it.
FINDS = {
    "искандер": "ru",
    "ИСКАНДЕРА-М": "ru",
    "самолет": "ru",
    "самолёт": "ru",
    "расчеты самолёт": "ru",
    "замок": "ru",
    "аб'ёме": "be",
    "аб’еме": "be",
    "поўным": "be",
    "поуным": "",
    "об'єкт": "uk",
    "ганків": "uk",
    "їхні": "uk",
    "іхні": "",
    "lukaszenka": "pl",
    "Łukaszenka cwiczenia": "pl",
    "ubung": "de",
    "naive": "en",
    "surprised": "en",
    "мой": "nfd",
    "мои": "",
    '"brigade returned"': "en",
    '"returned brigade"': "",
    "returned brigade": "en",
    '"brigad"': "",
    "brigad": "en",
    "cre": "",
    "cre*": "en",
    "Crews Искандера": "",
}


@pytest.fixture(scope="module")
def library(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """Only read by the tests, so one is enough."""
    path = tmp_path_factory.mktemp("library") / "casebook"
    shutil.copytree(empty, path)
    with open_casebook(path) as book:
        add_documents(book, [make_gathered(id, text, title=f"заголовок {id}", outlet="North Wire") for id, text in TEXTS.items()])
        yield book


@pytest.mark.parametrize("typed", FINDS)
def test_words_find_their_documents(library: Book, typed: str) -> None:
    assert " ".join(hit.id for hit in search(library, typed)) == FINDS[typed]


def test_a_hit_shows_the_words_as_they_stand(library: Book) -> None:
    (hit,) = search(library, "самолет")
    assert [hit.snippet[start:stop] for start, stop in hit.marks] == ["самолёт"]
    assert hit.snippet in TEXTS["ru"]
    assert (hit.title, hit.outlet, hit.document) == ("заголовок ru", "North Wire", library.document("ru").key)


@pytest.mark.parametrize(("typed", "id"), [("surprised", "en"), ("замок", "ru"), ("навчання", "uk")])
def test_marks_stand_right_behind_letters_that_are_folded_away(library: Book, typed: str, id: str) -> None:
    (hit,) = search(library, typed)
    assert [fold(hit.snippet[start:stop]) for start, stop in hit.marks] == [typed]


def test_titles_are_searched_too_and_the_limit_holds(library: Book) -> None:
    assert len(search(library, "заголовок")) == len(TEXTS)
    assert len(search(library, "заголовок", limit=2)) == 2
    with pytest.raises(QuestionError, match="at least one"):
        search(library, "заголовок", limit=0)


@pytest.mark.parametrize("typed", ["", "  ", '""', "?!", "***", "-"])
def test_a_search_for_no_word_is_refused(library: Book, typed: str) -> None:
    with pytest.raises(QuestionError, match="no word"):
        search(library, typed)


OPERATORS = ('a" OR NEAR(b', "NOT", "x AND", "title:crews", "^crews", "crews + x", "{a b}: c", "NEAR/2", "col:*", 'a"b"c', "\0a")


@pytest.mark.parametrize("typed", OPERATORS)
def test_no_word_of_the_user_is_an_operator(library: Book, typed: str) -> None:
    search(library, typed)


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet='ab"*() :^{}+-\0ё'))
def test_every_question_is_made_of_quoted_words(typed: str) -> None:
    if not any(letter.isalnum() for letter in typed):
        return
    query = make_query(typed)
    assert query.count('"') % 2 == 0
    assert "\0" not in query
