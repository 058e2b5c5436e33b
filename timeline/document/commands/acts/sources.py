"""The sources of an event as its page shows them, with the quotes that only the lock holds."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.document.lock import Record
from timeline.document.merge.threeway import pair, seen_source
from timeline.document.parse.types import Item


def whole_sources(item: Item, record: Record | None) -> tuple[Mapping[str, str], ...]:
    """The sources of an event, in the order of the file.

    Args:
        item: The event as the file has it.
        record: What the lock knows of it.

    Returns:
        A mapping for each source, with its quote from the file or the lock, so that it can move to another event.
    """
    sources = list(item.sources)
    known = record.sources if record else ()
    for place, there in pair([seen_source(source) for source in known], item.sources).items():
        if known[place].leaves_quote_out and "quote" not in sources[there]:
            sources[there] = {**sources[there], "quote": known[place].quote}
    return tuple(sources)
