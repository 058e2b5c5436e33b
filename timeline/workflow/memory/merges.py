"""Keeps what a merge left, so that after a change of a few articles only what these touch is merged again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import coref
from timeline.annotator.version import digest_of
from timeline.archive.values import pickled, unpickled
from timeline.model import Entry, Problem
from timeline.workflow.memory.pairs import version_of
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value

_EXPLAINING = ("i18n",)


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What an update needs of an article that did not change.

    Attributes:
        organisations: The names among its actors that were read as no person's.
        problems: What could not be dated, and why.
    """

    organisations: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge left.

    Attributes:
        kept: What `coref.merge_again` needs.
        entries: The entries that it needs with that.
        facts: What is known of the articles, by the name of their annotations in the cache.
    """

    kept: coref.Kept
    entries: tuple[Entry, ...]
    facts: Mapping[str, ArticleFacts]


@dataclass(frozen=True, slots=True)
class _Rest:
    """The part of a merge that is no column; `key` stands for all that holds for the whole of it."""

    key: str
    entries: tuple[Entry, ...]
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
    parts = (version_of(names), digest_of(_EXPLAINING, ("babel",)), language, model)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def last_merge(path: Path, key: str) -> Merge | None:
    """What the last merge of a timeline left.

    Args:
        path: The YAML file.
        key: What a merge depends on now.

    Returns:
        None where there is nothing, where it is damaged, or where it holds for another key.
    """
    content = read_value(name_of(path, "merge"), updates_folder())
    if content is None or not content.startswith(key.encode()):
        return None
    length = int.from_bytes(content[len(key) : len(key) + 8], "big")
    rest = len(key) + 8 + length
    found = unpickled(content[rest:])
    kept = coref.columns.loads(content[len(key) + 8 : rest])
    if kept is None or not isinstance(found, _Rest) or found.key != key:
        return None
    return Merge(kept, found.entries, found.facts)


def remember_merge(
    path: Path, key: str, kept: coref.Kept, entries: Sequence[Entry], facts: Mapping[str, ArticleFacts]
) -> None:
    """Keeps what a merge left.

    Args:
        path: The YAML file.
        key: What it depended on.
        kept: What `coref.merge_again` needs.
        entries: The entries that it needs with that.
        facts: What is known of the articles.
    """
    columns = coref.columns.dumps(kept)
    rest = pickled(_Rest(key, tuple(entries), facts))
    length = sum(map(len, columns)).to_bytes(8, "big")
    write_value(name_of(path, "merge"), [key.encode(), length, *columns, rest], updates_folder())
