"""Finds temporal expressions and their meanings, without a calendar."""

from timeline.timex.recognise.finder import find

__all__ = ["find"]
