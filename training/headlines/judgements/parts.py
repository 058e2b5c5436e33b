"""Which parts of a clause its line needs, as readers marked them: `parts.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.model import Span, Token
from training.headlines.table_rows import rows_of

MARKED = Path(__file__).with_name("parts.tsv")
WORTH: Mapping[str, float] = {"n": 1.0, "u": 0.5, "s": 0.0}
"""What a part is worth, by its mark: needed, useful where there is room, spare."""

Parts = Mapping[Span, str]
"""The marks of the parts of a clause, by their spans in the article."""


def read_parts(path: Path = MARKED) -> Mapping[tuple[str, Span], Parts]:
    """The marks of a file by article and trigger.

    Args:
        path: Article, start and end of the trigger, and for each part its mark with its span ("n120-134"), separated by
            tabs; lines that begin with "#" are remarks.

    Raises:
        ValueError: A mark that is none.
    """
    found: dict[tuple[str, Span], dict[Span, str]] = defaultdict(dict)
    for row in rows_of(path):
        article, start, end, *parts = row.split("\t")
        for part in parts:
            if part[0] not in WORTH:
                raise ValueError(f"no mark of a part: {row[:80]!r}")
            first, _, last = part[1:].partition("-")
            found[article, Span(int(start), int(end))][Span(int(first), int(last))] = part[0]
    return found


def span_of(words: Iterable[Token]) -> Span:
    """The span of some words of an article, without the marks at their ends."""
    own = [word for word in words if word.pos != "PUNCT"]
    return Span(min(word.start for word in own), max(word.end for word in own))
