"""Runs work on articles on the machines of a Dask cluster (`pip install "timeline-press[cluster]"`).

Dask sends chunks to workers and repeats those of a lost worker. The results are in the order of the articles, and
identical to the byte with those of one process: `docs/cluster.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from timeline.annotator.processes import Made, Work, chunks, windowed
from timeline.annotator.version import reading_digest
from timeline.model import Article

_EACH = 2
"""Chunks in progress for each thread of the cluster: one that runs, and one that waits."""


class ClusterError(Exception):
    """The cluster cannot be used; the message is for the person who configured it."""


def over_cluster(
    work: Work[Made], articles: Sequence[Article], scheduler: str, timeout: float = 30.0
) -> Iterator[Made]:
    """The results of `work` for each article, in order.

    Args:
        work: The function that processes a chunk.
        articles: The articles; chunks in progress are never more than twice as many as the cluster's threads.
        scheduler: The scheduler's address (`tcp://host:8786`).
        timeout: Seconds to wait for the scheduler.

    Yields:
        One result for each article, in the order of the articles.

    Raises:
        ClusterError: Dask is not installed, the scheduler does not answer, a worker has another version, or a chunk has
            lost too many workers.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise ClusterError('Dask is not installed; `pip install "timeline-press[cluster]"`') from None
    try:
        client: Any = Client(scheduler, timeout=timeout, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(f"{scheduler}: no scheduler answers there ({error})") from None
    with client:
        submit = partial(client.submit, partial(_checked, work, reading_digest()), pure=False)
        try:
            for made in windowed(submit, chunks(articles), partial(_window, client)):
                yield from made
        except KilledWorker as error:
            raise ClusterError(f"{scheduler}: one chunk of articles has lost worker after worker: {error}") from None


def _window(client: Any) -> int:
    """The number of chunks in progress: as many as the current workers can use, and one where there are none yet."""
    threads: int = sum(client.nthreads().values())
    return _EACH * max(1, threads)


def _checked(work: Any, version: str, articles: Sequence[Article]) -> Any:
    """Runs a chunk's work on a worker, which must have the same version as the caller."""
    own = reading_digest()
    if own != version:
        raise ClusterError(f"a worker has another version of timeline ({own}, not {version}): install the same there")
    return work(articles)
