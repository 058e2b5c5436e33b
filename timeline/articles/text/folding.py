"""Folding of short strings for comparison: case, accents, apostrophes, spaces, invisible characters."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_PLAIN = {
    "’": "'", "ʼ": "'", "‘": "'", "´": "'", "\u00ad": "", "\u200b": "", "\u200e": "", "\u200f": "", "\ufeff": "",
    "œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "‐": "-", "‑": "-",
}  # fmt: skip
_SPECIAL = re.compile("[" + "".join(_PLAIN) + "]")


def fold(text: str) -> str:
    """`text` in small letters without accents, with plain apostrophes and single plain spaces. Offsets are not kept."""
    if not text.isascii():
        text = _SPECIAL.sub(lambda found: _PLAIN[found[0]], text)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(text.lower().split())
