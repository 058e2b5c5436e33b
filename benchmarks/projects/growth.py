"""A project that grows: what a build costs at first, without a change, and with one article changed or added.

python -m benchmarks.projects.growth [COUNT ...] [--folder FOLDER] [--keep FOLDER]

Each COUNT (400 and 1,000) is a project of that many articles, made of real ones (`benchmarks.projects.variations`).
Their annotations and vectors are in the cache already: only collecting, merging, writing and the site are measured, and
the reading of the article that is changed. FOLDER holds the real articles (`text/*.txt` and `gold/*.json`); the
project's own where none is given. Each build is a process of its own, and its CPU seconds and memory are the whole
process's.
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from unittest import mock

from benchmarks.projects.variations import Variation, variations
from timeline import archive, articles, coref
from timeline.annotator import read_many
from timeline.coref.meaning import texts_of
from timeline.coref.mentions import mentioned
from timeline.evaluation import read as read_gold
from timeline.model import Article
from timeline.workflow.memory import annotation_cache as cache
from timeline.workflow.memory.values import write_value

OWN = Path(__file__).parents[2] / "tests" / "gold"
COUNTS = (400, 1000)
_BUILD = "from timeline.cli.main import main; main()"
_CHANGE = "\n\nUne phrase de plus, sans date ni nom.\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took: seconds of CPU, and the most memory it held, in MB."""

    cpu: float
    memory: float


def fill(project: Path, made: Sequence[Variation]) -> None:
    """Writes a project of some made articles, with their annotations and vectors in the cache.

    Args:
        project: An empty folder.
        made: The articles.
    """
    folder = project / "articles"
    folder.mkdir()
    for one in made:
        article = one.annotation.article
        head = f"---\ntitle: {_quoted(article.title)}\ndate: {article.published.isoformat()}\n---\n"
        (folder / f"{article.id}.md").write_text(head + article.text, encoding="utf-8")
    found = articles.read((folder.name,), project, compare=False)  # a build's first reading is to be measured, too
    read = {article.id: article for article in found.articles}
    for one in made:
        _remember(one, read[one.annotation.article.id])


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _remember(one: Variation, article: Article) -> None:
    """Puts what is known of a made article into the cache, as a build would after reading it."""
    if not article.text.startswith(one.annotation.article.text[:200]):
        raise ValueError(f"{article.id}: another text than the one that was annotated")
    annotation = replace(one.annotation, article=article)
    write_value(cache.key(article, model=None), archive.dumps(annotation), cache.folder())
    texts = texts_of(article.title, mentioned(annotation))
    if len(texts) == len(one.vectors):  # other words can make a list of other articles of a paragraph
        with mock.patch.object(coref, "encode", return_value=one.vectors):
            cache.encode(texts)


def build(project: Path) -> Cost:
    """Builds a project in a process of its own.

    Args:
        project: Its folder.

    Returns:
        What the build took.

    Raises:
        CalledProcessError: The build failed.
    """
    command = [sys.executable, "-c", _BUILD, "build", "--jobs", "1"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def costs(project: Path, changed: Path, last: Path) -> Iterator[tuple[str, Cost]]:
    """Builds a project again and again, and says what each build took.

    Args:
        project: Its folder.
        changed: An article of it that is changed.
        last: An article that is added in the end.

    Yields:
        What had changed, and what the build took.
    """
    with get_context("spawn").Pool(1) as small:
        yield "first", small.apply(build, (project,))
        yield "unchanged", small.apply(build, (project,))
        changed.write_text(changed.read_text(encoding="utf-8") + _CHANGE, encoding="utf-8")
        yield "one changed", small.apply(build, (project,))
        last.rename(project / "articles" / last.name)
        yield "one added", small.apply(build, (project,))


def measure(project: Path, made: Sequence[Variation]) -> float:
    """Prints what the builds of a project take, and returns the seconds of the first.

    A process begins with the memory of the one that starts it: the builds are started by one that has read nothing.
    """
    fill(project, made)
    first_article, *_, last_article = (project / "articles" / f"{one.annotation.article.id}.md" for one in made)
    last = last_article.rename(project / last_article.name)
    first = 0.0
    for what, cost in costs(project, first_article, last):
        first = first or cost.cpu
        share = f"{100 * cost.cpu / first:.0f} %"
        print(f"{len(made):6} articles, {what:12} {cost.cpu:7.1f} CPU s {share:>6}  {cost.memory:6.0f} MB", flush=True)
    return first


def main(arguments: Sequence[str]) -> None:
    """Measures a project of each size, and prints how the cost of the first build grows."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS)
    parser.add_argument("--folder", type=Path, default=OWN)
    parser.add_argument("--keep", type=Path, help="a folder to leave the projects and their cache in")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        place = (options.keep or Path(name)).resolve()
        os.environ["XDG_CACHE_HOME"] = str(place / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once, not at each start
        made = variations(list(read_many(gold.article for gold in read_gold(options.folder))), mentioned)
        found = []
        for count in options.counts:
            (project := place / f"of-{count}").mkdir(parents=True)
            found.append((count, measure(project, list(islice(made, count)))))
    for (few, short), (many, long) in itertools.pairwise(found):
        print(f"exponent of the first build, {few} to {many}: {math.log(long / short) / math.log(many / few):.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
