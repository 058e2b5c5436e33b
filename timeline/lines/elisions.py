"""Elided words have no blank behind them: "l' eau", which some sources have, is "l'eau"."""

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


def with_lead(lead: str, words: str) -> str:
    """Words behind an article or a preposition.

    Args:
        lead: The article or preposition, or "".
        words: What stands behind it.

    Returns:
        "le pont", "l'usine"; the words alone behind "".
    """
    blank = "" if not lead or lead.endswith(("'", "’")) else " "
    return f"{lead}{blank}{words}"
