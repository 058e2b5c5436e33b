"""The topics that editors would put before lines of the product: `headline_topics.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.model import Span

CHOSEN = Path(__file__).with_name("headline_topics.tsv")
BEST, GOOD, WRONG = "+", "=", "-"
"""The marks of a topic: the editor's choice, as good as it, not to be put there."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without a topic, the mark of no topic, and the mark of each topic that was offered."""

    line: str
    alone: str
    topics: Mapping[str, str]


def read_marks(path: Path = CHOSEN) -> Mapping[str, Mapping[Span, Marked]]:
    """The marked lines of a file by article and trigger.

    Args:
        path: Article, start, end, line, the mark of no topic, and a mark and a topic each, separated by tabs; lines
            that begin with "#" are remarks.

    Returns:
        The lines.

    Raises:
        ValueError: A mark that is none.
    """
    found: dict[str, dict[Span, Marked]] = defaultdict(dict)
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        article, start, end, line, alone, *topics = row.split("\t")
        marks = {one[1:]: one[0] for one in topics}
        if {alone, *marks.values()} - {BEST, GOOD, WRONG}:
            raise ValueError(f"no marks of topics: {row[:80]!r}")
        found[article][Span(int(start), int(end))] = Marked(line, alone, marks)
    return found
