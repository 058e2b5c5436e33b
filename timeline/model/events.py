"""Events as one article reports them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.model.base import Article, Problem, Span
from timeline.model.dates import Date
from timeline.model.timex import Step, Timex


class Basis(StrEnum):
    """How an event got its date."""

    STATED = "stated"  # a date of its own
    ANAPHORIC = "anaphoric"  # its own date, counted from an earlier one in the text ("le lendemain")
    CARRIED = "carried"  # from an earlier sentence
    LEAD = "lead"  # from the article's lead
    TITLE = "title"  # the title's event, dated by the body
    PUBLISHED = "published"  # only the article's date is known
    BOUNDED = "bounded"  # it is only known to be before or after something


class Status(StrEnum):
    """The factuality of an event: what the text says of its reality."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class RejectionReason(StrEnum):
    """Why a date of the sentence is not an event's date."""

    SAYING = "saying"  # it dates the verb of saying that reports the event ("a annoncé mardi que …")
    OTHER_EVENT = "other event"  # another event of the sentence governs it
    COARSER = "coarser"  # the event has a finer one
    FARTHER = "farther"  # the event has one as fine, nearer
    DATELINE = "dateline"  # it belongs to the article's own dateline
    ASIDE = "aside"  # it stands in brackets after a name ("l'AS Monaco (2006-2008)")


@dataclass(frozen=True, slots=True)
class Rejected:
    """An expression of an event's sentence whose date is not the event's date, and the reason.

    `word` is the word of the event that it dates instead ("annoncé"), where the reason is one of the first two;
    otherwise "".
    """

    timex: Timex
    reason: RejectionReason
    word: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place of an event: the canonical name and its form in the quote (with its span)."""

    canonical: str
    surface: str
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, will happen, or is said to have happened, as one article reports it.

    `span` is the sentence, `trigger` the word that names the event, `lemma` its lemma, `expression` the trigger with
    the noun or verb of its light verb construction (None: the trigger alone). `date` is None only where
    nothing at all is known; a bound (`../2022-12-20`) is a date. `timex` is the expression that dates the event, if
    any. `ongoing` events began earlier and continue. `weight` (0 to 1) is the salience, for ranking; `confidence`
    (0 to 1) is the calibrated probability that event and date are right.
    `quote` is the whole sentence, `title_score` (0 to 1) the quality of the title. `steps` continue the steps of the
    Timex. `rejected` are the dates of the sentence that are not the event's, in text order, with their reasons.
    """

    id: str
    article: str
    span: Span
    trigger: Span
    lemma: str
    title: str
    quote: str
    date: Date | None
    basis: Basis
    status: Status
    timex: Timex | None = None
    ongoing: bool = False
    people: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    weight: float = 0.0
    confidence: float = 0.0
    steps: tuple[Step, ...] = ()
    postponed_from: Date | None = None
    rejected: tuple[Rejected, ...] = ()
    title_score: float = 0.0
    expression: Span | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """What one article says: its time expressions and its events, in text order.

    `events` are those that an editor would keep, `other_events` the rest.
    """

    article: Article
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()
    other_events: tuple[Event, ...] = ()
