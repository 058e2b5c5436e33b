"""The names file of a timeline, where it has one."""

from __future__ import annotations

from pathlib import Path

from timeline import coref
from timeline.i18n import say
from timeline.model import Problem
from timeline.workflow.files import DEFAULT_NAMES, stored


def read_names(root: Path, name: str, language: str = "en") -> tuple[coref.Names, tuple[Problem, ...]]:
    """What people set for names, in the file that the head names, or in `names.yaml` beside the timeline."""
    path = root / (name or DEFAULT_NAMES)
    text = stored(path, language).text
    if text is None:
        missing = (Problem(str(path), 0, 0, say(language, "merge.names.missing")),) if name else ()
        return coref.Names(), missing
    return coref.parse_names(text, str(path), language)
