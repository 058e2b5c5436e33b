"""The file that people edit.

The package reads the file and reports every fault, merges it with what the machine finds, and patches it. It never
overwrites what people wrote.

`parse` reads and checks, and `parse_again` does so after an edit; `update` merges; `to_timeline` makes what the pages
show; `check`, `disagreements` and `review_items` list what needs review; `accept` takes the machine's values; `tidy`
sorts; `schema` is for editors; `store` reads and writes files. All but `store` are pure functions of texts.
"""

from timeline.document import store
from timeline.document.commands.accept import accept
from timeline.document.commands.check import Disagreement, check, disagreements
from timeline.document.commands.format import Tidied, tidy
from timeline.document.commands.listing import event_listed, events_listed, listing
from timeline.document.commands.review import Reason, ReviewItem, review_items
from timeline.document.lock import Author, ChangeKind, FieldChange, Lock, LockTrouble, State, load_lock, read_lock
from timeline.document.merge.identity import identities, line_of
from timeline.document.merge.types import Extraction, FileTexts, Updated, UpdateReport
from timeline.document.merge.update import update
from timeline.document.origins import Settled, settled_origins
from timeline.document.parse.again.at_rest import alone, at_rest, with_events
from timeline.document.parse.again.incremental import parse_again
from timeline.document.parse.document import parse
from timeline.document.parse.schema import schema
from timeline.document.parse.types import About, Document, Head, Item, Parsed
from timeline.document.to_timeline import MadeTimeline, timeline_again, to_timeline

__all__ = [
    "About",
    "Author",
    "ChangeKind",
    "Disagreement",
    "Document",
    "Extraction",
    "FieldChange",
    "FileTexts",
    "Head",
    "Item",
    "Lock",
    "LockTrouble",
    "MadeTimeline",
    "Parsed",
    "Reason",
    "ReviewItem",
    "Settled",
    "State",
    "Tidied",
    "UpdateReport",
    "Updated",
    "accept",
    "alone",
    "at_rest",
    "check",
    "disagreements",
    "event_listed",
    "events_listed",
    "identities",
    "line_of",
    "listing",
    "load_lock",
    "parse",
    "parse_again",
    "read_lock",
    "review_items",
    "schema",
    "settled_origins",
    "store",
    "tidy",
    "timeline_again",
    "to_timeline",
    "update",
    "with_events",
]
