"""Both marks of a quotation, in a sentence that has one of them: a quotation may go on over several sentences."""

from __future__ import annotations

_PAIRS = (("«", "»", " "), ("“", "”", ""))
"""The marks, and what stands between them and the words."""


def with_both_marks(text: str) -> str:
    """The text with the mark that a neighbouring sentence has.

    Args:
        text: A sentence.

    Returns:
        "« Il a crié »" of "« Il a crié", "« Il est parti », dit un témoin" of "Il est parti », dit un témoin"; straight
        marks do not tell which one is missing.
    """
    for opening, closing, blank in _PAIRS:
        first, last = text.find(opening), text.rfind(closing)
        if 0 <= text.find(closing) < (first if first >= 0 else len(text)):
            text = f"{opening}{blank}{text}"
        if text.rfind(opening) > last:
            text = f"{text}{blank}{closing}"
    return text
