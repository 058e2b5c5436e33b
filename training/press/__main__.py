"""Adds other press to the annotated news: builds the folder that the event models learn from.

    python -m training.press CORPORA GOLD OUT

CORPORA holds the treebank (`ud/seq-*.conllu`), GOLD the annotated news (`docs/guidelines.md`). OUT gets the part
`train` of GOLD, and each regional article twice (COPIES): they are few, and their genre, in which most news of the day
has no date of its own, is rare in GOLD. The pieces of `written/` and the articles of its stories are added once.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from training.press import pieces, regional, stories
from training.press.annotation import write

COPIES = ("", "b")
"""The suffix of the id of each copy of an article."""


def main(arguments: Sequence[str]) -> int:
    """Writes OUT."""
    corpora, gold, out = map(Path, arguments)
    for part in ("gold", "text"):
        (out / part).mkdir(parents=True, exist_ok=True)
    names: list[str] = json.loads((gold / "splits.json").read_text(encoding="utf-8"))["train"]
    for name in names:
        shutil.copy(gold / "gold" / f"{name}.json", out / "gold")
        shutil.copy(gold / "text" / f"{name}.txt", out / "text")
    added = []
    for article in regional.articles(corpora / "ud"):
        for mark in COPIES:
            name = article.id + mark
            write(article, out, name)
            added.append(name)
    of_stories = [article for story in stories.in_folder() for article in story.articles]
    for piece in (*pieces.in_folder(pieces.WRITTEN), *of_stories):
        write(piece, out)
        added.append(piece.id)
    (out / "splits.json").write_text(json.dumps({"train": sorted([*names, *added]), "dev": []}), encoding="utf-8")
    print(f"{out}: {len(names)} articles of news, {len(added)} of other press")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
