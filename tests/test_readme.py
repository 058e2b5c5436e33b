"""The README's commands are run as a newcomer types them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|python)\n(.*?)```", README, re.DOTALL)


def shell_lines() -> list[str]:
    blocks = [block for kind, block in BLOCKS if kind == "sh"]
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.split("#")[0].strip()]


def environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def call(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        shlex.split(line), cwd=cwd, env=environment(), capture_output=True, text=True, timeout=300, check=False
    )


def test_pictures_and_links_lead_somewhere() -> None:
    inside = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert any(target.endswith(".png") for target in inside)
    assert [target for target in inside if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("line", [line for line in shell_lines() if line.startswith("make ")])
def test_make_targets_exist(line: str) -> None:
    shown = call(f"{line} --dry-run", ROOT)
    assert shown.returncode == 0, shown.stderr


def test_the_newcomers_commands(tmp_path: Path) -> None:
    """`timeline serve` is left to the browser tests: it does not end."""
    here = tmp_path
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for line in shell_lines():
        if line.startswith("make ") or line == "timeline serve":
            continue
        if line.startswith("cd "):
            here /= line.removeprefix("cd ")
            shutil.copytree(tmp_path / "seeds", here / "seeds")
            continue
        done = call(line, here)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert (here / "site" / "index.html").is_file()
    assert (here / "timeline.yaml").is_file()


def test_the_python_example() -> None:
    (code,) = [block for kind, block in BLOCKS if kind == "python"]
    *statements, last = code.strip().splitlines()
    expression, expected = last.split("  # ")
    program = "\n".join([*statements, f"print(repr({expression}))"])
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)
    assert shown.stdout.strip() == expected
