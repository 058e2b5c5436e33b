"""The names file of a timeline, where it has one."""

from __future__ import annotations

from pathlib import Path

from timeline import coref
from timeline.i18n import say
from timeline.model import Problem
from timeline.workflow.files import stored
from timeline.workflow.project import DEFAULT_NAMES


def read_names(root: Path, name: str, language: str = "en") -> tuple[coref.Names, tuple[Problem, ...]]:
    """What people set for names.

    Args:
        root: The folder of the timeline.
        name: The file that the head names; `names.yaml` where it is "".
        language: The language of the problems.

    Returns:
        The orders and the file's problems; a missing file is a problem only where the head names it.
    """
    path = root / (name or DEFAULT_NAMES)
    text = stored(path, language).text
    if text is None:
        missing = (Problem(str(path), 0, 0, say(language, "merge.names.missing")),) if name else ()
        return coref.Names(), missing
    return coref.parse_names(text, str(path), language)
