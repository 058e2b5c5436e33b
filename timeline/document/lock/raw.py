"""Records of the lock as JSON, without empty fields, and back; a value of a wrong type is a ValueError."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from timeline.document.lock.types import Author, ChangeKind, FieldChange, Record, SourceRecord, State, Stood
from timeline.document.lock.values import list_of, text_of
from timeline.document.parse.types import Plain
from timeline.model import RejectedDate, RejectionReason, Span

_LARGEST = 10**9

_CHANCES = ("confidence", "date_confidence", "title_confidence", "weight")


def load_record(id_: str, raw: Mapping[str, Any]) -> Record:
    """A record of an event.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: The value is not a record.
    """
    stood = raw.get("stood")
    return Record(
        state=State(raw.get("state", State.LIVE)),
        ours=_plains(raw.get("ours", {})),
        theirs=_removable(raw.get("theirs", {})),
        latest=_removable(raw.get("latest", {})),
        sources=_sources(raw.get("sources", [])),
        machine=text_of(raw.get("machine", "")),
        into=text_of(raw.get("into", "")),
        nameless=_flag(raw.get("nameless", False)),
        basis=text_of(raw.get("basis", "")),
        confidence=_number(raw.get("confidence")),
        date_confidence=_number(raw.get("date_confidence")),
        title_confidence=_number(raw.get("title_confidence")),
        weight=_number(raw.get("weight")),
        first_known=text_of(raw.get("first_known", "")),
        conflict=_flag(raw.get("conflict", False)),
        stood=None if stood is None else _stood(stood),
        further_sources=_sources(raw.get("told", [])),
        history=tuple(load_change(id_, one) for one in list_of(raw.get("history", []))),
    )


def raw_record(record: Record) -> dict[str, Any]:
    """The inverse of `load_record`.

    Returns:
        A mapping that `json.dumps` accepts; default values are left out.
    """
    raw: dict[str, Any] = {
        "state": "" if record.state is State.LIVE else str(record.state),
        "ours": record.ours,
        "theirs": record.theirs,
        "latest": record.latest,
        "sources": [_raw_source(source) for source in record.sources],
        "machine": record.machine,
        "into": record.into,
        "nameless": record.nameless,
        "basis": record.basis,
        "first_known": record.first_known,
        "conflict": record.conflict,
        "told": [_raw_source(source) for source in record.further_sources],
        "history": [_raw_change(change) for change in record.history],
    }
    numbers = {name: getattr(record, name) for name in _CHANCES}
    stood = {} if record.stood is None else {"stood": _raw_stood(record.stood)}
    return _filled(raw) | {name: rounded(value) for name, value in numbers.items() if value is not None} | stood


def rounded(number: float | None) -> float | None:
    """A number as a lock holds it, with four decimals.

    Args:
        number: A weight or a confidence; None where it is not known.
    """
    return None if number is None else round(number, 4)


def load_change(id_: str, raw: Mapping[str, Any]) -> FieldChange:
    """A change of the event `id_`. Raises as `load_record` does."""
    revision = raw["revision"]
    if type(revision) is not int or not 0 <= revision < _LARGEST:
        raise ValueError("no revision")
    return FieldChange(
        revision=revision,
        id=id_,
        what=ChangeKind(raw["what"]),
        by=Author(raw["by"]),
        title=text_of(raw.get("title", "")),
        field=text_of(raw.get("field", "")),
        before=_plain(raw.get("before", "")),
        after=_plain(raw.get("after", "")),
        into=text_of(raw.get("into", "")),
    )


def _raw_change(change: FieldChange) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "what": str(change.what),
        "by": str(change.by),
        "title": change.title,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "into": change.into,
    }
    return {"revision": change.revision, **_filled(raw)}


def _stood(raw: Mapping[str, Any]) -> Stood:
    ours = raw.get("ours")
    return Stood(None if ours is None else _plains(ours), _sources(raw.get("sources", [])))


def _raw_stood(stood: Stood) -> dict[str, Any]:
    ours = {} if stood.ours is None else {"ours": dict(stood.ours)}
    return ours | _filled({"sources": [_raw_source(source) for source in stood.sources]})


def _sources(raw: Any) -> tuple[SourceRecord, ...]:
    return tuple(_source(one) for one in list_of(raw))


def _source(raw: Mapping[str, Any]) -> SourceRecord:
    mark = raw.get("mark")
    return SourceRecord(
        ours=_texts(raw.get("ours", {})),
        theirs={name: None if value is None else text_of(value) for name, value in raw.get("theirs", {}).items()},
        said=_texts(raw.get("said", {})),
        deleted=_flag(raw.get("deleted", False)),
        event=text_of(raw.get("event", "")),
        quote=text_of(raw.get("quote", "")),
        because=text_of(raw.get("because", "")),
        basis=text_of(raw.get("basis", "")),
        date=text_of(raw.get("date", "")),
        mark=None if mark is None else _span(mark),
        discarded=tuple(
            RejectedDate(text_of(words), text_of(date), RejectionReason(why), text_of(word))
            for words, date, why, word in list_of(raw.get("discarded", []))
        ),
    )


def _raw_source(source: SourceRecord) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "ours": source.ours,
        "theirs": source.theirs,
        "said": source.said,
        "deleted": source.deleted,
        "event": source.event,
        "quote": "" if source.ours.get("quote") == source.quote else source.quote,
        "because": "" if source.ours.get("because") == source.because else source.because,
        "basis": source.basis,
        "date": source.date,
        "mark": [source.mark.start, source.mark.end] if source.mark else None,
        "discarded": [[lost.words, lost.date, str(lost.reason), lost.word] for lost in source.discarded],
    }
    return _filled(raw)


def _filled(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if value}


def _texts(raw: Any) -> Mapping[str, str]:
    if type(raw) is not dict or not all(type(value) is str for value in raw.values()):
        raise ValueError(f"{raw!r} is no object of texts")
    return raw


def _plain(raw: Any) -> Plain:
    return tuple(text_of(one) for one in raw) if isinstance(raw, list) else text_of(raw)


def _plains(raw: Mapping[str, Any]) -> dict[str, Plain]:
    return {name: value if type(value) is str else _plain(value) for name, value in raw.items()}


def _removable(raw: Mapping[str, Any]) -> dict[str, Plain | None]:
    return {name: None if value is None else _plain(value) for name, value in raw.items()}


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError(f"{raw!r} is neither true nor false")
    return raw


def _number(raw: Any) -> float | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float) or abs(raw) > _LARGEST or math.isnan(raw):
        raise ValueError(f"{raw!r} is no number")
    return float(raw)


def _span(raw: Any) -> Span:
    start, end = list_of(raw)
    if not (type(start) is type(end) is int and 0 <= start <= end < _LARGEST):
        raise ValueError(f"{raw!r} is no span")
    return Span(start, end)
