"""The evidence of an article's publication date, and the decision.

- **Strength.** Every hint votes for its day with the weight of its kind (`WEIGHTS`); what a person states is decisive.
  Days add up over kinds, so that a date on which several parts of a page agree outweighs a single one.
- **A single weak source is no evidence.** A day below a weight of 1 (htmldate's guess, a node of the linked data on
  another article or the front page) is shown as a candidate and never taken. One without a word of publication counts
  only where its place is sure: by a headline that says the page's title, outside of teasers, comments, banners, and
  blocks and labels of events and updates (see `webpage_dates`).
- **Contradiction.** Where loose hints, which do not say what their day is of, disagree, none is taken. Where two parts
  of a page each call another day the one of publication, a second, independent source has to agree with one of them.
- **Zones.** A moment of the metadata has the day that readers of the page see.

A wrong day is worse than none: an article without a day is refused with its candidates. What contradicts is reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.model import DateEvidence

WEIGHTS: Mapping[str, float] = {
    "told": 100.0,
    "record": 3.2,
    "feed": 3.2,
    "newsml": 3.2,
    "nitf": 3.2,
    "json-ld": 3.0,
    "opengraph": 2.8,
    "microdata": 2.4,
    "visible": 2.3,
    "mail": 2.2,
    "meta": 2.0,
    "time": 1.8,
    "dateline": 1.6,
    "letter": 1.6,
    "feed update": 1.2,
    "passed on": 1.2,
    "url": 1.5,
    "file name": 1.0,
    "another node": 0.8,
    "htmldate": 0.6,
    "capture": 0.0,
}
"""The weight of each kind of evidence, in order of trust. A capture only shows that the publication came before it."""

_INHABITED = (-10, 12)
"""Hours from UTC between which papers are written."""
_FIRST_PAPER = 1605
_ZEROS = frozenset({"1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01", "1980-01-01"})
"""The days from which programs count."""
_OF_PAGES = frozenset({"json-ld", "opengraph", "microdata", "meta", "time", "visible"})
_LOOSE = frozenset({"another node", "meta", "time", "visible", "dateline", "letter", "url"})
"""Kinds that name a day without a word for what it is of; a line with "Publié le" is not among them."""
_SAID = frozenset({"json-ld", "opengraph", "microdata"})
_SOURCES = {
    "metadata": frozenset({"json-ld", "opengraph", "meta"}),
    "readers see": frozenset({"microdata", "visible", "time", "dateline", "letter"}),
    "address": frozenset({"url"}),
}
"""The sources of a page that do not copy each other; the kinds of other formats are not among them."""
_SURE = 1.0
"""The least weight at which a date counts as sure: a single guess of a heuristic is only a candidate."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of evidence.

    `day` in the timeline's zone, or the month and day alone where no year stands (`month_day`).

    `modification` hints say when a text was changed; they are never the anchor. `time` is the moment, with its zone,
    where the evidence has a time of day. `labelled`: a word of publication stands beside the day.
    """

    kind: str
    text: str
    day: datetime.date | None = None
    time: datetime.datetime | None = None
    month_day: tuple[int, int] | None = None
    modification: bool = False
    labelled: bool = False

    def kept(self) -> DateEvidence:
        """The evidence as stored with the article."""
        return DateEvidence(self.kind + (" (modified)" if self.modification else ""), self.text, self.day)


@dataclass(frozen=True, slots=True)
class Decision:
    """The day, its moment where known, and the hints that contradict it. `day` is None where nothing sure was found."""

    day: datetime.date | None
    time: datetime.datetime | None = None
    kind: str = ""
    against: tuple[Hint, ...] = ()


def decide(hints: Iterable[Hint]) -> Decision:
    """The publication day that the hints give; see the module.

    Args:
        hints: The evidence, in any order.

    Returns:
        The day, its time, the kind of the strongest evidence, and the hints that contradict it; no day where the
        evidence is too weak.
    """
    publication = [hint for hint in hints if not hint.modification and not _is_unset(hint)]
    dated = [hint for hint in _relabelled(publication) if hint.day is not None]
    dated.sort(key=lambda hint: -WEIGHTS[hint.kind])
    if not dated:
        return Decision(None)
    day = _elected(dated, [hint for hint in publication if hint.day is None])
    backing = [hint for hint in dated if hint.day == day]
    if sum(WEIGHTS[hint.kind] for hint in backing) < _SURE:
        return Decision(None)
    if any(_is_firm(hint) and contradicts(hint, day) for hint in dated) and not _is_sure(backing):
        return Decision(None)
    if all(map(_is_loose, backing)) and any(_is_loose(hint) and contradicts(hint, day) for hint in dated):
        return Decision(None)
    time = next((hint.time for hint in backing if hint.time), None)
    against = tuple(hint for hint in publication if contradicts(hint, day))
    return Decision(day, time, backing[0].kind, against)


def _elected(dated: list[Hint], partial: list[Hint]) -> datetime.date:
    """The day with the greatest weight; `dated` is in order of trust, which decides a tie."""
    days: dict[datetime.date, float] = {}
    kinds: set[tuple[str, datetime.date]] = set()
    for hint in dated:
        if hint.day and (hint.kind, hint.day) not in kinds:
            kinds.add((hint.kind, hint.day))
            days[hint.day] = days.get(hint.day, 0.0) + WEIGHTS[hint.kind]
    for day in days:
        days[day] += sum(WEIGHTS[hint.kind] for hint in partial if _fits(hint, day))
    return max(days, key=lambda day: days[day])


def _fits(hint: Hint, day: datetime.date) -> bool:
    """Whether a dateline without a year is of that day or the day before it, when the paper was written."""
    before = day - datetime.timedelta(days=1) if day > datetime.date.min else day
    return hint.month_day in ((day.month, day.day), (before.month, before.day))


def contradicts(hint: Hint, day: datetime.date) -> bool:
    """Whether a hint speaks against `day`.

    Datelines, addresses and file names may be a day off: they follow the clock of the newsroom.
    """
    if hint.day is None:
        return hint.month_day is not None and not _fits(hint, day)
    slack = 1 if hint.kind in ("dateline", "letter", "url", "file name", "htmldate") else 0
    if hint.kind in ("capture", "passed on"):
        return hint.day < day
    return abs((hint.day - day).days) > slack


def _is_unset(hint: Hint) -> bool:
    """Whether a day only shows that a program had none: the first one that it can count, or one before all papers."""
    if hint.day is None or hint.kind == "told":
        return False
    return hint.day.year < _FIRST_PAPER or (hint.kind in _OF_PAGES and hint.day.isoformat() in _ZEROS)


def _is_loose(hint: Hint) -> bool:
    return hint.kind in _LOOSE and not hint.labelled


def _is_firm(hint: Hint) -> bool:
    """Whether a part of a page says of its day that it is the one of publication."""
    return hint.kind in _SAID or (hint.kind == "visible" and hint.labelled)


def _is_sure(backing: list[Hint]) -> bool:
    """Whether a day stands against another part that says "published": by two independent sources, or from no page."""
    sources = {source for source, kinds in _SOURCES.items() for hint in backing if hint.kind in kinds}
    return len(sources) > 1 or not sources


def _relabelled(hints: list[Hint]) -> list[Hint]:
    """The hints with the day that readers of the page see, where a zone moves the moment of its metadata to another.

    Many sites write the local time and put "Z" behind it, or the hours of the server. A reader sees 23:30; so does the
    timeline.
    """
    seen = [hint for hint in hints if hint.kind == "visible"]
    return [_relabel(hint, seen) for hint in hints]


def _relabel(hint: Hint, seen: Iterable[Hint]) -> Hint:
    if hint.time is None or hint.kind in ("visible", "told"):
        return hint
    shown = next((each for each in seen if each.day != hint.day and _is_shown(hint.time, each)), None)
    return hint if shown is None else Hint(hint.kind, hint.text, shown.day, shown.time)


def _is_shown(moment: datetime.datetime, visible: Hint) -> bool:
    """Whether a line shows a moment of the metadata: with its clock, its day as written, or its day in another zone."""
    if visible.time and moment.replace(second=0, microsecond=0) == visible.time:
        return True
    if visible.time and _clock(moment) == _clock(visible.time):
        return True
    if moment.date() == visible.day:
        return True
    if not visible.labelled or moment.utcoffset():
        return False
    return _is_elsewhere(moment, visible.time) if visible.time else visible.day in _days(moment)


def _is_elsewhere(moment: datetime.datetime, shown: datetime.datetime) -> bool:
    """Whether a clock shows a moment in UTC as a paper's zone has it: 21:15 is 1:15 on the next day at La Réunion."""
    ahead = (_clock(shown) - _clock(moment)) / datetime.timedelta(hours=1)
    return _INHABITED[0] <= ahead <= _INHABITED[1] and (2 * ahead).is_integer()


def _clock(moment: datetime.datetime) -> datetime.datetime:
    """The minute as written; the zone behind it is ignored."""
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def _days(moment: datetime.datetime) -> frozenset[datetime.date]:
    """The days that a moment in UTC falls on from Hawaii to New Zealand."""
    return frozenset((moment + datetime.timedelta(hours=hours)).date() for hours in _INHABITED)
