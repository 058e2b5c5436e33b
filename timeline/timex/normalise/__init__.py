"""Dating expressions: the calendar, the anchors, the direction."""

from timeline.timex.normalise.resolver import Resolution, resolve

__all__ = ["Resolution", "resolve"]
