"""Which sources of an event confirm its date, and which only repeat an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from timeline.model import ArticleCard, Entry, Source


class Confirmation(StrEnum):
    """What a source adds to the ones published before it."""

    CONFIRMS = "confirms"  # another publisher, in words of its own, with the event's date
    REPEATS = "repeats"  # the same sentence again: agency copy, or an article printed twice


def confirmations(entry: Entry, articles: Mapping[str, ArticleCard]) -> Mapping[int, Confirmation]:
    """Which sources of an event confirm an earlier one, and which repeat it.

    The first published source that gives the event's date reports it; only later ones confirm. A source whose publisher
    is not known, or is the publisher of an earlier source, confirms nothing.

    Args:
        entry: The event.
        articles: The articles by id.

    Returns:
        By the index of the source; those that do neither are left out.
    """
    found: dict[int, Confirmation] = {}
    publishers: set[str] = set()
    quoted: set[str] = set()
    agreeing = [place for place, source in enumerate(entry.sources) if _agrees(source, entry, articles)]
    for place in sorted(agreeing, key=lambda place: articles[entry.sources[place].article].published):
        source = entry.sources[place]
        publisher, words = articles[source.article].publisher.casefold(), " ".join(source.quote.casefold().split())
        if words and words in quoted:
            found[place] = Confirmation.REPEATS
        elif publisher and publishers and publisher not in publishers and "" not in publishers:
            found[place] = Confirmation.CONFIRMS
        publishers.add(publisher)
        quoted.add(words)
    return found


def _agrees(source: Source, entry: Entry, articles: Mapping[str, ArticleCard]) -> bool:
    return bool(source.date) and source.date == entry.date and source.article in articles
