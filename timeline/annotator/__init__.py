"""Annotation: from an `Article` to its `Annotation`, in this process or over several.

`dates` is the first half, without events; `article` is the whole; `processes` maps it over many articles. The names
below are imported on first use, so that `timeline date` loads no model of events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.first_use import on_first_use

if TYPE_CHECKING:
    from timeline.annotator.article import annotate, read, read_many, read_one
    from timeline.annotator.dates import pipeline

__all__ = ["annotate", "pipeline", "read", "read_many", "read_one"]

__getattr__ = on_first_use(
    __name__,
    {
        "annotate": "article",
        "pipeline": "dates",
        "read": "article",
        "read_many": "article",
        "read_one": "article",
    },
)
