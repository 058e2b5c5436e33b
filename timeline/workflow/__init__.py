"""The order of all steps, from a project's folder to its YAML files to its site.

Only this package and `annotator` compose stages. The names below are imported on first use, so that a command loads
only what it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.workflow.load import Loaded, load_timeline
    from timeline.workflow.project import timeline_files
    from timeline.workflow.stopped import Stopped

__all__ = ["Loaded", "Stopped", "load_timeline", "timeline_files"]

_HOMES = {"timeline_files": "project", "Stopped": "stopped", "Loaded": "load", "load_timeline": "load"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
