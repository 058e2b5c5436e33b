"""Folding: `fold` makes short strings comparable; `fold_bytes` keeps all offsets, for patterns over a whole text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache, lru_cache

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_PLAIN = {
    "’": "'", "ʼ": "'", "‘": "'", "´": "'", "\u00ad": "", "\u200b": "", "\u200e": "", "\u200f": "", "\ufeff": "",
    "œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "‐": "-", "‑": "-",
}  # fmt: skip
_SPECIAL = re.compile("[" + "".join(_PLAIN) + "]")
_SAME = {
    "'": "’‘ʼ`´′＇", "-": "‐‑‒–—−",
    " ": "\t\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    '"': "“”„«»", "$": "€£¥", "o": "°º", ".": "…",
}  # fmt: skip
_ROW = rb"(?:\d{1,2}(?:er)? [a-z]{3,9}(?: \d{4})?|\d{4}(?: ?- ?\d{4})?|\d{1,2} ?[h:] ?\d\d) ?[:-] [A-Za-z]"
"""What opens a row of a chronology, which is no rest of the line above: "16 avril 2019 : le chef", "1345 - fin"."""
_WRAPPED = re.compile(rb"\n(?<=[a-z0-9,]\n)(?=[a-z0-9])(?!" + _ROW + rb")")
"""A line end within running text. It begins with its rarest byte, which the engine looks for."""
_BEYOND_LATIN_1 = re.compile("[^\x00-\xff].{0,31}", re.DOTALL)
"""A letter beyond Latin-1 with the letters after it: a text full of them is folded in runs, not letter by letter."""


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


def fold(text: str) -> str:
    """`text` for comparison: small letters without accents, plain apostrophes, single plain spaces.

    Args:
        text: Any text; a long one is folded as a whole, and offsets into it are lost.

    Returns:
        The folded text, without invisible characters or spaces at its ends.
    """
    if not text.isascii():
        text = _SPECIAL.sub(lambda found: _PLAIN[found[0]], text)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(text.lower().split())


def letters_and_digits(text: str) -> str:
    """`text` folded, without blanks and signs: "datepublished" for "date_published".

    Args:
        text: Any text.

    Returns:
        Its letters and digits.
    """
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=1)  # an article is folded once to search it, and again to date it
def fold_bytes(text: str) -> bytes:
    """`text` as one ASCII byte for each code point, so that offsets stay the same.

    Accents are removed; apostrophes, hyphens and spaces become plain ones; capitals stay. A single line break within
    running text becomes a space.

    Args:
        text: Any text.

    Returns:
        The folded text: `len(fold_bytes(text)) == len(text)`.
    """
    latin_1 = _BEYOND_LATIN_1.sub(_fold_stretch, text).encode("latin-1")
    return _WRAPPED.sub(b" ", latin_1.translate(_latin_1_table()))


def _fold_stretch(found: re.Match[str]) -> str:
    folded: bytes = codecs.charmap_encode(found[0], "replace", _table())[0]
    return folded.decode("ascii")
