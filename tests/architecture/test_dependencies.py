"""What is imported is declared, what is declared is locked with hashes and explained, and nothing else is."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import vedette

PACKAGE = Path(vedette.__file__).parent
ROOT = PACKAGE.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Import names that differ from the name of the distribution, or that come with another one.
BROUGHT_BY = {
    "ahocorasick": "pyahocorasick", "ufal": "ufal-udpipe", "slovnet": "natasha", "navec": "natasha", "razdel": "natasha",
    "numpy": "spacy", "thinc": "spacy",
}  # fmt: skip


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~; \[]", name)[0]).lower()


def declared() -> set[str]:
    return {plain(line) for line in PROJECT["dependencies"]}


def imported_distributions() -> set[str]:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return {BROUGHT_BY.get(name, plain(name)) for name in found - sys.stdlib_module_names - {"vedette"}}


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    assert imported_distributions() == declared()


def test_every_dependency_is_locked_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = {plain(block.split("==")[0]): block for block in re.split(r"\n(?=[a-zA-Z])", lock)}
    assert declared() <= set(blocks)
    assert all("--hash=sha256:" in block for block in blocks.values())


def test_every_dependency_has_its_reason_and_licence() -> None:
    table = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()
    rows = [line for line in table.splitlines() if line.startswith("|")]
    explained = " ".join(line.split("|")[1] for line in rows)
    assert {name for name in declared() if name not in explained.replace("ufal.udpipe", "ufal-udpipe")} == set()
