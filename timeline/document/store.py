"""Files on the disk: read whole, written whole or not at all, and by one build at a time.

A file is written to a temporary neighbour, synced, and renamed over the old one. The timeline and its lock belong
together: a journal makes their two renames one, so that a process that dies at any moment leaves both old or both new.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from timeline.i18n import say
from timeline.model import Problem

MAX_BYTES = 100_000_000
"""A larger file is refused unread."""


class StoreError(Exception):
    """A file could not be read or written, or someone else has it: `problem` tells the user."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file held when it was read. `text` is None where there was none; `digest` recognises it again."""

    path: Path
    text: str | None
    digest: str


def read(path: Path, *, language: str = "en") -> Stored:
    """Reads a file as UTF-8, line breaks as they are. Raises StoreError with line and column of a byte that is none."""
    data = _bytes(path, language)
    if data is None:
        return Stored(path, None, "")
    try:
        return Stored(path, data.decode("utf-8"), _digest(data))
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        message = say(language, "document.file.not_utf8", byte=data[error.start])
        raise StoreError(Problem(str(path), line, column, message)) from error


def _bytes(path: Path, language: str) -> bytes | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            message = say(language, "document.file.too_large", limit=MAX_BYTES // 1_000_000)
            raise StoreError(Problem(str(path), 0, 0, message))
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = say(language, "document.file.unreadable_file", why=error.strerror or "")
        raise StoreError(Problem(str(path), 0, 0, message)) from error


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def is_unchanged(stored: Stored) -> bool:
    """Whether a file still holds what was read."""
    try:
        return _digest(stored.path.read_bytes()) == stored.digest
    except FileNotFoundError:
        return not stored.digest


def write_all(files: Mapping[Stored, str], *, language: str = "en") -> None:
    """Writes files, all of them or none; those that hold the text already are left alone.

    To be called within `exclusive`. All temporary files are ready and synced, and a journal says so, before the first
    is renamed: a process that dies in between leaves the old files or what the next `exclusive` finishes. What people
    edit is renamed first, the lock last. Raises StoreError, and has written nothing, where a file was changed since
    it was read.
    """
    ordered = sorted(files, key=lambda stored: stored.path.suffix == ".lock")
    changed = [stored for stored in ordered if files[stored] != stored.text]
    try:
        steps = [_prepared(stored, files[stored]) for stored in changed]
        if not all(is_unchanged(stored) for stored in ordered):
            _forget(steps)
            first = next(stored for stored in ordered if not is_unchanged(stored))
            raise StoreError(Problem(str(first.path), 0, 0, say(language, "document.store.changed")))
        if steps:
            journal = _journal(ordered[0].path)
            _write_synced(journal, json.dumps([step.raw() for step in steps]).encode())
            _carry_out(journal, steps)
    except OSError as error:
        message = say(language, "document.store.cannot_write", why=error.strerror or "")
        raise StoreError(Problem(str(error.filename or ""), 0, 0, message)) from error


class _Step(NamedTuple):
    """One file to rename: the temporary, the target, and what the target held."""

    temporary: Path
    target: Path
    digest: str

    def raw(self) -> list[str]:
        return [str(self.temporary), str(self.target), self.digest]


def _journal(path: Path) -> Path:
    return path.with_name(f".{path.name}.journal.tmp")


def _prepared(stored: Stored, text: str) -> _Step:
    """A synced neighbour that holds `text`, with the permissions of the file that it will replace. A link stays a
    link."""
    target = stored.path.resolve() if stored.path.is_symlink() else stored.path.absolute()
    temporary = target.with_name(f".{target.name}.tmp")
    _write_synced(temporary, text.encode("utf-8"))
    with contextlib.suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    return _Step(temporary, target, stored.digest)


def _write_synced(path: Path, data: bytes) -> None:
    """Writes a file whole: under another name first, so that one of this name is always complete."""
    partial = path.with_name(f"{path.name}.part.tmp")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    _sync_folder(path.parent)


def _carry_out(journal: Path, steps: Sequence[_Step]) -> None:
    for step in steps:
        step.temporary.replace(step.target)
        _sync_folder(step.target.parent)
    journal.unlink()


def _forget(steps: Sequence[_Step]) -> None:
    for step in steps:
        step.temporary.unlink(missing_ok=True)


def recover(path: Path) -> None:
    """Finishes, or takes back, what a killed build was writing beside `path`. To be called within `exclusive` (which
    does).

    Where a person has edited a file since that was still to be renamed, it is taken back: nothing else was renamed by
    then.
    """
    journal = _journal(path)
    try:
        steps = [_Step(Path(raw[0]), Path(raw[1]), raw[2]) for raw in json.loads(journal.read_bytes())]
    except FileNotFoundError:
        return
    waiting = [step for step in steps if step.temporary.exists()]
    if all(is_unchanged(Stored(step.target, None, step.digest)) for step in waiting):
        _carry_out(journal, waiting)
    else:
        _forget(waiting)
        journal.unlink()


def _sync_folder(folder: Path) -> None:
    """Makes the renames last; where the system cannot sync a folder, they last as its own way is."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def exclusive(path: Path, *, wait: float = 0, language: str = "en") -> Iterator[None]:
    """Holds a timeline for one build: `.<name>.busy` beside it, locked by the system, so that a killed build leaves
    no lock behind.

    Waits up to `wait` seconds for another build to finish; then raises StoreError, which says who holds it.
    """
    guard = path.with_name(f".{path.name}.busy")
    lock = FileLock(guard, timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        holder = _holder(guard)
        raise StoreError(Problem(str(path), 0, 0, say(language, "document.store.busy", holder=holder))) from error
    except OSError as error:
        message = say(language, "document.store.cannot_write", why=error.strerror or "")
        raise StoreError(Problem(str(path), 0, 0, message)) from error
    try:
        _holder_file(guard).write_text(f"pid {os.getpid()}", encoding="utf-8")
        recover(path)
        yield
    finally:
        _holder_file(guard).unlink(missing_ok=True)
        lock.release()


def _holder_file(guard: Path) -> Path:
    return guard.with_suffix(".pid")


def _holder(guard: Path) -> str:
    try:
        return _holder_file(guard).read_text(encoding="utf-8")
    except OSError:
        return "?"
