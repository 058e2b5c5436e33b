"""Dating expressions: the calendar, the anchors, the direction."""

from timeline.dates.resolver import Resolution, resolve

__all__ = ["Resolution", "resolve"]
