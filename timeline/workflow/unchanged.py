"""Remembers what an update did to a timeline: where nothing has changed since, nothing is read, merged or written.

Likewise for a site: where all that it was built from is as it was, and so is the site, it is not built again.

The memory lies in the user's cache, one small file a timeline. It holds for the same package, options, article files
(by path, size and times of change), names file, YAML and lock (by content). If any of them differs, the update is done.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.annotator.version import digest_of, reading_digest
from timeline.archive.values import OwnTypes
from timeline.articles.find import find
from timeline.workflow import cache
from timeline.workflow.files import DEFAULT_NAMES, lock_path


@dataclass(frozen=True, slots=True)
class LastUpdate:
    """What the last update saw and did.

    `patterns` and `names` are the head's articles and names file, `inputs` the digest of all that it read, `written`
    that of what it wrote; `report` is what it reported.
    """

    patterns: tuple[str, ...]
    names: str
    inputs: str
    written: str
    report: Mapping[str, Any]


def inputs(root: Path, patterns: Sequence[str], names: str, how: Sequence[object]) -> str:
    """A digest of what an update reads beside the timeline itself: to be taken before it reads.

    Args:
        root: The timeline's folder.
        patterns: The head's articles.
        names: The head's names file, "" where it names none.
        how: The options that change what is written.
    """
    found = find(patterns, root)
    files = [*found.files, *found.sidecars.values()]
    seen = [(str(path), *_state_of(path)) for path in files]
    names_file = root / (names or DEFAULT_NAMES)
    named = names_file.read_bytes() if names_file.is_file() else b""
    package = digest_of((".",), ()) + reading_digest()
    return hashlib.sha256(json.dumps([package, *map(repr, how), seen]).encode() + named).hexdigest()


def _state_of(path: Path) -> tuple[int, int, int]:
    """The size and the times of change of a file and of its entry; nothing of one that is gone meanwhile.

    A copy that keeps the time of change (`rsync -t`) still changes that of the entry.
    """
    try:
        status = path.stat()
    except OSError:
        return -1, -1, -1
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def written(path: Path) -> str:
    """A digest of the files that an update of the timeline at `path` writes, as they stand.

    Args:
        path: The YAML file.

    Returns:
        Hexadecimal digits; a missing file has a digest of its own.
    """
    digest = hashlib.sha256()
    for each in (path, lock_path(path), path.with_suffix(".candidates.yaml")):
        content = each.read_bytes() if each.is_file() else b"-"
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def remember(path: Path, memory: LastUpdate) -> None:
    """Keeps what an update saw and did.

    Args:
        path: The YAML file.
        memory: What the update saw and did.
    """
    cache.write_value(_name(path), pickle.dumps(memory), _folder())


def unchanged(path: Path, how: Sequence[object]) -> Mapping[str, Any] | None:
    """What the last update reported, where another one would read and write the same.

    Args:
        path: The YAML file.
        how: The options that change the result.

    Returns:
        The report; None where anything has changed since, or where nothing is known.
    """
    known = _known(path)
    try:
        if known is None or known.written != written(path):
            return None
        return known.report if known.inputs == inputs(path.parent, known.patterns, known.names, how) else None
    except (AttributeError, ValueError, TypeError, OSError):
        return None


def _known(path: Path) -> LastUpdate | None:
    """What the last update of the timeline at `path` saw and did, where it is remembered."""
    content = cache.read_value(_name(path), _folder())
    try:
        known = OwnTypes(io.BytesIO(content)).load() if content else None
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError):
        return None
    return known if isinstance(known, LastUpdate) else None


_BUILDERS = ("mkdocs", "jinja2", "markdown", "pillow")
"""Libraries that the bytes of a site depend on."""


def site_inputs(timelines: Sequence[Path], pages: Path, settings: Sequence[object]) -> str:
    """A digest of all that a site is built from: to be taken before it is built.

    Args:
        timelines: The YAML files, each after its update.
        pages: The folder of the person's own pages and pictures.
        settings: What the configuration says.

    Returns:
        The digest; "" where the update of a timeline is not remembered, which knows the state of its articles.
    """
    updates = [known.inputs for path in timelines if (known := _known(path)) is not None]
    if len(updates) < len(timelines):
        return ""
    package = digest_of((".",), ()) + digest_of((), _BUILDERS)
    seen = [package, *map(repr, settings), updates, [*map(written, timelines)], _states(pages)]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def _states(folder: Path) -> list[tuple[str, int, int, int]]:
    """The state of each file of a folder, linked folders too; of hidden ones at its top, which no build reads, none."""
    paths = sorted(Path(place, name) for place, _, names in os.walk(folder, followlinks=True) for name in names)
    named = [(path.relative_to(folder), path) for path in paths]
    return [(name.as_posix(), *_state_of(path)) for name, path in named if not name.parts[0].startswith(".")]


def remember_site(site: Path, inputs: str) -> None:
    """Keeps what a site was built from, the digest of `site_inputs`, and the state of its files."""
    cache.write_value(_name(site), _site_memory(site, inputs), _folder())


def site_unchanged(site: Path, inputs: str) -> bool:
    """Whether a site is as it was built, from files and settings that still have the digest `inputs`."""
    return bool(inputs) and cache.read_value(_name(site), _folder()) == _site_memory(site, inputs)


def _site_memory(site: Path, inputs: str) -> bytes:
    return hashlib.sha256(json.dumps([inputs, _states(site)]).encode()).digest()


def _name(path: Path) -> str:
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]


def _folder() -> Path:
    return cache.root() / "updates"
