"""The first letter of a line: a capital where it opens a headline, a small one where other words come before it."""

from __future__ import annotations


def capitalised(text: str) -> str:
    """The text with a capital first letter; unlike `str.capitalize`, the other letters stay: "le TGV" is "Le TGV".

    Args:
        text: A line, or "".

    Returns:
        The text.
    """
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text with a small first letter; the other letters stay: "Le TGV" is "le TGV".

    Args:
        text: A line, or "".

    Returns:
        The text.
    """
    return text[:1].lower() + text[1:]
