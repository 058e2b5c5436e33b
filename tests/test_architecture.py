"""The table of allowed imports: one direction, and no stage knows another."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import takewhile
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline"
TRAINING = PACKAGE.parent / "training"
BENEATH = {"model", "calendar", "first_use", "gc_pause", "languages", "lines", "i18n"}
READING = BENEATH - {"i18n"}
"""A new text of the interface must not make what was read of articles invalid."""
COMPOSERS = {"workflow", "site.mkdocs", "cli", "__init__"}
"""Rooms that may import every other."""

ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "calendar": {"model"},
    "first_use": set(),
    "gc_pause": set(),
    "i18n": {"model", "calendar"},
    "languages": {"model", "calendar"},
    "lines": {"model", "languages"},
    **dict.fromkeys(("nlp", "timex", "events"), READING),
    **dict.fromkeys(("articles", "coref", "document", "site"), BENEATH),
    "annotation": {"model", "calendar"},
    "archive": {"first_use", "model", "calendar", "annotation"},
    "evaluation": BENEATH,
    "annotator": READING | {"annotation", "nlp", "timex", "events"},
}
MOST_LINES = 350
MOST_FILES = 12


def rooms() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    if relative.parts[:2] == ("site", "mkdocs"):
        return "site.mkdocs"  # the plugin composes, as the command line does
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported_rooms(path: Path) -> set[str]:
    """Every room that a file imports, function-level imports too."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
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


def by_path(faults: Callable[[Path], Collection[str]]) -> dict[str, Collection[str]]:
    """The files of the package that have faults, with them."""
    found = {str(path.relative_to(PACKAGE)): faults(path) for path in rooms()}
    return {path: faults_ for path, faults_ in found.items() if faults_}


def forbidden_imports(path: Path) -> set[str]:
    room = room_of(path)
    return set() if room in COMPOSERS else imported_rooms(path) - ALLOWED[room] - {room}


def test_imports_go_one_way() -> None:
    assert by_path(forbidden_imports) == {}


def clocks_read(path: Path) -> set[str]:
    calls = {
        node.func.attr
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    return calls & {"today", "now", "utcnow", "localtime", "gmtime"}


def test_nothing_reads_the_clock() -> None:
    assert by_path(clocks_read) == {}


def _imported_modules(path: Path) -> set[str]:
    found: set[str] = set()
    for node in tree_of(path).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("timeline"):
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_no_module_imports_itself_through_others() -> None:
    """Imports at the head of a module form no cycle; packages that only hand names on count as well."""
    names = {".".join(("timeline", *path.relative_to(PACKAGE).with_suffix("").parts)): path for path in rooms()}
    modules = {name.removesuffix(".__init__"): path for name, path in names.items()}
    graph = {
        name: {
            other
            for other in _imported_modules(path) & modules.keys()
            if other != name and not name.startswith(f"{other}.")
        }
        for name, path in modules.items()
    }
    TopologicalSorter(graph).prepare()


def imports_of_folders() -> dict[tuple[str, ...], dict[str, set[str]]]:
    """For each folder, which of its folders import which other ones."""
    found: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for path in rooms():
        own = path.relative_to(PACKAGE.parent).with_suffix("").parts[:-1]
        for module in _imported_modules(path):
            other = tuple(module.split("."))
            if not PACKAGE.parent.joinpath(*other).is_dir():
                other = other[:-1]
            shared = len([*takewhile(lambda pair: pair[0] == pair[1], zip(own, other, strict=False))])
            if shared < min(len(own), len(other)) and PACKAGE.parent.joinpath(*other[: shared + 1]).is_dir():
                found.setdefault(own[:shared], {}).setdefault(own[shared], set()).add(other[shared])
    return found


def is_entangled(folders: dict[str, set[str]]) -> bool:
    try:
        TopologicalSorter(folders).prepare()
    except CycleError:
        return True
    return False


def test_the_folders_of_a_room_import_one_way() -> None:
    whole = imports_of_folders()
    whole.pop(("timeline",))  # see `ALLOWED`
    assert {".".join(folder[1:]) for folder, folders in whole.items() if is_entangled(folders)} == set()


@pytest.mark.parametrize("package", [PACKAGE, TRAINING])
def test_no_file_is_too_long(package: Path) -> None:
    lines = {
        str(path.relative_to(package)): len(path.read_text("utf-8").splitlines()) for path in package.rglob("*.py")
    }
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


@pytest.mark.parametrize("package", [PACKAGE, TRAINING])
def test_no_folder_is_too_full(package: Path) -> None:
    """Texts that are learnt from are no code: `training/press/written/stories`."""
    folders = {path.parent for path in package.rglob("*") if path.is_file() and path.parent.name != "__pycache__"}
    full = {
        str(folder.relative_to(package)): count
        for folder in folders
        if "written" not in folder.parts and (count := sum(child.is_file() for child in folder.iterdir())) > MOST_FILES
    }
    assert full == {}


def test_no_file_of_a_mistyped_redirection_lies_at_the_top() -> None:
    """`head > 40` writes a file named 40; thirteen of them were once committed."""
    top = {path.name for path in PACKAGE.parent.iterdir() if path.is_file() and not path.name.startswith(".")}
    assert {name for name in top if "." not in name} <= {"LICENSE", "Makefile"}


def subtypes_asked(path: Path) -> set[str]:
    """The relations with a subtype that a tree is asked for; it compares them without, so that none is ever found."""
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    asked = (
        node for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr in ("first", "dependents")
    )
    words = (one.value for node in asked for one in node.args if isinstance(one, ast.Constant))
    return {word for word in words if isinstance(word, str) and ":" in word}


def test_relations_are_asked_without_their_subtype() -> None:
    assert by_path(subtypes_asked) == {}
