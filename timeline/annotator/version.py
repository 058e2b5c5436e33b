"""The version of the code that annotates: an annotation, cached or from another machine, is valid for one version."""

from __future__ import annotations

import hashlib
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
    package = Path(str(files("timeline")))
    for room in rooms:
        for path in sorted((package / room).rglob("*")) or [package / room]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
