"""Values in the user's own cache folder, by name: a digest precedes each, so that a damaged value counts as none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

_DIGEST = hashlib.sha256().digest_size


def root() -> Path:
    """The folder of the whole cache."""
    return user_cache_path("timeline") / "articles"


def updates_folder() -> Path:
    """The folder of what is remembered of updates and of sites."""
    return root() / "updates"


def name_of(path: Path, what: str = "") -> str:
    """The name of a value about a file."""
    return hashlib.sha256(f"{path.resolve()}{what}".encode()).hexdigest()[:32]


def read_value(name: str, place: Path) -> bytes | None:
    """The bytes of a value in the cache.

    Args:
        name: The name that it was written under.
        place: The folder.

    Returns:
        The bytes; None where there are none, or where they are not those that were written under this name.
    """
    try:
        with (place / name).open("rb", buffering=0) as file:  # a buffer would copy what is large
            digest, content = file.read(_DIGEST), file.read()
    except OSError:
        return None
    return content if digest == _digest(name, [content]) else None


def _digest(name: str, parts: Iterable[bytes | memoryview]) -> bytes:
    seen = hashlib.sha256(name.encode() + b"\0")
    for part in parts:
        seen.update(part)
    return seen.digest()


def write_value(name: str, content: bytes | Sequence[bytes | memoryview], place: Path) -> None:
    """Writes a value by rename, so that two builds at once never read half of it; a full disk costs only time.

    Args:
        name: The name to read it by.
        content: The bytes, or the parts of them, which are not copied.
        place: The folder.
    """
    parts = [content] if isinstance(content, bytes) else content
    try:
        place.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place, delete=False) as file:
            file.writelines([_digest(name, parts), *parts])
        Path(file.name).rename(place / name)
    except OSError:
        return
