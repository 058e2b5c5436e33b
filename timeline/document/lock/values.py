"""Values of JSON that must be of one type."""

from __future__ import annotations

from typing import Any


def text_of(raw: Any) -> str:
    """A text. Raises ValueError for any other value."""
    if not isinstance(raw, str):
        raise ValueError(f"{raw!r} is no text")
    return raw


def list_of(raw: Any) -> list[Any]:
    """A list. Raises ValueError for any other value."""
    if not isinstance(raw, list):
        raise ValueError(f"{raw!r} is no list")
    return raw
