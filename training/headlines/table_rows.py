"""The rows of a table of judgements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def rows_of(path: Path) -> Iterator[str]:
    """The rows of a table.

    Args:
        path: A file with a row a line; lines that begin with "#" are remarks.

    Yields:
        Each row, whose columns are separated by tabs; no remark.
    """
    return (row for row in path.read_text(encoding="utf-8").splitlines() if not row.startswith("#"))
