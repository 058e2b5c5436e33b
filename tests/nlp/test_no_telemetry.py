"""Reading sends nothing: no name is looked up, no device id is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_READ = """
import datetime, os, time
import timeline
assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
annotated = timeline.annotate("Le ministre a démissionné mardi.", datetime.date(2022, 12, 21))
assert annotated.timexes[0].value == "2022-12-20"
time.sleep(2)
"""


def test_reading_writes_nothing_in_the_users_folders(tmp_path: Path) -> None:
    own = {name: str(tmp_path / name) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    shell = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    for path in own.values():
        Path(path).mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _READ], env={**shell, **own}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()] == []
