"""How fast texts are read, in one process on one core: with and without names, the first time and again.

python -m benchmarks.reading.texts [FOLDER]

FOLDER holds texts (`**/*.txt`); the project's own set where none is given. Words are tokens that are not white space;
times are of the processor.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from timeline import nlp

OWN = Path(__file__).parents[2] / "tests" / "gold"
ROUNDS = 3
NAMES = ("timeline_marker", "timeline_names")


def words_a_second(pipeline: Language, texts: Sequence[str]) -> float:
    """Reads every text once."""
    start = time.process_time()
    words = sum(not token.is_space for doc in pipeline.pipe(texts) for token in doc)
    return words / (time.process_time() - start)


def main(arguments: Sequence[str]) -> int:
    """Prints words per second of the processor: every word new, then again; with names, then without."""
    folder = Path(arguments[0]) if arguments else OWN
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    for what, disabled in (("everything", ()), ("without names", NAMES)):
        start = time.process_time()
        pipeline = nlp.load("fr")
        print(f"{what}: loaded in {time.process_time() - start:.2f} s")
        with pipeline.select_pipes(disable=disabled):
            rounds = [words_a_second(pipeline, texts) for _ in range(ROUNDS)]
        print(f"  {rounds[0]:,.0f} words a second with every word new, {max(rounds[1:]):,.0f} again")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
