"""The interface's texts of one language, in the short form that templates use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.model import Date
from timeline.wording import readable, say


@dataclass(frozen=True, slots=True)
class Words:
    """`words("search")` is the text of `pages.search` in `language`."""

    language: str

    def __call__(self, key: str, **arguments: object) -> str:
        """The text of `key`, with its arguments filled in."""
        return say(self.language, f"pages.{key}", **arguments)

    def date(self, date: Date | None, *, weekday: bool = False) -> str:
        """A date as readers read it."""
        return _readable(date, self.language, weekday)


@lru_cache(maxsize=1 << 16)
def _readable(date: Date | None, language: str, weekday: bool) -> str:
    return readable(date, language, weekday=weekday)
