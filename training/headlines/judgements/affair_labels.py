"""What editors would put before the lines of an article: `affairs.tsv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from timeline.events.headline import words
from timeline.events.headline.base.stems import stem, stems
from training.headlines.table_rows import rows_of

LABELS = Path(__file__).with_name("affairs.tsv")
SAME_WORDS, ALIKE = 0.8, 0.3
"""What a phrase is worth that has the words of a label in another form, and one with most of them."""

_EQUAL, _NEAR = 0.99, 0.8


def read_labels(path: Path = LABELS) -> Mapping[str, tuple[str, ...]]:
    """The labels of each article, best first.

    Args:
        path: Article and labels, separated by tabs; lines that begin with "#" are remarks.
    """
    return {article: tuple(labels) for article, *labels in (row.split("\t") for row in rows_of(path))}


def worth(text: str, labels: Sequence[str]) -> float:
    """What a phrase is worth beside an editor's labels: 1 for one of them, less for its words in another form."""
    if _plain(text) in map(_plain, labels):
        return 1.0
    alike = max((_alike(text, label) for label in labels), default=0.0)
    return SAME_WORDS if alike > _EQUAL else ALIKE if alike >= _NEAR else 0.0


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _alike(one: str, other: str) -> float:
    """The F1 of the stems of two phrases, without what ties a complement."""
    links = {stem(link) for link in words.load("fr").get("affair_links")}
    first, second = stems(one) - links, stems(other) - links
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
