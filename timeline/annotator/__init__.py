"""Annotation: from an `Article` to its `Annotation`, in this process or over several.

`dates` is the first half, without events; `article` is the whole; `processes` maps it over many articles. The names
below are imported on first use, so that `timeline date` loads no model of events.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.annotator.article import annotate, read, read_many, read_one
    from timeline.annotator.dates import pipeline
    from timeline.annotator.processes import read_all

__all__ = ["annotate", "pipeline", "read", "read_all", "read_many", "read_one"]

_HOMES = {"pipeline": "dates", "read_all": "processes"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'article')}"), name)
