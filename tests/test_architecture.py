"""The table of allowed imports: one direction, and no stage knows another."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline"
BENEATH = {"model", "calendar", "collector", "languages", "wording"}
STAGES = {"articles", "nlp", "expressions", "dates", "events", "merge", "document", "pages"}
COMPOSERS = {"reading", "build", "plugin", "cli", "__init__"}

ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "calendar": {"model"},
    "collector": set(),
    "wording": {"model", "calendar"},
    "languages": {"model", "calendar"},
    **dict.fromkeys(STAGES, BENEATH),
    "annotation": {"model", "calendar"},
    "evaluation": BENEATH,
    "theme": set(),
    "reading": BENEATH | {"annotation", "nlp", "expressions", "dates", "events"},
}


def rooms() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported_rooms(path: Path) -> set[str]:
    """Every room that a file imports, function-level imports too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("timeline.")}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the direction"
            if node.module == "timeline":
                found |= {
                    alias.name
                    for alias in node.names
                    if (PACKAGE / alias.name).exists() or (PACKAGE / f"{alias.name}.py").exists()
                }
            elif node.module and node.module.startswith("timeline."):
                found.add(node.module.split(".")[1])
    return found


@pytest.mark.parametrize("path", rooms(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    if room in COMPOSERS - {"reading"}:
        return
    allowed = ALLOWED[room] | {room}
    assert imported_rooms(path) <= allowed, f"{room} may import only {sorted(allowed)}"


@pytest.mark.parametrize("path", rooms(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_reads_the_clock(path: Path) -> None:
    clocks = {"today", "now", "utcnow", "localtime", "gmtime"}
    calls = [
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    assert not clocks & set(calls)
