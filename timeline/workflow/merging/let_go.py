"""Lets go of what a stage has loaded, where a project has so many articles that memory counts more than a second."""

from __future__ import annotations

import ctypes
import sys
from functools import _lru_cache_wrapper

from timeline.workflow.files import MANY

_READING = ("timeline.annotator.dates", "timeline.events.", "timeline.nlp.", "timeline.timex.")


def let_go(articles: int) -> None:
    """Lets go of the models and tables that read articles and encode texts, some 300 MB; what is asked for comes back.

    Args:
        articles: The number of the project's articles; of few, all is kept.
    """
    if articles <= MANY:
        return
    from timeline import coref  # whoever builds a site alone does without it

    coref.let_go()
    for name, module in tuple(sys.modules.items()):
        if name.startswith(_READING):
            for value in tuple(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()
    give_back()


def give_back() -> None:
    """Gives free memory back to the system: glibc keeps it otherwise, and large values seldom fit into it."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim is not None:
        trim(0)
