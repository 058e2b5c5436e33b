"""The first half of annotation: sentences, time expressions and their dates. It does not detect events."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.gc_pause import collector_paused
from timeline.lines.wrapped import Unwrapped, unwrap
from timeline.model import Article, Expression, Problem, Sentence, Span
from timeline.timex import normalise, recognise

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline(language: str, model: str | None = None) -> Language:
    """The pipeline of a language, loaded on first use and once per process.

    Args:
        language: The code of the language.
        model: The name of another spaCy pipeline; the packaged one where None.

    Returns:
        The pipeline, for `nlp.read`.

    Raises:
        ModelNotFoundError: `model` cannot be loaded.
    """
    # spaCy's classes and tables have few cycles, and the collector would visit them again and again.
    with collector_paused():
        from timeline import nlp

        return nlp.load(language, model=model)


def sentences_of(article: Article, *, model: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of an article.

    Args:
        article: The article.
        model: The name of another spaCy pipeline; the packaged one where None.

    Returns:
        The sentences; their spans are code points into the article's text without soft line breaks.
    """
    loaded = pipeline(article.language, model)
    from timeline import nlp

    (sentences,) = nlp.read(loaded, [article.text])
    return sentences


def resolved(article: Article, text: str, sentences: Sequence[Sentence]) -> normalise.Resolution:
    """The time expressions of an article with their dates.

    Args:
        article: The article, whose date they are counted from.
        text: Its text without soft line breaks; all offsets are code points into it.
        sentences: The parse of `text`.

    Returns:
        The dated expressions in text order, and a problem for each impossible date.
    """
    return _resolved(article, text, recognise.find(text, article.language), sentences)


def _resolved(
    article: Article, text: str, found: Sequence[Expression], sentences: Sequence[Sentence]
) -> normalise.Resolution:
    return normalise.resolve(text, found, _published(article), sentences, article.language)


def dates(article: Article) -> normalise.Resolution:
    """The time expressions of an article and their problems, as `annotate` gives them, without reading its events.

    Args:
        article: The article; it is only parsed if it has an expression, since the pipeline takes seconds to load.

    Returns:
        The dated expressions in text order, with code points into the article's text, and a problem for each impossible
        date.
    """
    unwrapped = unwrap(article.text)
    found = recognise.find(unwrapped.text, article.language)
    if not found:
        return normalise.Resolution(())
    resolution = _resolved(article, unwrapped.text, found, sentences_of(article))
    problems = tuple(placed(problem, article, unwrapped.text) for problem in resolution.problems)
    return replace(resolution, timexes=as_stored(resolution.timexes, unwrapped), problems=problems)


def article_of(text: str, published: datetime.date, title: str = "", language: str = "fr") -> Article:
    """Makes an article of a text given directly.

    Args:
        text: The text.
        published: Its day, or its day and time.
        title: The headline; "" without one.
        language: The code of the text's language.

    Returns:
        An article without a path; its id is that of a text given directly.
    """
    time = published if isinstance(published, datetime.datetime) else None
    day = published.date() if isinstance(published, datetime.datetime) else published
    return Article(id="text", path="", title=title, published=day, text=text, published_time=time, language=language)


_Found = TypeVar("_Found")


def as_stored(found: _Found, unwrapped: Unwrapped) -> _Found:
    """A value with all its spans converted to offsets in the text as stored.

    Args:
        found: Any value of tuples and dataclasses that holds spans of the unwrapped text.
        unwrapped: The text without soft line breaks, with the map back.

    Returns:
        A value of the same type; `found` itself where no word was moved.
    """
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
    """The article's day, with its hour where it is known in the same zone: "il y a deux heures" is counted from it."""
    time = article.published_time
    return time if time is not None and time.date() == article.published else article.published


def placed(problem: Problem, article: Article, text: str) -> Problem:
    """A problem with its path, and with its line and column in the article as stored.

    Args:
        problem: The problem, with line and column in `text`; 0 where it concerns the whole article.
        article: The article as stored.
        text: Its text without soft line breaks.

    Returns:
        The problem; its line and column count from 1, in code points.
    """
    start = sum(len(line) for line in text.splitlines(keepends=True)[: problem.line - 1]) + problem.column - 1
    stored = article.text
    if problem.line and text != stored:
        line, column = stored.count("\n", 0, start) + 1, start - stored.rfind("\n", 0, start)
        problem = replace(problem, line=line, column=column)
    return replace(problem, path=problem.path or article.path)
