"""The two forms of a quote: its first words stand in the file, the whole sentence in the lock."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline.document.lock.types import Lock, SourceRecord

LONGEST_QUOTE = 80
"""How many code points of a quote stand in the file: enough to tell the sentence from others of its article."""


def shortened(quote: str) -> str:
    """The first words of a long quote.

    They are an exact prefix without a mark of their own, so that a program finds them in the article's text. A person
    sees that they are cut: they end in a word, without the full stop.

    Args:
        quote: A sentence of an article.

    Returns:
        At most `LONGEST_QUOTE` code points; a shorter quote as it is.
    """
    if len(quote) <= LONGEST_QUOTE:
        return quote
    words = quote[: LONGEST_QUOTE + 1].rsplit(None, 1)[0][:LONGEST_QUOTE]
    return re.sub(r"\W+$", "", words) or words


def is_shortened(short: str, quote: str) -> bool:
    """Whether `short` is the cut form of `quote`."""
    return short != quote and short == shortened(quote)


def quotes_in_file(quotes: Sequence[tuple[str, str]]) -> list[str]:
    """The quotes of one event as the file has them.

    Args:
        quotes: The article and the sentence of each source.

    Returns:
        The short forms. Two sentences of one article that begin alike stay whole: a person must see which is which.
    """
    alike = Counter((article, shortened(quote)) for article, quote in dict.fromkeys(quotes))
    return [
        quote if alike[article, short] > 1 else short
        for (article, quote), short in zip(quotes, [shortened(quote) for _, quote in quotes], strict=True)
    ]


class KeptQuotes:
    """The sources of a lock, found by article and by what the file has of their quotes.

    A person may have moved a source to another event: it is known there, too.
    """

    def __init__(self, lock: Lock) -> None:
        self._found: dict[tuple[str, str], list[SourceRecord]] = {}
        for record in lock.records.values():
            for source in (*record.sources, *record.told):
                values = source.whole
                quote = values.get("quote", "")
                if is_shortened(short := shortened(quote), quote):
                    self._found.setdefault((values.get("article") or values.get("url", ""), short), []).append(source)

    def of(self, article: str, short: str) -> SourceRecord | None:
        """The source whose quote begins with some words.

        Where one sentence mentions several events, only the sentence is known; where sentences begin alike, nothing.

        Args:
            article: The article's id, or the address of a source without one.
            short: The shortened quote, as the file has it.
        """
        found = self._found.get((article, short), [])
        quotes = {source.whole["quote"] for source in found}
        if len(quotes) != 1:
            return None
        return found[0] if len(found) == 1 else SourceRecord(quote=quotes.pop())
