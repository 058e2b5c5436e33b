"""Keeps the cards of a site's events and the parts of its exports: of events that did not change none is made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.archive.values import pickled, unpickled
from timeline.gc_pause import collector_paused, reading_what_stays
from timeline.model import Entry
from timeline.site.base.pieces import Kept, Pieces
from timeline.site.parts.cards import Card, Folder
from timeline.site.render.earlier import Earlier
from timeline.site.render.rendered import Written
from timeline.workflow.load import Loaded
from timeline.workflow.memory.blocks import Block, blocks_of
from timeline.workflow.memory.sites import name
from timeline.workflow.memory.values import read_value, updates_folder, write_value


@dataclass(frozen=True, slots=True)
class _Kept:
    """The parts of an export, and a digest of what all of them depend on."""

    around: str
    pieces: Kept


def of_exports(file: Path | None, around: str) -> Pieces | None:
    """The memory of the parts of a site's exports.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        around: A digest of what all parts depend on now, "" where that is not known: then nothing is kept.

    Returns:
        The memory; each export has a value of its own. None where nothing is kept.
    """

    def known(export: str, its: str) -> Kept:
        with reading_what_stays():
            found = unpickled(read_value(name(file, f"pieces {export}"), updates_folder()))
        return found.pieces if isinstance(found, _Kept) and found.around == around + its else {}

    def keep(export: str, its: str, pieces: Kept) -> None:
        write_value(name(file, f"pieces {export}"), pickled(_Kept(around + its, pieces)), updates_folder())

    return Pieces(known, keep) if around else None


@dataclass(frozen=True, slots=True)
class _Events:
    """The events of a timeline: what their cards were made with, the cards in blocks, and a column for each of them.

    `origins` say what the events were made of, "" where that cannot be told.
    """

    shared: Folder
    lines: bool
    blocks: tuple[bytes, ...]
    origins: tuple[str, ...]
    places: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _KeptEvents:
    """The events of all timelines by their files, and a digest of what all of them depend on."""

    around: str
    timelines: Mapping[str, _Events]


@dataclass(frozen=True, slots=True)
class LastEvents:
    """The events of a timeline as the last build left them.

    Attributes:
        earlier: What it made of them.
        made: The events themselves, by the digests of what they were made of.
        blocks: The cards as they are kept.
    """

    earlier: Earlier
    made: Mapping[str, Entry] = field(default_factory=dict)
    blocks: tuple[Block[Card], ...] = ()


def known_events(file: Path | None, around: str) -> dict[Path, LastEvents]:
    """The events that the last build of a site made.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        around: A digest of what all of them depend on now, "" where that is not known.

    Returns:
        The events of each timeline by its file; nothing where anything else has changed.
    """
    with reading_what_stays():
        found = unpickled(read_value(name(file, "events"), updates_folder())) if around else None
        if not isinstance(found, _KeptEvents) or found.around != around:
            return {}
        return {Path(path): _last(its) for path, its in found.timelines.items()}


def _last(kept: _Events) -> LastEvents:
    blocks = tuple(Block(unpickled(data), data) for data in kept.blocks)
    cards = tuple(card for block in blocks for card in block.held)
    ids = [card.id for card in cards]
    marks = {id_: mark for id_, mark in zip(ids, kept.marks, strict=True) if mark}
    earlier = Earlier(kept.shared, cards, dict(zip(ids, kept.places, strict=True)), marks, lines=kept.lines)
    made = {origin: card.entry for origin, card in zip(kept.origins, cards, strict=True) if origin}
    return LastEvents(earlier, made, blocks)


def keep_events(
    file: Path | None, around: str, now: Mapping[Path, tuple[Loaded, Written]], last: Mapping[Path, LastEvents]
) -> None:
    """Keeps the events that a build made.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        around: A digest of what all of them depend on, "" where that is not known: then nothing is kept.
        now: What was read of each timeline, and what was made of that, by its file.
        last: What `known_events` gave to that build.
    """
    if around:
        with collector_paused():
            timelines = {
                str(path): _events(*made, last[path].blocks if path in last else ()) for path, made in now.items()
            }
            write_value(name(file, "events"), pickled(_KeptEvents(around, timelines)), updates_folder())


def _events(loaded: Loaded, written: Written, last: tuple[Block[Card], ...]) -> _Events:
    cards, shared = written.cards, written.shared
    blocks = blocks_of(cards, last)
    as_read = {*map(id, loaded.timeline.entries)}  # a text that had to be cleaned is another one in its card
    origins = (loaded.origins.get(one.id, "") if id(one) in as_read else "" for one in shared.timeline.entries)
    return _Events(
        replace(shared, timeline=replace(shared.timeline, entries=(), articles=())),
        written.earlier.lines,
        tuple(block.data for block in blocks),
        tuple(origins),
        tuple(written.place[card.id] for card in cards),
        tuple(written.marks.get(card.id, "") for card in cards),
    )
