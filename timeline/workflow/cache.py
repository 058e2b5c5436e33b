"""What was already read is kept by content hash, so that one new article costs one article.

The cache lies in the user's own cache folder, never in a project. A digest stands before each value, and a value that
does not fit it is read anew; a value is a pickle that may name our own types alone, so that none executes anything.
A change of the text, of the article's facts, or of a single byte of this package gives another key. What was written
first goes first where the cache grows over `LIMIT`; `timeline clean` empties it.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import io
import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
from platformdirs import user_cache_path

from timeline import coref
from timeline.annotation import Annotation
from timeline.model import Article

LIMIT = 1_000_000_000
"""Bytes that the cache holds at most, of all states of the package together."""
_DIGEST = hashlib.sha256().digest_size


def root() -> Path:
    """The folder of the whole cache."""
    return user_cache_path("timeline") / "articles"


def folder() -> Path:
    """Where the cache lies: one folder for each state of the package."""
    return root() / _package_digest()


def clean() -> int:
    """Empties the cache and gives how many bytes it held."""
    held = sum(size for _, size, _ in _entries())
    if root().exists():
        shutil.rmtree(root())
    return held


def prune(limit: int = LIMIT) -> None:
    """Takes away what was written first, until the cache holds `limit` bytes at most."""
    entries = sorted(_entries())
    held = sum(size for _, size, _ in entries)
    for _, size, path in entries:
        if held <= limit:
            return
        with contextlib.suppress(OSError):
            path.unlink()
            held -= size


def _entries() -> Iterator[tuple[int, int, Path]]:
    """When each file of the cache was written, how large it is, and where it is."""
    for path in root().glob("*/*"):
        with contextlib.suppress(OSError):
            told = path.stat()
            yield told.st_mtime_ns, told.st_size, path


@cache
def _package_digest() -> str:
    digest = hashlib.sha256()
    package = Path(str(files("timeline")))
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def key(article: Article, *, model: str | None) -> str:
    """The content hash of everything that reading an article depends on."""
    return hashlib.sha256(repr((article, model)).encode()).hexdigest()


Reader = Callable[[Sequence[Article]], Iterable[Annotation]]


def through(articles: Sequence[Article], read: Reader, *, model: str | None) -> Iterator[Annotation]:
    """The annotations of `articles`, in order: from the cache where it has them, from `read` otherwise."""
    keys = [key(article, model=model) for article in articles]
    known = {name: found for name in keys if (found := _load(name)) is not None}
    fresh = iter(read([article for article, name in zip(articles, keys, strict=True) if name not in known]))
    for name in keys:
        if name in known:
            yield known[name]
        else:
            annotation = next(fresh)
            _save(name, annotation)
            yield annotation
    if len(known) < len(set(keys)):
        prune()


def encode(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """The vectors of the texts of an article: from the cache where it has them, else from the encoder."""
    if not texts:
        return coref.encode(texts)
    name = "v" + hashlib.sha256("\0".join(texts).encode()).hexdigest()
    known = _bytes(name)
    if known is not None and len(known) == len(texts) * coref.DIMENSIONS * np.dtype(np.float32).itemsize:
        return np.frombuffer(known, np.float32).reshape(len(texts), coref.DIMENSIONS)
    vectors = coref.encode(texts)
    _write(name, vectors.tobytes())
    return vectors


def _bytes(name: str) -> bytes | None:
    """A value whole; None where there is none, or not the one that was written under this name."""
    try:
        data = (folder() / name).read_bytes()
    except OSError:
        return None
    content = data[_DIGEST:]
    return content if data[:_DIGEST] == _digest(name, content) else None


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + content).digest()


_TIMES: dict[str, Any] = {
    each.__name__: each
    for each in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, ZoneInfo)
}


class _OwnTypes(pickle.Unpickler):
    """Reads pickles of our own types, of days and zones, and of nothing that could be called."""

    def find_class(self, module: str, name: str) -> Any:
        """The type that a pickle names. Raises UnpicklingError for any other."""
        if (module, name) == ("builtins", "getattr"):
            return _zone_maker
        if module in ("datetime", "zoneinfo"):
            found = _TIMES.get(name)
        elif module == "builtins":
            found = {"frozenset": frozenset, "set": set}.get(name)
        elif module.startswith("timeline."):
            found = getattr(import_module(module), name, None)
        else:
            found = None
        if isinstance(found, type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no type of ours")


def _zone_maker(owner: Any, name: str) -> Any:
    """How a zone is pickled: by its name, and a method of its class."""
    if owner is ZoneInfo and name == "_unpickle":
        return getattr(owner, name)
    raise pickle.UnpicklingError(f"{name} is no zone")


def _load(name: str) -> Annotation | None:
    """A cached value; None where there is none or it cannot be read (it is then written anew)."""
    try:
        content = _bytes(name)
        found = None if content is None else _OwnTypes(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError):
        return None
    return found if isinstance(found, Annotation) else None


def _save(name: str, annotation: Annotation) -> None:
    _write(name, pickle.dumps(annotation))


def _write(name: str, content: bytes) -> None:
    """Writes by rename, so that two builds at once never read half a value; a full disk costs only time."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder(), delete=False) as file:
            file.write(_digest(name, content) + content)
        Path(file.name).rename(folder() / name)
    except OSError:
        return
