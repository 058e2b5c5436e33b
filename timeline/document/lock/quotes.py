"""The two forms of a quote: its first words stand in the file, the whole sentence in the lock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timeline.document.lock.records import Records
from timeline.document.lock.types import Lock, SourceRecord

_LONG_WORD, _LAST_MARK = re.compile(r"\w{4,}"), re.compile(r"\W+$")
_BLANK, _WORD = re.compile(r"\s"), re.compile(r"\S+")
_LAST_WORD, _WORDS_END = re.compile(r".*\w"), re.compile(r"[^\w\s]*(?:\s|$)")
_LONGEST_BEGINNING = 300
"""Sentences of which so many code points are the same stand whole."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a version shortens a quote, in code points.

    Attributes:
        whole: A quote of at most so many stands as it is, on one line.
        longest: The most that is left of a longer one.
        words: It ends with this one of the different words of four letters or more, which distinguish a sentence from
            others of its article.
        least: But not before so many code points.
        names: Whether capitalised words and numbers count.
    """

    whole: int
    longest: int
    words: int
    least: int
    names: bool


LONGEST = 40
"""A quote of at most so many code points stands whole; of a longer one, so many at most stand there at first."""
_CUT = _Cut(whole=LONGEST, longest=LONGEST, words=1, least=6, names=True)
"""Where another sentence of the project begins alike, more words are written (`first_words`)."""
_FORMER_CUTS = (
    _Cut(whole=40, longest=40, words=1, least=14, names=False),
    _Cut(whole=75, longest=60, words=4, least=0, names=True),
)
"""Of former versions, whose files stay as they are."""
_FORMER_LENGTH = 80
"""The first version cut by length alone."""


@lru_cache(maxsize=1 << 15)
def shortened(quote: str) -> str:
    """The first words of a long quote, where no other sentence begins alike.

    They are an exact prefix without a mark of their own, so that a person and a program find them in the article's
    text. A person sees that they are cut: they end in a word, without the full stop.

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


def beginnings(quote: str) -> Iterator[str]:
    """The first words of a quote, a word more each time, and last the quote.

    Yields:
        The forms that a file may have of it, each an exact prefix that ends in a word; the shortest is `shortened`.
    """
    first = shortened(quote)
    yield first
    for word in _WORD.finditer(quote, len(first)):
        if word.end() > _LONGEST_BEGINNING:
            break
        if (last := _LAST_WORD.match(word[0])) and word.start() + last.end() < len(quote):
            yield quote[: word.start() + last.end()]
    if first != quote:
        yield quote


def forms(quote: str) -> tuple[str, ...]:
    """What may stand in a file for a quote, whatever other sentences there are.

    Args:
        quote: The whole sentence, as the machine gives it.

    Returns:
        The quote itself, its first words, and those of former versions, without repeats.
    """
    former = (_cut(quote, cut) for cut in _FORMER_CUTS)
    return tuple(dict.fromkeys((quote, shortened(quote), *former, _cut_by_length(quote))))


def is_shortened(short: str, quote: str) -> bool:
    """Whether `short` may be the machine's cut form of `quote`: its first words, or more of them.

    Args:
        short: A quote as it stands in a file.
        quote: The whole sentence.

    Returns:
        False for equal texts.
    """
    if short == quote or not quote.startswith(short) or len(short) < len(shortened(quote)):
        return False
    return bool(_WORDS_END.match(quote, len(short))) or short in forms(quote)


def stands_for_whole(short: str, source: SourceRecord) -> bool:
    """Whether a quote of the file is what the machine wrote there for the whole sentence, and not a person's choice.

    Args:
        short: A quote as it stands in a file.
        source: What the lock knows of it.

    Returns:
        True for the words that the machine wrote there; where it is not known what it wrote, for those that it or a
        former version writes where no other sentence begins alike.
    """
    quote = source.whole.get("quote", "")
    return short != quote and short in ((source.ours["quote"],) if "quote" in source.ours else forms(quote))


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
    for cut in _FORMER_CUTS:
        if stands == _cut(before, cut):
            return _cut(quote, cut)
    if stands == before:
        return quote
    return _cut_by_length(quote) if stands == _cut_by_length(before) else now


def _article(source: SourceRecord) -> str:
    return source.ours.get("article") or source.ours.get("url", "")


class KeptQuotes:
    """The sources of a lock, found by article and by what the file has of their quotes.

    A person may have moved a source to another event: it is known there, too.
    """

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self._found: dict[str, dict[str, list[SourceRecord]]] = {}

    def _sources(self, article: str) -> list[SourceRecord]:
        """The sources of an article."""
        records = Records.of(self._lock.records).citing(article)
        of_lines = (source for record in records for source in (*record.sources, *record.further_sources))
        return [*(one for one in of_lines if _article(one) == article), *self._by_article.get(article, [])]

    @cached_property
    def _by_article(self) -> dict[str, list[SourceRecord]]:
        """The sources of the records that are read."""
        found: dict[str, list[SourceRecord]] = {}
        for record in Records.of(self._lock.records).parts[1]:
            for source in (*record.sources, *record.further_sources):
                found.setdefault(_article(source), []).append(source)
        return found

    def _of_article(self, article: str) -> dict[str, list[SourceRecord]]:
        """The sources of an article by what may stand for their quotes; few articles are ever asked for."""
        if article not in self._found:
            found = self._found[article] = dict[str, list[SourceRecord]]()
            for source in self._sources(article):
                quote, written = source.whole.get("quote", ""), source.ours.get("quote", "")
                for short in dict.fromkeys((*forms(quote), written)):
                    if short and short != quote:
                        found.setdefault(short, []).append(source)
        return self._found[article]

    def of(self, article: str, short: str) -> SourceRecord | None:
        """The source whose quote begins with some words.

        Where one sentence mentions several events, only the sentence is known; where sentences begin alike, the one
        for which the machine wrote these words; else nothing.

        Args:
            article: The article's id, or the address of a source without one.
            short: The shortened quote, as the file has it.
        """
        found = self._of_article(article).get(short, [])
        if len({source.whole["quote"] for source in found}) > 1:
            found = [source for source in found if source.ours.get("quote") == short]
        quotes = {source.whole["quote"] for source in found}
        if len(quotes) != 1:
            return None
        return found[0] if len(found) == 1 else SourceRecord(ours={"quote": short}, quote=quotes.pop())
