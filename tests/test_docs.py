"""The documentation builds without a warning: its links lead somewhere, and what the reference names exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def test_the_documentation_builds(tmp_path: Path) -> None:
    made = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--strict",
            "-f",
            str(ROOT / "docs.yml"),
            "-d",
            str(tmp_path),
        ],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert "granularity" in (tmp_path / "reference" / "index.html").read_text(encoding="utf-8").lower()


def test_every_page_is_in_the_navigation() -> None:
    pages = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert pages == set(re.findall(r"\b[a-z-]+\.md\b", (ROOT / "docs.yml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md", "docs/method.md", "docs/scale.md"])
def test_the_files_that_a_page_names_exist(page: str) -> None:
    """A name may leave out the folders that its sentence is about: `events/dating/options.py`, `search.py`."""
    named = re.findall(r"`([\w/-]+\.(?:py|toml|tsv|txt|md))`", (ROOT / page).read_text(encoding="utf-8"))
    folders = ("timeline", "tests", "training", "benchmarks", "docs")
    paths = [f"/{path.relative_to(ROOT)}" for folder in folders for path in (ROOT / folder).rglob("*.*")]
    paths += [f"/{path.name}" for path in ROOT.glob("*.*")]
    assert named
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in paths)] == []


def test_the_architecture_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "timeline").iterdir() if path.is_dir() or path.suffix == ".py"}
    told = set(re.findall(r"(?m)^\| `(\w+)", page))
    assert {room for room in rooms if not room.startswith("__")} - told == set()
