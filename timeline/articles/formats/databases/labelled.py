"""Articles under labels ("Date : …", "Page(s) : 5"): clippings (PressEdd, Argus), PressReader's prints, mailings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.articles.formats.databases.piece import Piece
from timeline.articles.publication_date.lines import bare_date, first_date
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_LABEL = re.compile(r"^\s*([^\W\d_][^:|]{1,30}?)\s?:\s*(.{0,300})$")
_LONGEST = 600
_PARTS = re.compile(r"\s+[|•·]\s+")
_LEAST_LABELS, _LEAST_TEXT, _TITLE, _HEADER_LINES = 2, 40, 200, 6
_KINDS = ("date", "title", "publisher", "author", "page", "other")


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of labelled lines: its first line, its end (exclusive), and its fields."""

    start: int
    end: int
    stated: dict[str, str]


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """The articles of a text in which each has a block of labels with a date, before its text or after it.

    Args:
        lines: All lines of the text, empty ones too.

    Yields:
        The pieces in order; empty where there is no such block, or where one of the articles has no text or no date.
    """
    blocks = list(_blocks(lines))
    if not blocks:
        return
    behind = not any(line.strip() for line in lines[blocks[-1].end :])
    found = list(_closed(lines, blocks) if behind else _opened(lines, blocks))
    if all(len(piece.text) >= _LEAST_TEXT and piece.title and first_date(piece.date, "UTC") for piece in found):
        yield from found


def count(lines: Sequence[str]) -> int:
    """How many articles the blocks of labels in a text describe."""
    return len(list(_blocks(lines)))


def _opened(lines: Sequence[str], blocks: Sequence[_Block]) -> Iterator[Piece]:
    """Articles whose labels stand before the text; where a line comes before the first block, it is a title."""
    above = any(line.strip() for line in lines[: blocks[0].start])
    ends = [*(block.start for block in blocks[1:]), len(lines)]
    for number, (block, end) in enumerate(zip(blocks, ends, strict=True)):
        body = [line.strip() for line in lines[block.end : end]]
        if above and number < len(blocks) - 1:
            body = _without_last(body)
        title = _last(lines, block.start) if above else ""
        yield _piece(block, title, body)


def _closed(lines: Sequence[str], blocks: Sequence[_Block]) -> Iterator[Piece]:
    """Articles whose labels stand after the text, as PressReader prints them."""
    for start, block in zip((0, *(block.end for block in blocks[:-1])), blocks, strict=True):
        yield _piece(block, "", [line.strip() for line in lines[start : block.start]])


def _piece(block: _Block, above: str, body: list[str]) -> Piece:
    while body and not body[0]:
        body.pop(0)
    stated = dict(block.stated)
    if above and not stated.get("title") and body and _is_title(body):
        above, stated = "", {"publisher": above, **stated}  # the paper stands above, the title below
    title = stated.get("title") or above
    if not title and body and len(body[0]) <= _TITLE:
        title = body.pop(0)
    elif body and fold(body[0]) == fold(title):
        body.pop(0)
    for line in [each for each in body[:_HEADER_LINES] if each]:
        if not stated.get("date") and bare_date(line, "UTC"):
            stated["date"] = line
        elif fold(line) not in {fold(each) for each in stated.values()} and not bare_date(line, "UTC"):
            break
        body.remove(line)
    text = "\n".join(body).strip()
    fields = (stated.get("publisher", ""), stated.get("author", ""), "", stated.get("page", ""))
    return Piece(title, stated.get("date", ""), text, *fields)


def _is_title(body: Sequence[str]) -> bool:
    """Whether a text opens with a line that is not a sentence, and goes on after it."""
    return len(body[0]) <= _TITLE and not body[0].endswith((".", "…", ":", "»", "!", "?")) and len(body) > 1


def _last(lines: Sequence[str], end: int) -> str:
    return next((lines[number].strip() for number in range(end - 1, -1, -1) if lines[number].strip()), "")


def _without_last(body: list[str]) -> list[str]:
    while body and not body[-1]:
        body.pop()
    return body[:-1]


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    start, stated, count, end = 0, dict[str, str](), 0, 0
    for index, line in enumerate((*lines, "-")):
        found = labels(line)
        if found:
            start = start if count else index
            end, count = index + 1, count + len(found)
            for kind, value in found:
                stated.setdefault(kind, value)
        elif line.strip() and count:
            if count >= _LEAST_LABELS and stated.keys() & {"date", "title", "page"}:
                yield _Block(start, end, stated)
            stated, count = {}, 0


def labels(line: str) -> list[tuple[str, str]]:
    """The labels of a line with their values; none where a part of the line is not labelled.

    Returns:
        Pairs of label and value, in the order of the line.
    """
    found = []
    for part in _PARTS.split(line.strip()) if line.strip() and len(line) <= _LONGEST else ():
        match = _LABEL.match(part)
        kind = _kind(match[1]) if match else ""
        if not match or not kind:
            return []
        found.append((kind, match[2].strip()))
    return found


def _kind(label: str) -> str:
    folded = fold(label).strip(" *-#")
    return next((kind for kind in _KINDS if folded in phrases(f"label_{kind}")), "")
