"""A timeline that grows: what its first build takes, one where nothing changed, and one where one article is new.

python -m benchmarks.growth [--real FOLDER] [COUNT…]

The COUNT (1000 and 2000) articles are made of real ones (`benchmarks.variations`); FOLDER holds these (`text/*.txt` and
`gold/*.json`), the project's own where none is given. Their annotations and vectors are put into a cache beforehand, so
that only the new article is read: what is measured is finding the files, merging, writing and the site. Each command
is a process of its own; its seconds of CPU and its peak of memory are printed, then what a build costs beside the
first, and the exponent of the growth from one COUNT to the next.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np

from benchmarks.variations import Variation, variations
from timeline import articles, coref
from timeline.annotation import Annotation
from timeline.annotator import read_many
from timeline.archive.vectors import Vectors
from timeline.coref.mentions import mentions_of
from timeline.evaluation import read as read_gold
from timeline.workflow import cache

OWN = Path(__file__).parent.parent / "tests" / "gold"
COUNTS = (1000, 2000)
_COMMAND = "from timeline.cli import main; main()"
_NEW = "Le maire de Nantes a inauguré lundi le pont de la Loire. Il avait été fermé en mars pour des travaux."


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds of CPU, and the most megabytes at once."""

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:7.1f} CPU s {self.megabytes:6.0f} MB"


def measure(count: int, made: Iterator[Variation]) -> dict[str, Cost]:
    """Builds a timeline of `count` articles in a temporary folder: first, again, and with one article changed."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        with patch.dict(os.environ, XDG_CACHE_HOME=str(root / "cache")):
            project(root, list(islice(made, count)))
            costs = {"first update": run(root, "update"), "update, unchanged": run(root, "update")}
            costs["site of a first build"] = run(root, "build")
            costs["build, unchanged"] = run(root, "build")
            path = root / "articles" / "a000000.md"
            head, _, _ = path.read_text(encoding="utf-8").rpartition("---\n")
            path.write_text(f"{head}---\n{_NEW}\n", encoding="utf-8")
            costs["build, one changed"] = run(root, "build")
    return costs


def project(root: Path, made: Sequence[Variation]) -> None:
    """Writes the articles, and puts their annotations and vectors into the cache."""
    (root / "articles").mkdir()
    for one in made:
        article = one.annotation.article
        title = article.title.replace("'", "’")
        head = f"---\ntitle: '{title}'\ndate: {article.published}\nlanguage: {article.language}\n---\n"
        (root / "articles" / article.path).write_text(f"{head}{article.text}", encoding="utf-8")
    read = {article.id: article for article in articles.read(["articles"], root).articles}
    found = [(one, read[one.annotation.article.id]) for one in made if one.annotation.article.id in read]
    same = [(one, article) for one, article in found if article.text == one.annotation.article.text]
    known = {article: replace(one.annotation, article=article) for one, article in same}
    if len(known) < len(made):
        print(
            f"{len(made) - len(known)} of {len(made)} articles are not in the cache: their texts are stored otherwise"
        )
    list(cache.through(list(known), partial(map, known.__getitem__), model=None))
    for one, article in same:
        encoded(known[article], one.vectors)


def encoded(annotation: Annotation, vectors: Vectors) -> None:
    """Puts the vectors of an annotation's texts into the cache, as many as merging asks for, of `vectors` in turn."""

    def encode(texts: Sequence[str]) -> Vectors:
        return vectors[np.arange(len(texts)) % len(vectors)]

    with patch.object(coref, "encode", encode):
        mentions_of(annotation, 0, {}, cache.encode)


def run(root: Path, command: str) -> Cost:
    """Runs a command of ours in a project and waits for it.

    Raises:
        CalledProcessError: The command failed.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, command, "--jobs", "1"], cwd=root, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said[-2000:])
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def report(count: int, costs: dict[str, Cost]) -> float:
    """Prints what the builds took and returns the seconds of the first one."""
    for name, cost in costs.items():
        print(f"{count:6} articles  {name:22} {cost}")
    first = costs["first update"].seconds + costs["site of a first build"].seconds - costs["update, unchanged"].seconds
    shares = [costs[f"build, {how}"].seconds / first for how in ("unchanged", "one changed")]
    print(f"{count:6} articles  first build {first:.1f} CPU s; unchanged {shares[0]:.0%}, one changed {shares[1]:.0%}")
    return first


def main(arguments: list[str]) -> None:
    """Measures each count."""
    folder = OWN
    if arguments[:1] == ["--real"]:
        folder, arguments = Path(arguments[1]), arguments[2:]
    read = list(read_many(gold.article for gold in read_gold(folder)))
    grow([int(count) for count in arguments] or list(COUNTS), read)


def grow(counts: Sequence[int], read: Sequence[Annotation]) -> None:
    """Measures timelines of so many variations of some annotations, and prints how they grow."""
    firsts = []
    for count in counts:
        firsts.append((count, report(count, measure(count, variations(read)))))
    for (fewer, less), (more, longer) in pairwise(firsts):
        print(f"from {fewer} to {more} articles: exponent {math.log(longer / less) / math.log(more / fewer):.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
