"""The interface's texts of one language, in the short form that templates use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar import moment, parse_edtf
from timeline.i18n import printed, readable, say, texts
from timeline.model import Date, Status

_GREGORIAN = moment(1582, 10, 15)


@dataclass(frozen=True, slots=True)
class Words:
    """`words("search")` is the text of `pages.search` in `language`, as it is printed."""

    language: str

    def __call__(self, key: str, **arguments: object) -> str:
        """The text of `key`, with its arguments filled in."""
        return printed(self.language, f"pages.{key}", **arguments)

    def year(self, year: int) -> str:
        """A year as readers read it: "2017", "44 av. J.-C."."""
        return str(year) if year > 0 else say(self.language, "calendar.before_christ", year=1 - year)

    def headline(self, title: str, status: Status) -> str:
        """A title for a list that shows no status: what was denied says so."""
        return f"{title} ({self(f'status.{status.value}')})" if status is Status.DENIED else title

    def dated(self, when: str, status: Status) -> str:
        """A date in words, and the status unless the event is established: "20 mars 2023 (annoncé)"."""
        return when if status is Status.ASSERTED else f"{when} ({self(f'status.{status.value}')})"

    def date(self, date: Date | None, *, weekday: bool = False) -> str:
        """A date as readers read it; no day of the week before there was the calendar that we count it in."""
        return _readable(date, self.language, weekday and _has_weekday(date))

    def field(self, name: str) -> str:
        """The name of a field of the YAML file as readers read it; a field without a word has its own name."""
        return self(f"fields.{name}") if f"pages.fields.{name}" in texts(self.language) else name

    def value(self, field: str, value: str) -> str:
        """The value of a field as readers read it: a date, a status, a basis and a yes or no in words."""
        if field == "date" and (date := parse_edtf(value)):
            return self.date(date)
        if field in ("status", "basis") and f"pages.{field}.{value}" in texts(self.language):
            return self(f"{field}.{value}")
        return self(f"flag.{str(value.lower() == 'true').lower()}") if field == "ongoing" else value


def _has_weekday(date: Date | None) -> bool:
    return date is None or date.begin is None or date.begin >= _GREGORIAN


@lru_cache(maxsize=1 << 16)
def _readable(date: Date | None, language: str, weekday: bool) -> str:
    return readable(date, language, weekday=weekday)
