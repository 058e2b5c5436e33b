"""Everything that is wrong, all at once; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline import document
from timeline.build.files import read_text, understanding
from timeline.build.stopped import Stopped
from timeline.build.updating import find
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
    text = read_text(path)
    if text is None or any(problem.severity is Severity.ERROR for problem in found.problems):
        return
    yield from document.check(
        text,
        read_text(document.lock_path(path)),
        found.entries,
        understand=understanding(text),
        path=str(path),
        articles=found.article_ids,
    )
