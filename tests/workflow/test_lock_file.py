"""What an update says and keeps where the lock is broken, newer, in conflict, or gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from timeline.document import load_lock


@pytest.fixture
def edited(run: Run, project: Path) -> Path:
    """A project of which a person changed a title."""
    assert run("update").exit_code == 0
    path = project / "timeline.yaml"
    path.write_text(re.sub(r"(?m)^  title: .*$", "  title: À moi", path.read_text("utf-8")), "utf-8")
    assert run("update").exit_code == 0
    return project


@pytest.mark.parametrize("broken", ["cut", b"", b"\0\0\0", b"\xff\xfe", b"null", b"[]", b"[" * 100_000, b"{}\n"])
def test_a_broken_lock_stops_and_is_kept(run: Run, edited: Path, broken: bytes | str) -> None:
    yaml, lock = edited / "timeline.yaml", edited / "timeline.lock"
    text, whole = yaml.read_bytes(), lock.read_bytes()
    data = broken if isinstance(broken, bytes) else whole[: len(whole) // 2]
    lock.write_bytes(data)
    for _ in range(2):
        stopped = run("update")
        assert stopped.exit_code == 1
        assert "timeline.lock.broken-1" in stopped.stderr
        assert ("timeline.lock is empty" in stopped.stderr) == (broken == b"")
        assert "line 0" not in stopped.stderr
    assert run("check").exit_code == 1
    assert (yaml.read_bytes(), lock.read_bytes()) == (text, data)
    assert [path.read_bytes() for path in edited.glob("timeline.lock.*")] == [data]
    lock.write_bytes(whole)
    assert "nothing to change" in run("update").stderr


def test_a_newer_lock_is_refused(run: Run, edited: Path) -> None:
    lock = edited / "timeline.lock"
    newer = lock.read_text("utf-8").replace('{"timeline.lock": 2}', '{"timeline.lock": 3}')
    lock.write_text(newer, "utf-8")
    for command in (("update",), ("fmt",), ("check",)):
        refused = run(*command)
        assert refused.exit_code == 1
        assert "newer version" in refused.stderr
    assert lock.read_text("utf-8") == newer


def test_marks_of_a_merge_are_read_as_both_sides(run: Run, edited: Path) -> None:
    lock = edited / "timeline.lock"
    whole = lock.read_text("utf-8")
    lock.write_text(f"<<<<<<< HEAD\n{whole}||||||| base\n\n=======\n{whole}>>>>>>> other\n", "utf-8")
    checked = run("check")
    assert checked.exit_code == 0
    assert "marks of a merge" in checked.stderr
    assert "both sides are read" in run("update").stderr
    assert lock.read_text("utf-8") == whole


def test_a_lost_lock_is_told(run: Run, edited: Path) -> None:
    text = (edited / "timeline.yaml").read_text("utf-8")
    (edited / "timeline.lock").unlink()
    assert "timeline.lock is missing" in run("update").stderr
    assert (edited / "timeline.yaml").read_text("utf-8") == text
    lock = load_lock((edited / "timeline.lock").read_text("utf-8"))
    assert lock is not None
    assert [sorted(record.theirs) for record in lock.records.values()] == [["title"]]
