"""No command looks a name up, opens a connection, or writes into the user's folders beside our own cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TRAP = """
import socket, sys

def refused(event, arguments):
    if event.startswith(("socket.get", "socket.connect", "socket.sendto")) and event != "socket.gethostname":
        where = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        host = where[0] if isinstance(where, tuple) else where
        if host not in ("127.0.0.1", "::1", "localhost"):
            with open(TOLD, "a") as file:
                file.write(f"{event} {where}\\n")
            raise OSError("trapped")

sys.addaudithook(refused)
"""
RUN = """
import os, shutil, sys, time
from pathlib import Path
from click.testing import CliRunner
from timeline.cli import main

FAILS = ("accept nobody",)
for line in sys.argv[1:]:
    done = CliRunner().invoke(main, line.split())
    assert done.exit_code == (line in FAILS), (line, done.output, done.exception)
    if line == "new p":
        os.chdir("p")
time.sleep(1)
"""
COMMANDS = (
    "new p",
    "update",
    "check",
    "build",
    "pages out",
    "fmt",
    "accept nobody",
    "annotate articles",
    "date hier --on 2022-12-21",
    "schema",
    "add mkdocs.yml",
)


def test_nothing_is_sent(tmp_path: Path) -> None:
    """Once onnxruntime asked for a name of its maker some seconds after the first reading."""
    told, hooks = tmp_path / "told", tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(f"TOLD = {str(told)!r}\n{TRAP}", encoding="utf-8")
    home = tmp_path / "home"
    own = {"HOME": str(home), **{f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}}
    home.mkdir()
    work = tmp_path / "work"
    work.mkdir()
    paths = os.pathsep.join([str(hooks), *filter(None, [os.environ.get("PYTHONPATH"), str(Path(__file__).parents[2])])])
    shell = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *COMMANDS],
        cwd=work,
        env={**shell, **own, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not told.exists(), told.read_text(encoding="utf-8")
    written = {path.relative_to(home).parts[:2] for path in home.rglob("*") if path.is_file()}
    assert written <= {("CACHE", "timeline")}
