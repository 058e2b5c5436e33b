"""The order of all steps, from a project's folder to its YAML files to its site.

Only this package and `annotator` compose stages. The names below are imported on first use, so that a command loads
only what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.first_use import on_first_use

if TYPE_CHECKING:
    from timeline.workflow.load import Loaded, load_timeline
    from timeline.workflow.project import existing_files, timeline_files
    from timeline.workflow.stopped import Stopped

__all__ = ["Loaded", "Stopped", "existing_files", "load_timeline", "timeline_files"]

__getattr__ = on_first_use(
    __name__,
    {
        "Loaded": "load",
        "Stopped": "stopped",
        "existing_files": "project",
        "load_timeline": "load",
        "timeline_files": "project",
    },
)
