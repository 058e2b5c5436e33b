"""Nexis and LexisNexis: "End of Document" after each article, or "1 of 25 DOCUMENTS" before it, and labelled fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.articles.formats.databases.piece import Piece
from timeline.articles.metadata.page import labelled_page
from timeline.articles.publication_date.lines import first_date

_END = re.compile(r"^\s*(?:end of document|fin du document)\s*$", re.IGNORECASE)
_START = re.compile(r"^\s*(?:\d+ (?:of|de|sur) \d+ documents?|document \d+ (?:of|de|sur) \d+)\s*$", re.IGNORECASE)
_BODY = re.compile(r"^\s*(?:body|corps|texte|texte intégral)\s*:?\s*$|^\s*(?:BODY|CORPS)\s*:\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"^\s*(?:load-date|date[ -](?:de )?chargement|classification|graphic|graphique|language|langue|publication-type"
    r"|type[ -](?:de )?publication|subject|sujet|notes)\s*(?::|$)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^\s*(section|rubrique|length|longueur|byline|auteur|headline|titre|copyright|highlight|encart)\s*:?\s*(.*)$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"^\s*page \d+ (?:of|de|sur) \d+\s*$", re.IGNORECASE)


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """The articles among non-empty lines.

    Args:
        lines: The lines, without spaces round them.
    """
    lines = [line for line in lines if not _FURNITURE.match(line)]
    by_end = any(map(_END.match, lines))
    if not by_end and not any(map(_START.match, lines)):
        return
    chunk: list[str] = []
    for line in (*lines, ""):
        if (_END if by_end else _START).match(line) or (not by_end and not line):
            piece = _piece(chunk)
            if piece:
                yield piece
            chunk = []
        elif not _START.match(line):
            chunk.append(line)


def _piece(chunk: Sequence[str]) -> Piece | None:
    start = next((index for index, line in enumerate(chunk) if _BODY.match(line)), None)
    if start is None:
        start = _without_label(chunk)
    if start is None:
        return None
    end = next((index for index in range(start + 1, len(chunk)) if _TAIL.match(chunk[index])), len(chunk))
    head = chunk[:start]
    dated = next((index for index in range(len(head) - 1, -1, -1) if _is_date_line(head[index])), None)
    if dated is None or dated == 0:
        return None
    stated = {found[1].lower(): found[2] for line in head if (found := _FIELD.match(line))}
    title = stated.get("headline") or stated.get("titre") or ""
    below = dated == 1 and not title  # the paper, its day, then the title
    title = title or (head[2] if below and len(head) > 2 and not _FIELD.match(head[2]) else head[max(dated - 2, 0)])
    opening = _BODY.sub("", chunk[start]).strip()
    return Piece(
        title,
        head[dated],
        "\n\n".join(filter(None, (opening, *chunk[start + 1 : end]))),
        head[dated - 1] if dated > 1 or below or "headline" in stated else "",
        stated.get("byline") or stated.get("auteur") or "",
        page=labelled_page(stated.get("section") or stated.get("rubrique") or ""),
    )


def _without_label(chunk: Sequence[str]) -> int | None:
    """Where the text begins below the fields, where no label opens it; None where there are no fields."""
    fields = [index for index, line in enumerate(chunk[:12]) if _FIELD.match(line) and ":" in line]
    return fields[-1] + 1 if len(fields) > 1 and fields[-1] + 1 < len(chunk) else None


def _is_date_line(line: str) -> bool:
    return len(line) < 80 and not _FIELD.match(line) and first_date(line, "UTC") is not None
