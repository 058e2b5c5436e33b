"""Reading over the processes of one machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Protocol

from timeline import events
from timeline.annotation import Annotation
from timeline.annotator.article import read_many
from timeline.model import Article

CHUNK = 16
"""Articles that are given to a process at a time."""

Read = Callable[[Sequence[Article]], list[Annotation]]


def read_all(
    articles: Sequence[Article], *, workers: int = 1, model: str | None = None, keep: float = events.KEEP
) -> Iterator[Annotation]:
    """`read_many` over local processes: the same values in the same order, with any number of `workers`.

    No more processes are started than there are chunks of articles. One that is interrupted starts no further chunk.
    """
    workers = min(workers, len(articles) // CHUNK)
    if workers <= 1:
        yield from read_many(articles, model=model, keep=keep)
        return
    chunks = [articles[start : start + CHUNK] for start in range(0, len(articles), CHUNK)]
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        read = partial(read_chunk, model=model, keep=keep)
        for annotations in windowed(executor.submit, read, chunks, 2 * workers):
            yield from annotations
    finally:
        executor.shutdown(cancel_futures=True)


def read_chunk(articles: Sequence[Article], *, model: str | None, keep: float) -> list[Annotation]:
    """What each article of a chunk says, in order: what a process or a machine is given to do."""
    return list(read_many(articles, model=model, keep=keep))


class Waiting(Protocol):
    """What is under way elsewhere."""

    def result(self) -> list[Annotation]:
        """Waits for the chunk's annotations."""


def windowed(
    submit: Callable[[Read, Sequence[Article]], Waiting],
    read: Read,
    chunks: Iterable[Sequence[Article]],
    window: int,
) -> Iterator[list[Annotation]]:
    """Results in order, with at most `window` chunks under way: memory stays flat, and no chunk runs twice."""
    waiting: deque[Waiting] = deque()
    for chunk in chunks:
        waiting.append(submit(read, chunk))
        if len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
