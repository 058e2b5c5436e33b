"""Every public function that another room calls documents its arguments and its result."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_architecture import PACKAGE, room_of, rooms, tree_of

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_path(module: str) -> Path | None:
    """The file of a module of the package; None for another module."""
    parts = module.split(".")
    if parts[0] != "timeline":
        return None
    folder = PACKAGE.joinpath(*parts[1:])
    return next((path for path in (folder / "__init__.py", folder.with_suffix(".py")) if path.is_file()), None)


def defined(path: Path, name: str) -> tuple[Path, Function] | None:
    """The function that a file's `name` is, followed through packages that hand names on; None for anything else."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function) and node.name == name and node in tree_of(path).body:
            return path, node
        if isinstance(node, ast.ImportFrom) and node.module and (home := module_path(node.module)) not in (None, path):
            for alias in node.names:
                if (alias.asname or alias.name) == name and home is not None:
                    return defined(home, alias.name)
    return None


def called_elsewhere() -> Iterator[tuple[Path, Function]]:
    """The public functions that a file imports from another room, by name or as a module's attribute."""
    for path in rooms():
        modules: dict[str, Path] = {}
        used: set[tuple[Path, str]] = set()
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and node.module and (home := module_path(node.module)):
                for alias in node.names:
                    module = module_path(f"{node.module}.{alias.name}")
                    if module is None:
                        used.add((home, alias.name))
                    else:
                        modules[alias.asname or alias.name] = module
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                used.add((modules[node.value.id], node.attr))
        for home, name in used:
            found = None if name.startswith("_") else defined(home, name)
            if found and room_of(found[0]) != room_of(path):
                yield found


def undocumented(function: Function) -> list[str]:
    """The parts of a function's docstring that are not there: "Args", "Returns"; "Whether …" says what is returned."""
    docstring = ast.get_docstring(function) or ""
    given = function.args
    takes = bool(given.posonlyargs or given.args or given.kwonlyargs or given.vararg or given.kwarg)
    result = ast.unparse(function.returns) if function.returns else "None"
    returns = result not in ("None", "NoReturn") and not (result == "bool" and docstring.startswith("Whether "))
    is_generator = any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))
    wanted = (("Args", takes), ("Yields" if is_generator else "Returns|Yields", returns and takes))
    return [part for part, needed in wanted if needed and not re.search(rf"(?m)^(?:{part}):$", docstring)]


def test_what_other_rooms_call_documents_its_arguments_and_its_result() -> None:
    """A function without arguments says all in its summary."""
    functions = {(str(path.relative_to(PACKAGE)), each.name): each for path, each in called_elsewhere()}
    assert len(functions) > 100
    lacking = {f"{path}: {name}": lacks for (path, name), each in functions.items() if (lacks := undocumented(each))}
    assert lacking == {}
