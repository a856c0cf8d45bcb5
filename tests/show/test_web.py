"""Web pages: twins say the same, gathered markup stays text, nothing foreign runs, strangers' names get nothing."""

import asyncio
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.types import Message

from vedette.ask.names import Names
from vedette.ask.view import View
from vedette.ledger.book import open_casebook
from vedette.model.thing import Thing
from vedette.show.web.app import make_app
from vedette.show.web.marks import Mark, crop, cut_pieces
from vedette.show.web.pages import PAGES
from vedette.show.web.server import address_of, is_loopback

THING = Thing(id="iskander-m", kind="system", name="9K720 Iskander-M", names={"en": ("Iskander-M",)})


class Answer:
    def __init__(self, messages: list[Message]) -> None:
        self.status: int = messages[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
        self.text = b"".join(message.get("body", b"") for message in messages[1:]).decode()


def ask(app: Starlette, address: str, *, host: str = "127.0.0.1:8765") -> Answer:
    parts = urlsplit(address)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "root_path": "",
        "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(),
        "headers": [(b"host", host.encode())], "server": ("127.0.0.1", 8765), "client": ("127.0.0.1", 1),
    }  # fmt: skip
    messages: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(60)  # nobody hangs up
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(app(scope, receive, send))
    return Answer(messages)


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture
def view(invented_casebook: Path) -> Iterator[View]:
    with open_casebook(invented_casebook) as book:
        yield View(book, Names([THING]))


@pytest.fixture
def app(view: View) -> Starlette:
    return make_app(view)


@pytest.fixture
def pages(view: View) -> list[str]:
    document = next(document.key for document in view.documents.values() if document.id == "rewrite-1")
    return [
        "/timeline", "/timeline?system=Iskander-M&kind=training", "/search", "/search?q=specialists", "/conflicts", "/doubts",
        "/events/e-training1", "/events/e-movement1", "/claims/c-movement3", "/claims/c-denial5", f"/documents/{document}",
        "/things/iskander-m", "/sources?name=North%20Example", "/sources?name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ]  # fmt: skip


def test_every_page_answers_and_has_a_json_twin(app: Starlette, pages: list[str]) -> None:
    assert {path.split("/")[1] for path, _ in PAGES} <= {page.split("/")[1].partition("?")[0] for page in pages}
    for page in pages:
        answer = ask(app, page)
        assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8"), page
        path, _, query = page.partition("?")
        twin = ask(app, f"{path}.json" + (f"?{query}" if query else ""))
        assert (twin.status, twin.headers["content-type"]) == (200, "application/json"), page
        assert json.loads(twin.text) is not None


def test_gathered_markup_stays_text(app: Starlette, pages: list[str]) -> None:
    seen = 0
    for page in [*pages, "/timeline?system=%3Cscript%3Ealert(1)%3C/script%3E", "/events/%3Cscript%3Ealert(1)%3C"]:
        text = ask(app, page).text
        tags = Tags(text).found
        seen += "alert(1)" in text
        assert not {"script", "img", "style", "iframe", "object"} & {tag for tag, _ in tags}, page
        assert not [attributes for _, attributes in tags for name in attributes if name.startswith("on") or name == "style"], page
        links = [attributes.get("href") or attributes.get("src") or "/" for _, attributes in tags]
        assert all(link.startswith(("/", "#")) and not link.startswith("//") for link in links), page
    assert seen >= 5


def test_pages_forbid_foreign_content(app: Starlette) -> None:
    for page in ("/timeline", "/timeline.json", "/static/style.css", "/nothing"):
        headers = ask(app, page).headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "192.168.1.7:8765", "localhost"])
def test_our_own_names_are_answered(app: Starlette, host: str) -> None:
    assert ask(app, "/timeline", host=host).status == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "localhost.evil.example:1"])
def test_a_rebound_name_gets_nothing(app: Starlette, host: str) -> None:
    answer = ask(app, "/timeline", host=host)
    assert (answer.status, json.loads(answer.text)["ok"]) == (421, False)


def test_errors_have_one_form(app: Starlette) -> None:
    assert json.loads(ask(app, "/events/e-none.json").text)["ok"] is False
    assert [ask(app, page).status for page in ("/events/e-none", "/claims/e-training1", "/nothing")] == [404, 404, 404]
    assert [ask(app, page).status for page in ("/timeline?kind=attack", "/timeline?from=soon", "/doubts?document=x")] == [
        400,
        400,
        400,
    ]
    assert "no kind of event" in ask(app, "/timeline?kind=attack").text


def test_the_claim_page_marks_the_words(app: Starlette) -> None:
    text = ask(app, "/claims/c-movement3").text
    assert '<mark class="sentence field date" data-label="date">on a Friday in early May</mark>' in text
    assert "3 May 2024: 1 for" in text


def test_the_timeline_shows_the_undated_apart(app: Starlette) -> None:
    text = ask(app, "/timeline").text
    assert text.index("Without a date that could be settled") < text.index("/events/e-readiness1")
    assert text.index("/events/e-training1") < text.index("Without a date")


MARKS = st.lists(st.builds(Mark, st.integers(-3, 40), st.integers(-3, 40), st.sampled_from(["sentence", "field"])), max_size=8)


@given(st.text(max_size=40), MARKS)
def test_pieces_are_the_text(text: str, marks: list[Mark]) -> None:
    pieces = cut_pieces(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    assert sum(len(piece.begins) for piece in pieces) == sum(0 <= mark.start < mark.stop <= len(text) for mark in marks)


def test_cropping_keeps_what_is_marked() -> None:
    pieces = crop(cut_pieces(f"{'a ' * 50}b{' c' * 50}", [Mark(100, 101, "field")]), room=10)
    assert "".join(piece.text for piece in pieces) == "… a a a a b c c c c …"


def test_addresses() -> None:
    assert (address_of("::1", 1), address_of("127.0.0.1", 2)) == ("http://[::1]:1/", "http://127.0.0.1:2/")
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")] == [
        True,
        True,
        True,
        False,
        False,
    ]
