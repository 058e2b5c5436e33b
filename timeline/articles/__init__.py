"""Reads articles, each with its publication date and the evidence for it.

`read` takes files, folders and globs, and `ReadOptions`; `Collected` holds the articles, all problems, and what was
left out. `add` imports files and web pages into a folder of Markdown files. `suggest_dates` proposes publication days
for undated articles. `saved_pictures` are those saved with an article, and `is_open` says whether its licence lets them
be copied.
The names are imported on first use, so that finding files loads no reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.first_use import on_first_use

if TYPE_CHECKING:
    from timeline.articles.collect import Collected, ReadMemory, read
    from timeline.articles.importing.add import Added, Importing, add
    from timeline.articles.importing.fetch import Fetcher, Manners
    from timeline.articles.lead_picture import saved_pictures
    from timeline.articles.metadata.open_licences import is_open
    from timeline.articles.publication_date.suggest import SharedEvent, Suggestion, Undated, suggest_dates
    from timeline.articles.source import ReadOptions, Skipped
    from timeline.articles.text.language import let_go

__all__ = [
    "Added",
    "Collected",
    "Fetcher",
    "Importing",
    "Manners",
    "ReadMemory",
    "ReadOptions",
    "SharedEvent",
    "Skipped",
    "Suggestion",
    "Undated",
    "add",
    "is_open",
    "let_go",
    "read",
    "saved_pictures",
    "suggest_dates",
]

__getattr__ = on_first_use(
    __name__,
    {
        "Added": "importing.add",
        "Collected": "collect",
        "Fetcher": "importing.fetch",
        "Importing": "importing.add",
        "Manners": "importing.fetch",
        "ReadMemory": "collect",
        "ReadOptions": "source",
        "SharedEvent": "publication_date.suggest",
        "Skipped": "source",
        "Suggestion": "publication_date.suggest",
        "Undated": "publication_date.suggest",
        "add": "importing.add",
        "is_open": "metadata.open_licences",
        "let_go": "text.language",
        "read": "collect",
        "saved_pictures": "lead_picture",
        "suggest_dates": "publication_date.suggest",
    },
)
