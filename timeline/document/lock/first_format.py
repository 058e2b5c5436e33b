"""Locks of version 1, one JSON object: read, never written."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import Any

from timeline.document.lock.article_cards import load_card
from timeline.document.lock.raw import load_change, load_record
from timeline.document.lock.types import FieldChange, Lock, Record, State
from timeline.document.lock.values import text_of


def load_first_format(text: str) -> Lock | None:
    """The lock that a text of version 1 holds; None where the text is not such a lock.

    Returns:
        The lock, or None.
    """
    if '"version"' not in text[:40]:
        return None
    try:
        raw = json.loads(text)
        if raw["version"] != 1:
            return None
        records = {id_: load_record(id_, value) for id_, value in raw["events"].items()}
        if "\\u" in text:
            json.dumps(raw, ensure_ascii=False).encode()  # a lone surrogate could not be written: also a ValueError
        cards = {id_: load_card(id_, value) for id_, value in raw.get("articles", {}).items()}
        return Lock(_with_history(records, raw["history"]), cards)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _with_history(records: dict[str, Record], raws: list[dict[str, Any]]) -> dict[str, Record]:
    """The records, each with its own changes of the one history that such a lock had."""
    changes: dict[str, list[FieldChange]] = defaultdict(list)
    for raw in raws:
        id_ = text_of(raw["id"])
        changes[id_].append(load_change(id_, raw))
    known = {id_: Record(state=State.GONE) for id_ in changes} | records
    return {id_: replace(record, history=tuple(changes[id_])) for id_, record in known.items()}
