"""A preview's server: exports are made when they are asked for, templates are compiled once."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from watchdog.utils.dirsnapshot import DirectorySnapshot, DirectorySnapshotDiff

from timeline.site.mkdocs.preview import Compiled, looked_at, making
from timeline.workflow.commands import build_site


def asked(path: str, later: dict[str, Any]) -> tuple[str, bytes]:
    """The status and the body that a request for `path` is answered with."""
    told: list[Any] = []

    def beneath(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        start("200 OK", [])
        return [b"from the disk"]

    answer = making(beneath, lambda: later, "/journal/")
    body = b"".join(answer({"PATH_INFO": path}, lambda status, headers: told.append((status, dict(headers)))))
    return told[0][1].get("Content-Type", ""), body


def test_a_file_is_made_when_it_is_asked_for_and_no_other() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("json")
        return "{}é"

    later = {"fil/timeline.json": make, "fil/timeline.csv": lambda: made.append("csv") or b""}
    assert asked("/journal/fil/timeline.json", later) == ("application/json", "{}é".encode())
    assert asked("/journal/fil/index.html", later) == ("", b"from the disk")
    assert made == ["json"]


def test_a_template_is_compiled_once_for_all_environments() -> None:
    kept = Compiled()
    for _ in range(2):
        environment = Environment(loader=DictLoader({"a": "{{ x }}"}), bytecode_cache=kept, autoescape=True)
        assert environment.get_template("a").render(x="<") == "&lt;"
    assert len(kept._code) == 1


def test_a_preview_says_where_it_is_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    said = logging.getLogger("mkdocs.livereload")
    with build_site._logging():
        said.info("[10:00:00] Watching paths for changes: 'docs'")
        said.info("[10:00:00] Serving on http://127.0.0.1:8000/")
        said.warning("odd")
    said.info("[10:00:01] Serving on http://127.0.0.1:8001/")
    assert capsys.readouterr().err.splitlines() == ["Serving on http://127.0.0.1:8000/", "odd"]


def in_place(file: Path) -> None:
    file.write_text("b", encoding="utf-8")


def renamed_over(file: Path) -> None:
    new = file.with_name("new")
    new.write_text("b", encoding="utf-8")
    new.replace(file)


@pytest.mark.parametrize("save", [in_place, renamed_over])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no time of a file's entry")
def test_a_save_is_seen_that_keeps_size_and_time_of_change(tmp_path: Path, save: Callable[[Path], None]) -> None:
    file = tmp_path / "timeline.yaml"
    file.write_text("a", encoding="utf-8")
    os.utime(file, (1, 1))
    before = DirectorySnapshot(str(file), stat=looked_at)
    save(file)
    os.utime(file, (1, 1))
    after = DirectorySnapshot(str(file), stat=looked_at)
    seen = DirectorySnapshotDiff(before, after)
    assert seen.files_modified or seen.files_created
    assert not DirectorySnapshotDiff(after, DirectorySnapshot(str(file), stat=looked_at)).files_modified


def deleted(file: Path) -> None:
    file.unlink()


def folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("lose", [deleted, folder_instead])
def test_a_file_that_is_gone_for_a_while_is_still_watched(tmp_path: Path, lose: Callable[[Path], None]) -> None:
    """git checkout, rsync and many editors delete a file and write it anew; an observer ends at an OSError."""
    file = tmp_path / "timeline.yaml"
    file.write_text("a", encoding="utf-8")
    before = DirectorySnapshot(str(file), stat=looked_at)
    lose(file)
    without = DirectorySnapshot(str(file), stat=looked_at)
    seen = DirectorySnapshotDiff(before, without)
    assert seen.files_modified or seen.files_created
    if file.is_dir():
        file.rmdir()
    file.write_text("a", encoding="utf-8")
    back = DirectorySnapshotDiff(without, DirectorySnapshot(str(file), stat=looked_at))
    assert back.files_modified or back.files_created
