"""Things in a row are kept in blocks: a block in which nothing changed is not written again."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import is_
from typing import Generic, Protocol, TypeVar

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


def digested(blocks: Iterable[Block[One]]) -> Iterator[tuple[bytes, Block[One]]]:
    """Blocks, each with a digest of all that it holds."""
    return ((hashlib.sha256(block.data).digest()[:16], block) for block in blocks)


def blocks_of(things: Sequence[One], last: Sequence[Block[One]]) -> tuple[Block[One], ...]:
    """Things in blocks, those of the last time where they hold the very same things.

    Where a block begins is decided by a thing's own id, so that one thing more moves no other border.

    Args:
        things: The things.
        last: The blocks of the last time.

    Returns:
        The blocks, in order.
    """
    begins = [at for at, one in enumerate(things) if at == 0 or zlib.crc32(one.id.encode()) % _SIZE == 0]
    known = {id(block.held[0]): block for block in last}
    found = []
    for begin, end in pairwise([*begins, len(things)]):
        some, was = tuple(things[begin:end]), known.get(id(things[begin]))
        same = was is not None and len(was.held) == len(some) and all(map(is_, was.held, some))
        found.append(was if was and same else Block(some, pickled(some)))
    return tuple(found)
