"""What was already read is kept by content hash, so that one new article costs one article.

The cache lies in the user's own cache folder, never in a project: its values are pickles, and a project may come from
a stranger. A change of the text, of the article's facts, or of a single byte of this package gives another key.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
import numpy.typing as npt
from platformdirs import user_cache_path

from timeline import coref
from timeline.annotation import Annotation
from timeline.model import Article


def folder() -> Path:
    """Where the cache lies: one folder for each state of the package."""
    return user_cache_path("timeline") / "articles" / _package_digest()


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
    try:
        return (folder() / name).read_bytes()
    except OSError:
        return None


def _load(name: str) -> Annotation | None:
    """A cached value; None where there is none or it cannot be read (it is then written anew)."""
    try:
        found = pickle.loads(_bytes(name) or b"")  # written by us, in the user's own folder
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError):
        return None
    return found if isinstance(found, Annotation) else None


def _save(name: str, annotation: Annotation) -> None:
    _write(name, pickle.dumps(annotation))


def _write(name: str, content: bytes) -> None:
    """Writes by rename, so that two builds at once never read half a value; a full disk costs only time."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder(), delete=False) as file:
            file.write(content)
        Path(file.name).rename(folder() / name)
    except OSError:
        return
