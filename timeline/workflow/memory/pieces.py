"""Keeps the parts of a site's exports, so that those of events that did not change are not made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.archive.values import pickled, unpickled
from timeline.gc_pause import collector_paused
from timeline.workflow.memory.sites import name
from timeline.workflow.memory.values import read_value, updates_folder, write_value


@dataclass(frozen=True, slots=True)
class _Kept:
    """The parts, and a digest of what all of them depend on."""

    around: str
    pieces: Mapping[str, Mapping[str, str | bytes]]


def known(file: Path | None, around: str) -> Mapping[str, Mapping[str, str | bytes]]:
    """The parts that the last build of a site made.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        around: A digest of what all parts depend on now, "" where that is not known.

    Returns:
        The parts by what they belong to, then by what they are made of; nothing where anything else has changed.
    """
    with collector_paused():
        found = unpickled(read_value(name(file, "pieces"), updates_folder())) if around else None
    return found.pieces if isinstance(found, _Kept) and found.around == around else {}


def keep(file: Path | None, around: str, pieces: Mapping[str, Mapping[str, str | bytes]]) -> None:
    """Keeps the parts that a build made.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        around: A digest of what all parts depend on, "" where that is not known: then nothing is kept.
        pieces: The parts.
    """
    if around:
        write_value(name(file, "pieces"), pickled(_Kept(around, pieces)), updates_folder())
