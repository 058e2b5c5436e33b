"""Remembers what the listing of left-out events was made of: those that changed alone are put into words again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline import document
from timeline.annotator.version import digest_of
from timeline.archive.values import pickled, unpickled
from timeline.document import store
from timeline.model import Entry
from timeline.workflow.memory.blocks import Digested
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value


@dataclass(frozen=True, slots=True)
class _Listing:
    """The digests of the blocks of entries that a listing was made of; `key` stands for the listing and the code."""

    key: str
    blocks: frozenset[bytes]


def texts_of(path: Path, listing: store.Stored, language: str, blocks: Digested[Entry]) -> dict[str, str]:
    """The texts in a listing of the events that the machine tells as it did when it wrote the listing.

    Args:
        path: The YAML file of the timeline.
        listing: The listing as it stands.
        language: The language of the listing that is to be written.
        blocks: The blocks that hold all entries of the timeline; none where they are not kept.

    Returns:
        By the id of an event what `document.event_listed` gives; nothing where a person has changed the listing.
    """
    found = unpickled(read_value(_name(path), updates_folder()))
    if listing.text is None or not isinstance(found, _Listing) or found.key != _key(listing.digest, language):
        return {}
    same = {entry.id for name, block in blocks if name in found.blocks for entry in block.held}
    return {id_: text for id_, text in document.events_listed(listing.text).items() if id_ in same}


def keep(path: Path, digest: str, language: str, blocks: Digested[Entry]) -> None:
    """Remembers what a listing was made of.

    Args:
        path: The YAML file of the timeline.
        digest: What recognises the listing.
        language: Its language.
        blocks: The blocks that hold all entries of the timeline.
    """
    value = _Listing(_key(digest, language), frozenset(name for name, _ in blocks))
    write_value(_name(path), pickled(value), updates_folder())


def _key(digest: str, language: str) -> str:
    return f"{digest_of(('.',), ())} {language} {digest}"


def _name(path: Path) -> str:
    return name_of(path, "listing")
