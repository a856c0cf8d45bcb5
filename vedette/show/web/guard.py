"""What every answer of the server is guarded by: the Host that was asked for, and the headers that forbid foreign content."""

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Answers 421 to a Host that is neither this machine, nor an address in figures, nor the name it was told to listen on.

    A page elsewhere that rebinds its own name to 127.0.0.1 comes with that name as its Host, and gets nothing.
    """

    def __init__(self, app: ASGIApp, *, host: str) -> None:
        self.app = app
        self.names = {"localhost", host.casefold()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        asked = Headers(scope=scope).get("host", "")
        if self.is_ours(asked):
            await self.app(scope, receive, send_guarded)
        else:
            refusal = JSONResponse({"ok": False, "error": "this server does not answer to that name"}, status_code=421)
            await refusal(scope, receive, send_guarded)

    def is_ours(self, asked: str) -> bool:
        name = host_of(asked)
        return name in self.names or is_address(name)


def host_of(asked: str) -> str:
    """The name without its port; IPv6 addresses lose their brackets."""
    if asked.startswith("["):
        return asked[1:].partition("]")[0]
    return asked.rpartition(":")[0].casefold() if ":" in asked else asked.casefold()


def is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
