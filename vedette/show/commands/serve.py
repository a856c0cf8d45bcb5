"""vedette serve: the casebook as web pages on this machine."""

import argparse

from vedette.show.casebook import open_view
from vedette.show.output import print_json_lines, print_text
from vedette.show.web.server import serve_view


def run(arguments: argparse.Namespace) -> int:
    def tell(address: str) -> None:
        if arguments.json:
            print_json_lines([{"address": address}])
        else:
            print_text(f"{address}\n")

    with open_view(arguments.casebook) as view:
        serve_view(view, host=arguments.host, port=arguments.port, tell=tell)
    return 0
