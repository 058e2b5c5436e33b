"""What stops a build: a user's problems, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Problem


class Stopped(Exception):  # noqa: N818 - an ending that the user caused, not an error of ours
    """Raised when nothing can be written; `problems` says why, place by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
