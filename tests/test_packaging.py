"""What a user installs holds everything that it needs: the model, the words, the templates, the starter."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.test_architecture import rooms, tree_of

MOST_BYTES = 20_000_000


def test_the_wheel(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert wheel.stat().st_size < MOST_BYTES
    source = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "timeline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert source - inside == set()
    assert not [name for name in inside if name.startswith(("tests/", "training/", "seeds/"))]


def direct_requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def required(found: Distribution, extras: set[str]) -> Iterator[Requirement]:
    """What a distribution requires here, with these of its extras."""
    for each in map(Requirement, found.requires or ()):
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield each


def test_no_library_comes_only_through_an_extra_that_an_older_pip_does_not_know() -> None:
    """Before 23.3, pip compares the names of extras as they are spelled: `lxml[html_clean]` is not `html-clean`."""
    direct = {canonicalize_name(each.name) for each in direct_requirements()}
    waiting, seen, lost = direct_requirements(), set[tuple[str, str]](), set[str]()
    while waiting:
        each = waiting.pop()
        key = (canonicalize_name(each.name), ",".join(sorted(each.extras)))
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(each.name)
        except PackageNotFoundError:
            continue  # of another system
        spelled = set(found.metadata.get_all("Provides-Extra") or ())
        waiting += required(found, set(each.extras) & spelled)
        for extra in set(each.extras) - spelled:
            behind = {canonicalize_name(one.name) for one in required(found, {extra})}
            without = {canonicalize_name(one.name) for one in required(found, set())}
            lost |= behind - without - direct
    assert lost == set()


WITHOUT_IMPORT = {"dateparser", "tzdata", "lxml-html-clean"}
"""What htmldate, the standard library's `zoneinfo` and trafilatura's justext read."""


def imported_libraries() -> Iterator[str]:
    """The distributions of all that the package imports."""
    known = packages_distributions()
    for node in (node for path in rooms() for node in ast.walk(tree_of(path))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            yield from map(canonicalize_name, known.get(name.partition(".")[0], ()))


def test_the_package_imports_every_library_that_it_asks_for() -> None:
    wanted = {canonicalize_name(each.name) for each in direct_requirements()}
    assert wanted - set(imported_libraries()) == WITHOUT_IMPORT
