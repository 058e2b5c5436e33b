"""Splitting a long timeline into pages of years, months and runs of events, none longer than it should be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.calendar import civil, unit
from timeline.model import Date, Granularity, Moment
from timeline.site.parts.cards import Card
from timeline.site.parts.days import position


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """A page of a split timeline.

    `name` is its file's, `date` what it covers (None for the undated), `part` counts from 1 where one month fills
    several pages.
    """

    name: str
    date: Date | None
    cards: tuple[Card, ...]
    part: int = 0


def split(cards: Sequence[Card], most: int) -> tuple[PeriodPage, ...]:
    """The pages of a long timeline, in reading order.

    Whole years together where they fit, else months, else runs within a month.

    Args:
        cards: The events in reading order.
        most: How many a page has at most.
    """
    return _split(cards, most, _months)


def booklets(cards: Sequence[Card], most: int) -> tuple[PeriodPage, ...]:
    """Parts for print, in reading order.

    Whole years together where they fit; a longer year in stretches of whole months, of about one length.

    Args:
        cards: The events in reading order.
        most: About how many a part has.
    """
    return _split(cards, most, _stretches)


def _split(
    cards: Sequence[Card], most: int, long_year: Callable[[int, tuple[Card, ...], int], list[PeriodPage]]
) -> tuple[PeriodPage, ...]:
    dated = [card for card in cards if position(card.date) is not None]
    undated = tuple(card for card in cards if position(card.date) is None)
    periods: list[PeriodPage] = []
    pending: list[PeriodPage] = []
    for year, group in groupby(sorted(dated, key=_year), key=_year):
        held = tuple(group)
        if len(held) > most:
            periods += [*_joined(pending, most), *long_year(year, held, most)]
            pending = []
        else:
            pending.append(PeriodPage(_year_name(year), _unit(held, Granularity.YEAR), held))
    periods += _joined(pending, most)
    return (*periods, *_runs("undated", None, undated, most)) if undated else tuple(periods)


def _at(card: Card) -> Moment:
    return position(card.date) or 0


def _year(card: Card) -> int:
    return civil(_at(card)).year


def _month(card: Card) -> int:
    return civil(_at(card)).month


def _year_name(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _unit(cards: tuple[Card, ...], granularity: Granularity) -> Date:
    return unit(_at(cards[0]), granularity)


def _joined(years: list[PeriodPage], most: int) -> list[PeriodPage]:
    """Neighbouring thin years on one page."""
    pages: list[list[PeriodPage]] = []
    for year in years:
        if pages and sum(len(p.cards) for p in pages[-1]) + len(year.cards) <= most:
            pages[-1].append(year)
        else:
            pages.append([year])
    return [_one(page) for page in pages]


def _one(years: list[PeriodPage]) -> PeriodPage:
    first, last = years[0], years[-1]
    if first is last or first.date is None or last.date is None:
        return first
    covers = Date(first.date.begin, last.date.end, first.date.granularity, is_range=first.date != last.date)
    return PeriodPage(
        f"{first.name}_{last.name}", covers, tuple(card for year in years for card in year.cards), first.part
    )


def _months(year: int, cards: tuple[Card, ...], most: int) -> list[PeriodPage]:
    pages: list[PeriodPage] = []
    for month, group in groupby(sorted(cards, key=_month), key=_month):
        held = tuple(group)
        pages += _runs(f"{_year_name(year)}-{month:02}", _unit(held, Granularity.MONTH), held, most)
    return pages


def _stretches(year: int, cards: tuple[Card, ...], most: int) -> list[PeriodPage]:
    """Months of one year, joined so that the parts are about as long as one another."""
    parts = -(-len(cards) // most)
    stretches: dict[int, list[PeriodPage]] = {}
    before = 0
    for month in _months(year, cards, most):
        middle = before + len(month.cards) / 2
        stretches.setdefault(int(middle * parts / len(cards)), []).append(month)
        before += len(month.cards)
    return [_one(months) for months in stretches.values()]


def _runs(name: str, date: Date | None, cards: tuple[Card, ...], most: int) -> list[PeriodPage]:
    if len(cards) <= most:
        return [PeriodPage(name, date, cards)]
    starts = range(0, len(cards), most)
    return [PeriodPage(f"{name}_{n}", date, cards[at : at + most], n) for n, at in enumerate(starts, 1)]
