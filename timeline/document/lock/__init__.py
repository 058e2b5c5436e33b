"""`timeline.lock`: what the machine last wrote and what people took out, one record a line.

`types` has its types, `text` reads and writes it, `first_format` reads the locks of earlier versions, `union` makes
one record of two that a merge of git left side by side.
"""

from timeline.document.lock.text import LockTrouble, came_last, dump_lock, load_lock, read_lock
from timeline.document.lock.types import (
    Author,
    ChangeKind,
    FieldChange,
    Lock,
    Record,
    SourceRecord,
    State,
    Stood,
    with_source_fact,
)

__all__ = [
    "Author",
    "ChangeKind",
    "FieldChange",
    "Lock",
    "LockTrouble",
    "Record",
    "SourceRecord",
    "State",
    "Stood",
    "came_last",
    "dump_lock",
    "load_lock",
    "read_lock",
    "with_source_fact",
]
