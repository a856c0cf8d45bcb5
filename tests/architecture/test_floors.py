"""The import law: arrows go down only, and the stations on one floor never import each other."""

import ast
from pathlib import Path

import vedette

ROOT = Path(vedette.__file__).parent
FLOORS = [
    "errors",
    "model",
    "lang knowledge settings",
    "gather mark extract resolve trace ledger",
    "ask pipeline",
    "engine",
    "show",
]
FLOOR = {room: n for n, rooms in enumerate(FLOORS) for room in rooms.split()}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> list[str]:
    """Every room that a file imports, under TYPE_CHECKING and inside functions too."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide arrows"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return [parts[1] for parts in (name.split(".") for name in names) if parts[0] == "vedette" and len(parts) > 1]


def test_arrows_go_down_only() -> None:
    seen = 0
    for path in sorted(ROOT.rglob("*.py")):
        room = room_of(path)
        if room in ("__init__", "__main__"):
            continue
        for other in imported_rooms(ast.parse(path.read_text(encoding="utf-8"))):
            if other == "__version__":
                continue
            seen += 1
            assert room in FLOOR, f"{path}: a room without a floor"
            assert other == room or FLOOR[other] < FLOOR[room], f"{path}: {room} -> {other}"
    assert seen > 20


def test_the_law_sees_hidden_imports() -> None:
    hidden = "if TYPE_CHECKING:\n    import vedette.show.cli\ndef f():\n    from vedette import ledger\n"
    assert imported_rooms(ast.parse(hidden)) == ["show", "ledger"]
