"""Which mentions of an event are independent: copies, equal words and mentions of one outlet count as one source."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from timeline.coref.mentions import EventMention
from timeline.languages.folding import fold


def independent_sources(mentions: Sequence[EventMention]) -> list[int]:
    """The source number of each mention; mentions that are not independent of each other have equal numbers.

    Returns:
        A number for each mention, from 0, in the same order.
    """
    number = list(range(len(mentions)))
    if len(mentions) == 1:
        return number
    first: dict[Hashable, int] = {}
    for place, one in enumerate(mentions):
        for mark in _marks(one):
            other = first.setdefault(mark, place)
            joined, kept = number[place], number[other]
            if joined != kept:
                number = [kept if each == joined else each for each in number]
    return number


def _marks(one: EventMention) -> list[Hashable]:
    marks: list[Hashable] = [("copy", one.topic.copy), ("words", one.sentence)]
    publisher = one.topic.article.publisher
    return [*marks, ("outlet", fold(publisher))] if publisher else marks
