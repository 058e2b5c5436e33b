"""Finds texts that share much: MinHash signatures (Broder, 1997) in bands (Leskovec et al., chapter 3).

Two sets of which a share s is common have the same least hash under a permutation with probability s. A signature is
the least hash under each of many permutations, and two texts are candidates where all hashes of one of their bands are
the same. The permutations are fixed: the result is the same on every machine, with any version of any library.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Generic, TypeAlias, TypeVar
from zlib import crc32

import numpy as np
import numpy.typing as npt

Signature: TypeAlias = npt.NDArray[np.uint32]
"""The least hash under each permutation."""

Name = TypeVar("Name", bound=str | int)

_SEED = 1
_HALF = 1 << 31


class NearTexts(Generic[Name]):
    """Texts by name, found again by any text that shares a band of hashes with them.

    Args:
        permutations: The number of hashes of a signature.
        bands: The number of bands that they are split into: the more bands, the more candidates. Texts that share
            (1 / bands) ** (bands / permutations) are proposed about every other time.
    """

    def __init__(self, permutations: int, bands: int) -> None:
        chance = np.random.RandomState(_SEED)  # old, and therefore promised never to change
        self._bands, used = bands, permutations // bands * bands
        odd = chance.randint(0, _HALF, permutations, np.uint32) * np.uint32(2) + np.uint32(1)  # so that no hash is lost
        self._factors, self._terms = odd[:used], chance.randint(0, 2 * _HALF, permutations, np.uint32)[:used]
        self._filed: defaultdict[tuple[int, bytes], list[Name]] = defaultdict(list)

    def signature(self, shingles: Collection[bytes]) -> Signature:
        """The signature of a text.

        Args:
            shingles: Its runs of words; the order and repetitions do not matter.

        Returns:
            The least hash under each permutation; the largest number there is, for a text without shingles.
        """
        hashes = _mixed(np.fromiter(map(crc32, shingles), np.uint32, len(shingles)))
        least: Signature = np.min(hashes[:, None] * self._factors + self._terms, axis=0, initial=2 * _HALF - 1)
        return least

    def add(self, name: Name, signature: Signature) -> None:
        """Files a text.

        Args:
            name: What `near` returns for it.
            signature: Its signature.
        """
        for key in self._keys(signature):
            self._filed[key].append(name)

    def near(self, signature: Signature) -> list[Name]:
        """The texts that may share much with one, in ascending order of their names.

        Args:
            signature: Its signature.

        Returns:
            Their names, each once.
        """
        return sorted({name for key in self._keys(signature) for name in self._filed.get(key, ())})

    def _keys(self, signature: Signature) -> list[tuple[int, bytes]]:
        return [(place, band.tobytes()) for place, band in enumerate(np.split(signature, self._bands))]


def _mixed(hashes: Signature) -> Signature:
    """Spreads hashes over all bits: the last step of MurmurHash3."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))
