"""Reviews of the press as people put them together: a headline, a line with the paper and the day, then the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.articles.formats.databases.piece import Piece
from timeline.articles.metadata.page import labelled_page
from timeline.articles.publication_date.lines import bare_date, first_date, from_line
from timeline.articles.publication_date.phrasing import is_known

_MARKUP = " \t*_#>"
_TITLE, _HEADER, _LEAST_TEXT = 150, 140, 60
_PREFACE = 400
"""The most characters before the first article: the review's own title and its contents."""
_ENDS = (".", "…", ":", ";", ",", "!", "?", "»")
_PARTS = re.compile(r"\s+[–—|•·/-]\s+|,\s+")
_NAME = re.compile(r"[A-ZÀ-Ý][\w'’.-]+(?: (?:[dD][eu']\s?|[lL][ae] )?[A-ZÀ-Ý][\w'’.-]*){1,3}")


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """The articles of a text in which two or more headlines have a line with their paper and day below them.

    Args:
        lines: All lines of the text, empty ones too.

    Yields:
        The pieces in order; empty where one has no text, or where a text of its own stands before the first.
    """
    filled = [line.strip() for line in lines if line.strip()]
    found = headers(filled)
    if len(found) < 2 or sum(map(len, filled[: found[0] - 1])) > _PREFACE:
        return
    ends = [*(index - 1 for index in found[1:]), len(filled)]
    texts = ["\n\n".join(filled[index + 1 : end]) for index, end in zip(found, ends, strict=True)]
    if all(len(text) >= _LEAST_TEXT for text in texts):
        for index, text in zip(found, texts, strict=True):
            line = filled[index].strip(_MARKUP)
            publisher, author = _names(line)
            yield Piece(filled[index - 1].strip(_MARKUP), line, text, publisher, author, page=labelled_page(line))


def headers(filled: Sequence[str]) -> list[int]:
    """The lines with a paper and a day that stand below a headline.

    Args:
        filled: The lines that are not empty.

    Returns:
        Their indices; empty where all of them hold the same day, or where a publication line stands above the first.
    """
    found = [index + 1 for index, (above, line) in enumerate(pairwise(filled)) if _is_title(above) and _is_header(line)]
    if any(not hint.modification for line in filled[: found[0] - 1 if found else 0] for hint in from_line(line, "UTC")):
        return []  # an article with its own day, and a chronology below
    days = {day.day for index in found if (day := first_date(filled[index].strip(_MARKUP), "UTC"))}
    return found if len(days) > 1 else []


def _is_title(line: str) -> bool:
    words = line.strip(_MARKUP)
    return 0 < len(words) <= _TITLE and not words.endswith(_ENDS) and not any(map(str.isdigit, words[-4:]))


def _is_header(line: str) -> bool:
    words = line.strip(_MARKUP)
    if len(words) > _HEADER or bare_date(words, "UTC") is None:
        return False
    return bool(_names(words)[0])


def _names(line: str) -> tuple[str, str]:
    """The paper of a header, which stands before the day, and the author, who stands behind it."""
    parts = [part.strip() for part in _PARTS.split(line)]
    dated = next((index for index, part in enumerate(parts) if first_date(part, "UTC")), len(parts))
    before = [part for part in parts[:dated] if part[:1].isupper() and not is_known(part)]
    after = [part for part in parts[dated + 1 :] if _NAME.fullmatch(part)]
    return before[0] if before else "", after[0] if after else ""
