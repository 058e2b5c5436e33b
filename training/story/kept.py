"""Stores the annotations of articles in a folder, so that an interrupted or repeated run continues from there.

Articles are annotated again only after a change of the code that annotates (not of `coref`, nor of later stages).
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import timeline
from timeline.coref.meaning import DIMENSIONS, encode
from timeline.model import Annotated, Article

Annotate = Callable[[Article], Annotated]
READERS = ("annotation.py", "annotator.py", "calendar", "events", "languages", "model", "nlp", "timex")
"""The rooms that an article's annotation depends on."""
_APART = "languages/fr/coref"


def state_of_readers() -> str:
    """A digest of the code that annotates articles."""
    package = Path(timeline.__file__).parent
    digest = hashlib.sha256()
    for room in READERS:
        for path in sorted([package / room, *(package / room).rglob("*")]):
            name = path.relative_to(package).as_posix()
            if path.is_file() and path.suffix != ".pyc" and not name.startswith(_APART):
                digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Kept:
    """An annotator and an encoder that store their results in `folder`, and read them from there.

    The folder holds pickles: do not name a folder that others can write to. `by` names the annotator where there are
    several.
    """

    folder: Path
    read: Annotate
    by: str = ""

    def annotate(self, article: Article) -> Annotated:
        """The annotation of an article, made once for each state of the code."""
        path = self._path(f"{self._state}\0{self.by}{article!r}", "annotation")
        if path.exists():
            known: Annotated = pickle.loads(path.read_bytes())
            return known
        found = self.read(article)
        _write(path, pickle.dumps(found))
        return found

    def reading(self, by: str, read: Annotate) -> Kept:
        """The same folder for another annotator, under another name."""
        return replace(self, by=by, read=read)

    def bytes_of(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The result of `make`, made once for each state of the code."""
        path = self._path(f"{self._state}\0{name}", "bytes")
        if not path.exists():
            _write(path, make())
        return path.read_bytes()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of some texts, encoded once."""
        path = self._path("\0".join(texts), "vectors")
        if path.exists():
            return np.frombuffer(path.read_bytes(), np.float32).reshape(len(texts), DIMENSIONS)
        rows = encode(texts)
        _write(path, rows.astype(np.float32).tobytes())
        return rows

    @property
    def _state(self) -> str:
        return _STATES.setdefault(str(self.folder), state_of_readers())

    def _path(self, content: str, kind: str) -> Path:
        return self.folder / f"{hashlib.sha256(content.encode()).hexdigest()[:32]}.{kind}"


_STATES: dict[str, str] = {}


def _write(path: Path, content: bytes) -> None:
    """Writes a file completely or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(path)
