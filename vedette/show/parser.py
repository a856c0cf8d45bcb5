"""The command line, declared: each command with its sentence, its module and its arguments; nothing heavy is imported here."""

import argparse
from collections.abc import Callable
from typing import NamedTuple

import vedette

Adder = Callable[[argparse.ArgumentParser], None]
CASEBOOK = "the casebook: a folder"
PORT = 8765


class Command(NamedTuple):
    """`module` has a function `run(arguments) -> int`, imported only when the command is chosen."""

    sentence: str
    module: str
    add: Adder


def add_casebook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("casebook", metavar="CASEBOOK", help=CASEBOOK)


def add_read(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help="files, folders or addresses")


def add_filters(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    what = parser.add_argument_group("filters on the episode (repeat one for several choices)")
    what.add_argument("--system", action="append", default=[], metavar="NAME", help="a weapon system, in any spelling known")
    what.add_argument("--actor", action="append", default=[], metavar="NAME", help="an actor or person, with what belongs to it")
    what.add_argument("--place", action="append", default=[], metavar="NAME", help="a place, with the places within it")
    which = parser.add_argument_group("filters on its events")
    which.add_argument("--kind", action="append", default=[], metavar="KIND", help="training, exercise, transfer, …")
    which.add_argument("--from", dest="since", metavar="DATE", help="first day, month or year: 2023-04-01, 2023-04, 2023")
    which.add_argument("--to", dest="until", metavar="DATE", help="last day, month or year")
    which.add_argument("--said-by", action="append", default=[], metavar="NAME", help="a claimant, with what belongs to it")
    which.add_argument("--language", action="append", default=[], metavar="CODE", help="reported in this language: en, ru, be, …")


def add_entry(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("id", metavar="ID", help="of an event, claim, document, source or thing")


def add_trace(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("id", metavar="ID", help="of an event, claim or document")


def add_ladder(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("--actor", required=True, metavar="NAME", help="an actor, with what belongs to it")
    parser.add_argument("--system", required=True, metavar="NAME", help="a weapon system, in any spelling known")


def add_doubts(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("--document", metavar="ID", help="only those of this document")


def add_search(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("words", metavar="WORDS", nargs="+", help="words that stand in the documents")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many documents (default 50)")


def add_export(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument(
        "--to", required=True, metavar="FORMAT", help="claims, events, origins, copies, repairs, commentary or csv"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to stdout")
    parser.add_argument("--raw", action="store_true", help="csv for machines: cells that begin like a formula stay as they are")


def add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="WHAT", help="claims, events, repairs, commentary, origins or copies")
    parser.add_argument("gold", metavar="GOLD", help="gold, or the lineage for origins and copies: JSON lines")
    parser.add_argument("predicted", metavar="PREDICTED", help="what `vedette export` printed: JSON lines")
    parser.add_argument("--reports", metavar="FILE", help="the texts, to check that every field stands at its offsets")
    parser.add_argument("--lang", metavar="CODE", help="only documents whose id begins with this language code")


def add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="HOST", help="address to listen on (default 127.0.0.1, this machine)"
    )
    parser.add_argument(
        "--port", type=int, default=PORT, metavar="N", help=f"port to listen on (default {PORT}; 0: any free one)"
    )


def add_serve(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    add_address(parser)


def add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--casebook", default="demo-casebook", metavar="DIR", help="where it is kept (default ./demo-casebook)")
    parser.add_argument(
        "--port", type=int, default=PORT, metavar="N", help=f"port of the web pages (default {PORT}; 0: any free one)"
    )
    serving = parser.add_mutually_exclusive_group()
    serving.add_argument("--serve", action="store_true", help="serve the web pages even where nobody sits at a terminal")
    serving.add_argument("--no-serve", action="store_true", help="print and end")


def commands_in(folder: str, rows: tuple[tuple[str, str, Adder], ...]) -> dict[str, Command]:
    return {name: Command(sentence, f"{folder}.{name}", add) for name, sentence, add in rows}


COMMANDS = commands_in(
    "vedette.show.commands",
    (
        ("demo", "the sample casebook: gathered, read, shown in the browser", add_demo),
        ("new", "an empty casebook", add_casebook),
        ("read", "documents into a casebook, and what they claim", add_read),
        ("timeline", "what is said to have happened, in order, and according to whom", add_filters),
        ("show", "an event, claim, document, source or thing, with its words", add_entry),
        ("trace", "who copied whom, and how many origins stand behind it", add_trace),
        ("ladder", "an actor's milestones with a system, from promise to duty", add_ladder),
        ("conflicts", "claims that cannot all be true", add_casebook),
        ("doubts", "what was not understood or not decided", add_doubts),
        ("search", "documents that hold these words", add_search),
        ("export", "the casebook's records as files for other tools", add_export),
        ("verify", "evidence and journal unaltered", add_casebook),
        ("serve", "the casebook as web pages on this machine", add_serve),
        ("evaluate", "scores of an export against gold", add_evaluate),
    ),
)


def make_parser() -> argparse.ArgumentParser:
    """The whole command line; every command takes `--json`."""
    parser = argparse.ArgumentParser(prog="vedette", description=vedette.__doc__, epilog="`vedette COMMAND --help` tells more.")
    parser.add_argument("--version", action="version", version=f"vedette {vedette.__version__}")
    chosen = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        one = chosen.add_parser(name, help=command.sentence, description=f"{name}: {command.sentence}.")
        command.add(one)
        one.add_argument("--json", action="store_true", help="one JSON object a line, or one object")
    return parser
