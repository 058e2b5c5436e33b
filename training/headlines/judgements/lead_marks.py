"""Lines that readers saw alone and behind a topic, and which they preferred: `leads.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.model import Span
from training.headlines.table_rows import rows_of

PREFERENCES = Path(__file__).with_name("leads.tsv")
BEHIND, ALIKE, ALONE = "+", "=", "-"
"""The marks of a line: better behind the topic, as good, better alone."""

WORTH: Mapping[str, float] = {BEHIND: 1.0, ALIKE: 0.5, ALONE: 0.0}
"""What a line is worth behind its topic, by its mark."""


@dataclass(frozen=True, slots=True)
class Preference:
    """A line by its article and trigger, the topic that it stood behind, and the reader's mark."""

    key: tuple[str, Span]
    topic: str
    mark: str


def read_preferences(path: Path = PREFERENCES) -> list[Preference]:
    """The preferences of a file.

    Args:
        path: Article, start and end of the trigger, topic and mark, separated by tabs; lines that begin with "#" are
            remarks.

    Raises:
        ValueError: A mark that is none.
    """
    found = []
    for row in rows_of(path):
        article, start, end, topic, mark = row.split("\t")
        if mark not in WORTH:
            raise ValueError(f"no mark of a line: {row[:80]!r}")
        found.append(Preference((article, Span(int(start), int(end))), topic, mark))
    return found
