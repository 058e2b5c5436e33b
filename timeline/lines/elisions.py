"""Elided words of a tokenised text: "l' eau", which some sources have, is "l'eau"."""

from __future__ import annotations

import re

_BEHIND_AN_APOSTROPHE = re.compile(r"(['’])\s+")


def rejoined(text: str) -> str:
    """The text without the blanks behind its apostrophes.

    Args:
        text: Any text: "l' Italien".

    Returns:
        "l'Italien"; the other blanks stay.
    """
    return _BEHIND_AN_APOSTROPHE.sub(r"\1", text)
