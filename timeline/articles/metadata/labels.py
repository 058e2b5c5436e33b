"""What papers and agencies write beside a headline that is none of its words: "Abonnés", "DIRECT.", "(CORRECTION)"."""

from __future__ import annotations

import re

from timeline.languages.folding import fold
from timeline.languages.press import phrases

_LEAST = 8
"""The fewest letters of a headline beside its label."""
_NOTE = re.compile(r"\s*\(([^()]{3,30})\)$")


def without_label(title: str) -> str:
    """A headline without the small labels at its ends.

    Args:
        title: A headline as printed.

    Returns:
        The headline; as it is where little would be left of it.
    """
    if (note := _NOTE.search(title)) and note.start() >= _LEAST and fold(note[1]) in phrases("notes"):
        title = title[: note.start()]
    folded = fold(title)
    for label in phrases("labels"):
        if len(folded) <= len(label) + _LEAST:
            continue
        if folded.endswith(f" {label}") and title[-len(label) :][:1].isupper():
            return title[: -len(label)].rstrip(" |•·–—-:")
        if _opens(folded, title, label):
            return title[len(label) :].lstrip(" .|•·–—-:")
    return title


def _opens(folded: str, title: str, label: str) -> bool:
    """Whether a headline opens with a label and a sign behind it; a full stop only behind capitals ("DIRECT. ")."""
    if folded.startswith(f"{label} "):
        return title[len(label) :].lstrip()[:1] in "|•·–—-:"
    return folded.startswith((f"{label}. ", f"{label}: ")) and title[: len(label)].isupper()
