"""Reads articles, each with its publication date and the evidence for it.

`read` takes files, folders and globs; `Collected` holds the articles, all problems, and what was left out. `add`
imports files and web pages into a folder of Markdown files. `suggest_dates` proposes publication days for undated
articles. `saved_pictures` are those saved with an article, and `is_open` says whether its licence lets them be copied.
The names are imported on first use, so that finding files loads no reader.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.articles.collect import Collected, read
    from timeline.articles.importing.add import Added, Importing, add
    from timeline.articles.importing.fetch import Fetcher, Manners
    from timeline.articles.lead_picture import saved_pictures
    from timeline.articles.metadata.open_licences import is_open
    from timeline.articles.publication_date.suggest import SharedEvent, Suggestion, Undated, suggest_dates
    from timeline.articles.source import Skipped

__all__ = [
    "Added",
    "Collected",
    "Fetcher",
    "Importing",
    "Manners",
    "SharedEvent",
    "Skipped",
    "Suggestion",
    "Undated",
    "add",
    "is_open",
    "read",
    "saved_pictures",
    "suggest_dates",
]

_HOMES = {
    "Added": "importing.add",
    "Collected": "collect",
    "Fetcher": "importing.fetch",
    "Importing": "importing.add",
    "Manners": "importing.fetch",
    "SharedEvent": "publication_date.suggest",
    "Skipped": "source",
    "Suggestion": "publication_date.suggest",
    "Undated": "publication_date.suggest",
    "add": "importing.add",
    "is_open": "metadata.open_licences",
    "read": "collect",
    "saved_pictures": "lead_picture",
    "suggest_dates": "publication_date.suggest",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
