"""Finding temporal expressions: what the words say, before any calendar."""

from timeline.timex.recognise.finder import find

__all__ = ["find"]
