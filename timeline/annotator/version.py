"""The version of the code that annotates: an annotation, cached or from another machine, is valid for one version."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

READING = (
    "annotation.py", "annotator", "calendar", "events", "first_use.py", "gc_pause.py", "languages", "lines", "model",
    "nlp", "timex",
)  # fmt: skip
"""The parts of the package that an annotation depends on; a test compares them with what annotating loads."""
_LIBRARIES = ("spacy", "numpy", "onnxruntime", "google-re2", "babel", "PyStemmer")


def reading_digest() -> str:
    """The version of the annotating code, computed from its code, its data and the versions of its libraries.

    Returns:
        16 hexadecimal digits.
    """
    return digest_of(READING, _LIBRARIES)


@cache
def digest_of(rooms: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """A digest of some files and folders of the package, and of the versions of libraries.

    Args:
        rooms: Files and folders, relative to the package; "." is the whole package.
        libraries: The names of distributions.

    Returns:
        16 hexadecimal digits.

    Raises:
        PackageNotFoundError: A library is not installed.
    """
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in libraries).encode())
    within = tuple("" if room == "." else f"{room}/" for room in rooms)
    for path, content in _contents():
        if f"{path}/".startswith(within):
            digest.update(f"{path}\0".encode() + content)
    return digest.hexdigest()[:16]


@cache
def _contents() -> tuple[tuple[str, bytes], ...]:
    """The path of each file of the package within it, and a digest of what it holds: each is read once."""
    package, found = str(files("timeline")), list[tuple[str, bytes]]()
    for place, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            path = Path(place, name)
            found.append((path.relative_to(package).as_posix(), hashlib.sha256(path.read_bytes()).digest()))
    return tuple(sorted(found))
