"""What the site takes from the lock of a timeline.

These are the corrections, the ids that were merged, and what an editor should review.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline import document, site
from timeline.document import ChangeKind, FieldChange
from timeline.i18n import say
from timeline.workflow.load import Loaded, load


def changes(loaded: Loaded) -> tuple[site.Correction, ...]:
    """The history of the lock as the corrections page shows it, without hidden events.

    Args:
        loaded: A timeline with its lock.

    Returns:
        The changes, in the order of the lock; none without a lock.
    """
    lock = document.load_lock(loaded.lock)
    hidden = {entry.id for entry in loaded.timeline.entries if entry.hidden}
    return tuple(_change(change) for change in lock.history if change.id not in hidden) if lock else ()


def _change(change: FieldChange) -> site.Correction:
    what = change.into if change.what is ChangeKind.MERGED else change.field
    return site.Correction(
        revision=change.revision,
        kind=change.what.value,
        id=change.id,
        title=change.title,
        by=change.by.value,
        what=what,
        before=_plain(change.before),
        after=_plain(change.after),
    )


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def redirects(loaded: Loaded) -> dict[str, str]:
    """From the ids of merged events to those of the events that remain.

    Args:
        loaded: A timeline with its lock.

    Returns:
        The id of the event that remains, by the former id; empty without a lock.
    """
    lock = document.load_lock(loaded.lock)
    return dict(lock.redirects) if lock else {}


def touched(loaded: Loaded) -> frozenset[str]:
    """The ids of the events that a person wrote or changed.

    Args:
        loaded: A timeline with its lock.

    Returns:
        The ids; all of them without a lock.
    """
    lock = document.load_lock(loaded.lock)
    if lock is None:
        return frozenset(entry.id for entry in loaded.timeline.entries)
    recorded = (each for field in ("theirs", "state") for each in lock.saying(field))
    mine = {id_ for id_, record in recorded if record.theirs or record.state is document.State.ADDED}
    ids = (entry.id for entry in loaded.timeline.entries)
    return frozenset(id_ for id_ in ids if id_ not in lock.records or id_ in mine)


def to_review(loaded: Loaded) -> frozenset[str]:
    """The ids of the events that an editor should review for reasons other than having a single source.

    Args:
        loaded: A timeline with its lock.

    Returns:
        The ids.
    """
    cited = frozenset(card.id for card in loaded.timeline.articles)
    items = document.review_items(loaded.document, loaded.lock, cited)
    return frozenset(item.id for item in items if item.doubts)


def review_rows(loaded: Loaded, language: str = "") -> tuple[site.ReviewRow, ...]:
    """The queue of events that an editor should review, most serious first; not those that only have few sources.

    Args:
        loaded: A timeline with its lock.
        language: The language of the reasons; the timeline's where it is "".

    Returns:
        For each event its id, its title with the reasons, and its line, from 1.
    """
    cited = frozenset(card.id for card in loaded.timeline.articles)
    titles = {entry.id: entry.title for entry in loaded.timeline.entries}
    spoken = language or loaded.timeline.language
    return tuple(
        site.ReviewRow(item.id, f"{titles.get(item.id, item.id)} ({_reasons(item, spoken)})", item.line)
        for item in document.review_items(loaded.document, loaded.lock, cited)
        if item.doubts
    )


def review_lines(files: Iterable[Path], language: str) -> tuple[str, ...]:
    """The queue of each timeline as lines by which an editor can jump to the events, from the YAML and its lock alone.

    Args:
        files: The YAML files.
        language: The language of the reasons: of the person who reads them, whatever that of the timeline.

    Returns:
        A line for each event: file, line and column, then its title with the reasons.

    Raises:
        Stopped: A file is broken; with every problem of the first such file.
    """
    return tuple(f"{path}:{row.line}:1: {row.reason}" for path in files for row in review_rows(load(path), language))


def _reasons(item: document.ReviewItem, language: str) -> str:
    return ", ".join(say(language, f"document.review.{reason.value}") for reason in item.doubts)
