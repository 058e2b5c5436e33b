"""A store of annotations in one file that any tool reads; timelines are made from it without reading an article again.

It is an SQLite database with a row for each article, mention and time expression (`tables`), an index of words and an
index of meaning. We use SQLite and not DuckDB because articles are written and looked up one by one, a killed run
loses only its last transaction, the index of words is in the same file, and Python has SQLite built in. DuckDB reads
the file as it is (`ATTACH 'archive.sqlite' (TYPE sqlite)`), for aggregates over all of it.

The names below are imported on first use, so that what reads a value loads no search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.first_use import on_first_use

if TYPE_CHECKING:
    from timeline.archive.search import ArchiveQuery
    from timeline.archive.store import Archive, ArchiveError, ClosedArchiveError, Fresh, Kept
    from timeline.archive.values import dumps, loads

__all__ = ["Archive", "ArchiveError", "ArchiveQuery", "ClosedArchiveError", "Fresh", "Kept", "dumps", "loads"]

__getattr__ = on_first_use(
    __name__,
    {
        "Archive": "store",
        "ArchiveError": "store",
        "ArchiveQuery": "search",
        "ClosedArchiveError": "store",
        "Fresh": "store",
        "Kept": "store",
        "dumps": "values",
        "loads": "values",
    },
)
