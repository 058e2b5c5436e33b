"""Read the articles that people have, each with its publication date and the evidence for it.

`read` takes files, folders and globs; `Collected` holds the articles, everything that is wrong, and what was left out.
"""

from timeline.articles.collect import Collected, read
from timeline.articles.source import Skipped

__all__ = ["Collected", "Skipped", "read"]
