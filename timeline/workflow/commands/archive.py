"""Annotations into an archive, and timelines out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from timeline import coref
from timeline.annotation import Annotation
from timeline.annotator.processes import read_chunk
from timeline.annotator.unread import Unread
from timeline.annotator.version import reading_digest
from timeline.archive import Archive, ArchiveError, ArchiveQuery, ClosedArchiveError, Fresh, Kept
from timeline.archive.vectors import Vectors
from timeline.coref.features.vocabulary import stems
from timeline.coref.meaning import texts_of
from timeline.coref.topic import LIKE_TITLE
from timeline.document import About, Head
from timeline.i18n.messages import file_problem
from timeline.lines.first_letter import capitalised
from timeline.model import Article, Date, Event, Problem
from timeline.workflow.commands.update import UpdatePlan
from timeline.workflow.files import Progress
from timeline.workflow.load import card
from timeline.workflow.memory import annotation_cache
from timeline.workflow.merging.annotate import mapped
from timeline.workflow.merging.entries import facts_of
from timeline.workflow.merging.unread import separate_unread
from timeline.workflow.options import UpdateOptions
from timeline.workflow.stopped import Stopped

LIKELY = 0.15
"""The least salience of an event that gets its own headline and is taken from the archive."""
_LONG = 4
"""The least number of letters of a content word: "pont", not "des"."""
_AT_ONCE = 64
"""Articles of one transaction: an interruption loses at most so many."""


@dataclass(frozen=True, slots=True)
class Query:
    """The query of a timeline: words of a topic, names, and a period; at most `most` articles."""

    words: str = ""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    period: Date | None = None
    language: str = "fr"
    most: int = 200


def opened(path: Path) -> Archive:
    """The archive at `path`, created where there is none; stops where it is none, or cannot be opened."""
    try:
        return Archive(path, version=reading_digest())
    except ClosedArchiveError:
        raise Stopped([file_problem(path, "build.closed_archive")]) from None
    except ArchiveError:
        raise Stopped([file_problem(path, "build.bad_archive")]) from None


def fill(path: Path, articles: Sequence[Article], how: UpdateOptions, progress: Progress | None = None) -> int:
    """Annotates the articles that the archive does not hold yet.

    Articles that this version has already read are not read again: an interrupted run goes on where it stopped.

    Args:
        path: The archive, created where there is none.
        articles: The articles that it is to hold.
        how: How articles are read.
        progress: Called after each portion.

    Returns:
        How many articles were read.

    Raises:
        Stopped: An article could not be read; all others are in the archive.
    """
    with opened(path) as archive:
        known = archive.keys()
        wanted = [article for article in articles if annotation_cache.key(article, model=how.model) not in known]
        made = mapped(partial(fresh_chunk, model=how.model), how, wanted)
        done, unread = 0, list[Problem]()
        while batch := list(islice(made, _AT_ONCE)):
            _, failed = separate_unread([one.annotation for one in batch], Path(), how.language)
            unread += failed
            archive.add([one for one in batch if not isinstance(one.annotation, Unread)])
            done += len(batch)
            if progress:
                progress("articles", done, len(wanted))
    if unread:
        raise Stopped(unread)
    return done


def fresh_chunk(articles: Sequence[Article], *, model: str | None) -> list[Fresh]:
    """The annotations of some articles with the keys by which an archive finds them."""
    return [fresh(one, annotation_cache.key(one.article, model=model)) for one in read_chunk(articles, model=model)]


def fresh(annotation: Annotation, key: str, encode: coref.Encode = coref.encode) -> Fresh:
    """An annotation with its words and its vectors."""
    article = annotation.article
    names = " ".join(name.canonical for event in annotation.events for name in (*event.people, *event.places))
    title, named, text = (" ".join(stems(article.language, part)) for part in (article.title, names, article.text))
    return Fresh(annotation, key, (title, named, text), encode(texts_of(article.title, likely(annotation))))


def likely(annotation: Annotation) -> list[Event]:
    """The events that a timeline is made from: those that an editor would keep, then the likely ones of the rest."""
    return [*annotation.events, *(event for event in annotation.other_events if event.weight >= LIKELY)]


def draw(path: Path, query: Query) -> UpdatePlan:
    """The timeline of a query: only the matching articles are loaded, and none is annotated again.

    Args:
        path: The archive.
        query: The words, people, places and days asked for.

    Returns:
        What would be written; nothing is written here.

    Raises:
        Stopped: There is no archive at `path`.
    """
    if not path.is_file():
        raise Stopped([file_problem(path, "build.no_archive")])
    about = coref.TopicFilter(_topic(query.words), query.people, query.places, query.period)
    with opened(path) as archive:
        kept = list(archive.read(_to_merge(archive, _wanted(query, about))))
    encode = _lookup(kept)
    annotations = tuple(_only_likely(one.annotation) for one in kept)
    entries = coref.merge(annotations, about=about, language=query.language, encode=encode)
    inside = tuple(one for one in annotations if _tells_of(one, query.period))
    cards = tuple(card(one.article, organisations=facts_of(one).organisations) for one in inside)
    texts = {one.article.id: (one.article.title, one.article.text) for one in inside}
    return UpdatePlan(head=_head(query), cards=cards, entries=entries, problems=(), texts=texts)


def _to_merge(archive: Archive, wanted: ArchiveQuery) -> list[int]:
    """The articles that are merged.

    A period cuts its part out of the timeline of all matching articles, so they are merged whenever `most` allows;
    of more articles those are merged that tell something of the period.
    """
    if wanted.begin is None and wanted.end is None:
        return archive.search(wanted)
    everywhere = archive.search(replace(wanted, begin=None, end=None, most=wanted.most + 1))
    return everywhere if len(everywhere) <= wanted.most else archive.search(wanted)


def _tells_of(annotation: Annotation, period: Date | None) -> bool:
    return any(coref.touches(event.date, period) for event in (*annotation.events, *annotation.other_events))


def _topic(words: str) -> tuple[str, ...]:
    """The words that an event must have, in an article that has them all: all of them, or one content word."""
    return (words, *(word for word in words.split() if len(word) >= _LONG)) if words else ()


def _only_likely(annotation: Annotation) -> Annotation:
    return replace(annotation, other_events=tuple(likely(annotation)[len(annotation.events) :]))


def _head(query: Query) -> Head:
    title = " ".join(filter(None, [query.words, *query.people, *query.places])) or "Archive"
    words = (query.words,) if query.words else ()
    about = About(words=words, people=query.people, places=query.places, interval=query.period)
    return Head(title=capitalised(title), language=query.language, about=about)


def _wanted(query: Query, about: coref.TopicFilter) -> ArchiveQuery:
    names = (*about.people, *about.places)
    begin, end = (query.period.begin, query.period.end) if query.period else (None, None)
    return ArchiveQuery(
        words=tuple(stems(query.language, query.words)),
        names=tuple(tuple(stems(query.language, name)) for name in names),
        vectors=annotation_cache.encode([query.words]) if query.words and not names else None,
        near=LIKE_TITLE,
        begin=begin,
        end=end,
        least=LIKELY,
        most=query.most,
    )


def _lookup(kept: Sequence[Kept]) -> Callable[[Sequence[str]], Vectors]:
    """The vectors of texts, from the archive where it has them, else from the cache: the encoder loads for a second."""
    known: dict[str, Vectors] = {}
    for one in kept:
        texts = texts_of(one.annotation.article.title, likely(one.annotation))
        known.update(zip(texts, one.vectors, strict=False))

    def encode(texts: Sequence[str]) -> Vectors:
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(missing, annotation_cache.encode(missing), strict=True))
        return np.array([known[text] for text in texts], np.float32).reshape(len(texts), coref.DIMENSIONS)

    return encode
