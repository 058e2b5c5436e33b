"""Folding of short strings for comparison: case, accents, apostrophes, spaces, invisible characters."""

from __future__ import annotations

import unicodedata

_CHARACTERS = str.maketrans(
    {
        "’": "'", "ʼ": "'", "‘": "'", "´": "'", "\u00ad": "", "\u200b": "", "\u200e": "", "\u200f": "", "\ufeff": "",
        "œ": "oe", "æ": "ae", "‐": "-", "‑": "-",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """`text` in small letters without accents, with plain apostrophes and single plain spaces. Offsets are not kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_CHARACTERS).casefold().translate(_CHARACTERS))
        text = "".join(character for character in text if not unicodedata.combining(character))
    return " ".join(text.lower().split())
