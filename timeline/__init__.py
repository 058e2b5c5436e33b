"""From dated articles of the press to a timeline that people edit and publish.

>>> import datetime, timeline
>>> annotated = timeline.annotate("Le ministre a démissionné mardi.", datetime.date(2022, 12, 21))
>>> [timex.value for timex in annotated.timexes]
['2022-12-20']
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read once, when onnxruntime is first imported: no device id, no look-up

if TYPE_CHECKING:
    from timeline.annotation import Annotation
    from timeline.annotator import annotate

__all__ = ["Annotation", "__version__", "annotate"]


def __getattr__(name: str) -> Any:
    """The public functions, imported when first asked for: `timeline --help` need not load a language pipeline."""
    if name == "annotate":
        from timeline.annotator import annotate

        return annotate
    if name == "__version__":
        from importlib.metadata import version

        return version("timeline-press")
    if name == "Annotation":
        from timeline.annotation import Annotation

        return Annotation
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
