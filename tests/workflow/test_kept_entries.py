"""Entries are kept in blocks: what did not change is neither written again nor put into words again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import document
from timeline.archive.values import unpickled
from timeline.calendar import parse_edtf
from timeline.model import Entry, Source
from timeline.workflow.memory import listings
from timeline.workflow.memory.blocks import blocks_of, digested


def _entry(number: int) -> Entry:
    date = f"2020-{number % 12 + 1:02}"
    source = Source(f"a{number}", f"La séance n° {number} a été levée.")
    return Entry(f"e{number}", date, f"Séance {number}", parse_edtf(date), sources=(source,))


ENTRIES = [_entry(number) for number in range(2_000)]
STEPS = st.lists(
    st.tuples(st.sampled_from(("taken out", "put in", "changed")), st.integers(0, len(ENTRIES) - 1)), max_size=6
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, listed=st.integers(1, 7))
def test_only_the_blocks_of_what_changed_are_made_again(
    steps: list[tuple[str, int]], listed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path, last = tmp_path / "timeline.yaml", blocks_of(ENTRIES, ())
    listings.texts_of(path, "fr", digested(last), ENTRIES[::3])
    now = list(ENTRIES)
    for number, (what, at) in enumerate(steps):
        if what == "put in":
            now.insert(at, _entry(10_000 + number))
        elif what == "changed":
            now[at] = dataclasses.replace(now[at], title=f"Autre séance {number}")
        elif at < len(now):
            del now[at]
    blocks = blocks_of(now, last)
    assert [one for block in blocks for one in block.held] == now
    assert all(unpickled(block.data) == block.held for block in blocks)
    assert len({*map(id, blocks)} - {*map(id, last)}) <= 2 * len(steps)
    said = {one.id: document.event_listed(one, "fr") for one in now[::listed]}
    assert listings.texts_of(path, "fr", digested(blocks), now[::listed]) == said


def test_a_listing_is_the_same_with_and_without_what_is_known() -> None:
    twice = [*ENTRIES[:9], dataclasses.replace(ENTRIES[3], title="Une autre séance")]
    known = {one.id: document.event_listed(one, "fr") for one in ENTRIES[:9]}
    head = document.Head(title="Essai")
    whole = document.listing(head, twice, "schema.json", welcome="Bonjour")
    assert document.listing(head, twice, "schema.json", welcome="Bonjour", known=known) == whole
