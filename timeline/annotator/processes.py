"""Runs work on articles on several processes of one machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Protocol, TypeAlias, TypeVar

from timeline.annotation import Annotation
from timeline.annotator.unread import read_or_unread
from timeline.model import Article

CHUNK = 16
"""The number of articles that a process gets at a time."""

Made = TypeVar("Made")
Work: TypeAlias = Callable[[Sequence[Article]], list[Made]]
"""A function from some articles to a value for each, in order. It and its values can be pickled."""


class Waiting(Protocol[Made]):
    """A result that is computed elsewhere."""

    def result(self) -> list[Made]:
        """Waits for the result."""


def read_chunk(articles: Sequence[Article], *, model: str | None = None) -> list[Annotation]:
    """The annotation of each article of a chunk, in order: the work of one process or machine.

    Args:
        articles: Some articles.
        model: The name of another spaCy pipeline; None for our own.

    Returns:
        An annotation for each article; an `Unread` for one that could not be read.
    """
    return [read_or_unread(article, model=model) for article in articles]


def over_processes(work: Work[Made], articles: Sequence[Article], workers: int) -> Iterator[Made]:
    """The results of some work for each article, in order; the same with any number of processes.

    An interrupted run starts no further chunk.

    Args:
        work: A function from some articles to a value for each; it must be picklable.
        articles: The articles.
        workers: The most processes; no more are started than there are chunks, and none for one chunk.

    Yields:
        The value of each article, in order.
    """
    workers = min(workers, len(articles) // CHUNK)
    if workers <= 1:
        for article in articles:
            yield from work([article])
        return
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for made in windowed(lambda chunk: executor.submit(work, chunk), chunks(articles), lambda: 2 * workers):
            yield from made
    finally:
        executor.shutdown(cancel_futures=True)


def chunks(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Cuts articles into chunks of `CHUNK`; the last one may be shorter.

    Returns:
        The chunks, in order.
    """
    return (articles[start : start + CHUNK] for start in range(0, len(articles), CHUNK))


def windowed(
    submit: Callable[[Sequence[Article]], Waiting[Made]],
    given: Iterable[Sequence[Article]],
    window: Callable[[], int],
) -> Iterator[list[Made]]:
    """The results of some chunks, in order: memory stays flat, and no chunk runs twice.

    Args:
        submit: Starts the work on a chunk and returns its pending result.
        given: The chunks.
        window: Returns how many chunks may be in progress; it is asked again before each wait.

    Yields:
        The list of values of each chunk.
    """
    waiting: deque[Waiting[Made]] = deque()
    for chunk in given:
        waiting.append(submit(chunk))
        while len(waiting) >= window():
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
