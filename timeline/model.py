"""Every noun of the project, on one page.

This module imports nothing of ours. All types are frozen: a stage makes new values and never fills in old ones.
Offsets are Python code points into `Article.text`, end exclusive, everywhere. Moments are whole seconds since
0001-01-01T00:00 of the proleptic Gregorian calendar, in local time (negative before that), so that intervals compare,
and years before Christ exist; `timeline.calendar` turns them into calendar dates and back.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

# ---------------------------------------------------------------------------------------------------------------------
# Articles and problems
# ---------------------------------------------------------------------------------------------------------------------


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning is shown and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a user's file, told to the person who made it.

    `line` and `column` count from 1; 0 where the whole file is meant. `message` says what is wrong and what would be
    right, in one sentence.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        prefix = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {prefix}{self.message}"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: code points, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One hint at an article's publication date: its kind (`json-ld`, `dateline`, `url`, …), what it says, the day."""

    kind: str
    text: str
    published: datetime.date | None


@dataclass(frozen=True, slots=True)
class Article:
    """A dated text of the press.

    `id` is unique within a timeline and stands in the YAML; `path` is relative to the timeline file, with `/`.
    `published` is the *document creation time* (DCT), the day in the timeline's zone; `published_time` keeps the clock
    and the zone where they are known. `text` is the body as stored, nothing normalised.
    """

    id: str
    path: str
    title: str
    published: datetime.date
    text: str
    published_time: datetime.datetime | None = None
    modified: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str = "fr"
    evidence: tuple[DateEvidence, ...] = ()
    licence: str | None = None


# ---------------------------------------------------------------------------------------------------------------------
# What the reading pipeline knows of a sentence
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. Universal Dependencies' labels throughout.

    `index` and `head` count the tokens of the *sentence* from 0; the root is its own head. `pos` is the UPOS tag,
    `dep` the UD relation. `features` holds the UD morphology (`Tense`, `Mood`, `VerbForm`, `Person`, `Number`,
    `Gender`, `Polarity`, `Voice`, …); a missing feature reads as "". `entity` is the label of the entity that the
    token lies in, or "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    head: int
    dep: str
    features: Mapping[str, str] = field(default_factory=dict)
    entity: str = ""

    @property
    def tense(self) -> str:
        """UD `Tense`: Past, Pres, Fut, Imp, or ""."""
        return self.features.get("Tense", "")

    @property
    def mood(self) -> str:
        """UD `Mood`: Ind, Cnd, Sub, Imp, or ""."""
        return self.features.get("Mood", "")

    @property
    def verb_form(self) -> str:
        """UD `VerbForm`: Fin, Inf, Part, or ""."""
        return self.features.get("VerbForm", "")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text: `label` is PER, ORG, LOC, EVENT or MISC."""

    span: Span
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the pipeline read it.

    With no tagger (a blank pipeline) tokens have an empty `pos` and are their own heads.
    """

    span: Span
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()

    def dependents(self, token: Token) -> tuple[Token, ...]:
        """The tokens whose head is `token`, in text order."""
        return tuple(other for other in self.tokens if other.head == token.index and other.index != token.index)

    def head_of(self, token: Token) -> Token:
        """The governor of `token`; the root governs itself."""
        return self.tokens[token.head]


# ---------------------------------------------------------------------------------------------------------------------
# Dates
# ---------------------------------------------------------------------------------------------------------------------

Moment: TypeAlias = int
"""Whole seconds since 0001-01-01T00:00, proleptic Gregorian, local time; negative before Christ."""


class Granularity(StrEnum):
    """How fine a date is; `finer < coarser` by `RANK`."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """0 for the finest."""
        return _RANKS[self]


_RANKS = {granularity: rank for rank, granularity in enumerate(Granularity)}


class Qualifier(StrEnum):
    """EDTF qualifiers of a whole date."""

    NONE = ""
    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"


@dataclass(frozen=True, slots=True)
class Date:
    """A half-open interval `[begin, end)` of the calendar, never finer than what the text says.

    `begin` or `end` is None where that side is open. `granularity` is that of the first bound (of the second where
    the first is open), `end_granularity` that of the second where it differs ("de 2019 au 3 mars 2020"). `is_range`
    tells `2022-12-19/2022-12-20` (two bounds told) from one date of its granularity. `timeline.calendar` writes and
    reads EDTF.
    """

    begin: Moment | None
    end: Moment | None
    granularity: Granularity
    qualifier: Qualifier = Qualifier.NONE
    end_granularity: Granularity | None = None
    is_range: bool = False


# ---------------------------------------------------------------------------------------------------------------------
# Temporal expressions (TIMEX3)
# ---------------------------------------------------------------------------------------------------------------------


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """TIMEX3 `mod`."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Signal(StrEnum):
    """The TimeML signal that governs an expression, outside its extent ("depuis", "jusqu'à", "d'ici à", "dès", …)."""

    NONE = ""
    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    FROM = "from"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    AROUND = "around"


# The meanings of expressions: what the words say, before any calendar.


class Origin(StrEnum):
    """What an expression is counted from: the article's date ("hier"), or the last date of the text ("la veille")."""

    PUBLISHED = "published"
    TEXT = "text"


class Direction(StrEnum):
    """Where the words themselves say that a date lies: "mardi dernier" BACK, "mardi prochain" ON, "mardi" NONE."""

    NONE = ""
    BACK = "back"
    ON = "on"


class Reference(StrEnum):
    """TIMEX3's vague references."""

    PRESENT = "PRESENT_REF"
    PAST = "PAST_REF"
    FUTURE = "FUTURE_REF"


class PartOfDay(StrEnum):
    """TIMEX3's parts of the day."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of years that needs no anchor: the 1960s, the 19th century. `year` is its first, astronomical."""

    year: int
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class Partial:
    """Some fields of a date; the missing coarser ones come from the anchor, and none finer than those told is invented.

    `weekday` 0 for Monday; `season` 0 for spring to 3 for winter; `holiday` a key of `timeline.dates.holidays`;
    `week` an ISO week number. A full date is a Partial that misses nothing. `generic` means the season or month of
    any year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    weekend: bool = False
    holiday: str = ""
    direction: Direction = Direction.NONE
    skip: int = 0  # further units in the direction: "lundi en huit" skips one
    origin: Origin = Origin.PUBLISHED
    era: str = ""  # "BC" is already in `year`; kept to write it
    generic: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units away: "il y a trois jours", "deux ans plus tard", "la veille de Noël" (`base` tells from what).

    `count` is None where it is vague ("il y a quelques jours"); then `direction` tells the side. `rest` holds further
    amounts ("un an et deux mois").
    """

    count: float | None
    unit: Granularity
    direction: Direction = Direction.NONE
    origin: Origin = Origin.PUBLISHED
    base: Meaning | None = None
    rest: tuple[tuple[float, Granularity], ...] = ()


@dataclass(frozen=True, slots=True)
class This:
    """The unit that holds the anchor, or one `offset` units away: "cette semaine" 0, "l'an dernier" -1.

    `base` tells the anchor where the words do: "la semaine du 6 mars".
    """

    unit: Granularity
    offset: int = 0
    origin: Origin = Origin.PUBLISHED
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The `number`-th unit or weekday within something: "premier lundi de mai"; negative numbers count from the end.

    `count` units from there where the words tell several ("les cinq premiers jours de mars").
    """

    number: int
    unit: Granularity
    within: Meaning
    weekday: int | None = None
    count: int | None = 1


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a part of one: it hangs on the last day mentioned unless `On` tells the day.

    `hour` may be 24 or more where the text says so; `zone` is "" (local), "Z" or an offset ("+01").
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: PartOfDay | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class On:
    """A time of a day that is told: "mardi soir", "le 3 mars à 20 h"."""

    day: Meaning
    time: Clock


@dataclass(frozen=True, slots=True)
class Between:
    """A range: each end is an expression of its own (`side` "first" or "last"), or one is both ("whole")."""

    first: Meaning
    last: Meaning
    side: str = "whole"


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time: amounts by unit, None where vague ("des mois"). `direction` says that it ends now ("ces dix
    derniers jours") or begins now ("les trois prochains mois")."""

    amounts: tuple[tuple[float | None, Granularity], ...]
    direction: Direction = Direction.NONE
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeated time: every `count` units ("tous les deux ans"), every `weekday`, `part` of day, or every year's
    `month`, `day` of it, or `season`.

    `times` is the number of times in the unit ("trois fois par semaine").
    """

    unit: Granularity
    count: float = 1
    weekday: int | None = None
    part: PartOfDay | None = None
    month: int | None = None
    times: int | None = None
    time: Clock | None = None
    day: int | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague reference: "actuellement", "jadis", "bientôt"."""

    reference: Reference


Meaning: TypeAlias = Fixed | Partial | Shift | This | Nth | Clock | On | Between | Lasting | Repeat | Vague


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression found in a text, not yet dated. `rule` names the rule that found it."""

    span: Span
    text: str
    type: TimexType
    rule: str
    meaning: Meaning
    modifier: Modifier | None = None
    signal: Signal = Signal.NONE


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the explanation from an expression to its date: a message key and its arguments, worded later."""

    key: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved temporal expression.

    `value` is the TIMEX3 value (`2022-12-19`, `P3M`, `PAST_REF`, …). `date` is its interval on the calendar: None for
    durations and vague references that touch no calendar. "depuis lundi" has the value of the Monday and the interval
    from it on (`signal` SINCE). `anchor` is what it was counted from: another Timex, the article's date
    (`published`), or None where it is absolute. `steps` explain it.
    """

    expression: Expression
    value: str
    date: Date | None
    anchor: Timex | datetime.date | None = None
    steps: tuple[Step, ...] = ()

    @property
    def span(self) -> Span:
        """The extent in the text."""
        return self.expression.span


# ---------------------------------------------------------------------------------------------------------------------
# Events
# ---------------------------------------------------------------------------------------------------------------------


class Basis(StrEnum):
    """How an event got its date."""

    STATED = "stated"  # a date of its own
    ANAPHORIC = "anaphoric"  # its own date, counted from an earlier one in the text ("le lendemain")
    CARRIED = "carried"  # from a sentence before
    LEAD = "lead"  # from the article's lead
    TITLE = "title"  # the title's event, dated by the body
    PUBLISHED = "published"  # only the article's date is known
    BOUNDED = "bounded"  # before or after something


class Status(StrEnum):
    """What the text says of an event's reality."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Loss(StrEnum):
    """Why a date of the sentence is not an event's date."""

    SAYING = "saying"  # it dates the saying that tells the event ("a annoncé mardi que …")
    OTHER_EVENT = "other event"  # another event of the sentence governs it
    COARSER = "coarser"  # the event has a finer one
    FARTHER = "farther"  # the event has one as fine, nearer
    DATELINE = "dateline"  # it is the article's own date line
    ASIDE = "aside"  # it stands in brackets after a name ("l'AS Monaco (2006-2008)")


@dataclass(frozen=True, slots=True)
class Rejected:
    """An expression of an event's sentence that tells another date than the event's, and why it lost.

    `word` is the word of the event that it dates instead ("annoncé"), where the reason is one of the first two; else
    "".
    """

    timex: Timex
    reason: Loss
    word: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place of an event: the canonical name and how the quote says it (with its span)."""

    canonical: str
    surface: str
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, will happen, or is said to have, as one article tells it.

    `span` is the sentence, `trigger` the word that names the event, `lemma` its lemma. `date` is None only where
    nothing at all is known; a bound (`../2022-12-20`) is a date. `timex` is the expression that dates it, where there
    is one. `ongoing` events began before and last. `weight` (0 to 1) ranks; `confidence` (0 to 1) is the calibrated
    chance that event and date are right. `quote` is the whole sentence. `steps` continue the Timex' own steps.
    `rejected` are the dates of the sentence that are not the event's, in text order, and why.
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


# ---------------------------------------------------------------------------------------------------------------------
# The timeline
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Discarded:
    """A date of a source's quote that is not the event's: its words, what they mean (EDTF), and why it lost.

    `word` is the word that it dates instead ("annoncé"), or "".
    """

    words: str
    date: str
    reason: Loss
    word: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One article's word for an entry.

    `article` is an article's id; a person may cite a page that is no article of theirs with `url` and `title`
    instead. `date` (EDTF) is what this source says, `because` the explanation in the timeline's language; `mark` is
    the span of the dating expression within `quote`, or None. `discarded` are the quote's other dates, in text order.
    """

    article: str = ""
    quote: str = ""
    because: str = ""
    date: str = ""
    basis: str = ""
    mark: Span | None = None
    url: str = ""
    title: str = ""
    discarded: tuple[Discarded, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an entry; `alt` is required."""

    src: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an entry: http(s) or mailto."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the timeline, as the YAML holds it: what several sources tell, and what people changed.

    `date` is the text that stands in the YAML (EDTF; "" where unknown), `interval` the same understood, or None.
    `basis` and `confidence` are the machine's, "" and None where a person wrote the entry. `first_known` is the
    publication day of the first article that told it. `conflict` tells that sources disagree on the date. `was` keeps
    the dates that a plan had before it was moved. `line` is the entry's line in the YAML (from 1), 0 where it has
    none yet.
    """

    id: str
    date: str
    title: str
    interval: Date | None = None
    text: str = ""
    status: Status = Status.ASSERTED
    ongoing: bool = False
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    importance: int | None = None
    image: Image | None = None
    links: tuple[Link, ...] = ()
    hidden: bool = False
    confirmed: bool = False
    conflict: bool = False
    basis: str = ""
    confidence: float | None = None
    weight: float | None = None
    first_known: datetime.date | None = None
    was: tuple[str, ...] = ()
    order: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What the site needs to know of an article: never its full text, unless the timeline asks for it (`text`)."""

    id: str
    title: str
    published: datetime.date
    url: str = ""
    publisher: str = ""
    author: str = ""
    text: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline ready to publish: the head of the YAML, its entries in order, and the cards of the articles they cite.

    `slug` names its pages. `path` is the YAML file, relative to the project. Entries are in reading order: by
    beginning (open beginnings before what they end in), then by `order`, then as they stand in the file. Hidden
    entries are in it; pages leave them out.
    """

    title: str
    slug: str
    path: str
    language: str = "fr"
    description: str = ""
    entries: tuple[Entry, ...] = ()
    articles: tuple[ArticleCard, ...] = ()
