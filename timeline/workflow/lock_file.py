"""The lock of a timeline, read before it is written again: an unreadable one is copied and reported, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline import document
from timeline.document import LockTrouble, UpdateReport, store
from timeline.i18n import say
from timeline.model import Problem, Severity
from timeline.workflow.memory import documents
from timeline.workflow.project import lock_path
from timeline.workflow.stopped import Stopped


def readable_lock(path: Path, language: str = "en") -> store.Stored:
    """The lock of the timeline at `path`, where it can be read or there is none.

    Returns:
        The lock as it stands. Marks of a merge by git are no obstacle: both sides are read.

    Raises:
        Stopped: The lock is of a newer version, or it is broken: then a copy is kept first.
    """
    place = lock_path(path)
    try:
        lock = store.read(place, language=language)
    except store.StoreError as error:
        if not error.problem.line:
            raise Stopped([error.problem]) from None
        raise Stopped([_copied(place, LockTrouble("unreadable", error.problem.line), language)]) from None
    trouble = document.read_lock(lock.text, ours=documents.is_last_lock(path, lock.digest)).trouble
    if trouble is None or trouble.reason == "conflict":
        return lock
    if trouble.reason == "newer":
        raise Stopped([Problem(str(place), 0, 0, say(language, "document.lock.newer"))])
    raise Stopped([_copied(place, trouble, language)])


def lock_trouble(path: Path, lock: str | None, language: str) -> Iterator[Problem]:
    """What is wrong with the lock of a timeline.

    Args:
        path: The YAML file.
        lock: The text of its lock; None where there is none.
        language: The language of the messages.

    Yields:
        A problem: a warning for a git conflict, which the next update settles, else an error, at which it would stop.
    """
    if trouble := document.read_lock(lock).trouble:
        message = say(language, f"document.lock.{trouble.reason}", line=trouble.line)
        severity = Severity.WARNING if trouble.reason == "conflict" else Severity.ERROR
        yield Problem(str(lock_path(path)), trouble.line, 0, message, severity)


def _copied(place: Path, trouble: LockTrouble, language: str) -> Problem:
    """Keeps a copy of a broken lock, for a person who deletes or repairs it, and says what to do."""
    data, number = place.read_bytes(), 1
    while (copy := place.with_name(f"{place.name}.broken-{number}")).exists() and copy.read_bytes() != data:
        number += 1
    if not copy.exists():
        copy.write_bytes(data)
    wording = say(language, f"document.lock.{trouble.reason}", line=trouble.line)
    return Problem(str(place), trouble.line, 0, f"{wording}; {say(language, 'document.lock.copied', copy=copy.name)}")


def problems_of_lock(path: Path, lock: str | None, report: UpdateReport, language: str) -> Iterator[Problem]:
    """What a person should know of an update, as warnings.

    Args:
        path: The YAML file.
        lock: The text of the lock before the update.
        report: What the update did.
        language: The language of the messages.

    Yields:
        That a merge of git was read as both sides, that the file was saved from an older copy, that the lock is lost.
    """
    yield from lock_trouble(path, lock, language)
    if report.older_copy:
        key = "document.older_copy_unseen" if report.unseen else "document.older_copy"
        message = say(language, key, count=len(report.unseen), ids=", ".join(report.unseen[:10]))
        yield Problem(str(path), 0, 0, message, Severity.WARNING)
    if report.held:
        message = say(language, "document.lock.held", count=len(report.held), ids=", ".join(report.held[:10]))
        yield Problem(str(path), 0, 0, message, Severity.WARNING)
    elif report.lock_lost and lock is None and report.has_machine_events:
        yield Problem(str(lock_path(path)), 0, 0, say(language, "document.lock.lost"), Severity.WARNING)
