"""Sketches of texts: a few hashes of each, which show cheaply whether two texts can share much.

A sketch holds the smallest hashes of a text's shingles (a bottom-k sketch, Broder 1997): the share that two of them
have in common estimates the share that the texts have in common, and texts that share nothing share no hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

Sketch: TypeAlias = npt.NDArray[np.uint64]
"""The smallest hashes of a text, ascending, each once."""

_SIZE = 128
_BATCH = 256
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: an odd factor that spreads numbers well
_HALF = np.uint64(32)


class _Codes(dict[str, int]):
    """A number for every word, the same in every run; each is computed once."""

    def __missing__(self, word: str) -> int:
        self[word] = crc32(word.encode()) + 1
        return self[word]


def sketches(texts: Iterable[Sequence[str]], shingle: int) -> list[Sketch]:
    """The sketch of each text: its smallest hashes of runs of words.

    Args:
        texts: The words of each text.
        shingle: How many words make a run.

    Returns:
        A sketch for each text, in order: sorted 64-bit hashes; an empty one where the text has fewer words than a run.
    """
    codes = _Codes()
    return [each for batch in _batches(texts) for each in _sketches(batch, shingle, codes)]


def _batches(texts: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Batches of texts: arrays large enough to be efficient, small enough to fit into the processor's cache."""
    iterator = iter(texts)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _sketches(texts: Sequence[Sequence[str]], shingle: int, codes: _Codes) -> list[Sketch]:
    words = np.fromiter(map(codes.__getitem__, chain.from_iterable(texts)), np.uint64)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    count = max(0, len(words) - shingle + 1)
    within = owners[:count] == owners[len(words) - count :]  # a shingle does not cross from one text into the next
    hashes, owners = _hashes(words, shingle, count)[within], owners[:count][within]
    order = _by_owner(hashes, owners)
    hashes, owners = hashes[order], owners[order]
    new = np.ones(len(hashes), bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    hashes, starts = hashes[new], np.searchsorted(owners[new], np.arange(len(texts)))
    return [each[:_SIZE] for each in np.split(hashes, starts[1:])]


def _by_owner(hashes: Sketch, owners: npt.NDArray[np.int_]) -> npt.NDArray[np.intp]:
    """The order by owner, then by hash: the result of `lexsort`, faster because few owners make short numbers."""
    order = np.argsort(hashes)
    return order[np.argsort(owners[order].astype(np.uint16), kind="stable")]


def _hashes(words: Sketch, shingle: int, count: int) -> Sketch:
    """The hash of each run of `shingle` numbers, wrapping at 64 bits."""
    hashes = np.zeros(count, np.uint64)
    for place in range(shingle):
        hashes = (hashes + words[place : place + count]) * _FACTOR
        hashes ^= hashes >> _HALF
    return hashes


def repeated(made: Sequence[Sketch], share: float) -> list[bool]:
    """Whether the other sketches together hold a share of each sketch; only then can a single one hold as much.

    Args:
        made: The sketches, as `sketches` returns them.
        share: The least share of a sketch's hashes, from 0 to 1.

    Returns:
        One value for each sketch, in order.
    """
    if not made:
        return []
    hashes = np.concatenate(made)
    _, which, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    held = np.concatenate([[0], np.cumsum(counts[which] > 1)])
    ends = np.cumsum([len(each) for each in made])
    lengths = np.diff(ends, prepend=0)
    return [bool(is_shared) for is_shared in (held[ends] - held[ends - lengths] >= share * lengths) & (lengths > 0)]


def shared(one: Sketch, other: Sketch) -> float:
    """The share of the larger sketch that the other also holds.

    Returns:
        From 0 to 1.
    """
    return len(np.intersect1d(one, other, assume_unique=True)) / max(1, len(one), len(other))
