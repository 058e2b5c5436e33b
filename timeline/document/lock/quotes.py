"""The two forms of a quote: its first words stand in the file, the whole sentence in the lock."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.document.lock.types import Lock, SourceRecord

_LONG_WORD, _LAST_MARK = re.compile(r"\w{4,}"), re.compile(r"\W+$")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a version shortens a quote, in code points.

    Attributes:
        whole: A quote of at most so many stands as it is, on one line.
        longest: The most that is left of a longer one.
        words: It ends with this one of the different words of four letters or more, which distinguish a sentence from
            others of its article.
        least: But not before so many code points.
        names: Whether capitalised words and numbers count: a name alone begins many sentences of an article.
    """

    whole: int
    longest: int
    words: int
    least: int
    names: bool


_CUT = _Cut(whole=40, longest=40, words=1, least=14, names=False)
"""Of 1,359 sentences, 99.4 % are the only one of their article that has their first words."""
_FORMER_CUT, _FORMER_LENGTH = _Cut(whole=75, longest=60, words=4, least=0, names=True), 80
"""Of former versions, whose files stay as they are; the first cut by length alone."""


@lru_cache(maxsize=1 << 15)
def shortened(quote: str) -> str:
    """The first words of a long quote, as few as find it in its article.

    They are an exact prefix without a mark of their own, so that a person and a program find them in the article's
    text. A person sees that they are cut: they end in a word, without the full stop.

    Args:
        quote: A sentence of an article.

    Returns:
        At most 40 code points; a quote of at most 40 as it is.
    """
    return _cut(quote, _CUT)


def _cut_by_length(quote: str) -> str:
    """The first words as the first version wrote them."""
    if len(quote) <= _FORMER_LENGTH:
        return quote
    return _without_last_mark(quote[: _FORMER_LENGTH + 1].rsplit(None, 1)[0][:_FORMER_LENGTH])


def _cut(quote: str, cut: _Cut) -> str:
    if len(quote) <= cut.whole:
        return quote
    head, seen = _whole_words(quote, cut.longest), set[str]()
    for word in _LONG_WORD.finditer(head):
        if cut.names or word[0][0].islower():
            seen.add(word[0].lower())
        if len(seen) >= cut.words and word.end() >= cut.least:
            blank = _BLANK.search(head, word.end())
            head = head[: blank.start()] if blank else head
            break
    return _without_last_mark(head or quote[: cut.longest])


def _without_last_mark(words: str) -> str:
    return _LAST_MARK.sub("", words) or words


def _whole_words(quote: str, length: int) -> str:
    """The words, with their marks, that end within the first `length` code points of a longer quote."""
    head = quote[:length]
    if head[-1].isspace() or quote[length].isspace():
        return head.rstrip()
    return "".join(head.rsplit(None, 1)[:-1])


def forms(quote: str) -> tuple[str, ...]:
    """What may stand in a file for a quote: the quote itself, its first words, and those of former versions.

    Args:
        quote: The whole sentence, as the machine gives it.

    Returns:
        The forms, without repeats.
    """
    return tuple(dict.fromkeys((quote, shortened(quote), _cut(quote, _FORMER_CUT), _cut_by_length(quote))))


def is_shortened(short: str, quote: str) -> bool:
    """Whether `short` is a cut form of `quote`.

    Args:
        short: A quote as it stands in a file.
        quote: The whole sentence.

    Returns:
        False for equal texts.
    """
    return short in forms(quote)[1:]


def in_standing_form(stands: str, before: str, quote: str, now: str) -> str:
    """A quote in the form that it has in the file, which only `timeline fmt` changes.

    Args:
        stands: What the file has.
        before: The sentence that it stands for.
        quote: The sentence as it is in the article now.
        now: What a new file would have.

    Returns:
        `stands` where it is the beginning of the sentence still; else `quote` in the same form as `stands`.
    """
    if now == quote:
        return now
    if is_shortened(stands, quote):
        return stands
    if stands == shortened(before):
        return now
    if stands == _cut(before, _FORMER_CUT):
        return _cut(quote, _FORMER_CUT)
    if stands == before:
        return quote
    return _cut_by_length(quote) if stands == _cut_by_length(before) else now


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
            for source in (*record.sources, *record.further_sources):
                values = source.whole
                quote = values.get("quote", "")
                for short in forms(quote)[1:]:
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
