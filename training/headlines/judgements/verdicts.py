"""The lines of the product that people judged, with the verdicts: `verdicts.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from timeline.model import Span
from training.headlines.table_rows import rows_of

VERDICTS = {"b": "bad", "a": "acceptable", "g": "good"}
"""Not to be printed; clumsy or long, but true and whole; printable as it is."""

JUDGED = Path(__file__).with_name("verdicts.tsv")
Lines = Mapping[str, Mapping[Span, Mapping[str, str]]]
"""The verdicts on each line of each trigger of each article."""


def read_lines(path: Path = JUDGED) -> Lines:
    """The judged lines of a file.

    Args:
        path: Article, start, end, verdicts and line, separated by tabs; lines that begin with "#" are remarks.

    Returns:
        The verdicts, a letter for each reader.
    """
    found: dict[str, dict[Span, dict[str, str]]] = defaultdict(dict)
    for row in rows_of(path):
        article, start, end, verdicts, line = row.split("\t")
        found[article].setdefault(Span(int(start), int(end)), {})[line] = verdicts
    return found
