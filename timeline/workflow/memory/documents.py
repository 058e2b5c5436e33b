"""Keeps what a timeline file held when it was last read, so that only what was edited since is read again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline import document
from timeline.annotator.version import digest_of
from timeline.archive.values import pickled, unpickled
from timeline.document import Document
from timeline.gc_pause import collector_paused
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value

_LIBRARIES = ("babel", "pyyaml")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document, and what stands for the code that read it."""

    code: str
    document: Document


def known(path: Path, language: str) -> Document | None:
    """What a timeline file held when it was last kept.

    Args:
        path: The YAML file, as the problems name it.
        language: The language of the problems.

    Returns:
        What `document.parse` gave for the file then; None where nothing is kept, or where other code read it.
    """
    with collector_paused():
        found = unpickled(read_value(_name(path, language), updates_folder()))
    return found.document if isinstance(found, _Kept) and found.code == _code() else None


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
            write_value(_name(path, language), pickled(_Kept(_code(), resting)), updates_folder())


def _name(path: Path, language: str) -> str:
    return name_of(path, f"document {path} {language}")


def _code() -> str:
    return digest_of((".",), ()) + digest_of((), _LIBRARIES)
