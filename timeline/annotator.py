"""Reading one article: a pure function from an article to what it says.

This is the order of the language stages, and it alone: sentences, expressions, dates, events. `read` is what is
mapped over many articles; `annotate` is the same for a text at hand.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from timeline import events
from timeline.annotation import Annotation
from timeline.languages.wrapped_lines import Unwrapped, unwrap
from timeline.model import Article, Problem, Sentence, Span
from timeline.timex import normalise, recognise

if TYPE_CHECKING:
    from spacy.language import Language


HEADLINE_FROM = 0.15
"""The weight from which an event has a headline of its own: another article may make an entry of it."""
_CHUNK = 16


@cache
def pipeline(language: str, model: str | None = None) -> Language:
    """The reading pipeline of a language, loaded once in a process, and only where something is to be read."""
    from timeline import nlp

    return nlp.load(language, model=model)


def read(article: Article, sentences: tuple[Sentence, ...], *, keep: float = events.KEEP) -> Annotation:
    """What an article says, given its sentences; `keep` is the weight from which an event is kept (0 keeps all).

    The stages read the text without its soft line ends; what is given back has the offsets of the text as stored.
    """
    unwrapped = unwrap(article.text)
    text, language = unwrapped.text, article.language
    found = recognise.find(text, language)
    resolved = normalise.resolve(text, found, _published(article), sentences, language)
    timexes, all_events = _as_stored(
        (
            resolved.timexes,
            events.extract(replace(article, text=text), sentences, resolved.timexes, keep=min(keep, HEADLINE_FROM)),
        ),
        unwrapped,
    )
    return Annotation(
        article=article,
        timexes=timexes,
        events=tuple(event for event in all_events if event.weight >= keep),
        problems=tuple(_placed(problem, article, text) for problem in resolved.problems),
        other_events=tuple(event for event in all_events if event.weight < keep),
    )


_Found = TypeVar("_Found")


def _as_stored(found: _Found, unwrapped: Unwrapped) -> _Found:
    """Everything in `found` with its spans moved to where divided words stand in the text as stored."""
    if not unwrapped.moved:
        return found
    done: dict[int, Any] = {}

    def moved(value: Any) -> Any:
        if id(value) not in done:
            done[id(value)] = _moved(value)
        return done[id(value)]

    def _moved(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(*unwrapped.stored(value.start, value.end))
        if type(value) is tuple:
            return tuple(moved(each) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            changes = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
            fresh = {name: moved(each) for name, each in changes.items()}
            same = all(fresh[name] is each for name, each in changes.items())
            return value if same else replace(value, **fresh)
        return value

    result: _Found = moved(found)
    return result


def _published(article: Article) -> datetime.date:
    """The article's day, with its hour where it is known in the same zone: "il y a deux heures" counts from it."""
    time = article.published_time
    return time if time is not None and time.date() == article.published else article.published


def _placed(problem: Problem, article: Article, text: str) -> Problem:
    """The problem at its line and column of the article as stored; it was found in `text`."""
    start = sum(len(line) for line in text.splitlines(keepends=True)[: problem.line - 1]) + problem.column - 1
    stored = article.text
    if problem.line and text != stored:
        line, column = stored.count("\n", 0, start) + 1, start - stored.rfind("\n", 0, start)
        problem = replace(problem, line=line, column=column)
    return replace(problem, path=problem.path or article.path)


def read_many(
    articles: Iterable[Article], *, model: str | None = None, keep: float = events.KEEP
) -> Iterator[Annotation]:
    """What each article says, in order."""
    from timeline import nlp

    for article in articles:
        (sentences,) = nlp.read(pipeline(article.language, model), [article.text])
        yield read(article, sentences, keep=keep)


def read_all(
    articles: Sequence[Article], *, workers: int = 1, model: str | None = None, keep: float = events.KEEP
) -> Iterator[Annotation]:
    """`read_many` over local processes: the same values in the same order, with any number of `workers`."""
    if workers <= 1 or len(articles) < 2 * _CHUNK:
        yield from read_many(articles, model=model, keep=keep)
        return
    chunks = [articles[start : start + _CHUNK] for start in range(0, len(articles), _CHUNK)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        for annotations in _windowed(executor, partial(_read_chunk, model=model, keep=keep), chunks, 2 * workers):
            yield from annotations


def _read_chunk(articles: Sequence[Article], *, model: str | None, keep: float) -> list[Annotation]:
    return list(read_many(articles, model=model, keep=keep))


def _windowed(
    executor: Executor,
    function: Callable[[Sequence[Article]], list[Annotation]],
    chunks: Sequence[Sequence[Article]],
    window: int,
) -> Iterator[list[Annotation]]:
    """Results in order, with at most `window` chunks under way: memory stays flat, and no chunk runs twice."""
    waiting: deque[Future[list[Annotation]]] = deque()
    for chunk in chunks:
        waiting.append(executor.submit(function, chunk))
        if len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


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
    return next(read_many([_article(text, published, title or "", language)], keep=keep))


def _article(text: str, published: datetime.date, title: str, language: str) -> Article:
    time = published if isinstance(published, datetime.datetime) else None
    day = published.date() if isinstance(published, datetime.datetime) else published
    return Article(id="text", path="", title=title, published=day, text=text, published_time=time, language=language)
