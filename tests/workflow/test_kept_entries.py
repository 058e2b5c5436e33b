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
from timeline.document.stored_file import Stored, digest
from timeline.model import Entry, Source
from timeline.workflow.memory import listings
from timeline.workflow.memory.blocks import blocks_of, digested


def _entry(number: int) -> Entry:
    date = f"2020-{number % 12 + 1:02}"
    source = Source(f"a{number}", f"La séance n° {number} a été levée.")
    id_ = f"{number:08}" if number % 2 else f"e{number}"  # as a number it is in quotes
    return Entry(id_, date, f"Séance {number}", parse_edtf(date), sources=(source,))


HEAD = document.Head(title="Essai")


def _stored(path: Path, text: str | None) -> Stored:
    return Stored(path, text, digest((text or "").encode()))


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
    listing = document.listing(HEAD, ENTRIES[::3], "schema.json", welcome="Bonjour")
    standing = _stored(path, listing)
    listings.keep(path, standing.digest, "fr", digested(last))
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
    known = listings.texts_of(path, standing, "fr", digested(blocks))
    stands = {one.id for one in ENTRIES[::3] if one in now}
    assert known.keys() <= stands
    assert len(stands) - len(known) <= 2 * len(steps) * max(len(block.held) for block in last)
    assert known == {one.id: document.event_listed(one, "fr") for one in now if one.id in known}
    others = now[::listed]
    written = document.listing(HEAD, others, "schema.json", welcome="Bonjour", known=known)
    assert written == document.listing(HEAD, others, "schema.json", welcome="Bonjour")


@pytest.mark.parametrize(
    "listing", [None, "", "- id: e0", document.listing(document.Head(), ENTRIES[:2], "schema.json", welcome="Non")]
)
def test_of_a_listing_that_a_person_changed_nothing_is_known(
    listing: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path, blocks = tmp_path / "timeline.yaml", digested(blocks_of(ENTRIES, ()))
    assert listings.texts_of(path, _stored(path, listing), "fr", blocks) == {}
    written = document.listing(HEAD, ENTRIES[:2], "schema.json", welcome="Bonjour")
    listings.keep(path, _stored(path, written).digest, "fr", blocks)
    assert listings.texts_of(path, _stored(path, listing), "fr", blocks) == {}
    assert listings.texts_of(path, _stored(path, written), "en", blocks) == {}
    assert len(listings.texts_of(path, _stored(path, written), "fr", blocks)) == 2


def test_a_listing_is_the_same_with_and_without_what_is_known() -> None:
    twice = [*ENTRIES[:9], dataclasses.replace(ENTRIES[3], title="Une autre séance")]
    known = {one.id: document.event_listed(one, "fr") for one in ENTRIES[:9]}
    whole = document.listing(HEAD, twice, "schema.json", welcome="Bonjour")
    assert document.listing(HEAD, twice, "schema.json", welcome="Bonjour", known=known) == whole
