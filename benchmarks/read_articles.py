"""How long 10,000 small articles take to read, and how much memory: `python benchmarks/read_articles.py [COUNT]`.

Prints CPU seconds of one process and the peak memory, of reading alone and of reading with all articles kept.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

from timeline import articles
from timeline.articles.collect import scan
from timeline.articles.find import find
from timeline.articles.source import Options

_WORDS = re.findall(
    r"\S+",
    """le maire de la ville a annoncé mardi que les travaux du pont seraient achevés avant la fin de mars selon un
    communiqué publié par la préfecture où plusieurs habitants attendent depuis des semaines une réponse à leurs
    questions""",
)


def write(folder: Path, count: int) -> None:
    """`count` Markdown articles of 250 words, the same on every run."""
    chance = random.Random(1)
    for number in range(count):
        body = "\n\n".join(" ".join(chance.choices(_WORDS, k=62)) + "." for _ in range(4))
        head = f'---\ntitle: "Titre {number}"\ndate: 2022-{number % 12 + 1:02}-{number % 28 + 1:02}\n---\n'
        (folder / f"a{number:06}.md").write_text(head + body, encoding="utf-8")


def peak() -> float:
    """Megabytes of memory at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Reads them twice: one by one, then as a build does."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write(root, count)
        articles.read([f"a{0:06}.md"], root)  # loads the language model
        loaded, before = peak(), time.process_time()
        for _ in scan(find(["."], root), root, Options()):
            pass
        print(f"one by one: {time.process_time() - before:.1f} s of CPU, {peak() - loaded:.0f} MB more")
        before = time.process_time()
        collected = articles.read(["."], root)
        print(f"all kept:   {time.process_time() - before:.1f} s of CPU, {peak() - loaded:.0f} MB more")
        print(f"{len(collected.articles)} articles, {len(collected.problems)} problems")


if __name__ == "__main__":
    main()
