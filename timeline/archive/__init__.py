"""A store of annotations: one file that any tool reads; timelines are drawn from it without reading an article again.

It is an SQLite database, with a row an article, a mention and a time expression (`tables`), an index of words and one
of meaning. SQLite and not DuckDB: articles come one by one and are looked up one by one, a run that is killed loses its
last transaction and nothing else, the index of words is in the same file, and Python has it built in. DuckDB reads the
file as it is (`ATTACH 'archive.sqlite' (TYPE sqlite)`), for sums over all of it.
"""

from timeline.archive.search import Wanted
from timeline.archive.store import Archive, ArchiveError, Fresh, Kept
from timeline.archive.values import dumps, loads

__all__ = ["Archive", "ArchiveError", "Fresh", "Kept", "Wanted", "dumps", "loads"]
