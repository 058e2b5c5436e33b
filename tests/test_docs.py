"""The documentation builds without a warning: its links lead somewhere, and what the reference names exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

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


def test_the_files_that_contributing_names_exist() -> None:
    named = re.findall(
        r"`((?:timeline|tests|docs)/[\w/.-]+?)/?`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    )
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
