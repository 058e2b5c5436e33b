"""Killed at any moment, two at once, edited meanwhile: nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import FrameType

import pytest

from tests.conftest import WIDE
from timeline.document import store

OLD, NEW = ("title: ancien\n", '{"old": 1}\n'), ("title: nouveau\n", '{"new": 1}\n')


def _folder(path: Path) -> tuple[Path, Path]:
    yaml, lock = path / "timeline.yaml", path / "timeline.lock"
    yaml.write_text(OLD[0])
    lock.write_text(OLD[1])
    return yaml, lock


def _build(yaml: Path, lock: Path) -> None:
    with store.exclusive(yaml):
        before = {store.read(lock): NEW[1], store.read(yaml): NEW[0]}
        store.write_all(before)


def _in_child(work: Callable[[], None]) -> int:
    """Runs work in a forked process; gives the signal that killed it, or 0."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


_CHANGES = frozenset({"open", "os.rename", "os.remove", "os.chmod"})
"""What Python announces before it changes a file: between two of these the disk stays as it is."""


def _killed_at(step: int, yaml: Path, lock: Path) -> int:
    """Builds in a child that kills itself before the nth change of a file, or (in the wide run) at the nth line of
    the store."""

    def count_down() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def trace(frame: FrameType, event: str, _arg: object) -> Callable[..., object] | None:
        if frame.f_code.co_filename != store.__file__:
            return None
        if event == "line":
            count_down()
        return trace

    def work() -> None:
        if WIDE:
            sys.settrace(trace)
        else:
            sys.addaudithook(lambda event, _: count_down() if event in _CHANGES else None)
        _build(yaml, lock)

    left = step
    return _in_child(work)


def _held(yaml: Path, lock: Path) -> tuple[str, str]:
    return yaml.read_text(), lock.read_text()


def test_killed_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    step, seen = 0, set()
    while True:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        yaml, lock = _folder(folder)
        killed = _killed_at(step, yaml, lock)
        assert yaml.read_text() in (OLD[0], NEW[0]), f"torn at step {step}"
        assert lock.read_text() in (OLD[1], NEW[1]), f"torn at step {step}"
        with store.exclusive(yaml):
            held = _held(yaml, lock)
        assert held in (OLD, NEW), f"a timeline without its lock at step {step}"
        seen.add(held)
        _build(yaml, lock)
        assert _held(yaml, lock) == NEW
        assert not list(folder.glob("*.journal.tmp"))
        if not killed:
            break
    assert step > 15, "the child was not killed inside the store"
    assert seen == {OLD, NEW}


def test_an_edit_after_a_kill_is_kept_and_the_lock_stays_with_it(tmp_path: Path) -> None:
    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        yaml, lock = _folder(folder)
        killed = _killed_at(step, yaml, lock)
        if not killed:
            break
        was_new = yaml.read_text() == NEW[0]
        yaml.write_text(yaml.read_text() + "# à moi\n")
        with store.exclusive(yaml):
            assert yaml.read_text().endswith("# à moi\n")
            assert lock.read_text() == (NEW if was_new else OLD)[1]


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    yaml, lock = _folder(tmp_path)
    stored = {store.read(lock): NEW[1], store.read(yaml): NEW[0]}
    yaml.write_text("title: à moi\n")
    with pytest.raises(store.StoreError, match="changed during the build"):
        store.write_all(stored)
    assert _held(yaml, lock) == ("title: à moi\n", OLD[1])
    assert {path.name for path in tmp_path.iterdir()} == {"timeline.yaml", "timeline.lock"}


def test_a_file_saved_at_the_last_moment_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the journal is synced, which may take long."""
    path, lock = tmp_path / "timeline.yaml", tmp_path / "timeline.lock"
    path.write_text("old", "utf-8")
    synced = store._write_synced

    def save(place: Path, data: bytes) -> None:
        synced(place, data)
        if "journal" in place.name:
            path.write_text("a person's", "utf-8")

    monkeypatch.setattr(store, "_write_synced", save)
    with store.exclusive(path), pytest.raises(store.StoreError, match="changed during the build"):
        store.write_all({store.read(path): "new", store.read(lock): "memory"})
    assert path.read_text("utf-8") == "a person's"
    assert not lock.exists()
    monkeypatch.undo()
    with store.exclusive(path):
        store.write_all({store.read(path): "new", store.read(lock): "memory"})
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix != ".busy") == [
        "timeline.lock",
        "timeline.yaml",
    ]


def test_a_file_that_came_up_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    missing = store.read(tmp_path / "timeline.yaml")
    assert missing.text is None
    (tmp_path / "timeline.yaml").write_text("title: à moi\n")
    with pytest.raises(store.StoreError):
        store.write_all({missing: "title: x\n"})
    assert (tmp_path / "timeline.yaml").read_text() == "title: à moi\n"


def test_what_does_not_change_is_not_written(tmp_path: Path) -> None:
    yaml, lock = _folder(tmp_path)
    before = yaml.stat().st_mtime_ns
    digests = store.write_all({store.read(yaml): OLD[0], store.read(lock): NEW[1]})
    assert digests == {each: store.read(each).digest for each in (yaml, lock)}
    assert yaml.stat().st_mtime_ns == before
    assert lock.read_text() == NEW[1]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    yaml, _ = _folder(tmp_path)
    yaml.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(yaml)
    store.write_all({store.read(link): NEW[0]})
    assert link.is_symlink()
    assert yaml.read_text() == NEW[0]
    assert yaml.stat().st_mode & 0o777 == 0o640


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder, victim = tmp_path / "project", tmp_path / "victim.txt"
    folder.mkdir()
    victim.write_text("mine")
    yaml, lock = _folder(folder)
    lock.unlink()
    lock.symlink_to(victim)
    with pytest.raises(store.StoreError, match="link to another folder"):
        _build(yaml, lock)
    assert victim.read_text() == "mine"
    assert yaml.read_text() == OLD[0]


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    yaml, lock = _folder(tmp_path)
    yaml.chmod(0o444)
    with pytest.raises(store.StoreError, match="read-only"):
        _build(yaml, lock)
    assert _held(yaml, lock) == OLD
    assert not list(tmp_path.glob(".*.yaml.tmp"))


@pytest.mark.parametrize("nth", range(1, 4))
def test_a_full_disk_leaves_the_old_files_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """At the first file, the second, the journal: the message names a file, which the system's own does not."""
    yaml, lock = _folder(tmp_path)
    writes = iter([True] * (nth - 1))

    def sync(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode) and not next(writes, False):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store.os, "fsync", sync)
    with pytest.raises(store.StoreError) as failed:
        _build(yaml, lock)
    assert failed.value.problem.path.startswith(str(tmp_path))
    assert os.strerror(errno.ENOSPC) in failed.value.problem.message
    assert _held(yaml, lock) == OLD
    assert {path.name for path in tmp_path.iterdir()} == {"timeline.yaml", "timeline.lock", ".timeline.yaml.busy"}


def test_a_folder_where_nothing_can_be_written_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    yaml, _ = _folder(tmp_path)

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(store, "_say_who_holds", refuse)
    with pytest.raises(store.StoreError) as failed, store.exclusive(yaml, language="fr"):
        pass
    assert failed.value.problem.path == str(yaml)
    assert "ne peut pas être écrit" in failed.value.problem.message


def test_the_second_build_is_told_who_holds_the_file(tmp_path: Path) -> None:
    yaml, _ = _folder(tmp_path)
    with store.exclusive(yaml):

        def second() -> None:
            try:
                with store.exclusive(yaml, language="fr"):
                    os._exit(3)
            except store.StoreError as error:
                expected = f"pid {os.getppid()}" in error.problem.message and "en cours" in error.problem.message
                os.kill(os.getpid(), signal.SIGUSR1 if expected else signal.SIGABRT)

        assert _in_child(second) == signal.SIGUSR1


def test_the_second_build_waits_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    yaml, lock = _folder(tmp_path)
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        with store.exclusive(yaml):
            os.write(go, b"x")
            time.sleep(0.3)
            os.kill(os.getpid(), signal.SIGKILL)
    os.read(ready, 1)
    with store.exclusive(yaml, wait=30):
        store.write_all({store.read(yaml): NEW[0], store.read(lock): NEW[1]})
    os.waitpid(child, 0)
    assert _held(yaml, lock) == NEW


def test_bytes_that_are_not_utf8_are_placed(tmp_path: Path) -> None:
    path = tmp_path / "timeline.yaml"
    path.write_bytes("title: é\ntext: ".encode() + b"\xe9t\xe9")
    with pytest.raises(store.StoreError) as caught:
        store.read(path)
    assert (caught.value.problem.line, caught.value.problem.column) == (2, 7)
    assert "0xE9" in caught.value.problem.message


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("cp1252", "Windows-1252")]
)
def test_the_likely_encoding_is_told(tmp_path: Path, encoding: str, said: str) -> None:
    path = tmp_path / "timeline.yaml"
    path.write_bytes("title: élu\n".encode(encoding))
    with pytest.raises(store.StoreError, match=f"looks like {said}"):
        store.read(path)


def test_a_folder_in_its_place_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(store.StoreError, match="cannot be read"):
        store.read(tmp_path)


def _sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "{",
        "[]",
        "null",
        "[[1, 2, 3]]",
        '[["a"]]',
        '{"a": 1}',
        '[["payload", "/VICTIM", ""]]',
        '[["/VICTIM", "", "PAYLOAD"]]',
        '[["../VICTIM", "", "PAYLOAD"]]',
        '[["victim", "", "PAYLOAD"]]',
        '[["timeline.yaml", "OLD", "0000"]]',
        "[" * 100_000,
    ],
)
def test_a_journal_that_is_not_ours_is_put_aside(tmp_path: Path, journal: str) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    victim = tmp_path / "victim"
    yaml, lock = _folder(folder)
    for name in ("payload", ".victim.tmp", ".timeline.yaml.tmp"):
        (folder / name).write_text("evil")
    (tmp_path / ".victim.tmp").write_text("evil")
    said = journal.replace("/VICTIM", str(victim)).replace("VICTIM", "victim").replace("PAYLOAD", _sha("evil"))
    (folder / ".timeline.yaml.journal.tmp").write_text(said.replace("OLD", _sha(OLD[0])))
    with pytest.raises(store.StoreError, match=r"put aside as \.timeline\.yaml\.journal\.tmp\.refused-1"):
        _build(yaml, lock)
    assert not victim.exists()
    assert not (folder / "victim").exists()
    assert _held(yaml, lock) == OLD
    _build(yaml, lock)
    assert _held(yaml, lock) == NEW


def test_a_journal_follows_no_link_out_of_the_project(tmp_path: Path) -> None:
    folder, victim = tmp_path / "project", tmp_path / "victim.txt"
    folder.mkdir()
    victim.write_text("mine")
    (tmp_path / ".victim.txt.tmp").write_text("evil")
    yaml, lock = _folder(folder)
    lock.unlink()
    lock.symlink_to(victim)
    steps = [["timeline.lock", _sha("mine"), _sha("evil")]]
    (folder / ".timeline.yaml.journal.tmp").write_text(json.dumps(steps))
    with pytest.raises(store.StoreError, match="put aside"), store.exclusive(yaml):
        pass
    assert victim.read_text() == "mine"


def test_links_at_the_names_of_temporary_files_are_not_followed(tmp_path: Path) -> None:
    folder, victim = tmp_path / "project", tmp_path / "victim.txt"
    folder.mkdir()
    victim.write_text("mine")
    yaml, lock = _folder(folder)
    for name in (".timeline.yaml.tmp", ".timeline.yaml.tmp.part.tmp", "..timeline.pid", "..timeline.yaml.pid"):
        (folder / name).symlink_to(victim)
    (folder / ".timeline.yaml.pid").symlink_to(victim)
    _build(yaml, lock)
    assert _held(yaml, lock) == NEW
    assert victim.read_text() == "mine"


def test_killed_at_any_moment_and_moved_leaves_old_or_new(tmp_path: Path) -> None:
    for step in range(1, 400):
        folder, moved = tmp_path / f"{step}", tmp_path / f"moved-{step}"
        folder.mkdir()
        killed = _killed_at(step, *_folder(folder))
        folder.rename(moved)
        with store.exclusive(moved / "timeline.yaml"):
            assert _held(moved / "timeline.yaml", moved / "timeline.lock") in (OLD, NEW)
        assert not list(moved.glob(".*.journal.tmp"))
        if not killed:
            return
    pytest.fail("the child was always killed")
