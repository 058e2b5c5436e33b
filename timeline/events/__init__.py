"""Events: the entries that an editor would put on a chronology.

Each has a date, a status, people and places, and a headline. The names below are imported on first use, so that what
reads no article loads no rules and no models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.first_use import on_first_use

if TYPE_CHECKING:
    from timeline.events.extraction import extract

KEEP = 0.45
"""The lowest salience of an event in the default timeline; fitted with the models' coefficients."""

__all__ = ["KEEP", "extract"]

__getattr__ = on_first_use(__name__, {"extract": "extraction"})
