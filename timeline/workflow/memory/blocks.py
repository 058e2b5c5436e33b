"""Things in a row are kept in blocks: a block in which nothing changed is not written again."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import is_
from typing import Generic, Protocol, TypeAlias, TypeVar

from timeline.archive.values import pickled

_SIZE = 64
"""How many things a block holds, as a rule."""


class Named(Protocol):
    """Values with an id."""

    @property
    def id(self) -> str:
        """The id, the same from build to build."""


One = TypeVar("One", bound=Named)


@dataclass(frozen=True, slots=True)
class Block(Generic[One]):
    """Some things in a row, and the same as bytes."""

    held: tuple[One, ...]
    data: bytes


Digested: TypeAlias = Sequence[tuple[bytes, Block[One]]]
"""Blocks, each with a digest of all that it holds."""


def digested(blocks: Iterable[Block[One]]) -> Digested[One]:
    """Blocks with their digests.

    Returns:
        The same in their order.
    """
    return tuple((hashlib.sha256(block.data).digest()[:16], block) for block in blocks)


def borders(ids: Sequence[str]) -> list[tuple[int, int]]:
    """Where things in a row are parted: decided by their own ids, so that one thing more moves no other border.

    Returns:
        For each block the place of its first thing, and that behind its last.
    """
    begins = [at for at, id_ in enumerate(ids) if at == 0 or zlib.crc32(id_.encode()) % _SIZE == 0]
    return list(pairwise([*begins, len(ids)])) if ids else []


def blocks_of(values: Sequence[One], last: Sequence[Block[One]]) -> tuple[Block[One], ...]:
    """Values in blocks, those of the last time where they hold the very same values.

    Args:
        values: The values.
        last: The blocks of the last time.

    Returns:
        The blocks, in order.
    """
    known = {id(block.held[0]): block for block in last}
    found = []
    for begin, end in borders([one.id for one in values]):
        some, was = tuple(values[begin:end]), known.get(id(values[begin]))
        same = was is not None and len(was.held) == len(some) and all(map(is_, was.held, some))
        found.append(was if was and same else Block(some, pickled(some)))
    return tuple(found)
