"""Scores the product on the pieces of `texts/`, or on the English ones of `english/`.

    python -m benchmarks.unseen_press [--english] [OUT]

Courts, councils, agencies, sport, obituaries, companies, the press of 1908 to 1944, of Belgium, Switzerland, Québec and
Africa: written to be as hard as real press, and never used for learning or for choosing. Learning from a part of them
was tried and brought nothing on real press. The English pieces are thirty of ten genres: the reader of dated sentences
(`timeline.events.unparsed`) was mended on `first_half.txt` only. With OUT the annotated folder is kept there, for
`timeline eval OUT`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from timeline.annotator import read_one
from timeline.evaluation import evaluate
from training.press import pieces
from training.press.annotation import write

FOLDERS = {"fr": Path(__file__).with_name("texts"), "en": Path(__file__).with_name("english")}
"""The folder of each language's pieces."""


def main(arguments: Sequence[str]) -> int:
    """Writes the folder and prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        given = [argument for argument in arguments if argument != "--english"]
        out = Path(given[0]) if given else Path(folder)
        language = "en" if "--english" in arguments else "fr"
        found = pieces.in_folder(FOLDERS[language], language)
        for piece in found:
            write(piece, out)
        print(f"{len(found)} pieces")
        print(evaluate(out, read_one))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
