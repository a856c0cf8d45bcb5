"""docs/commands.md tells of every command and every option, and of no other."""

import argparse
import re
from pathlib import Path

from vedette.show.export.exporter import EXPORTERS
from vedette.show.parser import COMMANDS, make_parser

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## vedette (\w+)[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S))


def parsers() -> dict[str, argparse.ArgumentParser]:
    (chosen,) = (action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(chosen.choices)


def test_every_command_has_its_section() -> None:
    assert list(SECTIONS) == list(COMMANDS)


def test_every_option_is_told_where_it_belongs() -> None:
    for name, parser in parsers().items():
        options = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
        told = set(re.findall(r"`(--[\w-]+)", SECTIONS[name]))
        assert told == options - {"--help", "--json"}, name
        words = {str(action.metavar) for action in parser._actions if not action.option_strings}
        assert all(word in SECTIONS[name] for word in words), name


def test_every_format_is_told() -> None:
    assert all(f"| `{exporter.name}` |" in SECTIONS["export"] for exporter in EXPORTERS)
