"""Articles that each begin with their paper's name and day on lines of their own, as PressReader copies them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.articles.formats.databases.labelled import labels
from timeline.articles.formats.databases.page import DOCUMENT
from timeline.articles.formats.databases.piece import Piece
from timeline.articles.metadata.page import labelled_page
from timeline.articles.publication_date.lines import bare_date, first_date

_FURNITURE = re.compile(r"^(?:pages?\s?:?\s?\w{1,8}|\d[\d\s]*(?:mots|words)|©.*)$", re.IGNORECASE)
"""Lines of a header that are neither its title nor its author."""
_BYLINE = re.compile(r"^(?:par|by)\s+(?=[A-ZÀ-Ý][^.!?]{3,50}$)", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:tous droits|©|\(c\)|copyright|all rights)", re.IGNORECASE)
_PAPER, _TITLE, _DATE, _LEAST_TEXT = 60, 150, 60, 60
_ENDS = (".", "…", ":", ";", ",", "!", "?", "»")


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """The articles of a text that has two or more headers of a paper's line and, right below it, a line with a day.

    Args:
        lines: All lines of the text, empty ones too.

    Yields:
        The pieces in order; empty where one of them has no title or no text.
    """
    dated = headers(lines)
    if len(dated) < 2:
        return
    starts = [_start(lines, index) for index in dated]
    if any(line.strip() for line in lines[: starts[0]]):
        return
    ends = [*starts[1:], len(lines)]
    found = [_piece(lines, start, index, end) for start, index, end in zip(starts, dated, ends, strict=True)]
    if all(piece.title and len(piece.text) >= _LEAST_TEXT for piece in found):
        yield from found


def closer(lines: Sequence[str]) -> list[str]:
    """A text of which every line is a paragraph of its own, as DOCX has it, with the lines of each header together.

    Args:
        lines: All lines of the text, empty ones too.

    Returns:
        The lines without the empty ones within headers; all of them where some lines do stand together.
    """
    if any(one.strip() and other.strip() for one, other in pairwise(lines)):
        return list(lines)
    filled = [line for line in lines if line.strip()]
    dated = headers(filled)
    titled = bool(dated) and dated[0] == 2  # the title is the first line of all, the paper's stands below it
    within = {index - back for index in dated for back in ((1, 2) if titled else (1,))}
    return [line for index, kept in enumerate(filled) for line in ((kept,) if index in within else (kept, ""))]


def headers(lines: Sequence[str]) -> list[int]:
    """The lines that hold only a day, right below a newspaper's name; those of a chronology stand below an empty line.

    Empty where all of them hold the same day.
    """
    found = [index for index in range(1, len(lines)) if _is_date(lines[index]) and _is_name(lines[index - 1])]
    days = {day.day for index in found if (day := first_date(lines[index], "UTC"))}
    return found if len(days) > 1 else []


def _is_date(line: str) -> bool:
    return len(line) <= _DATE and any(map(str.isdigit, line)) and bare_date(line, "UTC") is not None


def _is_name(line: str) -> bool:
    words = line.strip()
    return 0 < len(words) <= _PAPER and words[0].isupper() and not words.endswith(_ENDS)


def _start(lines: Sequence[str], index: int) -> int:
    """The first line of a header: the paper's, or the title right above it."""
    above = index - 2
    return above if above >= 0 and _is_title(lines[above]) else index - 1


def _is_title(line: str) -> bool:
    words = line.strip()
    return 0 < len(words) <= _TITLE and not words.endswith(_ENDS) and not DOCUMENT.search(words)


def _piece(lines: Sequence[str], start: int, index: int, end: int) -> Piece:
    body = [line.strip() for line in lines[index + 1 : end]]
    title = lines[start].strip() if start < index - 1 else ""
    author, page, rubric = "", "", ""
    body = _without_end(body)
    if body and _BYLINE.match(body[-1]):
        author = _BYLINE.sub("", body.pop())
    while body and (not body[0] or ((not title or _is_name(body[0])) and _is_title(body[0]))):
        line = body.pop(0)
        if _FURNITURE.match(line) or labels(line):
            page = page or labelled_page(line)
        elif line.isupper() and not title and not rubric:
            rubric = line
        elif line and line.isupper() and not author:
            author = line.title()
        elif line and not title and not any(map(str.isdigit, line[-3:])):
            title = line
    return Piece(title or rubric, lines[index], "\n".join(body).strip(), lines[index - 1].strip(), author, page=page)


def _without_end(body: list[str]) -> list[str]:
    """A text without the lines below it: rights, and the database's number."""
    end = len(body)
    while end and (not body[end - 1] or _RIGHTS.match(body[end - 1]) or DOCUMENT.search(body[end - 1])):
        end -= 1
    return body[:end]
