"""Keeps what a timeline file held when it was last read, so that only what was edited since is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from timeline import document
from timeline.annotator.version import digest_of
from timeline.archive.values import pickled, unpickled
from timeline.document import Document
from timeline.gc_pause import collector_paused, reading_what_stays
from timeline.model import Entry
from timeline.workflow.memory.blocks import Digested, borders
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value

_LIBRARIES = ("babel", "pyyaml")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document, and what stands for the code that read it.

    The document is without its events: these are in blocks, each with a digest of the text that it was read from.
    """

    code: str
    document: Document
    blocks: tuple[tuple[bytes, bytes], ...]


def known(path: Path, language: str) -> Document | None:
    """What a timeline file held when it was last kept.

    Args:
        path: The YAML file, as the problems name it.
        language: The language of the problems.

    Returns:
        What `document.parse` gave for the file then; None where nothing is kept, or where other code read it.
    """
    with reading_what_stays():
        found = _kept(path, language)
        if found is None:
            return None
        items = [item for _, data in found.blocks for item in unpickled(data)]
        return document.with_events(found.document, items)


def _kept(path: Path, language: str) -> _Kept | None:
    found = unpickled(read_value(_name(path, language), updates_folder()))
    return found if isinstance(found, _Kept) and found.code == _code() else None


def keep(path: Path, language: str, read: Document) -> None:
    """Keeps what a timeline file holds.

    Args:
        path: The YAML file, as the problems name it.
        language: The language of the problems.
        read: What `document.parse` gave for the file.
    """
    with collector_paused():
        resting = document.at_rest(read)
        if resting is not None:
            last = _kept(path, language)
            value = _Kept(_code(), replace(resting, items=()), _in_blocks(resting, dict(last.blocks) if last else {}))
            write_value(_name(path, language), pickled(value), updates_folder())


def _in_blocks(resting: Document, last: Mapping[bytes, bytes]) -> tuple[tuple[bytes, bytes], ...]:
    """The events of a document at rest in blocks, those of the last time where these were read from the same text."""
    items, found = resting.items, list[tuple[bytes, bytes]]()
    for begin, end in borders([item.id for item in items]):
        until = items[end].comments if end < len(items) else len(resting.text)
        read = f"{resting.head.language}\0{resting.text[items[begin].comments : until]}"
        name = sha256(read.encode("utf-8", "surrogatepass")).digest()[:16]
        found.append((name, last.get(name) or pickled(tuple(map(document.alone, items[begin:end])))))
    return tuple(found)


def is_last_lock(path: Path, digest: str) -> bool:
    """Whether a lock is the one that this code wrote last for a timeline."""
    return read_value(name_of(path, "lock"), updates_folder()) == _of_lock(digest)


def keep_lock(path: Path, lock: str, digest: str) -> None:
    """Keeps what recognises a lock that was just written.

    Args:
        path: The YAML file.
        lock: The text of its lock, as `document.dump_lock` made it.
        digest: What recognises it.
    """
    document.read_lock(lock, ours=True)
    write_value(name_of(path, "lock"), _of_lock(digest), updates_folder())


def _of_lock(digest: str) -> bytes:
    return f"{_code()} {digest}".encode()


@dataclass(frozen=True, slots=True)
class _Settled:
    """What an update left settled, and the digests of all blocks of entries that the machine found then.

    `files` are what recognises the file and its lock as the update left them.
    """

    code: str
    files: tuple[str, str]
    origins: Mapping[str, str]
    blocks: frozenset[bytes]


def settled(path: Path, files: tuple[str, str], blocks: Digested[Entry]) -> document.Settled:
    """What the last update of a timeline left settled.

    Args:
        path: The YAML file.
        files: What recognises it and its lock as they stand.
        blocks: All entries that the machine finds now.

    Returns:
        Nothing where nothing is kept, or where other code wrote it.
    """
    with collector_paused():
        found = unpickled(read_value(name_of(path, "settled"), updates_folder()))
        if not isinstance(found, _Settled) or found.code != _code():
            return document.Settled()
        same = {id(entry) for name, block in blocks if name in found.blocks for entry in block.held}
    return document.Settled(found.origins, lambda entry: id(entry) in same, found.files == files)


def keep_settled(
    path: Path, files: tuple[str, str], read: Document, updated: document.Updated, blocks: Digested[Entry]
) -> None:
    """Keeps what an update left settled.

    Args:
        path: The YAML file.
        files: What recognises it and its lock as the update left them.
        read: The file as the update left it.
        updated: What the update did.
        blocks: All entries that the machine found.
    """
    with collector_paused():
        left = document.settled_origins(read, updated.lock, updated.settled)
        value = _Settled(_code(), files, left, frozenset(name for name, _ in blocks))
        write_value(name_of(path, "settled"), pickled(value), updates_folder())


def _name(path: Path, language: str) -> str:
    return name_of(path, f"document {path} {language}")


def _code() -> str:
    return digest_of((".",), ()) + digest_of((), _LIBRARIES)
