"""Scores the product on the pieces of `texts/`.

    python -m benchmarks.unseen_press [OUT]

Courts, councils, agencies, sport, obituaries, companies, the press of 1908 to 1944, of Belgium, Switzerland, Québec and
Africa: written to be as hard as real press, and never used for learning or for choosing. Learning from a part of them
was tried and brought nothing on real press. With OUT the annotated folder is kept there, for `timeline eval OUT`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.unseen_press import pieces
from timeline.annotator import read_one
from timeline.evaluation import evaluate
from training.press.annotation import annotated


def write(out: Path) -> int:
    """Writes the pieces as a folder of annotated articles (`docs/guidelines.md`); returns how many there are."""
    for part in ("gold", "text"):
        (out / part).mkdir(parents=True, exist_ok=True)
    found = pieces.articles()
    for piece in found:
        text, annotation = annotated(piece)
        (out / "gold" / f"{piece.id}.json").write_text(json.dumps(annotation, ensure_ascii=False), encoding="utf-8")
        (out / "text" / f"{piece.id}.txt").write_text(text, encoding="utf-8", newline="")
    return len(found)


def main(arguments: Sequence[str]) -> int:
    """Writes the folder and prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(arguments[0]) if arguments else Path(folder)
        print(f"{write(out)} pieces")
        print(evaluate(out, read_one))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
