"""A lock with a value of a wrong type is not read: no value goes on to the pages that they cannot show."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.document.examples import STRIKE, VISIT, build, first, read, understand
from timeline.document import Extraction, FileTexts, load_lock, to_timeline, update
from timeline.document.lock import Lock, dump_lock
from timeline.model import ArticleCard

ODD: tuple[Any, ...] = (None, True, -1, 3.5, 10**30, float("inf"), "", "x", [], [1], [[]], ["a"], {}, {"x": {"y": []}})
CARD = ArticleCard(
    "afp-1",
    "La visite",
    datetime.date(2022, 12, 20),
    url="https://example.org/",
    publisher="AFP",
    author="A. B.",
    licence="CC BY 4.0",
    organisations=("AFP",),
    page="3",
)


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all values within a value of JSON."""
    places = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for place, one in places:
        yield (*before, place)
        yield from paths(one, (*before, place))


def written() -> tuple[str, str]:
    """A file that a person edited twice, and its lock: a record of every kind, a history, a card."""
    text, lock = first(VISIT, STRIKE)
    text = text[: text.index("\n- id: strike")].replace("Visite à Minsk", "Visite éclair")
    later = build(text + "\n- date: 2020\n  title: À moi\n", lock, VISIT, STRIKE)
    known = load_lock(later.lock)
    assert known is not None
    return later.text or "", dump_lock(dataclasses.replace(known, cards={"afp-1": CARD}))


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_a_value_of_a_wrong_type_is_refused_or_harmless(odd: Any) -> None:
    text, lock = written()
    lines = [json.loads(line) for line in lock.split("\n\n")]
    document = read(text)
    for path in list(paths(lines)):
        if len(path) == 1:
            continue
        damaged = copy.deepcopy(lines)
        place = damaged
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = odd
        raw = "\n\n".join(json.dumps(line) for line in damaged) + "\n"
        known = load_lock(raw)
        if known is None:
            continue
        assert dump_lock(load_lock(dump_lock(known)) or Lock()) == dump_lock(known), path
        for card in known.cards.values():
            values = (getattr(card, field.name) for field in dataclasses.fields(card))
            assert all(isinstance(value, str | datetime.date | tuple) for value in values), path
            assert all(isinstance(name, str) for name in card.organisations), path
        assert to_timeline(document, raw, known.cards.values()).entries
        merged = update(FileTexts(text, raw), Extraction([VISIT, STRIKE], {"afp-1", "afp-2"}), understand=understand)
        assert "Visite éclair" in (merged.text or ""), path


def test_a_history_of_the_first_format_names_its_events() -> None:
    old = {"version": 1, "events": {}, "history": [{"id": 5, "revision": 1, "what": "added", "by": "person"}]}
    assert load_lock(json.dumps(old)) is None
    old["history"] = [{"id": "a", "revision": 1, "what": "added", "by": "person"}]
    assert load_lock(json.dumps(old)) is not None


def test_an_article_without_a_title_has_a_card() -> None:
    card = dataclasses.replace(CARD, title="", organisations=())
    _, lock = written()
    known = load_lock(lock)
    assert known is not None
    nameless = dataclasses.replace(known, cards={"afp-1": card})
    assert load_lock(dump_lock(nameless)) == nameless


def test_a_byte_order_mark_that_an_editor_puts_before_a_lock_is_passed_over() -> None:
    _, lock = written()
    assert load_lock("\ufeff" + lock) == load_lock(lock)
