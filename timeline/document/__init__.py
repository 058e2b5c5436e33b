"""The file that people edit: read with every fault told, merged with what the machine finds, patched, and never
overwritten.

`parse` reads and checks, and `parse_again` does so after an edit; `update` merges; `to_timeline` makes what the pages
show; `check`, `disagreements` and `needs_eyes` tell what wants a look; `accept` takes the machine's word; `tidy` sorts;
`schema` is for editors; `store` reads and writes files. All but `store` are pure functions of texts.
"""

from timeline.document import store
from timeline.document.accepting import accept
from timeline.document.again import parse_again
from timeline.document.disagreements import Disagreement, check, disagreements
from timeline.document.eyes import Look, Reason, needs_eyes
from timeline.document.identity import identities, line_of
from timeline.document.lock import By, Change, Lock, What, load_lock
from timeline.document.parsing import parse
from timeline.document.publishing import to_timeline
from timeline.document.report import Report, Updated
from timeline.document.schema import schema
from timeline.document.tidying import Tidied, tidy
from timeline.document.types import About, Document, Head, Item, Parsed
from timeline.document.updating import update

__all__ = [
    "About",
    "By",
    "Change",
    "Disagreement",
    "Document",
    "Head",
    "Item",
    "Lock",
    "Look",
    "Parsed",
    "Reason",
    "Report",
    "Tidied",
    "Updated",
    "What",
    "accept",
    "check",
    "disagreements",
    "identities",
    "line_of",
    "load_lock",
    "needs_eyes",
    "parse",
    "parse_again",
    "schema",
    "store",
    "tidy",
    "to_timeline",
    "update",
]
