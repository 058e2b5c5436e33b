"""The garbage collector is out of the way, and comes back as it was."""

from __future__ import annotations

import gc

import pytest

from timeline.gc_pause import collector_paused, collector_seldom, reading_what_stays


def _failing_within() -> None:
    with collector_seldom():
        assert gc.get_threshold()[0] > 10_000
        raise KeyError


def test_the_collector_is_seldom_only_within_and_also_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError):
        _failing_within()
    assert gc.get_threshold() == before


def test_a_pause_within_a_pause_goes_on() -> None:
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_read_to_stay_is_old_at_once() -> None:
    with reading_what_stays():
        made = [[number] for number in range(1_000)]
    young = {id(one) for generation in (0, 1) for one in gc.get_objects(generation=generation)}
    assert gc.isenabled()
    assert gc.is_tracked(made[0])
    assert young.isdisjoint(map(id, made))


def test_what_a_host_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with reading_what_stays():
            pass
        assert gc.get_freeze_count() > frozen // 2
    finally:
        gc.unfreeze()
