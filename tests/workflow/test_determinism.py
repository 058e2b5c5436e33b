"""Building twice gives identical bytes, from any folder, in any time zone and locale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, contents

BUILD = """
import sys
from timeline.cli import main
for file in sys.argv[1:]:
    main(["build", file], standalone_mode=False)
"""


def project(folder: Path) -> Path:
    for name in ("seeds", "site_src", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path in ROOT.glob("*.yaml"):
        shutil.copy(path, folder)
    return folder


def built(*folders: Path, cwd: Path, **environment: str) -> None:
    """Builds projects one after the other in one process."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, *(os.path.relpath(folder / "timeline.yaml", cwd) for folder in folders)],
        cwd=cwd,
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr


def test_same_bytes_anywhere_and_again(tmp_path: Path) -> None:
    here, there = project(tmp_path / "here"), project(tmp_path / "a folder é")
    built(here, cwd=here, TZ="Europe/Paris", LC_ALL="C.UTF-8")
    first = contents(here)
    own_cache = str(tmp_path / "cache")
    built(there, here, cwd=tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", XDG_CACHE_HOME=own_cache)
    second, again = contents(there), contents(here)
    assert first.keys() == second.keys() == again.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert [name for name in first if first[name] != again[name]] == []
