"""Dates as people type them: EDTF, or words; and for those that are neither, what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.calendar import DAY, days_in_month, edtf, edtf_timed, exists, moment, parse_edtf, unit, weekday
from timeline.document.parse.typed import typed_pattern, unknown_dates
from timeline.document.parse.types import Understand
from timeline.document.yaml.findings import Finding
from timeline.i18n import languages, texts
from timeline.i18n.labels import from_label
from timeline.languages.folding import fold
from timeline.model import Date, Granularity

_TELLS_A_YEAR = typed_pattern(r"\d{3}|(?i:{tells_year})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_MONTH = re.compile(r"(\d{4})[-/. ](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s?[:hH]\s?(\d\d)?(?:[:]\d\d)?")
_DAY_CLOCK = typed_pattern(r"(\d{4}-\d\d-\d\d)(?: +| *, *| (?:{at}) )(\d{1,2})[:h](\d\d)")
_LASTING = typed_pattern(r"(?<=\S) \((?i:{lasting}) [^()\d]+\)$")  # as the pages add it
_WEEK = re.compile(r"(\d{4})-?[WSws](\d\d?)")
_WORDED = re.compile(r"(?:(?P<day>\d{1,2})(?:er)?\s+)?(?P<month>[^\W\d]+\.?)\s+(?P<year>\d{4})")
_SHORT_YEAR = re.compile(r"(?:(?P<day>\d{1,2})(?:er)?\s+)?(?P<month>[^\W\d]+\.?)\s+['’]?(?P<year>\d\d)")
_DAY = re.compile(r"\b(?P<day>\d{1,2})(?:er)?\s(?P<month>[^\W\d]{3,12}\.?)\s(?P<year>\d{4})\b")
_EDTF_MONTH = re.compile(r"(\d{4})-(\d\d)")
_UNSPECIFIED = re.compile(r"(?i)(\d{4}(?:-\d\d)?)(?:-xx){1,2}")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+\.?)\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
_BEFORE_CHRIST = typed_pattern(r"(\d{1,4})\s+(?i:{before_christ})|-(\d{1,4})")
_AROUND = " “”‘’«»\"'.,;:\u00a0\u202f"
"""What copies and typing leave around a date."""
_RANGE = typed_pattern(r"(?:(?:{from}) )?(\S+)\s*(?:/|–|—| - |->|→| (?:{to}) |\.\.)\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date text read: its EDTF ("" where unknown) and interval, or the key and arguments of what is wrong with it."""

    edtf: str = ""
    interval: Date | None = None
    fault: str = ""
    arguments: Mapping[str, object] | None = None

    def finding(self, offset: int) -> Finding:
        """The fault at its place."""
        return Finding(offset, self.fault, self.arguments or {})


def read_date(text: str, understand: Understand) -> Dated:
    """Reads a date of the file: as EDTF, else in words, else as a fault with its cure.

    Args:
        text: The value as the person wrote it.
        understand: Returns the interval that a date in words names; None where it names none.

    Returns:
        The date in EDTF with its interval, an unknown date, or the fault.
    """
    stripped = _LASTING.sub("", text.strip())
    if interval := parse_edtf(stripped):
        return Dated(stripped, interval)
    if stripped.casefold() in unknown_dates():
        return Dated()
    if fault := _short_year(stripped):
        return fault
    if label := from_label(stripped):
        return Dated(label, parse_edtf(label))
    if opened := _open_label(stripped, understand):
        return opened
    if fault := _certain_fault(stripped):
        return fault
    interval = understand(stripped) if _TELLS_A_YEAR.search(stripped) else None
    if interval:
        return Dated(_written(interval), interval)
    return _weekday_of_another_day(stripped, understand) or _wrapped(stripped, understand) or _fault(stripped)


def _written(date: Date) -> str:
    """EDTF that keeps the time of day of a single date: it is in the label, so it is in the exports, too."""
    text = edtf_timed(date)
    return text if date.granularity is Granularity.SECOND else re.sub(r"(T\d\d:\d\d):00$", r"\1", text)


def _open_label(text: str, understand: Understand) -> Dated | None:
    """An open span as the pages label it, "au plus tard fin juin 2023": what is shown may be typed."""
    plain = text.replace("'", "’")
    for label, form in _open_labels():
        if plain.casefold().startswith(label):
            inner = read_date(plain[len(label) :], understand)
            whole = form.format(inner.edtf)
            if inner.interval and "/" not in inner.edtf and (interval := parse_edtf(whole)):
                return Dated(whole, interval)
    return None


@cache
def _open_labels() -> tuple[tuple[str, str], ...]:
    """(words before the date, EDTF form) of open spans in the languages of the interface, the longest words first."""
    found = {
        template.partition("{date}")[0].casefold(): form
        for language in languages()
        for kind, form in (("calendar.before.", "../{}"), ("calendar.since.", "{}/.."))
        for key, template in texts(language).items()
        if key.startswith(kind)
    }
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _certain_fault(text: str) -> Dated | None:
    """What no understanding of words may excuse: figures that are no day, an end before its beginning."""
    first, slash, last = text.partition("/")
    if slash and _is_backwards(parse_edtf(first), parse_edtf(last)):
        return _wrong("date.backwards", text=text, suggestion=f"{last}/{first}")
    if slash and parse_edtf(first.strip()) and parse_edtf(last.strip()):
        return _wrong("date.form", text=text, suggestion=f"{first.strip()}/{last.strip()}")
    if (fault := _day_first(text)) and fault.fault == "date.no_day":
        return fault
    if fault := _absent_day(text) or _absent_month(text):
        return fault
    found = _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text)
    return _figures(text, *map(int, found.groups())) if found else None


def _short_year(text: str) -> Dated | None:
    """ "mai 68", which is no May of the first century."""
    found = _SHORT_YEAR.fullmatch(text)
    month = _month_of(found["month"]) if found else None
    if found is None or month is None:
        return None
    year = _century(int(found["year"]))
    if found["day"]:
        return _figures(text, year, month, int(found["day"]))
    return _wrong("date.form", text=text, suggestion=f"{year:04}-{month:02}")


def _century(year: int) -> int:
    """A year of two figures with its century."""
    return year + (2000 if year < 50 else 1900)


def _absent_day(text: str) -> Dated | None:
    """A day in words that its month does not have, wherever it stands: "le 31 avril 2011 à 14 h"."""
    for found in _DAY.finditer(text):
        month = _month_of(found["month"])
        if month and not exists(int(found["year"]), month, int(found["day"])):
            return _figures(found[0], int(found["year"]), month, int(found["day"]))
    return None


def _absent_month(text: str) -> Dated | None:
    """ "2011-13": no month of EDTF, and no span of years either, since "2011-12" is none."""
    found = _EDTF_MONTH.fullmatch(text)
    if not found or parse_edtf(text):
        return None
    year, number = int(found[1]), int(found[2])
    last = year - year % 100 + number
    suggestion = f"{year:04}/{last:04}" if last > year else f"{year:04}"
    return _wrong("date.no_month", text=text, month=number, suggestion=suggestion)


def _is_backwards(first: Date | None, last: Date | None) -> bool:
    begin, end = first.begin if first else None, last.end if last else None
    return begin is not None and end is not None and begin >= end


def _fault(text: str) -> Dated:
    for judge in _JUDGES:
        if fault := judge(text):
            return fault
    return _wrong("date.unknown", text=text)


def _wrong(key: str, **arguments: object) -> Dated:
    return Dated(fault=key, arguments=arguments)


def _figures(text: str, year: int, month: int, day: int) -> Dated:
    """A day in figures that is not written as EDTF, or that does not exist."""
    suggestion = f"{year:04}-{month:02}-{day:02}"
    if exists(year, month, day):
        return _wrong("date.form", text=text, suggestion=suggestion)
    if month > 12 and exists(year, day, month):
        return _wrong("date.no_month", text=text, month=month, suggestion=f"{year:04}-{day:02}-{month:02}")
    if 1 <= month <= 12 and day == 0:
        return _wrong("date.day_zero", text=text, suggestion=f"{year:04}-{month:02}")
    if 1 <= month <= 12:
        last = days_in_month(year, month)
        return _wrong("date.no_day", text=text, suggestion=f"{year:04}-{month:02}-{last:02}", days=last)
    return _wrong("date.no_month", text=text, month=month, suggestion=f"{year:04}")


def _day_first(text: str) -> Dated | None:
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    if year < 100:
        year = _century(year)
    if month > 12 >= day:
        day, month = month, day
    return _figures(text, year, month, day)


def _year_month(text: str) -> Dated | None:
    year_first, month_first = _YEAR_MONTH.fullmatch(text), _MONTH_YEAR.fullmatch(text)
    found = year_first or month_first
    if not found:
        return None
    year, month = (int(part) for part in (found.groups() if year_first else reversed(found.groups())))
    if 1 <= month <= 12:
        return _wrong("date.form", text=text, suggestion=f"{year:04}-{month:02}")
    return _wrong("date.no_month", text=text, month=month, suggestion=f"{year:04}")


def _clock(text: str) -> Dated | None:
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    return _wrong("date.clock_alone", text=text, clock=f"{int(found[1]):02}:{found[2] or '00'}")


def _day_clock(text: str) -> Dated | None:
    found = _DAY_CLOCK.fullmatch(text)
    if not found:
        return None
    return _wrong("date.form", text=text, suggestion=f"{found[1]}T{int(found[2]):02}:{found[3]}")


def _range(text: str) -> Dated | None:
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    suggestion = f"{found[1]}/{found[2]}"
    if parse_edtf(suggestion):
        return _wrong("date.form", text=text, suggestion=suggestion)
    faults = [_certain_fault(suggestion), *(_certain_fault(part) for part in found.groups() if not parse_edtf(part))]
    return next((fault for fault in faults if fault), None)


def _unspecified(text: str) -> Dated | None:
    """EDTF's days and months of unspecified figures, "2022-XX": the date without them is as fine."""
    found = _UNSPECIFIED.fullmatch(text)
    return _wrong("date.form", text=text, suggestion=found[1]) if found and parse_edtf(found[1]) else None


def _week(text: str) -> Dated | None:
    found = _WEEK.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= 53:
        return None
    first = moment(int(found[1]), 1, 4)
    monday = first + (7 * (int(found[2]) - 1) - weekday(first)) * DAY
    first_day, last_day = unit(monday, Granularity.DAY), unit(monday + 6 * DAY, Granularity.DAY)
    return _wrong("date.form", text=text, suggestion=f"{edtf(first_day)}/{edtf(last_day)}")


def _month_word(text: str) -> Dated | None:
    """A day that does not exist, or a month cut short, in words: "31 février 2022", "dec 2022"."""
    found = _WORDED.fullmatch(text)
    month = _month_of(found["month"]) if found else None
    if found is None or month is None:
        return None
    year = int(found["year"])
    if found["day"]:
        return _figures(text, year, month, int(found["day"]))
    return _wrong("date.form", text=text, suggestion=f"{year:04}-{month:02}")


def _month_of(word: str) -> int | None:
    """The month that a word begins, in any language of the interface; None where it may be two."""
    start = fold(word).rstrip(".")
    for language in languages():
        months = [fold(month) for month in texts(language)["calendar.months"]]
        found = [number for number, month in enumerate(months, 1) if len(start) > 2 and month.startswith(start)]
        if len(found) == 1:
            return found[0]
    return None


def _month_first(text: str) -> Dated | None:
    """ "April 2, 2024", in a file of any language."""
    found = _MONTH_FIRST.fullmatch(text)
    month = _month_of(found["month"]) if found else None
    return _figures(text, int(found["year"]), month, int(found["day"])) if found and month else None


def _hour(text: str) -> Dated | None:
    """ "2024-04-02T25:00": a day, and no time of it."""
    found = _HOUR.fullmatch(text)
    return _wrong("date.no_hour", text=text, clock=found[2], suggestion=found[1]) if found else None


def _before_christ(text: str) -> Dated | None:
    """ "-52", "52 avant Jésus-Christ": EDTF counts a year 0, so that 52 BC is -0051."""
    found = _BEFORE_CHRIST.fullmatch(text)
    year = int(found[1] or found[2]) if found else 0
    return (
        _wrong("date.before_christ", text=text, year=year, edtf=f"-{year - 1:04}" if year > 1 else "0000")
        if year
        else None
    )


def _wrapped(text: str, understand: Understand) -> Dated | None:
    """A date in curved quotation marks, or before a comma."""
    inner = text.strip(_AROUND)
    is_date = inner != text and read_date(inner, understand).interval
    return _wrong("date.form", text=text, suggestion=inner) if is_date else None


def _no_year(text: str) -> Dated | None:
    if not text.strip(_AROUND):
        return _wrong("date.empty")
    return None if _TELLS_A_YEAR.search(text) else _wrong("date.no_year", text=text)


def _weekday_of_another_day(text: str, understand: Understand) -> Dated | None:
    """ "mardi 20 mars 2017", which was a Monday: the day that it is, in the same language."""
    first, _, rest = text.partition(" ")
    for language in languages():
        names = [*texts(language)["calendar.weekdays"]]
        if first.casefold() not in [name.casefold() for name in names]:
            continue
        day = read_date(rest, understand).interval
        if day and day.begin is not None and day.end == day.begin + DAY:
            return _wrong("date.weekday", text=text, day=rest, weekday=names[weekday(day.begin)])
    return None


_JUDGES: tuple[Callable[[str], Dated | None], ...] = (
    _day_first,
    _year_month,
    _clock,
    _day_clock,
    _range,
    _unspecified,
    _week,
    _month_word,
    _month_first,
    _hour,
    _before_christ,
    _no_year,
)
