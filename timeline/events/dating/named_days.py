"""The days that an article names, and the sentences that name them; computed once per article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.dating.options import Days

_LATE = 99


@dataclass(frozen=True, slots=True)
class NamedDays:
    """The days that an article's expressions name.

    Attributes:
        places: For the days of expressions, the numbers of the sentences that name them, in text order.
        single: Each single day that is named and not after the article's.
        clocks: The numbers of the sentences that name a time of day.
        sentences: The numbers of the sentences that name one of `single`, or a period that begins then, ascending.
        latest: For each of `sentences`, the latest of `single` that is named up to there.
    """

    places: Mapping[Days, Sequence[int]]
    single: frozenset[int]
    clocks: frozenset[int]
    sentences: Sequence[int]
    latest: Sequence[int]

    def seen_from(self, sentence: int, days: Days) -> list[float]:
        """The features of an option's days, seen from a sentence.

        Args:
            sentence: The number of a candidate's sentence.
            days: The days of one of its options.

        Returns:
            Five values: whether they are the latest day named up to the sentence; whether they are the only day named;
            the number of sentences since they were last named, and until they are named again (99 where they are not);
            whether the sentence names a time of day.
        """
        places = self.places.get(days, ()) if days != (None, None) else ()
        behind = bisect_right(places, sentence)
        is_day = days[0] is not None and days[0] == days[1]
        return [
            is_day and days[0] == self._latest(sentence),
            is_day and self.single == {days[0]},
            sentence - places[behind - 1] if behind else _LATE,
            places[behind] - sentence if behind < len(places) else _LATE,
            sentence in self.clocks,
        ]

    def _latest(self, sentence: int) -> int | None:
        place = bisect_right(self.sentences, sentence)
        return self.latest[place - 1] if place else None


def named_days(
    given: Sequence[Days | None], sentences: Sequence[int], clocks: Iterable[int], published: int
) -> NamedDays:
    """The days that the expressions of an article name.

    Args:
        given: The days of each expression, in text order.
        sentences: The number of each one's sentence; -1 for none.
        clocks: The numbers of the sentences that name a time of day.
        published: The article's day, counted as in `Days`.
    """
    places: dict[Days, list[int]] = {}
    for days, at in zip(given, sentences, strict=True):
        if days is not None and at >= 0:
            places.setdefault(days, []).append(at)
    for found in places.values():
        found.sort()
    single = frozenset(first for first, last in places if first is not None and first == last and first <= published)
    named = sorted((at, days[0]) for days, numbers in places.items() if days[0] in single for at in numbers)
    latest: dict[int, int] = {}
    so_far: int | None = None
    for at, day in named:
        assert day is not None  # those of `single` only
        latest[at] = so_far = day if so_far is None else max(so_far, day)
    return NamedDays(places, single, frozenset(clocks), tuple(latest), tuple(latest.values()))
