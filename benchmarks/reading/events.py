"""How fast articles are read into events, in one process: cold, warm, and where the time goes.

python -m benchmarks.reading.events [FOLDER]

FOLDER holds texts (`text/*.txt`) and annotations (`gold/*.json`); the project's own set where none is given.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from timeline import events, nlp
from timeline.evaluation import read
from timeline.model import Article
from timeline.timex import normalise, recognise

ROUNDS = 3


def read_once(pipeline: Any, articles: Sequence[Article], spent: dict[str, float]) -> int:
    """Reads every article, adds the seconds of each stage to `spent`, and gives the number of events."""
    clock = time.perf_counter
    found = 0
    start = clock()
    read_sentences = list(nlp.read(pipeline, [article.text for article in articles]))
    spent["sentences (nlp)"] += clock() - start
    for article, sentences in zip(articles, read_sentences, strict=True):
        start = clock()
        expressions_found = recognise.find(article.text, article.language)
        spent["expressions"] += (after_expressions := clock()) - start
        timexes = normalise.resolve(article.text, expressions_found, article.published, sentences, "fr").timexes
        spent["dates"] += (after_dates := clock()) - after_expressions
        found += len(events.extract(article, sentences, timexes))
        spent["events"] += clock() - after_dates
    return found


def main(arguments: Sequence[str]) -> int:
    """Prints articles per second."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[2] / "tests" / "gold"
    articles = [gold.article for gold in read(folder)]
    words = sum(len(article.text.split()) for article in articles)
    start = time.perf_counter()
    pipeline = nlp.load("fr")
    print(f"{len(articles)} articles, {words} words; loading {time.perf_counter() - start:.2f} s")
    for name, rounds in (("cold", 1), ("warm", ROUNDS)):
        spent: defaultdict[str, float] = defaultdict(float)
        start = time.perf_counter()
        for _ in range(rounds):
            read_once(pipeline, articles, spent)
        seconds = (time.perf_counter() - start) / rounds
        stages, total = sorted(spent.items(), key=lambda it: -it[1]), sum(spent.values())
        shares = ", ".join(f"{stage} {value / total:.0%}" for stage, value in stages)
        print(f"{name}: {len(articles) / seconds:.1f} articles/s, {words / seconds:,.0f} words/s ({shares})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
