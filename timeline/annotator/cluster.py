"""Work on articles, mapped over the machines of a Dask cluster (`pip install "timeline-press[cluster]"`).

The engine is Dask's: it sends chunks to workers and does those of a lost worker again. What comes back is in the order
of the articles, and the same to the byte as one process gives: `docs/cluster.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from timeline.annotator.processes import Made, Work, chunks, windowed
from timeline.annotator.version import reading_digest
from timeline.model import Article

_EACH = 2
"""Chunks under way for each thread of the cluster: one that is worked on, and one that waits."""


class ClusterError(Exception):
    """The cluster cannot be used; the message is for the person who named it."""


def over_cluster(
    work: Work[Made], articles: Sequence[Article], scheduler: str, timeout: float = 30.0
) -> Iterator[Made]:
    """What `work` makes of each article, in order.

    Args:
        work: What is done with a chunk.
        articles: Sent a chunk at a time, never more than twice as many chunks as the cluster has threads.
        scheduler: The scheduler's address (`tcp://host:8786`).
        timeout: Seconds to wait for the scheduler.

    Raises:
        ClusterError: Dask is not installed, the scheduler does not answer, a worker has another version, or a chunk has
            lost too many workers.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise ClusterError('Dask is not installed; `pip install "timeline-press[cluster]"`') from None
    try:
        client: Any = Client(scheduler, timeout=timeout, set_as_default=False)  # type: ignore[no-untyped-call]  # untyped
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
    """Chunks under way: as many as the workers that there are now can use, and one where there is none yet."""
    threads: int = sum(client.nthreads().values())
    return _EACH * max(1, threads)


def _checked(work: Any, version: str, articles: Sequence[Article]) -> Any:
    """A chunk's work on a worker, which must read as the one who asks does."""
    own = reading_digest()
    if own != version:
        raise ClusterError(f"a worker has another version of timeline ({own}, not {version}): install the same there")
    return work(articles)
