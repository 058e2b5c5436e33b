"""Where a text stands in a YAML file, for messages that are found after it was read."""

from __future__ import annotations

from pathlib import Path


def place_of(file: Path, first: int, text: str) -> tuple[int, int]:
    """Where a text stands in a file.

    Args:
        file: A file in UTF-8.
        first: The line (from 1) to search from.
        text: A part of a line.

    Returns:
        Line and column, from 1; the beginning of `first` where the text is not found or the file cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:  # an editor has it for a moment
        return first, 1
    for number, line in enumerate(lines[first - 1 :], first):
        if (at := line.find(text)) >= 0:
            return number, at + 1
    return first, 1
