"""The page of a printed paper that an article stood on: "p. 12", "Pg. A12", "Page 2/4"."""

from __future__ import annotations

import re

_NUMBER = r"[^\W\d_]{0,12}-?\d{1,4}[A-Za-z]?"
_LABELLED = re.compile(
    rf"\b(?:pages?|pages?\(s\)|pp?\.|pg\.?)\s?:?\s?({_NUMBER}(?:\s?[-–,]\s?{_NUMBER})*)", re.IGNORECASE
)
_BARE = re.compile(rf"{_NUMBER}(?:\s?[-–,]\s?{_NUMBER})*")


def labelled_page(line: str) -> str:
    """The page that a header names with its label; "" where it names none.

    Args:
        line: A line such as "Région, vendredi 17 mars 2023, p. LOI5".
    """
    found = _LABELLED.search(line)
    return found[1] if found else ""


def page_of(printed: str) -> str:
    """The page that a field holds, without its label; "" where the field holds something else.

    Args:
        printed: A value such as "12", "p. 12", "A4, A5" or "2/4", which is page 2 of 4.
    """
    words = " ".join(printed.split()).partition("/")[0].strip()
    found = _BARE.fullmatch(words)
    return words if found else labelled_page(words)
