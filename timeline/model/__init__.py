"""Every type that two rooms share, by subject: `base`, `syntax`, `dates`, `timex`, `events`, `timeline`.

This room imports no other room. All types are frozen: a stage makes new values and never fills in old ones.
Offsets are Python code points into `Article.text`, end exclusive, everywhere. Moments are whole seconds since
0001-01-01T00:00 of the proleptic Gregorian calendar, in local time (negative before that): intervals can be compared,
and years before Christ exist. `timeline.calendar` converts them to calendar dates and back.
"""

from timeline.model.base import Article, DateEvidence, Problem, Severity, Span
from timeline.model.dates import Date, Granularity, Moment, Qualifier
from timeline.model.events import Annotated, Basis, Event, Name, Rejected, RejectionReason, Status
from timeline.model.syntax import Entity, Sentence, Token
from timeline.model.timeline import ArticleCard, Discarded, Entry, Image, Length, Link, Source, Timeline
from timeline.model.timex import (
    Between,
    Clock,
    Direction,
    Duration,
    Expression,
    Fixed,
    Meaning,
    Modifier,
    Nth,
    On,
    Origin,
    Partial,
    PartOfDay,
    Reference,
    Repeat,
    Shift,
    Signal,
    Step,
    This,
    Timex,
    TimexType,
    Vague,
)

__all__ = [
    "Annotated",
    "Article",
    "ArticleCard",
    "Basis",
    "Between",
    "Clock",
    "Date",
    "DateEvidence",
    "Direction",
    "Discarded",
    "Duration",
    "Entity",
    "Entry",
    "Event",
    "Expression",
    "Fixed",
    "Granularity",
    "Image",
    "Length",
    "Link",
    "Meaning",
    "Modifier",
    "Moment",
    "Name",
    "Nth",
    "On",
    "Origin",
    "PartOfDay",
    "Partial",
    "Problem",
    "Qualifier",
    "Reference",
    "Rejected",
    "RejectionReason",
    "Repeat",
    "Sentence",
    "Severity",
    "Shift",
    "Signal",
    "Source",
    "Span",
    "Status",
    "Step",
    "This",
    "Timeline",
    "Timex",
    "TimexType",
    "Token",
    "Vague",
]
