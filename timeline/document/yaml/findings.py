"""What is wrong at an offset of the file, before it is put into words and lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.document.yaml.lines import Lines
from timeline.i18n import say
from timeline.model import Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at `offset`; `key` names its text in the section `document` of the wording."""

    offset: int
    key: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR


def problems(findings: Iterable[Finding], lines: Lines, path: str, language: str) -> tuple[Problem, ...]:
    """The findings as problems, in the order of the file, each once.

    Args:
        findings: The findings, with code points into the text.
        lines: The lines of the text.
        path: The path of the file, for the problems.
        language: The language of the messages.
    """
    ordered = sorted(findings, key=lambda finding: (finding.offset, finding.key))
    return tuple(dict.fromkeys(_problem(finding, lines, path, language) for finding in ordered))


def _problem(finding: Finding, lines: Lines, path: str, language: str) -> Problem:
    line, column = lines.place(finding.offset)
    return Problem(path, line, column, worded(finding, language), finding.severity)


def worded(finding: Finding, language: str) -> str:
    """The message of a finding."""
    return say(language, f"document.{finding.key}", **finding.arguments)


def shortened(text: str) -> str:
    """A text for a message: at most 60 code points.

    Returns:
        The text, or its beginning and an ellipsis.
    """
    return text if len(text) <= 60 else text[:57] + "…"
