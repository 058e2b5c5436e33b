"""A store of annotations in one file that any tool reads; timelines are made from it without reading an article again.

It is an SQLite database with a row for each article, mention and time expression (`tables`), an index of words and an
index of meaning. We use SQLite and not DuckDB because articles are written and looked up one by one, a killed run
loses only its last transaction, the index of words is in the same file, and Python has SQLite built in. DuckDB reads
the file as it is (`ATTACH 'archive.sqlite' (TYPE sqlite)`), for aggregates over all of it.

The names below are imported on first use, so that what reads a value loads no search.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.archive.search import ArchiveQuery
    from timeline.archive.store import Archive, ArchiveError, Fresh, Kept
    from timeline.archive.values import dumps, loads

__all__ = ["Archive", "ArchiveError", "ArchiveQuery", "Fresh", "Kept", "dumps", "loads"]

_HOMES = {"ArchiveQuery": "search", "dumps": "values", "loads": "values"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'store')}"), name)
