"""The garbage collector, out of the way while much is made that has no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (20_000, 10, 20)
"""After how many new objects the young ones are visited; and all others after so many times so many such visits."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pauses the collector: trees and records have no cycles, and its visits cost half of the time at 10,000 events."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def reading_what_stays() -> Iterator[None]:
    """Pauses the collector while values without cycles are read that stay: they are old at once, and seldom visited.

    After a mere pause the next visit is to all that was made in it. Where a host has frozen objects of its own, these
    stay frozen, and it is a mere pause.
    """
    with collector_paused():
        yield
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()


@contextmanager
def collector_seldom() -> Iterator[None]:
    """Makes the collector's visits rare, while much is made that stays and some that has cycles."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
