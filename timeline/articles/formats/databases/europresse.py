"""Europresse's documents as it prints them: a line with the paper, its page and its words beside a line with the day.

The lines come out of a PDF, or were copied. Around each article stand the database's own words: the fields of its
source, the rights, its number, and the heads and feet of the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.articles.formats.databases.page import DOCUMENT
from timeline.articles.formats.databases.piece import Piece
from timeline.articles.metadata.page import labelled_page
from timeline.articles.publication_date.lines import bare_date
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_BULLET = re.compile(r"\s*•\s*")
_MEASURE = re.compile(r"(?:no\.?|n°|vol\.?|p\.)\s?[\w/*-]{1,12}|\d[\d\s]*\s?(?:mots|words)", re.IGNORECASE)
_WORDS = re.compile(r"\d\s?(?:mots|words)\b", re.IGNORECASE)
_PAGED = re.compile(r"[^.•]{4,90}\d{4},? p\. ?[\w-]{1,8}")
_PAPER_ENDS = re.compile(r"\s*•\s*|,\s*(?=(?:no\.?|n°|vol\.?)\s?\d)", re.IGNORECASE)
_RIGHTS = re.compile(r"©\s?\d{4}\b")
_AUTHOR = re.compile(r"(?:par\s|by\s)?[A-ZÀ-Ý][\w'’.-]*(?:[ ,]+(?:et |and |d[eu'’] ?|l[ae] )?[A-ZÀ-Ý][\w'’.-]*){1,6}")
_PREFACE, _HEADER, _LONGEST_TITLE, _LEAST_TEXT, _DAY, _LONGEST_AUTHOR = 400, 200, 150, 40, 60, 70
_BROKEN = ("·", "×")
_LATER = 40
"""The last lines of a document, among which its rights and its number stand."""


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """The articles of a text that Europresse has printed.

    Args:
        lines: All lines of the text, empty ones too.

    Yields:
        The pieces in order; empty where the text is none of Europresse, where one of them has no title or no text, or
        where there are more numbers or sources of documents than headers.
    """
    if not any("•" in line or _WORDS.search(line) or DOCUMENT.search(line) for line in lines):
        return
    kept = _unbroken(lines)
    found = headers(kept)
    if not found or documents(kept) > len(found) or not _is_preface(kept[: min(found[0])]):
        return
    if len(found) == 1 and "•" not in kept[found[0][0]]:
        return  # a copied article, which its file names
    starts = [min(header) for header in found]
    made = [
        _piece(kept, header, kept[max(header) + 1 : end])
        for header, end in zip(found, [*starts[1:], len(kept)], strict=True)
    ]
    if all(piece.title and len(piece.text) >= _LEAST_TEXT for piece in made):
        yield from made


def documents(lines: Sequence[str]) -> int:
    """How many articles of Europresse a text holds, by their numbers and by the fields of their sources."""
    numbers = {found[0] for line in lines if (found := DOCUMENT.search(line))}
    return max(len(numbers), sum(fold(line).rstrip(" :") in phrases("source_headers") for line in lines))


def headers(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines that name a paper with its page or words, each with that of its day, right above or below it.

    "Le Figaro • p. 5 • 452 mots"; with the day in it, "Région, 14 mars 2023 452 mots, p. 5" below the paper's name. In
    a text with the database's numbers the words may be missing: "Région, 14 mars 2023, p. 5".

    Returns:
        Pairs of indices: of the line that names the paper, and of the line that holds the day.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    numbered = any(DOCUMENT.search(line) for line in lines)
    found = []
    for place, index in enumerate(filled):
        with_day = _WORDS.search(lines[index]) or (numbered and _PAGED.fullmatch(lines[index].strip()))
        if "•" in lines[index] and len(lines[index]) <= _HEADER and _names_a_paper(lines[index]):
            around = filled[max(place - 1, 0) : place] + filled[place + 1 : place + 2]
            found += [(index, other) for other in around if _is_day(lines[other])][:1]
        elif place and with_day and bare_date(lines[index], "UTC"):
            found.append((filled[place - 1], index))
    return found


def _names_a_paper(line: str) -> bool:
    name, *rest = _BULLET.split(line.strip())
    return bool(rest) and name[:1].isupper() and any(_MEASURE.fullmatch(part) for part in rest)


def _is_day(line: str) -> bool:
    return len(line) <= _DAY and bare_date(line.strip(), "UTC") is not None


def _unbroken(lines: Sequence[str]) -> list[str]:
    """The lines without what stands at the head or foot of pages; a number that a line end breaks is whole again."""
    kept = [line for line in lines if not any(words in fold(line) for words in phrases("database_pages"))]
    for index, (line, following) in enumerate(pairwise(kept)):
        if line.rstrip().endswith(_BROKEN):
            kept[index : index + 2] = [line.rstrip() + following.strip(), ""]
    return kept


def _is_preface(lines: Sequence[str]) -> bool:
    """Whether what stands before the first article is a list of contents or little: no article without a header."""
    filled = [line.strip() for line in lines if line.strip()]
    listed = any(fold(line).rstrip(" :") in phrases("contents") for line in filled)
    return listed or sum(map(len, filled)) <= _PREFACE


def _piece(lines: Sequence[str], header: tuple[int, int], below: Sequence[str]) -> Piece:
    named, dated = header
    number = next((found[0] for line in below if (found := DOCUMENT.search(line))), "")
    body = _trimmed(_own(below))
    title, rest = _title(body)
    rest = _trimmed(rest)
    author = rest[0] if len(rest[0]) <= _LONGEST_AUTHOR and _AUTHOR.fullmatch(rest[0]) else ""
    text = "\n".join(rest[1:] if author else rest).strip()
    paper = _PAPER_ENDS.split(lines[named].strip())[0]
    page = labelled_page(lines[named]) or labelled_page(lines[dated])
    return Piece(title, lines[dated].strip(), text, paper, author, number, page)


def _trimmed(lines: Sequence[str]) -> list[str]:
    """The lines without blanks around them and without the empty ones at both ends; one at least."""
    return "\n".join(line.strip() for line in lines).strip().split("\n")


def _title(body: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The first line with those that go on with a small letter, and what stands below; "" where it is too long."""
    end, length = 1, len(body[0])
    while end < len(body) and body[end][:1].islower() and length + len(body[end]) < _LONGEST_TITLE:
        length += len(body[end]) + 1
        end += 1
    title = " ".join(body[:end])
    return title if len(title) <= _LONGEST_TITLE else "", body[end:]


def _own(lines: Sequence[str]) -> list[str]:
    """A document's lines without the fields of its source, and without its rights and all below them."""
    kept: list[str] = []
    passing = False
    for number, line in enumerate(lines):
        words = fold(line).strip(" :")
        is_label = words in phrases("source_headers") or words in phrases("source_fields")
        if number >= len(lines) - _LATER and _ends(line, words):
            break
        if not is_label and not (passing and words):
            kept.append(line)
        passing = is_label or (passing and not words)
    return kept


def _ends(line: str, words: str) -> bool:
    return bool(_RIGHTS.match(line.strip()) or DOCUMENT.search(line)) or words.startswith(phrases("database_ends"))
