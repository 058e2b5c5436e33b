"""The topics that editors would put before lines of the product: `topics.tsv`, and the rows made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.model import Span
from training.headlines.table_rows import rows_of

CHOSEN = Path(__file__).with_name("topics.tsv")
BEST, GOOD, WRONG = "+", "=", "-"
"""The marks of a topic: the editor's choice, as good as it, not to be put there."""


Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without a topic, the mark of no topic, and the mark of each topic that was offered."""

    line: str
    alone: str
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """One row for each topic of each line: its text and features, whether an editor would put it there, its line.

    `keys` has of each line the article and the trigger, `alone` whether it may stand without a topic, `folds` the fold
    of its article's month.
    """

    topics: list[str] = field(default_factory=list)
    signs: list[dict[str, float]] = field(default_factory=list)
    wanted: list[bool] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    keys: list[tuple[str, Span]] = field(default_factory=list)
    alone: list[bool] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)

    def values(self, names: Sequence[str]) -> Values:
        """The features with the given names: (rows, names)."""
        return np.array([[one[name] for name in names] for one in self.signs], dtype=np.float32)


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
    for row in rows_of(path):
        article, start, end, line, alone, *topics = row.split("\t")
        marks = {one[1:]: one[0] for one in topics}
        if {alone, *marks.values()} - {BEST, GOOD, WRONG}:
            raise ValueError(f"no marks of topics: {row[:80]!r}")
        found[article][Span(int(start), int(end))] = Marked(line, alone, marks)
    return found
