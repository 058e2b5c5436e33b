"""Files on the disk: read whole, written whole or not at all, and by one build at a time.

A file is written to a temporary neighbour, synced, and renamed over the old one: a process that dies at any moment
leaves the old file or the new one. The lock file is written before the timeline: with a lock that is newer than its
file, what the machine was about to write counts as not yet seen, and the next build writes it.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.model import Problem
from timeline.wording import say

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
        return stored.text is None


def write_all(files: Mapping[Stored, str], *, language: str = "en") -> None:
    """Writes files in the order given, each whole or not at all; those that hold the text already are left alone.

    Every temporary file is ready and synced before the first is renamed. Raises StoreError, and has written nothing,
    where one of them has been changed since it was read.
    """
    changed = {stored: text for stored, text in files.items() if text != stored.text}
    ready: list[tuple[Path, Path]] = []
    try:
        for stored, text in changed.items():
            ready.append((_temporary(stored.path, text), _target(stored.path)))
        for stored in files:
            if not is_unchanged(stored):
                raise StoreError(Problem(str(stored.path), 0, 0, say(language, "document.store.changed")))
        for temporary, target in ready:
            temporary.replace(target)
        for folder in {target.parent for _, target in ready}:
            _sync_folder(folder)
    except OSError as error:
        message = say(language, "document.store.cannot_write", why=error.strerror or "")
        raise StoreError(Problem(str(error.filename or ""), 0, 0, message)) from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """Where to write: a link stays a link."""
    return path.resolve() if path.is_symlink() else path


def _temporary(path: Path, text: str) -> Path:
    """A synced neighbour that holds `text`, with the permissions of the file that it will replace."""
    target = _target(path)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    return temporary


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
