"""Reading on a Dask cluster: two workers, of which one is killed, give what one process gives, in the same order."""

from __future__ import annotations

import datetime
import json
import os
import signal
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import dask.config
import pytest
from distributed import LocalCluster

from timeline.annotation import Annotation
from timeline.annotator import cluster, processes
from timeline.annotator.cluster import ClusterError, over_cluster
from timeline.annotator.processes import over_processes, windowed
from timeline.model import Article
from timeline.timex import normalise, recognise

pytestmark = [
    pytest.mark.filterwarnings("default"),  # the engine's own, at its end
    # Two workers start, and one again: on a machine busy with other work that alone took two minutes.
    pytest.mark.timeout(600),
]
PATIENT = {"distributed.comm.timeouts.connect": "300s", "distributed.comm.timeouts.tcp": "300s"}
"""A busy worker is not a lost one: only the kill loses one."""

SMALL = 2
"""Articles of a chunk."""

ARTICLES = [
    Article(
        id=f"a{number}",
        path=f"a{number}.md",
        title=f"Bridge {number}",
        published=datetime.date(2022, 12, 21),
        text=f"The bridge was closed on Tuesday. It had opened in {1950 + number}.",
        language="en",
    )
    for number in range(4 * SMALL)
]


def _read(articles: Sequence[Article]) -> list[Annotation]:
    """Reads the dates alone: a worker is ready for that in a second, and what they are is as good to compare."""
    found = []
    for article in articles:
        expressions = recognise.find(article.text, "en")
        dated = normalise.resolve(article.text, expressions, article.published, (), "en")
        found.append(Annotation(article, dated.timexes, ()))
    return found


def _read_or_die(marker: Path, articles: Sequence[Article]) -> list[Annotation]:
    """Kills the worker that first comes to the second chunk, in the middle of its work."""
    if articles[0] == ARTICLES[SMALL] and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return _read(articles)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with (
        dask.config.set(PATIENT),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as made,
    ):
        yield made.scheduler_address


def _printed(found: Sequence[Annotation]) -> list[str]:
    return [json.dumps(one.to_file_dict(), ensure_ascii=False) for one in found]


def test_a_killed_worker_loses_nothing(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "CHUNK", SMALL)
    marker = tmp_path / "killed"
    found = list(over_cluster(partial(_read_or_die, marker), ARTICLES, scheduler, timeout=300))
    assert marker.exists()
    alone = list(over_processes(_read, ARTICLES, 1))
    assert found == alone
    assert all(one.timexes for one in found)
    assert _printed(found) == _printed(alone)


def test_a_worker_of_another_version_stops_all(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "reading_digest", lambda: "other")
    with pytest.raises(ClusterError, match="another version"):
        list(over_cluster(_read, ARTICLES[:1], scheduler, timeout=300))


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    with pytest.raises(ClusterError, match="no scheduler answers"):
        list(over_cluster(_read, ARTICLES[:1], "tcp://127.0.0.1:9", timeout=0.2))


def test_no_more_is_under_way_than_the_window_lets() -> None:
    under_way: list[int] = []
    most = 0

    class Waiting:
        def __init__(self, chunk: Sequence[Article]) -> None:
            self.chunk = chunk

        def result(self) -> list[str]:
            under_way.pop()
            return [article.id for article in self.chunk]

    def submit(chunk: Sequence[Article]) -> Waiting:
        nonlocal most
        under_way.append(1)
        most = max(most, len(under_way))
        return Waiting(chunk)

    chunks = [ARTICLES[start : start + SMALL] for start in range(0, len(ARTICLES), SMALL)]
    found = [name for made in windowed(submit, chunks, lambda: 3) for name in made]
    assert found == [article.id for article in ARTICLES]
    assert most == 3
    assert not under_way
