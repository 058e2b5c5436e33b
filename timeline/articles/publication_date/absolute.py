"""Absolute date strings, as in metadata, front matter and datelines, and as people write them.

Nothing here is relative, nothing reads the clock, and nothing is completed: a string that does not name a full day
is refused with the reason. The names of months and weekdays are those of the Unicode CLDR, through Babel; numeric
dates are read in the order day, month, year, as the European press writes them.
"""

from __future__ import annotations

import datetime
import email.utils
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names

from timeline.calendar import exists
from timeline.i18n.messages import message
from timeline.languages.folding import fold

NAMED_LANGUAGES = ("fr", "en")
"""The languages whose names of months and weekdays are read: a string does not say which it is in."""


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A day, in the zone asked for, and the aware moment where a clock time was given."""

    day: datetime.date
    time: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a string is not a date: a clause for a message ("February 2022 has no day 31")."""

    reason: str


def no_date(text: str, why: Unreadable) -> str:
    """The message about a text that should be a date and is not."""
    return message("articles.not_a_date", text=text, why=why.reason, examples=message("articles.date.examples"))


_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]\s*(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>z|utc|gmt|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d\d(?!\d))")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})")
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:\s?er|st|nd|rd|th)?\.?[\s/-]+(?:of\s+)?(?P<name>[^\W\d_]+)\.?[,\s/-]+(?P<year>\d{4}|\d\d$)"
)
_MONTH_DAY = re.compile(r"(?P<name>[^\W\d_]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_NO_YEAR = re.compile(r"\b(?P<day>\d{1,2})(?:\s?er)?\s+(?P<name>[^\W\d_]{3,12})\b\.?(?!,?\s*\d{4})")
_CLOCK = re.compile(
    r"[\s,–—-]*(?:a|at|vers|-)?\s*(?P<hour>[0-2]?\d)\s?(?:h|:|heures?)\s?(?P<minute>[0-5]\d)?(?::(?P<second>[0-5]\d))?(?:\s?min)?"
    r"\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?:\(?(?P<zone>z|utc|gmt|cet|cest|heure de paris)\)?|(?P<offset>[+-]\d\d:?\d\d))?\s*\.?"
)
_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]{3,})\.?,?\s+(?:le\s+)?")
_FIXED_ZONES = {"z": 0, "utc": 0, "gmt": 0, "cet": 60, "cest": 120}


def parse(text: str, zone: str) -> ParsedDate | Unreadable:
    """The day that `text` names, counted in `zone` (an IANA name).

    A clock time without a zone is a time of `zone`; one with a zone or an offset is moved to `zone` before its day is
    taken, so that 23:30 UTC is the next day in Paris.

    Args:
        text: The string; blanks around it are ignored.
        zone: The IANA name of the zone.

    Returns:
        The day, or the reason why the text is not a full date.
    """
    stripped = text.strip()
    if not stripped:
        return Unreadable(message("articles.date.empty"))
    if found := _ISO.fullmatch(stripped):
        return _from_match(found, int(found["month"]), found.groupdict(), zone)
    folded = fold(stripped)
    weekday, rest = _split_weekday(folded)
    read = _read_calendar(rest, zone)
    if isinstance(read, Unreadable):
        return _from_mail(stripped, zone) or read
    return _agreeing(read, weekday)


def _read_calendar(text: str, zone: str) -> ParsedDate | Unreadable:
    for form in (_NUMERIC, _YEAR_FIRST, _DAY_MONTH, _MONTH_DAY):
        found = form.match(text)
        if not found:
            continue
        month = month_number(found["name"]) if "name" in found.groupdict() else int(found["month"])
        if month is None:
            return Unreadable(message("articles.date.no_month_name", name=found["name"]))
        rest = text[found.end() :]
        clock = _CLOCK.fullmatch(rest) if rest.strip(" .") else None
        if rest.strip(" .") and clock is None:
            return Unreadable(message("articles.date.after", rest=rest.strip()))
        return _from_match(found, month, clock.groupdict() if clock else {}, zone)
    if re.fullmatch(r"\d{4}(?:-\d\d)?", text) or re.fullmatch(r"[^\W\d_]+\.?\s+\d{4}", text):
        return Unreadable(message("articles.date.no_day"))
    return Unreadable(message("articles.date.no_full_day"))


def lacks_its_year(line: str) -> bool:
    """Whether a line names a day of a month without a year, « Publié le jeudi 6 février à 10h ».

    Returns:
        False for a line with a whole date.
    """
    found = _NO_YEAR.search(line)
    return found is not None and 1 <= int(found["day"]) <= 31 and month_number(found["name"]) is not None


def _from_match(found: re.Match[str], month: int, clock: dict[str, str | None], zone: str) -> ParsedDate | Unreadable:
    year, day = _full_year(found["year"]), int(found["day"])
    if not exists(year, month, day) or year < 1:
        return Unreadable(_no_such_day(year, month, day))
    date = datetime.date(year, month, day)
    if clock.get("hour") is None:
        return ParsedDate(date)
    hour = _hour(int(clock["hour"] or 0), clock.get("half"))
    minute, second = int(clock.get("minute") or 0), int(clock.get("second") or 0)
    if hour > 23 or minute > 59 or second > 60:
        return Unreadable(message("articles.date.no_clock", clock=f"{hour}:{minute:02}"))
    naive = datetime.datetime.combine(date, datetime.time(hour, minute, min(second, 59)))
    return in_zone(naive.replace(tzinfo=_zone(clock, zone)), zone)


def _full_year(digits: str) -> int:
    """Two digits mean a year from 1970 to 2069: the press on the web has no older dates, and no clock is read."""
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= 70 else 2000)


def _no_such_day(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return message("articles.date.no_month", month=month)
    return message("articles.date.no_such_day", month=message(f"articles.month.{month}"), year=year, day=day)


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half.startswith("p") else 0)


def _zone(clock: dict[str, str | None], zone: str) -> datetime.tzinfo:
    stated = (clock.get("offset") or clock.get("zone") or "").lower()
    if stated in _FIXED_ZONES:
        return datetime.timezone(datetime.timedelta(minutes=_FIXED_ZONES[stated]))
    if stated[:1] in ("+", "-"):
        digits = stated[1:].replace(":", "").ljust(4, "0")
        minutes = min(int(digits[:2]) * 60 + int(digits[2:]), 24 * 60 - 1)
        return datetime.timezone(datetime.timedelta(minutes=minutes if stated[0] == "+" else -minutes))
    return ZoneInfo("Europe/Paris" if stated == "heure de paris" else zone)


def in_zone(moment: datetime.datetime, zone: str) -> ParsedDate | Unreadable:
    """The day in `zone` of an aware moment."""
    try:
        return ParsedDate(moment.astimezone(ZoneInfo(zone)).date(), moment)
    except OverflowError:
        return Unreadable(message("articles.date.outside"))


def _from_mail(text: str, zone: str) -> ParsedDate | None:
    """RFC 2822 ("Tue, 20 Dec 2022 18:30:00 +0100"), the form of feeds and mail archives."""
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    stated = in_zone(moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC), zone)
    return stated if isinstance(stated, ParsedDate) else None


def _split_weekday(text: str) -> tuple[int | None, str]:
    rest = text.removeprefix("le ")
    found = _WEEKDAY.match(rest)
    if found and (number := weekday_number(found["name"])) is not None:
        return number, rest[found.end() :]
    return None, rest


def _agreeing(stated: ParsedDate | Unreadable, weekday: int | None) -> ParsedDate | Unreadable:
    if isinstance(stated, Unreadable) or weekday is None:
        return stated
    written = stated.time.date() if stated.time else stated.day  # in the zone that it was written in
    if written.weekday() == weekday:
        return stated
    names = [message(f"articles.weekday.{each}") for each in (written.weekday(), weekday)]
    return Unreadable(message("articles.date.weekday", day=written.isoformat(), is_=names[0], said=names[1]))


@cache
def _folded_months() -> tuple[tuple[str, int], ...]:
    return tuple(
        (fold(name), int(number))
        for language in NAMED_LANGUAGES
        for number, name in get_month_names("wide", locale=language).items()
    )


@lru_cache(maxsize=4096)
def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month or any abbreviation of three letters or more that fits one month only."""
    folded = fold(name).rstrip(".")
    fitting = {number for month, number in _folded_months() if month == folded}
    if not fitting and len(folded) >= 3:
        fitting = {number for month, number in _folded_months() if month.startswith(folded)}
        fitting |= {7} if folded == "jul" else set()
    return fitting.pop() if len(fitting) == 1 else None


@lru_cache(maxsize=4096)
def weekday_number(name: str) -> int | None:
    """0 (Monday) to 6 for the name of a weekday or an abbreviation of it."""
    folded = fold(name).rstrip(".")
    fitting = {
        number
        for language in NAMED_LANGUAGES
        for number, day in get_day_names("wide", locale=language).items()
        if len(folded) >= 3 and fold(day).startswith(folded)
    }
    return fitting.pop() if len(fitting) == 1 else None


@cache
def month_pattern() -> str:
    """An alternation of all month names and their abbreviations, folded, longest first, to search folded text with."""
    names = {name for name, _ in _folded_months()}
    shortened = {name[:length] for name in names for length in (3, 4, 5) if len(name) > length}
    useful = names | {short for short in shortened if month_number(short)}
    return "|".join(re.escape(name) for name in sorted(useful, key=lambda each: (-len(each), each)))
