"""Saved pages: the article's paragraphs, what the page states of itself, and nothing of its furniture."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.gather.main_text import find_text
from vedette.gather.page import PageReader
from vedette.gather.source import read_source
from vedette.gather.tokens import cut_tokens
from vedette.gather.tree import make_tree
from vedette.model.gathered import Gathered, make_evidence
from vedette.model.text import Document, Link

GOOD = Path(__file__).parent / "good"
FIRST = "Экипажи ракетного комплекса вернулись на аэродром в субботу, сообщило министерство."
SECOND = "Ранее сообщалось, что занятия идут на полигоне Южного военного округа."


def read(markup: str | bytes, name: str = "page.html") -> Document:
    data = markup if isinstance(markup, bytes) else markup.encode()
    (found,) = PageReader().read(make_evidence(name, data), retrieved="2026-11-25T00:00:00Z")
    assert isinstance(found, Gathered)
    return found.document


def test_a_news_page_gives_its_article() -> None:
    (found,) = read_source(GOOD / "news.html", retrieved="2026-11-25T00:00:00Z")
    assert isinstance(found, Gathered)
    document = found.document
    assert document.text == (GOOD / "news.txt").read_text(encoding="utf-8").rstrip("\n")
    assert (document.title, document.outlet) == ("Разлікі вярнуліся дадому", "Агенцтва «Нёман»")
    assert (document.published, document.edited) == ("2023-04-22T16:30:00+03:00", "2023-04-22T18:05:00+03:00")
    assert (document.url, document.lang) == ("https://nioman.example/2023/04/22/razliki", "be")
    assert document.links == (
        Link("link", "https://t.me/modmilby/1", "Telegram-канале"),
        Link("link", "https://nioman.example/temy/palihon", "палігоне"),
    )


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=ru><head><title>Сайт</title>{head}</head><body>{body}</body></html>"


TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
SHAPES = {
    "article": f"<header><h1>Сайт</h1></header><article>{TEXT}</article><aside><p>Другие новости дня</p></aside>",
    "the longest article": f"<article><p>Коротко о погоде</p></article><article>{TEXT}</article><article><p>Ещё</p></article>",
    "main": f"<div><p>Подписка на наш журнал и другие важные новости дня сегодня</p></div><main>{TEXT}</main>",
    "article body": f"<article><p>Тема дня</p><div itemprop=articleBody>{TEXT}</div><p>Поделиться</p></article>",
    "divisions alone": f"<div class=wrap><div class=col><p>О сайте</p></div><div class='post-text'>{TEXT}</div></div>",
    "open paragraphs": f"<div><p>{FIRST}<p>{SECOND}</div>",
    "line breaks": f"<div>{FIRST}<br><br/>{SECOND}</div>",
    "a table for layout": f"<table><tr><td><a href=/>Главная</a></td><td>{TEXT}</td></tr></table>",
    "classes of furniture": f"<article>{TEXT}<div class='share-buttons'>Поделиться</div><div class=related>Ещё</div></article>",
    "class that says sidebar": f"<div class='page-with-sidebar'>{TEXT}</div>",
    "a list of links": f"<article>{TEXT}<ul><li><a href=/1>Новость</a></li></ul><p><a href=/2>Читайте также</a></p></article>",
    "hidden": f"<article>{TEXT}<p hidden>Тайна</p><p style='display: none'>Тайна</p><p aria-hidden=true>Тайна</p></article>",
    "scripts": f"<article><script>var p = '<p>нет</p>';</script><style>p {{}}</style>{TEXT}<noscript>Нет</noscript></article>",
    "comments": f"<article>{TEXT}<!-- <p>Нет</p> --></article><section id=comments><p>Мнение читателя</p></section>",
    "byline and time": f"<article><div class=byline>Иван</div><time datetime=2023-04-22>22 апреля</time>{TEXT}</article>",
    "unclosed": f"<article><div><section>{TEXT}",
    "wrongly closed": f"<article></p></div><b>{TEXT}</article></b></i>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_article_is_found_and_nothing_else(shape: str) -> None:
    assert read(page(SHAPES[shape])).text == f"{FIRST}\n{SECOND}"


def test_white_space_is_one_space_and_hints_are_none() -> None:
    paragraph = "<p>Рас&shy;чёты\n  <b>вер</b>нулись&nbsp;22\u200b апреля&amp;мая</p>"
    assert read(page(paragraph)).text == "Расчёты вернулись 22 апреля&мая"


def test_cells_stay_apart() -> None:
    table = "<table><tr><td>Бригада</td><td>465</td></tr><tr><th>Город<td>Осиповичи</table>"
    assert read(page(table)).text == "Бригада 465\nГород Осиповичи"


def test_a_headline_is_no_part_of_the_text_even_where_the_title_says_more() -> None:
    markup = page(f"<h1>Нёман</h1><article><h1>Экипажи вернулись</h1>{TEXT}</article>")
    document = read(markup)
    assert document.title == "Экипажи вернулись"
    assert document.text == f"{FIRST}\n{SECOND}"


def test_the_title_is_no_part_of_the_text() -> None:
    markup = page(f"<article><h1>Экипажи  вернулись</h1>{TEXT}</article>", "<meta property=og:title content='Экипажи вернулись'>")
    document = read(markup)
    assert document.title == "Экипажи вернулись"
    assert document.text == f"{FIRST}\n{SECOND}"


LINKED = """<script type="application/ld+json">
    {"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "datePublished": "2023-04-22"}]}
</script>"""
HEADS = {
    "<meta property='article:published_time' content='2023-04-22T16:30:00+03:00'>": "2023-04-22T16:30:00+03:00",
    LINKED: "2023-04-22",
    '<script type="application/ld+json">{broken</script>': None,
    "<meta itemprop=datePublished content=2023-04-22>": "2023-04-22",
    "<meta name=DC.date.issued content=2023-04-22>": "2023-04-22",
    "<meta name=date content='22 апреля'><meta name=pubdate content='2023-04-22'>": "2023-04-22",
    "<meta name=date content='22.04.2023'>": None,
    "<meta name=viewport content='2023-04-22'>": None,
}


@pytest.mark.parametrize("head", HEADS)
def test_the_day_is_what_the_page_states(head: str) -> None:
    assert read(page(TEXT, head)).published == HEADS[head]


def test_the_time_of_an_article_dates_it_and_one_among_many_does_not() -> None:
    assert read(page(f"<article><time datetime=2023-04-22>вчера</time>{TEXT}</article>")).published == "2023-04-22"
    assert read(page(f"<time datetime=2023-04-21>a</time><time datetime=2023-04-22>b</time><div>{TEXT}</div>")).published is None


def test_an_original_on_another_site_is_a_link() -> None:
    head = "<meta property=og:url content=https://copy.example/a><link rel=canonical href=https://first.example/a>"
    document = read(page(TEXT, head))
    assert document.url == "https://copy.example/a"
    assert document.links == (Link("canonical", "https://first.example/a"),)


def test_a_browser_notes_the_address_of_a_page_that_it_saves() -> None:
    assert read("<!-- saved from url=(0025)https://wire.example/a/b -->" + page(TEXT)).url == "https://wire.example/a/b"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/a", "http://[", "data:text/html,x"])
def test_only_an_address_of_the_web_is_one(url: str) -> None:
    assert read(page(TEXT, f'<link rel=canonical href="{url}">')).url is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="windows-1251">', "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="utf-8">', "utf-16"),
        ("<meta charset=x-nonsense>", "utf-8"),
    ],
)
def test_the_encoding_is_what_the_bytes_and_the_page_agree_on(declared: str, encoding: str) -> None:
    assert read(page(TEXT, declared).encode(encoding)).text == f"{FIRST}\n{SECOND}"


def test_a_page_nested_without_end_is_read() -> None:
    assert read("<div>" * 50_000 + TEXT).text == f"{FIRST}\n{SECOND}"


HOSTILE = (
    "<a ",
    "<!",
    "<!--",
    "<![CDATA[",
    "<?",
    "</a",
    "<a b='",
    '<a b="x',
    "<script>",
    "<p>x",
    "<table><tr><td>",
    "<a href=x>y",
    "&",
    "<h1>x",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_broken_markup_takes_time_by_its_length_only(piece: str) -> None:
    started = time.process_time()
    find_text(make_tree(piece * 20_000).root, None)
    assert time.process_time() - started < 5


TOKENS: dict[str, list[tuple[str, str, dict[str, str]]]] = {
    '<A Href="x>y" b=1 c b=2>z</A >': [("start", "a", {"href": "x>y", "b": "1", "c": ""}), ("words", "z", {}), ("end", "a", {})],
    '<a t="1"2">x': [("start", "a", {"t": "1", '2"': ""}), ("words", "x", {})],
    "<a href=/x/>y": [("start", "a", {"href": "/x/"}), ("words", "y", {})],
    "<br/>1 < 2 <3": [("start", "br", {}), ("words", "1 < 2 <3", {})],
    "<!-- <p> -->b<!>c<?php ?>d</>e": [("comment", " <p> ", {}), *(("words", letter, {}) for letter in "bcde")],
    "<script>'</p><b>'</script >x": [
        ("start", "script", {}),
        ("words", "'</p><b>'", {}),
        ("end", "script", {}),
        ("words", "x", {}),
    ],
    "<title>a &amp; <b></title>": [("start", "title", {}), ("words", "a & <b>", {}), ("end", "title", {})],
    "words<a href='cut off": [("words", "words", {})],
    "<!---->x": [("comment", "", {}), ("words", "x", {})],
}


@pytest.mark.parametrize("markup", TOKENS)
def test_markup_is_cut_as_browsers_cut_it(markup: str) -> None:
    assert [tuple(token) for token in cut_tokens(markup)] == TOKENS[markup]


@given(st.text(alphabet="<>/=\"' !-&;abpdivscript\n") | st.text())
def test_no_markup_breaks_the_reader(markup: str) -> None:
    blocks = find_text(make_tree(markup).root, None)
    assert all(block.text == " ".join(block.text.split()) for block in blocks)
