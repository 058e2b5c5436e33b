"""An editor's commands on the YAML file: take the machine's values, tidy, find a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline import document
from timeline.document import store
from timeline.model import Problem
from timeline.workflow.files import held, parsed, stored, understanding
from timeline.workflow.lock_file import readable_lock
from timeline.workflow.project import existing_files, lock_path
from timeline.workflow.stopped import Stopped


def accept(file: Path | None, id_: str, field: str | None, language: str = "en") -> tuple[Path, bool]:
    """Takes the machine's values for an event, or for one of its fields.

    Args:
        file: The YAML file; None for the project's.
        id_: The event.
        field: The field; None for all of them.
        language: The language of the messages.

    Returns:
        The file that has the event, and whether the event changed.

    Raises:
        Stopped: There is no such event or field, or the file has errors.
    """
    problems: tuple[Problem, ...] = ()
    for path in existing_files(file):
        with held(path, language):
            yaml, lock = stored(path, language), readable_lock(path, language)
            text = yaml.text or ""
            accepted = document.accept(
                text, lock.text, id_, field, understand=understanding(text), path=str(path), language=language
            )
            if accepted.text is not None and accepted.lock is not None:
                store.write_all({lock: accepted.lock, yaml: accepted.text}, language=language)
                return path, accepted.text != text
            problems += accepted.problems
    raise Stopped(problems)


def tidy(file: Path | None, language: str = "en") -> Iterator[tuple[Path, bool]]:
    """Sorts and tidies the timelines.

    Args:
        file: The YAML file; None for all of the project.
        language: The language of the messages.

    Yields:
        Each file, and whether it changed.

    Raises:
        Stopped: A file has errors.
    """
    for path in existing_files(file):
        with held(path, language):
            yaml, lock = stored(path, language), readable_lock(path, language)
            text = yaml.text or ""
            tidied = document.tidy(text, lock.text, understand=understanding(text), path=str(path), language=language)
            if tidied.text is None:
                raise Stopped(tidied.problems)
            files = {yaml: tidied.text} | ({lock: tidied.lock} if tidied.lock is not None else {})
            store.write_all(files, language=language)
            yield path, tidied.text != text


def place(file: Path | None, id_: str, language: str = "en") -> tuple[Path, int | None]:
    """The file and the line of an event.

    Args:
        file: The YAML file; None for all of the project.
        id_: The event's id, or one that was merged into another.
        language: The language of the messages.

    Returns:
        The file, and the line from 1; None where no event has the id.

    Raises:
        Stopped: A file has errors.
    """
    paths = existing_files(file)
    for path in paths:
        text = stored(path, language).text or ""
        read = parsed(path, text, language)
        if read.document is None:
            raise Stopped(read.problems)
        if line := document.line_of(read.document, document.load_lock(stored(lock_path(path), language).text), id_):
            return path, line
    return paths[0], None
