"""Reading over the processes of one machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from timeline import events
from timeline.annotation import Annotation
from timeline.annotator.article import read_many
from timeline.model import Article

_CHUNK = 16


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
