"""Temporal expressions (TIMEX3): the meaning of their words, and the dates that they resolve to."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TypeAlias

from timeline.model.base import Span
from timeline.model.dates import Date, Granularity


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


# The meanings of expressions, before any calendar is applied.


class Origin(StrEnum):
    """What an expression is counted from: the article's date ("hier"), or the last date of the text ("la veille")."""

    PUBLISHED = "published"
    TEXT = "text"


class Direction(StrEnum):
    """The direction that the words themselves give: "mardi dernier" BACK, "mardi prochain" FORWARD, "mardi" NONE."""

    NONE = ""
    BACK = "back"
    FORWARD = "on"


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
    """A range of years that needs no anchor: the 1960s, the 19th century. `year` is its first, astronomical.

    `share` narrows it to one of its equal parts: (2, 4) is its second quarter.
    """

    year: int
    granularity: Granularity
    share: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Partial:
    """Some fields of a date; missing coarser fields come from the anchor, and no field finer than these is added.

    `weekday` 0 for Monday; `season` 0 for spring to 3 for winter; `holiday` a key of `timeline.calendar.holidays`;
    `week` an ISO week number. A full date is a Partial with no missing field. `generic` means the season or month of
    any year, or the weekday of any week.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str = ""
    direction: Direction = Direction.NONE
    skip: int = 0  # further units in the direction: "lundi en huit" skips one
    origin: Origin = Origin.PUBLISHED
    era: str = ""  # "BC" is already applied to `year`; kept for display
    generic: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units away: "il y a trois jours", "deux ans plus tard", "la veille de Noël" (`base` is the anchor).

    `count` is None where it is vague ("il y a quelques jours"); then `direction` gives the side. `rest` holds further
    amounts ("un an et deux mois").
    """

    count: float | None
    unit: Granularity
    direction: Direction = Direction.NONE
    origin: Origin = Origin.PUBLISHED
    base: Meaning | None = None
    rest: tuple[tuple[float, Granularity], ...] = ()
    exact: bool = False  # "jour pour jour": precise to the day, regardless of the unit


@dataclass(frozen=True, slots=True)
class This:
    """The unit that contains the anchor, or one `offset` units away: "cette semaine" 0, "l'an dernier" -1.

    `base` is the anchor where the words name it: "la semaine du 6 mars".
    """

    unit: Granularity
    offset: int = 0
    origin: Origin = Origin.PUBLISHED
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The `number`-th unit or weekday within something: "premier lundi de mai"; negative numbers count from the end.

    `count` is the number of units from there where the words give several ("les cinq premiers jours de mars").
    """

    number: int
    unit: Granularity
    within: Meaning
    weekday: int | None = None
    count: int | None = 1


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a part of the day: it refers to the last day mentioned unless `On` gives the day.

    `hour` may be 24 or more where the text says so; `zone` is "" (local), "Z" or an offset ("+01").
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: PartOfDay | None = None
    zone: str = ""
    midnight: bool = False  # "minuit" of a day that the text names: the midnight at its end


@dataclass(frozen=True, slots=True)
class On:
    """A time of a day that the text names: "mardi soir", "le 3 mars à 20 h".

    `names_next_day` is set where the text names the day after, too: "la nuit de mardi à mercredi".
    """

    day: Meaning
    time: Clock
    names_next_day: bool = False


class Side(Enum):
    """The part of a range that an expression covers: one of its ends, or the whole."""

    FIRST = "first"
    LAST = "last"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Between:
    """A range. Each end is an expression of its own, or one covers both."""

    first: Meaning
    last: Meaning
    side: Side = Side.WHOLE


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: amounts by unit, None where vague ("des mois").

    `direction` says whether it ends now ("ces dix derniers jours") or begins now ("les trois prochains mois").
    """

    amounts: tuple[tuple[float | None, Granularity], ...]
    direction: Direction = Direction.NONE
    ongoing: bool = False  # "cela fait trois semaines que": it continues


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeated time.

    Every `count` units ("tous les deux ans"), every `weekday`, `part` of day, or every year's `month`, `day` of it,
    or `season`.

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


Meaning: TypeAlias = Fixed | Partial | Shift | This | Nth | Clock | On | Between | Duration | Repeat | Vague


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression found in a text, not yet dated. `rule` is the name of the rule that found it."""

    span: Span
    text: str
    type: TimexType
    rule: str
    meaning: Meaning
    modifier: Modifier | None = None
    signal: Signal = Signal.NONE


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the explanation from an expression to its date: a message key and arguments, rendered later."""

    key: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved temporal expression.

    `value` is the TIMEX3 value (`2022-12-19`, `P3M`, `PAST_REF`, …). `date` is its interval on the calendar: None for
    durations and vague references without a calendar date. "depuis lundi" has the value of the Monday and the interval
    that begins on it (`signal` SINCE). `anchor` is what it was counted from: another Timex, the article's date
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


def partial_of(meaning: Meaning) -> Partial | None:
    """The partial date that the words name, alone or with a time of day.

    Args:
        meaning: What an expression says.

    Returns:
        The partial date, or None.
    """
    if isinstance(meaning, On):
        meaning = meaning.day
    return meaning if isinstance(meaning, Partial) else None


def numbers_within(timexes: Sequence[Timex], span: Span) -> Sequence[int]:
    """Which expressions lie within a sentence, found without looking at each of a long article.

    Args:
        timexes: The time expressions of an article, in text order.
        span: A stretch of its text.

    Returns:
        Their indices in `timexes`, in order.
    """
    first = bisect_left(timexes, span.start, key=_start)
    last = bisect_left(timexes, span.end, lo=first, key=_start)
    return [number for number in range(first, last) if timexes[number].expression.span.end <= span.end]


def within(timexes: Sequence[Timex], span: Span) -> list[Timex]:
    """The expressions of `numbers_within`.

    Args:
        timexes: Expressions in text order.
        span: Code points, end exclusive.

    Returns:
        The expressions that lie within the span, in text order.
    """
    return [timexes[number] for number in numbers_within(timexes, span)]


def _start(timex: Timex) -> int:
    return timex.expression.span.start
