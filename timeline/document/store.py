"""Files on disk: read completely, written completely or not at all, and by one build at a time.

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
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from timeline.document.stored_file import Stored, StoreError, digest, is_unchanged, read
from timeline.i18n import say
from timeline.i18n.messages import in_language, why
from timeline.model import Problem

__all__ = ["StoreError", "Stored", "exclusive", "is_unchanged", "read", "recover", "write_all"]


def write_all(files: Mapping[Stored, str], *, language: str = "en") -> dict[Path, str]:
    """Writes files, all of them or none; those that hold the text already are left alone.

    To be called within `exclusive`. All temporary files are ready and synced, and a journal says so, before the first
    is renamed: a process that dies in between leaves the old files or what the next `exclusive` finishes. What people
    edit is renamed first, the lock last.

    Args:
        files: The files as they were read, with the text that each is to hold.
        language: The language of the error.

    Returns:
        What recognises the content of each file as it is now, by its path.

    Raises:
        StoreError: A file was changed since it was read; nothing has been written.
    """
    ordered = sorted(files, key=lambda stored: stored.path.suffix == ".lock")
    changed = [stored for stored in ordered if files[stored] != stored.text]
    steps: list[_Step] = []
    try:
        for stored in changed:
            steps.append(_prepared(stored, files[stored], language))
        _refuse_changed(ordered, language)
    except (OSError, StoreError) as error:
        _forget(steps)
        if isinstance(error, StoreError):
            raise
        raise _unwritten(error.filename or "", error, language) from error
    try:
        if steps:
            journal = _journal(ordered[0].path)
            try:
                _write_synced(journal, json.dumps([step.raw() for step in steps]).encode())
                _refuse_changed(ordered, language)  # what an editor saved while the disk was busy is not written over
            except (OSError, StoreError):
                _forget(steps)
                journal.unlink(missing_ok=True)
                raise
            _carry_out(journal, steps)
    except OSError as error:
        raise _unwritten(error.filename or "", error, language) from error
    written = {stored.path: step.written for stored, step in zip(changed, steps, strict=True)}
    return {stored.path: stored.digest for stored in files} | written


def _refuse_changed(files: Sequence[Stored], language: str) -> None:
    for stored in files:
        if not is_unchanged(stored):
            raise StoreError(Problem(str(stored.path), 0, 0, say(language, "document.store.changed")))


def _unwritten(path: str | Path, error: OSError, language: str) -> StoreError:
    """Nothing can be written there: the folder is read-only, gone, or on a full disk."""
    message = say(language, "document.store.cannot_write", why=in_language(why(error), language))
    return StoreError(Problem(str(path), 0, 0, message))


class _Step(NamedTuple):
    """One file to rename: its name beside the journal, the temporary, the target, what both hold by digests."""

    name: str
    temporary: Path
    target: Path
    digest: str
    written: str

    def raw(self) -> list[str]:
        return [self.name, self.digest, self.written]


def _names(path: Path) -> tuple[str, ...]:
    """The files that one journal may name: a project may come from a stranger, and so may its journal."""
    return path.name, path.with_suffix(".lock").name, path.with_suffix(".candidates.yaml").name, "timeline.schema.json"


def _temporary(target: Path) -> Path:
    return target.with_name(f".{target.name}.tmp")


def _steps(journal: Path, path: Path) -> list[_Step]:
    """What a journal says, by names beside it. Raises ValueError where it is none that we wrote for `path`."""
    raw = json.loads(journal.read_bytes())
    if not isinstance(raw, list) or not raw:
        raise ValueError("no list of steps")
    steps = []
    for each in raw:
        if not (isinstance(each, list) and len(each) == 3 and all(isinstance(one, str) for one in each)):
            raise ValueError("no step")
        name, digest, written = each
        if name not in _names(path):
            raise ValueError("names another file")
        target = _beside(journal.with_name(name))
        steps.append(_Step(name, _temporary(target), target, digest, written))
    return steps


def _beside(path: Path) -> Path:
    """The file itself, where a link leads to it.

    Raises ValueError for a link that leads out of the folder: only the person's own running build follows such a
    link, never what a journal says.
    """
    target = path.resolve()
    if target.parent != path.parent.resolve():
        raise ValueError("a link to another folder")
    return target


def _journal(path: Path) -> Path:
    return path.with_name(f".{path.name}.journal.tmp")


def _prepared(stored: Stored, text: str, language: str) -> _Step:
    """A synced neighbour that holds `text`, with the permissions of the file that it will replace.

    A link stays a link.
    """
    target = _writable(stored.path, language)
    temporary = _temporary(target)
    data = text.encode("utf-8")
    _write_synced(temporary, data)
    with contextlib.suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    return _Step(stored.path.name, temporary, target, stored.digest, digest(data))


def _writable(path: Path, language: str) -> Path:
    """The file itself, where a link leads to it.

    A project may come from a stranger, so a link that leads out of its folder is refused; and so is a file that
    somebody made read-only, which a renaming would replace all the same.
    """
    try:
        target = _beside(path) if path.is_symlink() else path.absolute()
    except ValueError:
        raise StoreError(Problem(str(path), 0, 0, say(language, "document.store.link"))) from None
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise StoreError(Problem(str(path), 0, 0, say(language, "document.store.read_only")))
    return target


def _write_synced(path: Path, data: bytes) -> None:
    """Writes a file whole: under another name first, so that one of this name is always complete."""
    partial = path.with_name(f"{path.name}.part.tmp")
    partial.unlink(missing_ok=True)  # never through a link that came with the project
    try:
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error  # a full disk names no file
    _sync_folder(path.parent)


def _carry_out(journal: Path, steps: Sequence[_Step]) -> None:
    for step in steps:
        step.temporary.replace(step.target)
        _sync_folder(step.target.parent)
    journal.unlink()


def _forget(steps: Sequence[_Step]) -> None:
    for step in steps:
        step.temporary.unlink(missing_ok=True)


def recover(path: Path, *, language: str) -> None:
    """Finishes or undoes what a killed build was writing beside `path`.

    It must be called within `exclusive` (which calls it).

    Where a file was still to be renamed and a person has edited it since, the write is undone: no other file was
    renamed by then. A journal names only files beside it, with the digests of what they held and were to hold, so it
    stays valid after the folder was moved. What does not fit is put aside, and a StoreError says so.
    """
    journal = _journal(path)
    if not journal.exists() and not journal.is_symlink():
        return
    try:
        steps = _steps(journal, path)
        waiting = [step for step in steps if step.temporary.exists()]
        if any(step.temporary.is_symlink() or _held(step.temporary) != step.written for step in waiting):
            raise ValueError("a file that waits is not what was written")
    except (ValueError, RecursionError) as error:
        aside = _put_aside(journal)
        message = say(language, "document.store.foreign_journal", aside=aside.name)
        raise StoreError(Problem(str(journal), 0, 0, message)) from error
    if all(is_unchanged(Stored(step.target, None, step.digest)) for step in waiting):
        _carry_out(journal, waiting)
    else:
        _forget(waiting)
        journal.unlink()


def _held(path: Path) -> str:
    return digest(path.read_bytes())


def _put_aside(path: Path) -> Path:
    """Renames a file that cannot be trusted, without overwriting an earlier one; returns its new name."""
    number = 1
    while (aside := path.with_name(f"{path.name}.refused-{number}")).exists():
        number += 1
    path.replace(aside)
    return aside


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
    """Holds a timeline for one build.

    `.<name>.busy` beside it is locked by the system, so that a killed build leaves no lock behind.

    Args:
        path: The YAML file, which need not exist.
        wait: Seconds to wait for another build to finish.
        language: The language of the error.

    Yields:
        Nothing, while this process holds the timeline.

    Raises:
        StoreError: Another build still holds it; the message says which.
    """
    guard = path.with_name(f".{path.name}.busy")
    lock = FileLock(guard, timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        holder = _holder(guard)
        raise StoreError(Problem(str(path), 0, 0, say(language, "document.store.busy", holder=holder))) from error
    except OSError as error:
        raise _unwritten(path, error, language) from error
    try:
        try:
            _say_who_holds(guard)
            recover(path, language=language)
        except OSError as error:
            raise _unwritten(path, error, language) from error
        yield
    finally:
        with contextlib.suppress(OSError):
            _holder_file(guard).unlink(missing_ok=True)
        lock.release()


def _say_who_holds(guard: Path) -> None:
    """Writes this process's number where another build reads it."""
    _holder_file(guard).unlink(missing_ok=True)  # never through a link that came with the project
    with _holder_file(guard).open("x", encoding="utf-8") as file:
        file.write(f"pid {os.getpid()}")


def _holder_file(guard: Path) -> Path:
    return guard.with_suffix(".pid")


def _holder(guard: Path) -> str:
    try:
        return _holder_file(guard).read_text(encoding="utf-8")
    except OSError:
        return "?"
