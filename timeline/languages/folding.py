"""Folding: one byte for each code point, so that offsets never move.

Accents are taken off, apostrophes, hyphens and spaces become plain ones, capitals stay. A single line break within
running text reads as a space.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache

_SAME = {
    "'": "’‘ʼ`´′＇", "-": "‐‑‒–—−",
    " ": "\t\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    '"': "“”„«»", "$": "€£¥", "o": "°º", ".": "…",
}  # fmt: skip
_WRAPPED = re.compile(rb"(?<=[a-z0-9,])\n(?=[a-z0-9])")


@cache
def _table() -> dict[int, int]:
    table: dict[int, int] = {}
    for code in range(0x3000):
        base = unicodedata.normalize("NFD", chr(code))[0]
        table[code] = ord(base) if ord(base) < 128 else ord("x") if base.isalpha() else ord("?")
    for plain, others in _SAME.items():
        table.update(dict.fromkeys(map(ord, others), ord(plain)))
    return table


def fold(text: str) -> bytes:
    """The folded text: `len(fold(text)) == len(text)`, all ASCII."""
    folded: bytes = codecs.charmap_encode(text, "replace", _table())[0]
    return _WRAPPED.sub(b" ", folded)
