"""Annotates one article: a pure function from an article to its annotation.

This module only defines the order of the language stages: sentences, expressions, dates, events. `read` is mapped over
many articles; `annotate` does the same for a text given directly.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from timeline import events
from timeline.annotation import Annotation
from timeline.annotator.dates import article_of, as_stored, placed, resolved, sentences_of
from timeline.gc_pause import collector_paused
from timeline.lines.all_capitals import in_small_letters
from timeline.lines.wrapped import unwrap
from timeline.model import Article, Event, Sentence

_LINE_KINDS = ("visible", "letter")
"""The evidence of a date that is a line of the text or of the page, and not a sentence."""

HEADLINE_FROM = 0.25
"""The least weight at which an event gets its own headline: another article may make it an entry.

A third of the headlines would be for events between 0.15 and this; without them articles are read an eighth faster.
"""


def read(article: Article, sentences: tuple[Sentence, ...], *, keep: float) -> Annotation:
    """The annotation of an article whose sentences are known.

    Args:
        article: The article.
        sentences: Its sentences, from `sentences_of`; their spans are into the text without soft line breaks.
        keep: The least weight of a kept event (0 keeps all); the others become `other_events`.

    Returns:
        The annotation, with code points into the text as stored.
    """
    unwrapped = unwrap(article.text)
    text = unwrapped.text
    dated = resolved(article, text, sentences)
    titled = replace(article, text=text, title=_title(article))
    found = events.extract(titled, sentences, dated.timexes, keep=min(keep, HEADLINE_FROM))
    found = tuple(_quoted(each, unwrapped.printed) for each in found) if unwrapped.printed else found
    timexes, all_events = as_stored((dated.timexes, found), unwrapped)
    all_events = tuple(_of_the_text(all_events, article))
    return Annotation(
        article=article,
        timexes=timexes,
        events=tuple(event for event in all_events if event.weight >= keep),
        problems=tuple(placed(problem, article, text) for problem in dated.problems),
        other_events=tuple(event for event in all_events if event.weight < keep),
    )


def _title(article: Article) -> str:
    """The headline in ordinary spelling; "" where it is only the file's name."""
    return "" if _is_named_by_its_file(article) else in_small_letters(article.title, article.text)


def _is_named_by_its_file(article: Article) -> bool:
    """Whether the title is the file's name, and says nothing of the topic: "06 interview"."""
    words = re.split(r"[\s_-]+", PurePosixPath(article.path).stem)
    return bool(article.path) and article.title.split() == [word for word in words if word]


def _quoted(event: Event, printed: str) -> Event:
    """The event with its sentence as it is printed, where it was read with other signs."""
    return replace(event, quote=" ".join(printed[event.span.start : event.span.end].split()))


def _of_the_text(found: Iterable[Event], article: Article) -> Iterator[Event]:
    """The events but those of the publication line ("Publié le 3 mars 2022 à 18h20"), which is not news."""
    lines = {each.text for each in article.evidence if each.kind.startswith(_LINE_KINDS)} - {""}
    spans = [(at.start(), at.end()) for line in lines for at in re.finditer(re.escape(line), article.text)]
    return (event for event in found if not any(start <= event.trigger.start < end for start, end in spans))


def read_many(
    articles: Iterable[Article], *, model: str | None = None, keep: float = events.KEEP
) -> Iterator[Annotation]:
    """Annotate articles, one after the other.

    Args:
        articles: The articles.
        model: The name of another spaCy pipeline; the packaged one of the article's language where None.
        keep: The least weight of a kept event (0 keeps all).

    Yields:
        The annotation of each article, in order.
    """
    for article in articles:
        with collector_paused():  # the collector spent a third of the time on the models' tables
            annotation = read(article, sentences_of(article, model=model), keep=keep)
        yield annotation


def read_one(article: Article, *, model: str | None = None) -> Annotation:
    """The annotation of one article.

    Args:
        article: The article.
        model: The name of another spaCy pipeline; the packaged one where None.

    Returns:
        Its time expressions, events and problems; all positions are code points in the article's text, end exclusive.
    """
    return next(read_many([article], model=model))


def annotate(
    text: str, published: datetime.date, *, title: str | None = None, language: str = "fr", keep: float = events.KEEP
) -> Annotation:
    """The time expressions and the events of a text.

    Args:
        text: The text of the article.
        published: The article's date (or date and time, with its zone): every "mardi" is counted from it.
        title: The title, which helps to find the topic and is not searched for expressions.
        language: The code of the language.
        keep: The least weight of a kept event (0 keeps all).

    Returns:
        The annotation; its offsets are code points into `text`, end exclusive.
    """
    return next(read_many([article_of(text, published, title or "", language)], keep=keep))
