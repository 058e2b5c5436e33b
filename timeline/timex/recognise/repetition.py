"""Words repeated over and over are no sentence: what says the same again and again is read once, and left behind."""

from __future__ import annotations

CROWD = 32
"""After so many matches it is looked whether the text repeats itself."""
DENSE = 40
"""How many characters a match may take on average, where a text does; prose has one in a hundred."""

_CHUNK = 64
_LONGEST_PERIOD = 256
_TIMES = 16
_BLOCK = 4096


def end_of_repetition(folded: bytes, start: int) -> int:
    """Where the text that stands at `start` ceases to repeat itself; `start` where it does not do so many times."""
    again = folded.find(folded[start : start + _CHUNK], start + 1, start + _CHUNK + _LONGEST_PERIOD)
    if again < 0:
        return start
    end = again + _same(folded, start, again)
    return end if end - start >= _TIMES * (again - start) else start


def _same(folded: bytes, first: int, second: int) -> int:
    """How many characters from `first` on are those from `second` on."""
    count = 0
    while folded[first + count : first + count + _BLOCK] == folded[second + count : second + count + _BLOCK]:
        count += _BLOCK
        if second + count >= len(folded):
            return len(folded) - second
    while second + count < len(folded) and folded[first + count] == folded[second + count]:
        count += 1
    return count
