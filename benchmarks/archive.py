"""A timeline out of a large archive: how long, how much memory, how large the file is.

python -m benchmarks.archive [COUNT] [FOLDER]

The archive holds COUNT (100,000) annotated articles that are made of real ones by variation: of each a third of the
longer words is changed for others of the same length, the same ones in its text, titles, quotes and names. FOLDER holds
the real ones (`text/*.txt` and `gold/*.json`); the project's own where none is given. Each query runs in a process of
its own, which begins with nothing loaded.
"""

from __future__ import annotations

import io
import pickle
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from enum import EnumType
from itertools import cycle, islice
from pathlib import Path

from timeline import model
from timeline.annotation import Annotation
from timeline.annotator import read_many
from timeline.archive import Fresh
from timeline.archive.values import OwnTypes
from timeline.evaluation import read as read_gold
from timeline.workflow.commands.archive import Query, draw, fresh, opened

OWN = Path(__file__).parent.parent / "tests" / "gold"
QUERIES = ("président élection", "accident route", "procès tribunal")
_WORD = re.compile(rb"(?<![\w.])[a-z]{5,14}(?![\w.])")
_SHARE = 3
"""One word of so many is changed."""
_BATCH = 1000
_ENUMS = [kind for kind in vars(model).values() if isinstance(kind, EnumType)]
_VALUES = {str(one.value).encode() for kind in _ENUMS for one in kind}


class Variations:
    """Variations of one annotation: words of its pickle are changed for others of their length, so all offsets stand.

    Its vectors stay those of the real one: they take the same room and time.
    """

    def __init__(self, annotation: Annotation, words: dict[int, list[bytes]]) -> None:
        self._first, self._pickle, self._words = fresh(annotation, ""), pickle.dumps(annotation), words
        self._own = sorted(set(_WORD.findall(annotation.article.text.encode())) - _VALUES)

    def make(self, number: int) -> Fresh:
        """The variation of that number, the same on every run."""
        chance = random.Random(number)
        swap = {word: chance.choice(self._words[len(word)]) for word in self._own if not chance.randrange(_SHARE)}

        def changed(data: bytes) -> bytes:
            return _WORD.sub(lambda match: swap.get(match[0], match[0]), data)

        varied = OwnTypes(io.BytesIO(changed(self._pickle))).load()
        title, named, text = (changed(part.encode()).decode() for part in self._first.words)
        article = replace(varied.article, id=f"a{number}", path=f"{number}.md")
        return Fresh(replace(varied, article=article), f"k{number}", (title, named, text), self._first.vectors)


def variations(folder: Path) -> Iterator[Fresh]:
    """Variations of the articles of a folder, without end."""
    read = list(read_many(gold.article for gold in read_gold(folder)))
    words: dict[int, list[bytes]] = {}
    for word in sorted({word for one in read for word in _WORD.findall(one.article.text.encode())} - _VALUES):
        words.setdefault(len(word), []).append(word)
    made = [Variations(one, words) for one in read]
    return (one.make(number) for number, one in enumerate(cycle(made)))


def fill(path: Path, count: int, folder: Path) -> None:
    """Makes the archive and prints what it takes."""
    before = time.process_time()
    fresh_ones = variations(folder)
    print(f"real articles read in {time.process_time() - before:.0f} CPU seconds", flush=True)
    before = time.process_time()
    with opened(path) as archive:
        for start in range(0, count, _BATCH):
            archive.add(islice(fresh_ones, min(_BATCH, count - start)))
        size = archive.size()
    took = time.process_time() - before
    print(
        f"{count} articles kept in {took:.0f} CPU seconds; {size / 1e6:.0f} MB, {size / count / 1e3:.1f} kB an article"
    )


def ask(path: Path, words: str) -> None:
    """Draws one timeline and prints what it takes, in this process from its beginning."""
    began = time.perf_counter()
    drawn = draw(path, Query(words))
    cpu, wall = time.process_time(), time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = f"{len(drawn.entries)} events of {len(drawn.annotations)} articles"
    print(f"{words!r}: {counts} in {wall:.1f} s ({cpu:.1f} CPU seconds with imports), {memory:.0f} MB")


def main(arguments: list[str]) -> None:
    """Fills an archive in a temporary folder and asks it."""
    if arguments[:1] == ["--ask"]:
        ask(Path(arguments[1]), arguments[2])
        return
    count = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "archive.sqlite"
        fill(path, count, Path(arguments[1]) if len(arguments) > 1 else OWN)
        for words in QUERIES:
            subprocess.run([sys.executable, "-m", "benchmarks.archive", "--ask", str(path), words], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
