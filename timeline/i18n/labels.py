"""Dates read back from the words in which `readable` prints them, in any language of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from timeline.calendar import parse_edtf
from timeline.i18n.readable import readable
from timeline.i18n.texts import languages, texts
from timeline.model import Date

_HOLES = re.compile(r"\{(\w+)\}")
_PLAIN = str.maketrans({"'": "’", "\u00a0": " ", "\u202f": " "})
_OPEN = (("before", "../{}"), ("since", "{}/.."))
_FILLED = {"roman": "(?-i:[IVX]+)", "suffix": "(?-i:[a-z]+)", "number": r"\d+\w*?"}
"""What fills a hole of a template; any words where it is not said."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_MOST = 80
"""Code points of the longest label, with room to spare: a longer text is none."""


def from_label(text: str) -> str | None:
    """The EDTF of a date as a page prints it.

    Every candidate is printed again, so that a text is read only as the date whose label it is.

    Args:
        text: What a person typed: "vers mars 2023", "17 mai 1846, 7 h 45", "from 5 October 97".

    Returns:
        EDTF, with times where the label has them; None where the text is no label.
    """
    if len(text) > _MOST or not any(character.isdigit() or character in _ROMAN for character in text):
        return None
    label = text.strip().translate(_PLAIN)
    for language in languages():
        bare = _without_weekday(label, language)
        for edtf in _Labels(texts(language)).whole(bare):
            date = parse_edtf(edtf)
            if date and readable(date, language).translate(_PLAIN).casefold() == bare.casefold():
                return edtf
    return None


def _without_weekday(label: str, language: str) -> str:
    """The label without "mardi" where it is the right day; a wrong one stays, and no date is printed with it."""
    day, _, rest = label.partition(" ")
    if day.casefold() not in (name.casefold() for name in texts(language)["calendar.weekdays"]):
        return label
    found = from_label(rest)
    date: Date | None = parse_edtf(found) if found else None
    return rest if date and readable(date, language, weekday=True).casefold() == label.casefold() else label


class _Labels:
    """The labels of one language, turned round: from words to EDTF strings that may be meant."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known
        self._months = [month.casefold() for month in known["calendar.months"]]
        self._seasons = [season.casefold() for season in known["calendar.seasons"]]

    def whole(self, label: str) -> Iterator[str]:
        """Every EDTF string that a label may mean."""
        for found in self._matches("uncertain", label):
            yield from (_qualified(edtf, "?") for edtf in self._plain(found["date"]))
            for around in self._matches("around", found["date"]):
                yield from (_qualified(edtf, "%") for edtf in self._plain(around["date"]))
        for found in self._matches("around", label):
            yield from (_qualified(edtf, "~") for edtf in self._plain(found["date"]))
        yield from self._plain(label)

    def _plain(self, label: str) -> Iterator[str]:
        yield from self._point(label)
        for kind, form in _OPEN:
            for found in self._matches(kind, label):
                yield from (form.format(edtf) for edtf in self._point(found["date"]))
        for found in self._matches("clock_range", label):
            for day in self._point(found["date"]):
                first, last = self._clock(found["first"]), self._clock(found["last"])
                yield f"{day}T{first}/{day}T{last}"
        for kind in ("range", "range_day", "range_mixed"):
            for found in self._matches(kind, label):
                for last in self._point(found["last"]):
                    yield from (f"{first}/{last}" for first in self._first(found["date"], last))

    def _first(self, label: str, last: str) -> Iterator[str]:
        """The first end of a range, which may leave the year and the month to the last one."""
        yield from self._point(label)
        year, month = re.match(r"(-?\d+)(?:-(\d\d))?", last).groups()  # type: ignore[union-attr]  # EDTF begins so
        if day := _day_number(label, self._known["calendar.first_day"]):
            yield f"{year}-{month}-{day:02}"
        if label.casefold() in self._months:
            yield f"{year}-{self._months.index(label.casefold()) + 1:02}"
        number, _, name = label.partition(" ")
        if name.casefold() in self._months and (day := _day_number(number, self._known["calendar.first_day"])):
            yield f"{year}-{self._months.index(name.casefold()) + 1:02}-{day:02}"

    def _point(self, label: str) -> Iterator[str]:
        for found in self._matches("clock", label):
            yield from (f"{day}T{self._clock(found['clock'])}" for day in self._point(found["date"]))
        for found in self._matches("day", label):
            year, month, day = self._year(found["year"]), self._month(found["month"]), found["day"]
            if year and month and (number := _day_number(day, self._known["calendar.first_day"])):
                yield f"{year}-{month:02}-{number:02}"
        for found in self._matches("month", label):
            if (year := self._year(found["year"])) and (month := self._month(found["month"])):
                yield f"{year}-{month:02}"
        yield from self._parts_of_years(label)
        if year := self._year(label):
            yield year if len(year.lstrip("-")) <= 4 else f"Y{year}"

    def _parts_of_years(self, label: str) -> Iterator[str]:
        for kind, first in (("quarter", 33), ("half", 40)):
            for found in self._matches(kind, label):
                if (number := re.match(r"\d", found["number"])) and (year := self._year(found["year"])):
                    yield f"{year}-{first + int(number[0]) - 1}"
        for found in self._matches("season", label):
            yield from self._season(found["season"].casefold(), found["year"])
        for found in self._matches("decade", label):
            if (year := self._year(found["year"])) and not year.startswith("-"):
                yield f"{year[:-1]}X"
        for found in self._matches("century", label):
            century = int(found["number"]) if "number" in found else _arabic(found["roman"])
            yield f"{century - 1:02}XX"

    def _season(self, name: str, label: str) -> Iterator[str]:
        """A season of a year; a winter has two, and EDTF names the first."""
        for end in (len(label), *(cut.start() for cut in re.finditer("-", label))):
            if name in self._seasons and (year := self._year(label[:end])):
                yield f"{year}-{(self._seasons.index(name) - 1) % 4 + 21}"

    def _matches(self, kind: str, label: str) -> Iterator[dict[str, str]]:
        for pattern in _patterns(tuple(self._templates(kind))):
            if found := pattern.fullmatch(label):
                yield found.groupdict()

    def _templates(self, kind: str) -> Iterator[str]:
        name = f"calendar.{kind}"
        if isinstance(one := self._known.get(name), str):
            yield one
        yield from (value for key, value in self._known.items() if key.startswith(f"{name}."))

    def _month(self, label: str) -> int:
        return self._months.index(label.casefold()) + 1 if label.casefold() in self._months else 0

    def _year(self, label: str) -> str:
        """A year in EDTF: "44 av. J.-C." is -0043; "" for what is no year."""
        if label.isdecimal() and len(label) < 6:
            return f"{int(label):04}"
        for found in self._matches("before_christ", label):
            if found["year"].isdecimal() and len(found["year"]) < 6:
                return f"{1 - int(found['year']):05}" if int(found["year"]) > 1 else "0000"
        return ""

    def _clock(self, label: str) -> str:
        for kind in ("hour_minute", "hour"):
            for found in self._matches(kind, label):
                if found["hour"].isdecimal() and found.get("minute", "00").isdecimal():
                    return f"{int(found['hour']):02}:{found.get('minute', '00')}"
        return ""


@cache
def _patterns(templates: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Templates as patterns whose groups are what the templates leave open."""
    return tuple(
        re.compile(
            "".join(
                f"(?P<{part}>{_FILLED.get(part, '.+?')})" if at % 2 else re.escape(part.translate(_PLAIN))
                for at, part in enumerate(_HOLES.split(template))
            ),
            re.IGNORECASE,
        )
        for template in dict.fromkeys(templates)
    )


def _qualified(edtf: str, mark: str) -> str:
    return "/".join(part if part in ("", "..") else f"{part}{mark}" for part in edtf.split("/"))


def _day_number(label: str, first: str) -> int:
    if label == first:
        return 1
    return int(label) if label.isdecimal() and len(label) <= 2 else 0


def _arabic(roman: str) -> int:
    """The number of Roman figures; 0 for anything else."""
    values = [_ROMAN.get(letter, 0) for letter in roman]
    if not values or 0 in values:
        return 0
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
