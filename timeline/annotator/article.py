"""Reading one article: a pure function from an article to what it says.

This is the order of the language stages, and it alone: sentences, expressions, dates, events. `read` is what is
mapped over many articles; `annotate` is the same for a text at hand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline import events
from timeline.annotation import Annotation
from timeline.annotator.dates import article_of, as_stored, placed, resolved, sentences_of
from timeline.gc_pause import collector_paused
from timeline.languages.wrapped_lines import unwrap
from timeline.model import Article, Sentence

HEADLINE_FROM = 0.15
"""The weight from which an event has a headline of its own: another article may make an entry of it."""


def read(article: Article, sentences: tuple[Sentence, ...], *, keep: float = events.KEEP) -> Annotation:
    """What an article says, given its sentences; `keep` is the weight from which an event is kept (0 keeps all).

    The stages read the text without its soft line ends; what is given back has the offsets of the text as stored.
    """
    unwrapped = unwrap(article.text)
    text = unwrapped.text
    dated = resolved(article, text, sentences)
    found = events.extract(replace(article, text=text), sentences, dated.timexes, keep=min(keep, HEADLINE_FROM))
    timexes, all_events = as_stored((dated.timexes, found), unwrapped)
    return Annotation(
        article=article,
        timexes=timexes,
        events=tuple(event for event in all_events if event.weight >= keep),
        problems=tuple(placed(problem, article, text) for problem in dated.problems),
        other_events=tuple(event for event in all_events if event.weight < keep),
    )


def read_many(
    articles: Iterable[Article], *, model: str | None = None, keep: float = events.KEEP
) -> Iterator[Annotation]:
    """What each article says, in order."""
    for article in articles:
        with collector_paused():  # a third of the time went into its visits of the models' tables
            annotation = read(article, sentences_of(article, model=model), keep=keep)
        yield annotation


def read_one(article: Article, *, model: str | None = None) -> Annotation:
    """What one article says."""
    return next(read_many([article], model=model))


def annotate(
    text: str, published: datetime.date, *, title: str | None = None, language: str = "fr", keep: float = events.KEEP
) -> Annotation:
    """The time expressions and the events of a text.

    `published` is the article's date (or date and time, with its zone): every "mardi" is counted from it. `title`
    helps to tell what the article is about, and is not read for expressions. Offsets are code points into `text`, end
    exclusive.
    """
    return next(read_many([article_of(text, published, title or "", language)], keep=keep))
