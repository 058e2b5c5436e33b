"""The first words by which a reader of the file knows a sentence from the others of its project."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.document.lock.quotes import LONGEST, beginnings
from timeline.document.lock.types import Record


class Sentence(NamedTuple):
    """The article (or the address) of a source, the title of its event, and its whole quote."""

    article: str
    title: str
    quote: str


def sentences_of(record: Record) -> tuple[Sentence, ...]:
    """The sentences of an event, in the order of its sources."""
    title = record.ours.get("title", "")
    known = [source.whole for source in record.sources]
    return tuple(
        Sentence(values.get("article") or values.get("url", ""), str(title), values.get("quote", ""))
        for values in known
    )


class FirstWords:
    """The first words of sentences, a word more where another sentence begins alike.

    These are the sentences of the same article, and those of events with the same title.

    Args:
        sentences: The sentences of the project's events.
        texts: The title and the text of articles by their ids, for the sentences that mention no event.
    """

    def __init__(self, sentences: Iterable[Sentence], texts: Mapping[str, tuple[str, ...]]) -> None:
        near: dict[tuple[str, str], set[str]] = {}
        for article, title, quote in sentences:
            for place in (("article", article), ("title", title)):
                near.setdefault(place, set()).add(quote)
        self._near = {place: sorted(quotes) for place, quotes in near.items() if place[1]}
        self._texts = texts

    def of(self, sentence: Sentence) -> str:
        """What the file has for a sentence.

        Args:
            sentence: The sentence; it may be one of those given, or not.

        Returns:
            Its first words, or all of it where it is short or another one begins with all of it. Words that only the
            article repeats add up to a short quote at most: `timeline fmt`, which reads no article, leaves these.
        """
        repeated = ""
        for words in beginnings(sentence.quote):
            if not self.is_clear(words, sentence):
                continue
            if len(words) > LONGEST:
                return repeated or words
            if not self._is_repeated(words, sentence):
                return words
            repeated = words
        return repeated or sentence.quote

    def is_clear(self, words: str, sentence: Sentence) -> bool:
        """Whether no other sentence that is known begins with some words of this one."""
        near = (("article", sentence.article), ("title", sentence.title))
        return not any(_begins_another(words, sentence.quote, self._near.get(place, [])) for place in near)

    def _is_repeated(self, words: str, sentence: Sentence) -> bool:
        """Whether the article has the words elsewhere than in the sentence."""
        texts = self._texts.get(sentence.article, ())
        found = sum(text.count(words) for text in texts) if words != sentence.quote else 0
        return found > max(1, sum(text.count(sentence.quote) for text in texts))


def _begins_another(words: str, quote: str, quotes: list[str]) -> bool:
    """Whether another of some sorted quotes begins with the words."""
    place = bisect_left(quotes, words)
    return any(other != quote and other.startswith(words) for other in quotes[place : place + 2])
