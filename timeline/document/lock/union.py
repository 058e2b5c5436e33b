"""Makes one record of several, which two branches have for one event and a merge of git left side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.document.lock.raw import raw_record
from timeline.document.lock.types import FieldChange, Record, SourceRecord, State
from timeline.document.parse.types import Plain

_FIRST = (State.DELETED, State.HELD, State.GONE, State.LIVE, State.ADDED)
"""The order of states where two branches disagree. Whether an event is in the file, the file itself shows; an event
that is not in it must not look as if it had just been taken out."""


def one_record(found: Sequence[Record]) -> Record:
    """One record that holds all that several hold, independent of their order; the others are in its `others`.

    Args:
        found: The records that git left of one event, at least one.
    """
    if len(found) == 1:
        return found[0]
    first, *others = sorted(found, key=lambda record: (_FIRST.index(record.state), _text(record)))
    return replace(
        first,
        theirs=_together([record.theirs for record in (first, *others)]),
        into=next((record.into for record in (first, *others) if record.into), ""),
        sources=_sources([source for record in (first, *others) for source in record.sources]),
        further_sources=_sources([source for record in (first, *others) for source in record.further_sources]),
        history=_history([change for record in (first, *others) for change in record.history]),
        others=tuple(others),
    )


def _text(record: Record) -> str:
    return json.dumps(raw_record(record), sort_keys=True)


def _together(maps: Sequence[Mapping[str, Plain | None]]) -> dict[str, Plain | None]:
    """The fields of all; the value of a field is that of the first that has it."""
    return {name: value for one in reversed(maps) for name, value in one.items()}


def _sources(found: Sequence[SourceRecord]) -> tuple[SourceRecord, ...]:
    """Each source once: the first record's values count, and it is deleted where one side deleted it."""
    kept: dict[tuple[str, str, str], SourceRecord] = {}
    for source in found:
        values = source.whole or {name: value or "" for name, value in source.theirs.items()}
        key = (values.get("article", ""), values.get("quote", ""), source.event)
        known = kept.get(key)
        kept[key] = (
            source
            if known is None
            else replace(known, theirs={**source.theirs, **known.theirs}, deleted=known.deleted or source.deleted)
        )
    return tuple(kept.values())


def _history(found: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda change: change.revision))
