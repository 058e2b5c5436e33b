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
_WRAPPED = re.compile(rb"\n(?<=[a-z0-9,]\n)(?=[a-z0-9])")  # begins with its rarest byte, which the engine looks for
_BEYOND_LATIN_1 = re.compile("[^\x00-\xff].{0,31}", re.DOTALL)
"""A letter beyond Latin-1 with those after it: a text full of them is folded by stretches, not one by one."""


@cache
def _table() -> dict[int, int]:
    table: dict[int, int] = {}
    for code in range(0x3000):
        base = unicodedata.normalize("NFD", chr(code))[0]
        table[code] = ord(base) if ord(base) < 128 else ord("x") if base.isalpha() else ord("?")
    for plain, others in _SAME.items():
        table.update(dict.fromkeys(map(ord, others), ord(plain)))
    return table


@cache
def _latin_1_table() -> bytes:
    return bytes(_table()[code] for code in range(256))


def fold(text: str) -> bytes:
    """The folded text: `len(fold(text)) == len(text)`, all ASCII."""
    latin_1 = _BEYOND_LATIN_1.sub(_fold_stretch, text).encode("latin-1")
    return _WRAPPED.sub(b" ", latin_1.translate(_latin_1_table()))


def _fold_stretch(found: re.Match[str]) -> str:
    folded: bytes = codecs.charmap_encode(found[0], "replace", _table())[0]
    return folded.decode("ascii")
