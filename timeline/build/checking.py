"""Everything that is wrong, all at once; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline import document
from timeline.build.files import lock_path, parsed, stored, understanding
from timeline.build.stopped import Stopped
from timeline.build.updating import Found, find
from timeline.model import Problem, Severity


def check_all(files: Iterable[Path], *, suggest_dates: bool = False) -> tuple[Problem, ...]:
    """The problems of the articles and of the YAML files, and where the machine disagrees with a person."""
    return tuple(sorted({problem for path in files for problem in _checked(path)}))


def _checked(path: Path) -> Iterator[Problem]:
    try:
        found = find(path)
    except Stopped as stopped:
        yield from stopped.problems
        return
    yield from found.problems
    text = stored(path).text
    if text is None or any(problem.severity is Severity.ERROR for problem in found.problems):
        return
    yield from _disagreements(path, text, found)


def _disagreements(path: Path, text: str, found: Found) -> Iterator[Problem]:
    """What the machine would now say otherwise than a person, as if it had just been updated."""
    lock = stored(lock_path(path)).text
    updated = document.update(
        text,
        lock,
        found.entries,
        understand=understanding(text),
        head=found.head,
        path=str(path),
        articles=found.article_ids,
    )
    if read := parsed(path, text).document:
        yield from document.check(read, updated.lock, found.article_ids)
