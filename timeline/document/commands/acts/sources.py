"""The sources of an event with their whole quotes, so that they can move to another event."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.document.lock import Record
from timeline.document.lock.quotes import is_shortened, stands_for_whole
from timeline.document.merge.matching import folded
from timeline.document.merge.threeway.source_pairs import pair, seen_source
from timeline.document.parse.types import Item


def whole_sources(item: Item, record: Record | None) -> tuple[Mapping[str, str], ...]:
    """The sources of an event, in the order of the file.

    Args:
        item: The event as the file has it.
        record: What the lock knows of it.

    Returns:
        A mapping for each source, with its whole quote: at its new place it is a person's, whatever the machine knows.
    """
    sources = list(item.sources)
    known = record.sources if record else ()
    for place, there in pair([seen_source(source) for source in known], item.sources).items():
        whole, quote = known[place].whole.get("quote", ""), sources[there].get("quote")
        if (quote is None and known[place].leaves_quote_out) or stands_for_whole(quote or "", known[place]):
            sources[there] = {**sources[there], "quote": whole}
    return tuple(sources)


def as_first_written(source: Mapping[str, str], record: Record | None) -> Mapping[str, str]:
    """A source that comes back to the event from which it was split, as the machine had written it there.

    Args:
        source: The source with its whole quote.
        record: What the lock knows of the event that it comes to.

    Returns:
        The machine's own source, which follows its article again; `source` where the machine never gave it there.
    """
    for known in record.sources if record else ():
        ours, quote = known.ours, source.get("quote", "")
        is_same = is_shortened(ours.get("quote", ""), quote) or folded(known.whole.get("quote", "")) == folded(quote)
        if ours and not known.theirs and ours.get("article") == source.get("article") and is_same:
            return ours
    return source
