"""Cuts words into the pieces of a unigram model (Kudo, 2018): the cut whose pieces are most likely, by Viterbi."""

from __future__ import annotations

from functools import lru_cache

from training.encoder.packed_model import Pieces

_SPACE = "\u2581"
_PENALTY = 10.0
"""How much less likely than the rarest piece a character without a piece is (log)."""


class Tokenizer:
    """Cuts words; each word is cut once."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._longest = max(map(len, pieces.numbers))
        self._least = float(pieces.scores.min()) - _PENALTY
        self.cut = lru_cache(maxsize=None)(self._cut)

    def _cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The numbers of a word's pieces; `spaced` where a space stands before it."""
        plain = "".join(self._pieces.replaced.get(character, character) for character in word)
        text = _SPACE * spaced + plain.strip().replace(" ", _SPACE)
        best = [0.0] + [float("-inf")] * len(text)
        back = [(0, self._pieces.unknown)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                number = self._pieces.numbers.get(text[start:end])
                if number is None and end == start + 1:
                    number, score = self._pieces.unknown, best[start] + self._least
                elif number is None:
                    continue
                else:
                    score = best[start] + float(self._pieces.scores[number])
                if score > best[end]:
                    best[end], back[end] = score, (start, number)
        return _followed(back) or (self._pieces.unknown,)


def _followed(back: list[tuple[int, int]]) -> tuple[int, ...]:
    """The numbers on the way from the end to the beginning, in the order of the text."""
    numbers, at = [], len(back) - 1
    while at:
        at, number = back[at]
        numbers.append(number)
    return tuple(reversed(numbers))
