"""The server: this machine only, unless told otherwise."""

import errno
import socket
import sys
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn

from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.show.output import note
from vedette.show.web.app import make_app

LAST_PORT = 65535


def serve_view(view: View, *, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves until interrupted; `tell` gets the address once the port is ours. Raises QuestionError where it cannot be had."""
    with take_port(host, port) as taken:
        if not is_loopback(host):
            note(f"vedette: {host}: other machines can reach these pages, without a password")
        tell(address_of(host, taken.getsockname()[1]))
        sys.stdout.flush()
        server = uvicorn.Server(
            uvicorn.Config(
                make_app(view, host=host), log_level="warning", lifespan="off", ws="none", server_header=False, loop="asyncio"
            )
        )
        try:
            server.run(sockets=[taken])
        except KeyboardInterrupt:
            note("vedette: served until interrupted")


def take_port(host: str, port: int) -> socket.socket:
    if not 0 <= port <= LAST_PORT:
        raise QuestionError(f"no port has this number; 0 to {LAST_PORT}", where=f"{host}:{port}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        message = (
            "the port is taken; choose another with --port, or 0 for any free one" if taken else f"cannot listen there: {error}"
        )
        raise QuestionError(message, where=f"{host}:{port}") from error


def address_of(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
