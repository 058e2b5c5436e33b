"""How many articles several checkouts read in a CPU second: they take turns, so that a busy machine slows all alike.

python -m benchmarks.reading.by_turns FOLDER NAME=CHECKOUT ... [--count COUNT] [--joined JOINED]

FOLDER holds real articles (`text/*.txt` and `gold/*.json`; the part "train" of `splits.json` where there is one). COUNT
of them (90) are read by each checkout, some at a time, in a process of its own that has loaded its models; JOINED (1)
articles are joined to one. The first checkout is what the others are compared with.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_AT_A_TIME = 6
_READER = """
import importlib.metadata, json, sys, time
from dataclasses import replace
from pathlib import Path
installed = importlib.metadata.version
importlib.metadata.version = lambda name: "0" if name == "timeline" else installed(name)  # a checkout is not installed
try:
    from timeline.annotator import read_many
except ImportError:
    from timeline.reading import read_many  # its name up to version 0.1
from timeline.evaluation.gold import read
known = {gold.article.id: gold.article for gold in read(Path(sys.argv[1]))}
for line in sys.stdin:
    groups = [[known[name] for name in names] for names in json.loads(line)]
    asked = [replace(some[0], text="\\n\\n".join(one.text for one in some)) for some in groups]
    start = time.process_time()
    list(read_many(asked))
    print(time.process_time() - start, sum(len(one.text.split()) for one in asked), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A process that reads articles with one checkout."""

    name: str
    process: subprocess.Popen[str]

    def read(self, groups: Sequence[Sequence[str]]) -> tuple[float, int]:
        """The CPU seconds and the words of some groups of articles, by their ids."""
        sent, answers = self.process.stdin, self.process.stdout
        assert sent is not None
        assert answers is not None
        print(json.dumps(groups), file=sent, flush=True)
        seconds, words = answers.readline().split()
        return float(seconds), int(words)


def reader(name: str, checkout: Path, folder: Path) -> Reader:
    """Starts a reader, with the interpreter of this process."""
    command = [sys.executable, "-c", _READER, str(folder.resolve())]
    environment = {**os.environ, "PYTHONPATH": str(checkout.resolve()), "OMP_NUM_THREADS": "1"}
    pipe = subprocess.PIPE
    return Reader(name, subprocess.Popen(command, cwd=checkout, env=environment, stdin=pipe, stdout=pipe, text=True))


def chosen(folder: Path, count: int) -> list[str]:
    """The ids of some articles of a folder, the same on each run."""
    splits = folder / "splits.json"
    names = sorted(path.stem for path in (folder / "gold").glob("*.json"))
    train = set(json.loads(splits.read_text(encoding="utf-8"))["train"]) if splits.is_file() else set(names)
    names = [name for name in names if name in train]
    return random.Random(5).sample(names, min(count, len(names)))


def main(arguments: Sequence[str]) -> int:
    """Prints the articles of each checkout in a CPU second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("checkouts", nargs="+", metavar="NAME=CHECKOUT")
    parser.add_argument("--count", type=int, default=90)
    parser.add_argument("--joined", type=int, default=1)
    given = parser.parse_args(arguments)
    names = chosen(given.folder, given.count + _AT_A_TIME)
    checkouts = (one.partition("=") for one in given.checkouts)
    readers = [reader(name, Path(path), given.folder) for name, _, path in checkouts]
    for one in readers:
        one.read([[name] for name in names[:_AT_A_TIME]])  # loads the models
    groups = [names[start : start + given.joined] for start in range(_AT_A_TIME, len(names), given.joined)]
    seconds, words = read_by_turns(readers, groups)
    first = next(iter(seconds.values()))
    for name, spent in seconds.items():
        print(
            f"{name}: {len(groups) / spent:.1f} articles of {words / len(groups):.0f} words a CPU second, "
            f"{words / 200 / spent:.1f} of 200 words; {first / spent:.2f} times the first"
        )
    for one in readers:
        one.process.communicate()
    return 0


def read_by_turns(readers: Sequence[Reader], groups: Sequence[Sequence[str]]) -> tuple[dict[str, float], int]:
    """The CPU seconds of each reader, by name, for the same groups of articles, and how many words these have."""
    seconds, words = dict.fromkeys((one.name for one in readers), 0.0), 0
    for turn, start in enumerate(range(0, len(groups), _AT_A_TIME)):
        for one in readers if turn % 2 == 0 else reversed(readers):
            spent, seen = one.read(groups[start : start + _AT_A_TIME])
            seconds[one.name] += spent
        words += seen
    return seconds, words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
