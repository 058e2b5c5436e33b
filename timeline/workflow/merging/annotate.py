"""Reads articles: from the cache where it has them, else by processes or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from timeline.annotation import Annotation
from timeline.annotator.cluster import ClusterError, over_cluster
from timeline.annotator.processes import Made, Work, over_processes, read_chunk
from timeline.model import Article, Problem
from timeline.workflow.files import Progress
from timeline.workflow.memory import annotation_cache
from timeline.workflow.options import UpdateOptions
from timeline.workflow.stopped import Stopped


def annotated(
    collected: Sequence[Article], how: UpdateOptions, progress: Progress | None = None
) -> Iterator[Annotation]:
    """The annotations of articles, from the cache where it has them.

    Args:
        collected: The articles.
        how: The options: the model, the number of processes or the cluster.
        progress: Is called with "articles", how many are done, and how many there are.

    Yields:
        One for each article, in order; an `Unread` where an article failed.
    """
    read = partial(mapped, partial(read_chunk, model=how.model), how)
    for done, annotation in enumerate(annotation_cache.through(collected, read, model=how.model), start=1):
        if progress:
            progress("articles", done, len(collected))
        yield annotation


def mapped(work: Work[Made], how: UpdateOptions, collected: Sequence[Article]) -> Iterator[Made]:
    """The result of `work` for each article, in order, by processes or by the cluster that `how` names.

    Raises:
        Stopped: No cluster answers.
    """
    if not how.scheduler:
        yield from over_processes(work, collected, how.workers)
    elif collected:
        try:
            yield from over_cluster(work, collected, how.scheduler)
        except ClusterError as error:
            raise Stopped([Problem("--scheduler", 0, 0, str(error))]) from None
