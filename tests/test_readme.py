"""The README's commands are run as a newcomer types them."""

from __future__ import annotations

import os
import re
import shlex
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


COMMANDS = """
import os, shlex, sys
from timeline.cli import main
for line in sys.argv[1:]:
    print(line, file=sys.stderr)
    command, *arguments = shlex.split(line)
    if command == "cd":
        os.chdir(arguments[0])
    else:
        main(arguments, standalone_mode=False)
"""


def test_the_newcomers_commands(tmp_path: Path) -> None:
    """All in one process, which loads the pipeline once. `timeline serve` is left to the browser tests."""
    lines = [line for line in shell_lines() if not line.startswith("make ") and line != "timeline serve"]
    assert {line.split()[0] for line in lines} == {"timeline", "cd"}
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, *lines], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    (here,) = [tmp_path / line.removeprefix("cd ") for line in lines if line.startswith("cd ")]
    assert (here / "site" / "index.html").is_file()
    assert (here / "timeline.yaml").is_file()


def test_the_command_is_installed(tmp_path: Path) -> None:
    assert call("timeline --version", tmp_path).returncode == 0


def test_the_python_example() -> None:
    (code,) = [block for kind, block in BLOCKS if kind == "python"]
    *statements, last = code.strip().splitlines()
    expression, expected = last.split("  # ")
    names: dict[str, object] = {}
    exec("\n".join(statements), names)  # in this process, which may have loaded the pipeline already
    assert repr(eval(expression, names)) == expected
