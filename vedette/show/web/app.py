"""The web application: a page and its JSON twin for each row of PAGES, the style sheet, and errors in both forms."""

from collections.abc import Awaitable, Callable

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from vedette.ask.view import View
from vedette.errors import Error, QuestionError
from vedette.show.web.guard import Guard
from vedette.show.web.pages import PAGES, Maker, Page
from vedette.show.web.templates import HERE, make_environment

Handler = Callable[[Request], Awaitable[Response]]
TWIN = ".json"
BAD_QUESTION, NOT_FOUND = 400, 404


class Site:
    """Answers from one view, which is made anew when the casebook has changed. Handlers run on the thread that opened it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.environment = make_environment()
        self.stamp = self.read_stamp()

    def read_stamp(self) -> int:
        """A number that SQLite changes when another connection has written."""
        stamp: int = self.view.book.connection.execute("PRAGMA data_version").fetchone()[0]
        return stamp

    def fresh_view(self) -> View:
        stamp = self.read_stamp()
        if stamp != self.stamp:
            self.view, self.stamp = View(self.view.book, self.view.names), stamp
        return self.view

    def handler(self, make: Maker, *, is_twin: bool) -> Handler:
        async def answer(request: Request) -> Response:
            view, key = self.fresh_view(), request.path_params.get("key", "")
            try:
                page = make(view, key, request.query_params)
            except QuestionError as error:
                return self.show_error(request, str(error), NOT_FOUND if key else BAD_QUESTION)
            return json_response(page.data) if is_twin else self.show_page(request, page, view)

        return answer

    def show_page(self, request: Request, page: Page, view: View) -> Response:
        twin = request.url.path + TWIN + (f"?{request.url.query}" if request.url.query else "")
        template = self.environment.get_template(page.template)
        return HTMLResponse(template.render(data=page.data, view=view, twin=twin, path=request.url.path, **page.more))

    def show_error(self, request: Request, message: str, status: int) -> Response:
        if request.url.path.endswith(TWIN):
            return json_response({"ok": False, "error": message}, status)
        template = self.environment.get_template("error.html")
        return HTMLResponse(template.render(message=message, status=status, twin=None, path=request.url.path), status)

    async def http_error(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else NOT_FOUND
        return self.show_error(request, error.detail if isinstance(error, HTTPException) else str(error), status)

    async def own_error(self, request: Request, error: Exception) -> Response:
        return self.show_error(request, str(error), 500)


def json_response(data: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(data), status, media_type="application/json")


async def go_to_timeline(request: Request) -> Response:
    return RedirectResponse("/timeline")


def make_app(view: View, *, host: str = "127.0.0.1") -> Starlette:
    """The site over a view whose book stays open."""
    site = Site(view)
    routes: list[Route | Mount] = [Route("/", go_to_timeline)]
    for path, make in PAGES:
        # the twin first: a key may hold a full stop, too
        routes.append(Route(path + TWIN, site.handler(make, is_twin=True)))
        routes.append(Route(path, site.handler(make, is_twin=False)))
    routes.append(Mount("/static", StaticFiles(directory=HERE / "static")))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, host=host)],
        exception_handlers={HTTPException: site.http_error, Error: site.own_error},
    )
