"""Pictures that a timeline names and the site does not have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from timeline.i18n import say
from timeline.model import Problem, Timeline


def missing(timelines: Sequence[Timeline], given: Collection[str], files: Mapping[str, Path]) -> list[Problem]:
    """The problems of pictures that are no file of the site.

    Args:
        timelines: What the YAML files hold.
        given: The paths of the site's files.
        files: Where the timelines' files lie, by their names.

    Returns:
        One problem a picture, at the line and column where the YAML file names it.
    """
    found = []
    for timeline in timelines:
        lines: list[str] | None = None
        for entry in timeline.entries:
            if entry.image and entry.image.src and entry.image.src not in given:
                lines = lines or files[timeline.path].read_text(encoding="utf-8").splitlines()
                line, column = _place(lines, entry.line, entry.image.src)
                message = say(timeline.language, "document.image.missing", src=entry.image.src)
                found.append(Problem(timeline.path, line, column, message))
    return found


def _place(lines: Sequence[str], first: int, src: str) -> tuple[int, int]:
    """Where a picture's path stands in the lines from the event's own on, or the event's own place."""
    for number, line in enumerate(lines[first - 1 :], first):
        if (at := line.find(src)) >= 0:
            return number, at + 1
    return first, 1
