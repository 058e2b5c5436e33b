"""Finding temporal expressions: what the words say, before any calendar."""

from timeline.expressions.finder import find

__all__ = ["find"]
