"""Reads articles, each with its publication date and the evidence for it.

`read` takes files, folders and globs; `Collected` holds the articles, all problems, and what was left out. `add`
imports files and web pages into a folder of Markdown files. `suggest_dates` proposes publication days for undated
articles. `saved_pictures` are those saved with an article, and `is_open` says whether its licence lets them be copied.
"""

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
