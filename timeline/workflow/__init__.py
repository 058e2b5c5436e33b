"""The order of everything: a project's folder to its YAML files to its site.

The only room, with `reading`, that composes stages. What the site needs is exported here; `updating` and `checking`,
which load the language pipeline, are imported by those who need them.
"""

from timeline.workflow.load import Loaded, load, load_timeline
from timeline.workflow.project import timeline_files
from timeline.workflow.stopped import Stopped

__all__ = ["Loaded", "Stopped", "load", "load_timeline", "timeline_files"]
