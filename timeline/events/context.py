"""Facts about the whole article that the stages of this package need: its day, paragraphs, dateline and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.events.detection.governed import is_reached
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.lexicon import Lexicon, SemiClass, WordList
from timeline.model import Article, Date, Granularity, Sentence, Span, Timex

_QUOTED = re.compile(r"«[^»]{12,}(?:»|$)|“[^”]{12,}(?:”|$)|\"[^\"]{12,}\"")
_CLOSED = re.compile(r"\s*\)")
_DATELINE = re.compile(r"\s*[.,]?\s*[)\]]?\s*[.,]?\s*[-–—:]")
_QUOTED_WORDS = 3
_HEAD = 250
"""How many characters of title, source and place may stand before the dateline of a whole article."""


@dataclass(frozen=True, slots=True)
class TextPosition:
    """A position in the article: the numbers of the sentence and of the paragraph, from 0."""

    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Context:
    """An article as the stages of this package use it.

    `published` is its day as a date. `first` is the number of its first sentence with a verb (datelines and headings
    come before). `quotes` are the spans of direct speech; `sentences` are the spans of all sentences.
    """

    article: Article
    lexicon: Lexicon
    published: Date
    paragraphs: tuple[int, ...]
    first: int
    quotes: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def sentence_at(self, span: Span) -> int | None:
        """The number of the sentence in which a span begins, or None."""
        found = (number for number, one in enumerate(self.sentences) if one.start <= span.start < one.end)
        return next(found, None)

    def place(self, mention: Mention) -> TextPosition:
        """The sentence and the paragraph of a mention."""
        return TextPosition(mention.sentence, self.paragraphs[mention.sentence])

    def sentence_offset(self, mention: Mention) -> int:
        """The number of the article's sentences, from `first` on, before the mention's sentence."""
        return max(0, mention.sentence - self.first)

    def opens(self, span: Span) -> bool:
        """Whether a span of the text begins in the article's first sentence with a verb, or before."""
        return span.start < self.sentences[self.first].end

    def is_quoted(self, mention: Mention) -> bool:
        """Whether the trigger is inside direct speech."""
        span = mention.span
        return any(quote.contains(span) for quote in self.quotes)

    def is_dateline(self, timex: Timex) -> bool:
        """Whether the expression is the article's own dateline: its day, at the beginning of a line, before a dash."""
        if timex.date is None or timex.date.begin != self.published.begin:
            return False
        text, start = self.article.text, timex.span.start
        before = text[text.rfind("\n", 0, start) + 1 : start]
        return (
            len(before) < 40
            and not re.search(r"[a-zà-ÿ]{3,} [a-zà-ÿ]{3,} ", before)
            and bool(_DATELINE.match(self.article.text, timex.span.end))
        )

    def is_bracketed(self, timex: Timex) -> bool:
        """Whether the expression is alone in brackets after a name: "l'AS Monaco (2006-2008)" does not date a verb."""
        text, start = self.article.text, timex.span.start
        while start and text[start - 1].isspace():
            start -= 1
        return text[start - 1 : start] == "(" and _CLOSED.match(text, timex.span.end) is not None

    def is_to_come(self, mention: Mention) -> bool:
        """Whether the clause is about the future."""
        predicate = mention.own_predicate
        if predicate is None:
            return False
        semi = self.lexicon.is_semi
        if predicate.tense in (Tense.FUTURE, Tense.FUTURE_PERFECT) or mention.frame is Frame.PLANNED:
            return True
        if predicate.form is Form.INFINITIVE and mention.kind is MentionKind.AIM:
            return not is_reached(mention, self.lexicon)
        unreal = predicate.tense in (Tense.PRESENT, Tense.CONDITIONAL)
        classes = (SemiClass.FUTURE, SemiClass.POSSIBILITY, SemiClass.OBLIGATION, SemiClass.INTENTION)
        return unreal and any(semi(lemma, *classes) for lemma in predicate.governors)

    def is_background(self, mention: Mention) -> bool:
        """Whether an adverb puts the clause before the story ("déjà", "auparavant") or makes it a habit."""
        before = self.lexicon.words(WordList.BACKGROUND_BEFORE)
        generic = self.lexicon.words(WordList.BACKGROUND_GENERIC)
        near = mention.tree.dependents(mention.top)
        return any(child.lemma in before or child.lemma in generic for child in near)

    def is_recent(self, mention: Mention) -> bool:
        """Whether the clause only says "récemment", which does not refer to a day mentioned before."""
        return self._has_adverb(mention, WordList.BACKGROUND_OF_LATE)

    def follows_at_once(self, mention: Mention) -> bool:
        """Whether the clause has the day of the event just mentioned: "a immédiatement réagi"."""
        return self._has_adverb(mention, WordList.BACKGROUND_AT_ONCE)

    def _has_adverb(self, mention: Mention, adverbs: WordList) -> bool:
        words = self.lexicon.words(adverbs)
        near = mention.tree.dependents(mention.top)
        group = mention.tree.dependents(mention.predicate.token) if mention.predicate else ()
        return any(child.lemma.lower() in words for child in (*near, *group))


def context_of(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon, timexes: Sequence[Timex] = ()
) -> Context:
    """The context of an article.

    Args:
        article: The article, whose text the sentences are of.
        sentences: Its parsed sentences, in text order.
        lexicon: The words of its language.
        timexes: Its time expressions; a dateline at its head gives its day ("Londres, 17 avril. – …").
    """
    day = _reported(timexes) or calendar.unit(calendar.from_date(article.published), Granularity.DAY)
    paragraphs = _paragraphs(article.text, sentences)
    spans = tuple(sentence.span for sentence in sentences)
    return Context(article, lexicon, day, paragraphs, _first(sentences), _quotes(article.text), spans)


def _reported(timexes: Sequence[Timex]) -> Date | None:
    """The day of the dateline that heads the whole article; None where there is none, or another one follows."""
    lines = [timex for timex in timexes if any(step.key == "dates.dateline.alone" for step in timex.steps)]
    days = {one.date.begin // calendar.DAY for one in lines if one.date is not None and one.date.begin is not None}
    at_head = bool(lines) and lines[0].span.start <= _HEAD
    return calendar.unit(days.pop() * calendar.DAY, Granularity.DAY) if at_head and len(days) == 1 else None


def _first(sentences: Sequence[Sentence]) -> int:
    with_verbs = (i for i, sentence in enumerate(sentences) if any(token.pos == "VERB" for token in sentence.tokens))
    return next(with_verbs, 0)


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    numbers: list[int] = []
    number = 0
    for index, sentence in enumerate(sentences):
        if index and "\n" in text[sentences[index - 1].span.end - 1 : sentence.span.start + 1]:
            number += 1
        numbers.append(number)
    return tuple(numbers)


def _quotes(text: str) -> tuple[Span, ...]:
    found = (match for match in _QUOTED.finditer(text) if len(match[0].split()) > _QUOTED_WORDS)
    return tuple(Span(match.start(), match.end()) for match in found)
