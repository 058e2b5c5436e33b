"""Pieces of press that were written and annotated for this project.

A file has one piece after the other: `# id day genre`, `= headline` (`=` alone where there is none), one sentence a
line with an empty line between paragraphs, `--`, and a line an event (`training.press.annotation`). The sentences of
a piece count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.press.annotation import MarkedArticle

WRITTEN = Path(__file__).with_name("written")
"""The pieces that models learn from."""

_HEAD = re.compile(r"# ([a-z]+-\w+) (\d{4}-\d\d-\d\d) (.+)\n=(.*)\n")


def pieces(spec: str, language: str = "fr") -> Iterator[MarkedArticle]:
    """The pieces of a file.

    Args:
        spec: The file's text.
        language: The language of its pieces.

    Yields:
        Each piece.

    Raises:
        ValueError: A head that is none.
    """
    for block in re.split(r"^(?=# )", spec, flags=re.MULTILINE):
        if block.strip():
            yield _piece(block, language)


def _piece(block: str, language: str) -> MarkedArticle:
    head = _HEAD.match(block)
    if head is None:
        raise ValueError(f"not the head of a piece: {block[:80]!r}")
    body, _, events = block[head.end() :].partition("\n--\n")
    paragraphs: list[dict[int, str]] = []
    number = 0
    for paragraph in re.split(r"\n\s*\n", body.strip("\n")):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        paragraphs.append(dict(enumerate(lines, number + 1)))
        number += len(lines)
    return MarkedArticle(
        head[1], head[2], head[4].strip(), paragraphs, [line for line in events.splitlines() if line.strip()],
        "written for this project", "MIT", language,
    )  # fmt: skip


def in_folder(folder: Path, language: str = "fr") -> list[MarkedArticle]:
    """The pieces of a folder's `*.txt`, by file and in each file's order.

    Args:
        folder: The folder.
        language: The language of its pieces.

    Returns:
        The pieces.

    Raises:
        ValueError: A head that is none.
    """
    paths = sorted(folder.glob("*.txt"))
    return [piece for path in paths for piece in pieces(path.read_text(encoding="utf-8"), language)]
