"""The headings of a timeline that is written as a text: years, and what is coarser where nobody knows the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from timeline.calendar import unit
from timeline.lines.first_letter import capitalised
from timeline.model import Date, Granularity
from timeline.site.parts.cards import Card
from timeline.site.parts.days import position
from timeline.site.parts.labels import Words


def sections(cards: Iterable[Card], words: Words) -> Iterator[tuple[str, list[Card]]]:
    """The events under their headings.

    Args:
        cards: The events in reading order.
        words: The words of the timeline's language.

    Yields:
        A heading ("2017", "Années 1990", "XIXe siècle", "Date inconnue") and the events in a row that it holds.
    """
    for _, group in groupby(cards, key=_of_year):
        held = list(group)
        date = _stretch(held[0].date)
        heading = words.date(date) if date else words("undated")
        yield capitalised(heading), held


def _of_year(card: Card) -> Date | str | None:
    """What cards of one heading share: the year, or what is coarser."""
    coarser = card.date is not None and card.date.granularity.rank > Granularity.YEAR.rank
    return _stretch(card.date) if coarser else card.begin[:-6]


def _stretch(date: Date | None) -> Date | None:
    """The year that a date begins in, or its decade, century or millennium where that is all one knows."""
    at = position(date)
    if date is None or at is None:
        return None
    return unit(at, max(date.granularity, Granularity.YEAR))
