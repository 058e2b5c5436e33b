"""Dates as readers read them, never more precise than they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.calendar import DAY, begin_of, civil, end_of, last_clock, weekday
from timeline.i18n.texts import texts
from timeline.model import Date, Granularity, Moment, Qualifier

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MUTE = ("a", "e", "é", "h", "i", "o", "u")


def readable(date: Date | None, language: str, *, weekday: bool = False) -> str:
    """A date in words: "vers mars 2023", "du 19 au 20 décembre 2022", "années 1960", "date inconnue".

    Args:
        date: The date; None where it is not known.
        language: The code of the interface's language.
        weekday: Whether a single day has its weekday before it.

    Returns:
        The words, as they stand within a sentence.
    """
    if date is None:
        return _Words(texts(language), False).say("unknown")
    words = _Words(texts(language), weekday and _is_single_day(date))
    text = _bounds(date, words)
    return words.around(text, date) if date.qualifier is not Qualifier.NONE else text


def _is_single_day(date: Date) -> bool:
    bounded = date.begin is not None and date.end is not None and not date.is_range
    return bounded and date.granularity <= Granularity.DAY and date.qualifier is Qualifier.NONE


class _Words:
    """The calendar's words of one language."""

    def __init__(self, known: Mapping[str, Any], with_weekday: bool) -> None:
        self._known = known
        self._with_weekday = with_weekday

    def say(self, key: str, **arguments: object) -> str:
        return str(self._known[f"calendar.{key}"]).format(**arguments)

    def choose(self, kind: str, granularity: Granularity, **arguments: object) -> str:
        """The template `kind.granularity`, or `kind.other`."""
        name = "day" if granularity <= Granularity.DAY else granularity.value
        key = f"{kind}.{name}"
        if str(arguments.get("date", ""))[:1] in _MUTE and f"calendar.{key}_vowel" in self._known:
            key += "_vowel"
        return self.say(key if f"calendar.{key}" in self._known else f"{kind}.other", **arguments)

    def around(self, text: str, date: Date) -> str:
        ranged = date.is_range or date.begin is None or date.end is None
        for kind, which in (("around", Qualifier.APPROXIMATE), ("uncertain", Qualifier.UNCERTAIN)):
            if date.qualifier in (which, Qualifier.BOTH):
                text = (
                    self.say(f"{kind}.range", date=text) if ranged else self.choose(kind, date.granularity, date=text)
                )
        return text

    def ordinal(self, number: int) -> str:
        for pattern, suffix in self._known["calendar.ordinals"]:
            if re.search(pattern, str(number)):
                return str(suffix)
        return ""

    def year(self, year: int) -> str:
        return str(year) if year > 0 else self.say("before_christ", year=1 - year)

    def month(self, month: int) -> str:
        return str(self._known["calendar.months"][month - 1])

    def clock(self, at: Moment) -> str:
        hour, minute = at // 3600 % 24, at // 60 % 60
        return self.say("hour_minute" if minute else "hour", hour=hour, minute=f"{minute:02}")

    def day(self, at: Moment, *, form: str = "day") -> str:
        year, month, day = civil(at)
        number = self.say("first_day") if day == 1 else str(day)
        text = self.say(form, day=number, month=self.month(month), year=self.year(year))
        return f"{self._known['calendar.weekdays'][weekday(at)]} {text}" if self._with_weekday else text


def _bounds(date: Date, words: _Words) -> str:
    if date.begin is None:
        return words.choose("before", date.granularity, date=_end_point(date, words)) if date.end is not None else ""
    if date.end is None:
        return _elided(words, "since", date.granularity, _point(date.begin, date.granularity, words))
    if date.is_range:
        return _range(date, words)
    return _point(date.begin, date.granularity, words)


def _end_point(date: Date, words: _Words) -> str:
    return _point(end_of(date) - 1, date.last_granularity, words)


def _range(date: Date, words: _Words) -> str:
    begin, last = begin_of(date), end_of(date) - 1
    if date.granularity <= Granularity.HOUR and begin // DAY == last // DAY:
        first, end = words.clock(begin), words.clock(last_clock(date))
        return words.say("clock_range", date=words.day(begin), first=first, last=end)
    first_text = _first_of_range(begin, last, date, words)
    last_text = _end_point(date, words)
    if first_text == last_text:
        return last_text
    kind = _kind_of_range(date.granularity, date.last_granularity)
    return _elided(words, kind, date.granularity, first_text, last=last_text)


def _kind_of_range(first: Granularity, last: Granularity) -> str:
    """The template of a range: "du 3 au 5", "du 3 à mars", "3 mars – été"."""
    if first is last or max(first, last) <= Granularity.DAY:
        return "range"
    return "range_day" if first <= Granularity.DAY and last in (Granularity.MONTH, Granularity.YEAR) else "range_mixed"


def _first_of_range(begin: Moment, last: Moment, date: Date, words: _Words) -> str:
    """The first end of a range, without the year or the month that the second end repeats."""
    first_day, last_day = civil(begin), civil(last)
    if date.granularity <= Granularity.HOUR:
        return _point(begin, date.granularity, words)
    if first_day.year != last_day.year or date.end_granularity is not None:
        return _point(begin, date.granularity, words)
    if date.granularity <= Granularity.DAY:
        return words.day(begin, form="day_alone" if first_day.month == last_day.month else "day_month")
    if date.granularity is Granularity.MONTH:
        return words.month(first_day.month)
    return _point(begin, date.granularity, words)


def _elided(words: _Words, kind: str, granularity: Granularity, first: str, **more: str) -> str:
    vowel = f"{kind}.vowel"
    if first[:1].lower() in "aeiouyéèêàôh" and f"calendar.{vowel}" in words._known and granularity > Granularity.DAY:
        return words.say(vowel, date=first, **more)
    return words.choose(kind, granularity, date=first, **more)


def _point(at: Moment, granularity: Granularity, words: _Words) -> str:
    year, month, _ = civil(at)
    match granularity:
        case Granularity.CENTURY | Granularity.MILLENNIUM:
            return _century(year, granularity, words)
        case Granularity.DECADE:
            return words.say("decade", year=words.year(year - year % 10))
        case Granularity.YEAR:
            return words.year(year)
        case Granularity.SEASON:
            season = str(words._known["calendar.seasons"][month % 12 // 3])
            return words.say("season", season=season, year=_season_year(year, month, words))
        case Granularity.QUARTER | Granularity.HALF:
            number = (month - 1) // (3 if granularity is Granularity.QUARTER else 6) + 1
            return words.say(granularity.value, number=f"{number}{words.ordinal(number)}", year=words.year(year))
        case Granularity.MONTH:
            return words.say("month", month=words.month(month), year=words.year(year))
        case Granularity.WEEK | Granularity.WEEKEND:
            return words.say(granularity.value, date=words.day(at))
    return _clock(at, granularity, words)


def _clock(at: Moment, granularity: Granularity, words: _Words) -> str:
    day = words.day(at)
    return words.say("clock", date=day, clock=words.clock(at)) if granularity <= Granularity.HOUR else day


def _season_year(year: int, month: int, words: _Words) -> str:
    """The year of a season in words; a winter has two years."""
    if month % 12 // 3:
        return words.year(year)
    first = year if month == 12 else year - 1
    return f"{words.year(first)}-{words.year(first + 1)}"


def _century(year: int, granularity: Granularity, words: _Words) -> str:
    size = 100 if granularity is Granularity.CENTURY else 1000
    number = year // size + 1 if year >= 0 else (-year) // size + 1
    text = words.say(granularity.value, roman=_roman(number), number=number, suffix=words.ordinal(number))
    return text if year >= 0 else words.say("before_christ", year=text)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
