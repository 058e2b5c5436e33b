"""Keeps what a merge left, so that after a change of a few articles only what these touch is merged again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from timeline import coref
from timeline.annotator.version import digest_of
from timeline.archive.values import pickled, unpickled
from timeline.gc_pause import reading_what_stays
from timeline.model import Entry, Problem
from timeline.workflow.memory.blocks import Block
from timeline.workflow.memory.pairs import version_of
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value

_OF_FACTS = ("i18n", "workflow/merging/set_aside.py")
"""What facts depend on, beside what mentions do."""
_LENGTH = 8
"""The bytes of a length."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What an update needs of an article that did not change.

    Attributes:
        organisations: The names among its actors that were read as no person's.
        problems: What could not be dated, and why.
        opinion: Whether it calls itself an opinion or an erratum.
    """

    organisations: tuple[str, ...]
    problems: tuple[Problem, ...]
    opinion: bool


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge left.

    Attributes:
        kept: What `coref.merge_corpus` needs of it.
        blocks: The entries that it needs with that.
        facts: What is known of the articles, by the name of their annotations in the cache.
    """

    kept: coref.Kept
    blocks: tuple[Block[Entry], ...]
    facts: Mapping[str, ArticleFacts]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all blocks."""
        return tuple(entry for block in self.blocks for entry in block.held)


@dataclass(frozen=True, slots=True)
class _Rest:
    """The part of a merge that is neither column nor block; `key` stands for all that holds for the whole of it.

    The blocks stand behind it, `sizes` are their lengths: they are many, and to write them takes no copy of them.
    """

    key: str
    sizes: tuple[int, ...]
    facts: Mapping[str, ArticleFacts]


def key_of(names: coref.Names, language: str, model: str | None) -> str:
    """What a whole merge depends on, beside its articles.

    Args:
        names: What people set for names.
        language: The language of the explanations.
        model: The name of another spaCy pipeline; None for our own.

    Returns:
        Hexadecimal digits.
    """
    parts = (version_of(names), digest_of(_OF_FACTS, ("babel",)), language, model)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def last_merge(path: Path, key: str) -> Merge | None:
    """What the last merge of a timeline left.

    Returns:
        None where there is nothing, where it is damaged, or where it holds for another key.
    """
    content = read_value(name_of(path, "merge"), updates_folder())
    if content is None or not content.startswith(key.encode()):
        return None
    with reading_what_stays():
        whole = memoryview(content)
        columns, behind = _part(whole, len(key))
        rest, behind = _part(whole, behind)
        kept, found = coref.columns.loads(columns), unpickled(bytes(rest))
        if kept is None or not isinstance(found, _Rest) or found.key != key:
            return None
        data = [content[begin:end] for begin, end in pairwise(accumulate(found.sizes, initial=behind))]
        blocks = tuple(Block(unpickled(each), each) for each in data)
    return Merge(kept, blocks, found.facts) if all(isinstance(one.held, tuple) for one in blocks) else None


def _part(content: memoryview, at: int) -> tuple[memoryview, int]:
    """A part of the file, as a view, which begins with its length, and the offset of the next one."""
    begin = at + _LENGTH
    end = begin + int.from_bytes(content[at:begin], "big")
    return content[begin:end], end


def remember_merge(
    path: Path, key: str, kept: coref.Kept, blocks: Sequence[Block[Entry]], facts: Mapping[str, ArticleFacts]
) -> None:
    """Keeps what a merge left."""
    columns, data = coref.columns.dumps(kept), [block.data for block in blocks]
    rest = pickled(_Rest(key, tuple(map(len, data)), facts))
    parts = [key.encode(), _length(sum(map(len, columns))), *columns, _length(len(rest)), rest, *data]
    write_value(name_of(path, "merge"), parts, updates_folder())


def _length(count: int) -> bytes:
    return count.to_bytes(_LENGTH, "big")
