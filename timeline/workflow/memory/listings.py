"""Keeps the texts of the events that a timeline leaves out, by the digest of the block of entries that has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline import document
from timeline.annotator.version import digest_of
from timeline.archive.values import pickled, unpickled
from timeline.gc_pause import collector_paused
from timeline.model import Entry
from timeline.workflow.memory.blocks import Block, Digested
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts by the digests of the blocks, then by the ids of the events; `key` says for which code and language."""

    key: str
    blocks: Mapping[bytes, Mapping[str, str]]


def texts_of(path: Path, language: str, blocks: Digested[Entry], entries: Iterable[Entry]) -> dict[str, str]:
    """The text of each event in the listing of what is left out.

    Args:
        path: The YAML file.
        language: The language of the listing.
        blocks: The blocks that hold all entries of the timeline; none where they are not kept.
        entries: The events that are listed, each one of an own id.

    Returns:
        By the id of an event what `document.event_listed` gives; nothing for an event that is in no block.
    """
    if not blocks:
        return {}
    wanted, key = {one.id for one in entries}, f"{digest_of(('.',), ())} {language}"
    with collector_paused():
        last = _kept(path, key)
        now = {name: _of_block(block, last.get(name, {}), wanted, language) for name, block in blocks}
        if now != last:
            write_value(_name(path), pickled(_Texts(key, now)), updates_folder())
    return {id_: text for its in now.values() for id_, text in its.items()}


def _of_block(block: Block[Entry], known: Mapping[str, str], wanted: set[str], language: str) -> dict[str, str]:
    """The texts of those of a block's events that are listed."""
    listed = (entry for entry in block.held if entry.id in wanted)
    return {entry.id: known.get(entry.id) or document.event_listed(entry, language) for entry in listed}


def _kept(path: Path, key: str) -> Mapping[bytes, Mapping[str, str]]:
    found = unpickled(read_value(_name(path), updates_folder()))
    return found.blocks if isinstance(found, _Texts) and found.key == key else {}


def _name(path: Path) -> str:
    return name_of(path, "listing")
