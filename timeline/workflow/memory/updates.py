"""Remembers what an update did to a timeline: where nothing has changed since, nothing is read, merged or written.

The memory lies in the user's cache, one small file a timeline. It holds for the same package, options, article files
(by path, size and times of change), names file, YAML and lock (by content). If any of them differs, the update is done.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from timeline.annotator.version import digest_of, reading_digest
from timeline.archive.values import pickled, unpickled
from timeline.articles.find import Candidates, find
from timeline.document import UpdateReport
from timeline.document.stored_file import digest
from timeline.gc_pause import reading_what_stays
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value
from timeline.workflow.outcome import Outcome
from timeline.workflow.project import DEFAULT_NAMES, candidates_path, lock_path

_OF_THIS_ONE = ("path", "report", "written", "read")
"""Fields of an outcome that are not remembered, since a second update has nothing to do."""


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


def inputs(root: Path, found: Candidates, names: str, how: Sequence[object]) -> str:
    """A digest of what an update reads beside the timeline itself: to be taken before it reads.

    Args:
        root: The timeline's folder.
        found: The files that the head names.
        names: The head's names file, "" where it names none.
        how: The options that change what is written.
    """
    files = [*found.files, *found.sidecars.values()]
    seen = [(str(path), *state_of(path)) for path in files]
    package = digest_of((".",), ()) + reading_digest()
    return hashlib.sha256(json.dumps([package, *map(repr, how), seen]).encode() + _named(root, names)).hexdigest()


def _named(root: Path, names: str) -> bytes:
    """What the names file of a head holds, "" where it names none; nothing where there is no such file."""
    path = root / (names or DEFAULT_NAMES)
    return path.read_bytes() if path.is_file() else b""


def state_of(path: Path | str) -> tuple[int, int, int]:
    """The size and the times of change of a file and of its entry; nothing of one that is gone meanwhile.

    A copy that keeps the time of change (`rsync -t`) still changes that of the entry.

    Args:
        path: A file.

    Returns:
        The size in bytes, and two times in nanoseconds; -1 where there is no such file.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - a site has thousands of files, and a Path costs more than the look
    except OSError:
        return -1, -1, -1
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def written(path: Path) -> str:
    """What recognises the files that an update of the timeline at `path` writes, as they stand.

    Returns:
        A digest for each; a missing file has one of its own.
    """
    return of_written(path, {each: digest(each.read_bytes()) for each in _files_of(path) if each.is_file()})


def of_written(path: Path, digests: Mapping[Path, str]) -> str:
    """The same, where the digests of the files are known.

    Args:
        path: The YAML file.
        digests: What recognises the content of each file that there is, by its path.
    """
    return " ".join(digests.get(each, "-") for each in _files_of(path))


def _files_of(path: Path) -> tuple[Path, ...]:
    return path, lock_path(path), candidates_path(path)


def remember(outcome: Outcome, patterns: tuple[str, ...], names: str, inputs: str) -> None:
    """Keeps what an update saw and did.

    Args:
        outcome: What it did.
        patterns: The head's articles.
        names: The head's names file.
        inputs: The digest of all that it read.
    """
    report = {each.name: getattr(outcome, each.name) for each in fields(outcome) if each.name not in _OF_THIS_ONE}
    memory = LastUpdate(patterns, names, inputs, outcome.written, report)
    write_value(name_of(outcome.path), pickled(memory), updates_folder())


@dataclass(frozen=True, slots=True)
class Look:
    """A look at a timeline's project before an update.

    `last` is what the last update saw and did, `found` the files that its head named then, `inputs` the digest of all
    that an update of that head would read now.
    """

    last: LastUpdate
    found: Candidates
    inputs: str


def look(path: Path, how: Sequence[object]) -> Look | None:
    """Looks at a timeline's project.

    Args:
        path: The YAML file.
        how: The options that change the result.

    Returns:
        What is seen; None where no update is remembered.
    """
    last = _known(path)
    try:
        if last is None:
            return None
        found = find(last.patterns, path.parent)
        return Look(last, found, inputs(path.parent, found, last.names, how))
    except (AttributeError, ValueError, TypeError, OSError):
        return None


def remembered(looks: Mapping[Path, Look | None]) -> tuple[Outcome, ...] | None:
    """What the last updates of some timelines reported, where other ones would read and write the same.

    Args:
        looks: What is seen of each, by its YAML file.

    Returns:
        What happened to each file, in order; None where anything has changed since for any, or where nothing is known.
    """
    reports = [seen.last.report for path, seen in looks.items() if seen is not None and _stands(path, seen)]
    if len(reports) < len(looks):
        return None
    return tuple(Outcome(path, UpdateReport(), **report) for path, report in zip(looks, reports, strict=True))


def _stands(path: Path, seen: Look) -> bool:
    """Whether an update would read and write what the last one did."""
    try:
        return seen.last.inputs == seen.inputs and seen.last.written == written(path)
    except OSError:
        return False


def known_inputs(path: Path, *, articles: bool) -> str | None:
    """A digest of what the last update of a timeline read; None where no update is remembered.

    Args:
        path: The YAML file.
        articles: Whether of all that; without it, of the names file alone, as it stands.
    """
    known = _known(path)
    if known is None:
        return None
    return known.inputs if articles else hashlib.sha256(_named(path.parent, known.names)).hexdigest()


def _known(path: Path) -> LastUpdate | None:
    """What the last update of the timeline at `path` saw and did, where it is remembered."""
    with reading_what_stays():
        known = unpickled(read_value(name_of(path), updates_folder()))
    return known if isinstance(known, LastUpdate) else None
