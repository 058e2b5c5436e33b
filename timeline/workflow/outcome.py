"""What an update did, and the line that a person reads of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.document import Document, UpdateReport
from timeline.i18n import say
from timeline.model import Problem
from timeline.workflow.project import candidates_path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an update did to one timeline.

    `left_out` are the articles that have no usable file or could not be read, `unread` the latter alone. `written` is
    the digest of the timeline after the update. `read` is the file as the update left it.
    """

    path: Path
    report: UpdateReport
    articles: int
    skipped: int
    problems: tuple[Problem, ...]
    off_topic: tuple[str, ...] = ()
    candidates: int = 0
    left_out: tuple[Problem, ...] = ()
    undated: tuple[str, ...] = ()
    unread: tuple[Problem, ...] = ()
    written: str = ""
    read: Document | None = None

    def summary_in(self, language: str) -> str:
        """One line for the person who builds, in a language of the interface."""
        done = {"added": self.report.added, "changed": self.report.changed, "removed": self.report.removed}
        parts = [say(language, f"build.{verb}", count=len(ids)) for verb, ids in done.items() if ids]
        if out := self.report.taken_out:
            parts.append(say(language, "build.deleted", count=len(out), id=out[0]))
        read = [say(language, "build.read", count=self.articles)]
        read += [say(language, "build.skipped", count=self.skipped)] if self.skipped else []
        read += [say(language, "build.unreadable", count=len(self.left_out))] if self.left_out else []
        what = ", ".join(parts) or say(language, "build.nothing")
        name = candidates_path(self.path).name
        others = say(language, "build.others", count=self.candidates, file=name) if self.candidates else ""
        gone = say(language, "build.orphaned", count=len(self.report.orphaned)) if self.report.orphaned else ""
        return " ".join(filter(None, (say(language, "build.done", read=", ".join(read), what=what), others, gone)))
