"""A timeline out of a large archive: how long, how much memory, how large the file is.

python -m benchmarks.projects.archive [COUNT] [FOLDER]

The archive holds COUNT (100,000) annotated articles that are made of real ones (`benchmarks.projects.variations`).
FOLDER holds the real ones (`text/*.txt` and `gold/*.json`); the project's own where none is given. Each query runs in a
process of its own, which begins with nothing loaded, and of an empty cache; the last one is asked again.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.projects.variations import variations
from timeline.annotation import Annotation
from timeline.annotator import read_many
from timeline.archive import Fresh
from timeline.archive.vectors import Vectors
from timeline.calendar import parse_edtf
from timeline.evaluation import read as read_gold
from timeline.workflow.commands.archive import Query, draw, fresh, opened

OWN = Path(__file__).parents[2] / "tests" / "gold"
QUERIES = {
    "a word of many articles": Query("président"),
    "two words": Query("accident route"),
    "many articles, one year": Query("président", period=parse_edtf("2018")),
    "a meaning": Query("earthquake"),
    "a place": Query(places=("Paris",)),
    "a month": Query(period=parse_edtf("2018-03")),
    "the same again": Query("président"),
}
_BATCH = 1000


def entries(annotations: Iterable[Annotation]) -> Iterator[Fresh]:
    """Variations of some annotations, without end, as an archive stores them."""
    for number, one in enumerate(variations(annotations)):
        yield fresh(one.annotation, f"k{number}", _always(one.vectors))


def _always(vectors: Vectors) -> Callable[[Sequence[str]], Vectors]:
    return lambda _: vectors


def fill(path: Path, count: int, folder: Path) -> None:
    """Makes the archive and prints what it takes."""
    before = time.process_time()
    read = list(read_many(gold.article for gold in read_gold(folder)))
    print(f"{len(read)} real articles read in {time.process_time() - before:.0f} CPU seconds", flush=True)
    fresh_ones = entries(read)
    before = time.process_time()
    with opened(path) as archive:
        for start in range(0, count, _BATCH):
            archive.add(islice(fresh_ones, min(_BATCH, count - start)))
        size = archive.size()
    took = time.process_time() - before
    print(
        f"{count} articles kept in {took:.0f} CPU seconds; {size / 1e6:.0f} MB, {size / count / 1e3:.1f} kB an article"
    )


def ask(path: Path, name: str) -> None:
    """Draws one timeline and prints what it takes, in this process from its beginning."""
    began = time.perf_counter()
    drawn = draw(path, QUERIES[name])
    cpu, wall = time.process_time(), time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = f"{len(drawn.entries)} events of {len(drawn.cards)} articles"
    print(f"{name}: {counts} in {wall:.1f} s ({cpu:.1f} CPU seconds with imports), {memory:.0f} MB")


def main(arguments: list[str]) -> None:
    """Fills an archive in a temporary folder and asks it."""
    if arguments[:1] == ["--ask"]:
        ask(Path(arguments[1]), arguments[2])
        return
    count = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "archive.sqlite"
        fill(path, count, Path(arguments[1]) if len(arguments) > 1 else OWN)
        for query in QUERIES:
            subprocess.run(
                [sys.executable, "-m", "benchmarks.projects.archive", "--ask", str(path), query],
                env={**os.environ, "XDG_CACHE_HOME": name},
                check=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
