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
    """An expression of an event's sentence whose date is not the event's date.

    Attributes:
        timex: The dated expression.
        reason: Why its date is not the event's.
        word: The word of the event that it dates instead ("annoncé"), where the reason is one of the first two;
            otherwise "".
    """

    timex: Timex
    reason: RejectionReason
    word: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place of an event: the canonical name and its form in the quote (with its span).

    Attributes:
        canonical: The name that stands for all its forms in the article.
        surface: The form in the quote.
        span: Where that form stands in the article's text.
        label: PER, ORG or LOC.
    """

    canonical: str
    surface: str
    span: Span
    label: str


TOPIC_END = " : "
"""What stands between a topic and the line that it explains."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, will happen, or is said to have happened, as one article reports it.

    Attributes:
        id: Its name, unique within the article.
        article: The id of the article.
        span: The extent of its sentence.
        trigger: The extent of the word that names it.
        lemma: The lemma of the trigger.
        title: Its headline, behind its topic if it needs one: "Fusillade à Grasse : le suspect est arrêté".
        quote: The whole sentence, with single blanks.
        date: Its date; None only where nothing at all is known. A bound (`../2022-12-20`) is a date.
        basis: How the date was found.
        status: Its factuality.
        timex: The expression that dates it, if any.
        ongoing: Whether it began earlier and continues.
        people: Its people and organisations.
        places: Where it takes place.
        weight: Its salience, from 0 to 1, for ranking.
        confidence: The calibrated probability that event and date are right, from 0 to 1.
        steps: The explanation of the date, continuing that of `timex`.
        postponed_from: The former date of a plan that was moved, if any.
        rejected: The dates of the sentence that are not the event's, in text order.
        date_confidence: The calibrated probability that the date is right; None where no model chose it.
        title_score: The quality of the title, from 0 to 1.
        title_confidence: The probability that a reader does not call the title bad; None where no model judged it.
        expression: The trigger with the noun or verb of its light verb construction; None for the trigger alone.
        topic: What the title says before its colon: "Fusillade à Grasse"; "" for none.
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
    date_confidence: float | None = None
    title_score: float = 0.0
    title_confidence: float | None = None
    expression: Span | None = None
    topic: str = ""

    @property
    def line(self) -> str:
        """The title without its topic: what distinguishes the event from others of its article."""
        return self.title.removeprefix(self.topic).removeprefix(TOPIC_END) if self.topic else self.title


@dataclass(frozen=True, slots=True)
class Annotated:
    """What one article says.

    Attributes:
        article: The article.
        timexes: Its dated time expressions, in text order.
        events: The events that an editor would keep, in text order.
        problems: What could not be dated, and why.
        other_events: The other events, in text order.
    """

    article: Article
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()
    other_events: tuple[Event, ...] = ()
