"""Words repeated over and over are not a sentence: the first repetition is read, the others are skipped."""

from __future__ import annotations

CROWD = 32
"""The number of matches after which the text is checked for repetition."""
DENSE = 40
"""The average number of characters per match below which a text can be repetitive; prose has about a hundred."""

_CHUNK = 64
_LONGEST_PERIOD = 256
_TIMES = 16
_BLOCK = 4096


def end_of_repetition(folded: bytes, start: int) -> int:
    """The end of the repetition that begins at an offset, so that a text of one repeated phrase is not searched again.

    Args:
        folded: The folded text, one byte a code point.
        start: The offset at which the repetition would begin.

    Returns:
        The offset after the repetition; `start` where the text does not repeat enough times.
    """
    again = folded.find(folded[start : start + _CHUNK], start + 1, start + _CHUNK + _LONGEST_PERIOD)
    if again < 0:
        return start
    end = again + _same(folded, start, again)
    return end if end - start >= _TIMES * (again - start) else start


def _same(folded: bytes, first: int, second: int) -> int:
    """The number of characters that are the same from `first` and from `second` on."""
    count = 0
    while folded[first + count : first + count + _BLOCK] == folded[second + count : second + count + _BLOCK]:
        count += _BLOCK
        if second + count >= len(folded):
            return len(folded) - second
    while second + count < len(folded) and folded[first + count] == folded[second + count]:
        count += 1
    return count
