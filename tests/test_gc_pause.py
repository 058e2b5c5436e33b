"""The garbage collector is out of the way, and comes back as it was."""

from __future__ import annotations

import gc

import pytest

from timeline.gc_pause import collector_paused, collector_seldom


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
