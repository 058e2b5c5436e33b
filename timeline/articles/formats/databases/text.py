"""Several articles in one text: Factiva, Nexis, Alceste/IRaMuTeQ, and texts parted by rules, each with its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from timeline.articles.formats.databases import europresse, factiva, headed, labelled, mailing, nexis, review
from timeline.articles.formats.databases.page import several
from timeline.articles.formats.databases.piece import Piece, draft_of
from timeline.articles.publication_date import hints
from timeline.articles.publication_date.lines import bare_date, from_line
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle
from timeline.model import Problem

_STARS = re.compile(r"^(?:\*\*\*\*|\d{4})\s+(\*\S.*)$")
_THEME = re.compile(r"^-\*\w+\s*$", re.MULTILINE)
"""Alceste's mark of a part of a text."""
_RULE = re.compile(r"^\s*(?:[=*_—–#~-]\s?){5,}\s*$|^\f")
_HEADER = re.compile(r"\bp(?:age|\.)\s?[\w-]|\d\s(?:mots|words)\b", re.IGNORECASE)
_HEAD = 8
_LEAST, _LONGEST_TITLE = 80, 150


def drafts_of_text(text: str, source: SourceFile, options: ReadOptions) -> list[UndatedArticle | Problem]:
    """The articles of a text that holds several; empty where it holds one.

    A text that seems to hold several and is not understood is a problem.

    Returns:
        The drafts, in the order of the text.
    """
    lines = [line.strip("\ufeff\r") for line in text.split("\n")]
    letter = mailing.of_text(lines)
    if letter and not letter[0].date:
        return [several(source.path, len(letter))]
    filled = [line.strip() for line in lines if line.strip()]
    closer = headed.closer(lines)
    numbers = europresse.documents(lines)
    documents = max(numbers, len(europresse.headers(lines)))
    exports: tuple[Iterable[Piece], ...] = (
        letter,
        _alceste(lines),
        factiva.pieces(filled),
        nexis.pieces(filled),
        europresse.pieces(lines),
        labelled.pieces(lines),
        headed.pieces(closer),
        review.pieces(lines),
    )
    others = () if documents > 1 else (_parted(lines, options.zone), _titled(lines, options.zone))
    for pieces in map(list, (*exports, *others)):
        if pieces and len(pieces) >= numbers:
            return [draft_of(piece, number, source, options.zone) for number, piece in enumerate(pieces, 1)]
    headers = labelled.count(lines), len(headed.headers(closer)), len(review.headers(filled))
    count = max(len(_days(filled, options.zone)), *headers, documents)
    return [several(source.path, count)] if count > 1 else []


def _days(lines: Sequence[str], zone: str) -> set[str]:
    """The days of the publication lines in a text: a text of one article has one."""
    found = set()
    end = len(lines) - hints.LAST
    others = next((index for index, line in enumerate(lines) if index > end and hints.announces_others(line)), None)
    for line in lines[:others]:
        stated = [hint for hint in from_line(line, zone) if not hint.modification]
        bare = bare_date(line, zone) if _HEADER.search(line) else None
        found |= {str(hint.day) for hint in (*stated, *([bare] if bare else ()))}
    return found


def _alceste(lines: Sequence[str]) -> Iterator[Piece]:
    """IRaMuTeQ's corpus: a line "**** *journal_lemonde *date_2023-03-14" before each text."""
    starts = [index for index, line in enumerate(lines) if _STARS.match(line)]
    for start, end in pairwise([*starts, len(lines)]):
        stated: dict[str, str] = {}
        for variable in lines[start].split()[1:]:
            name, _, value = variable.lstrip("*").partition("_")
            stated[name.lower()] = value
        text = _THEME.sub("", "\n".join(lines[start + 1 : end])).strip()
        if text:
            title = _spaced(stated.get("titre") or stated.get("title") or "")
            publisher = _spaced(
                next((stated[each] for each in ("source", "journal", "media", "titrepresse") if each in stated), "")
            )
            yield Piece(
                title or text.split("\n")[0][:120], _variables_date(stated), text, publisher, key=stated.get("id", "")
            )


def _spaced(value: str) -> str:
    return value.replace("_", " ")


def _variables_date(stated: dict[str, str]) -> str:
    value = next(
        (stated[each] for each in ("date", "datepub", "publication", "jour") if len(stated.get(each, "")) > 5), ""
    )
    digits = re.sub(r"\D", "", value)
    if not value and {"annee", "mois", "jour"} <= stated.keys():
        digits = f"{stated['annee']}{stated['mois'].zfill(2)}{stated['jour'].zfill(2)}"
    if len(digits) != 8:
        return _spaced(value)
    if digits[:2] in ("19", "20"):
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"


def _parted(lines: Sequence[str], zone: str) -> Iterator[Piece]:
    """Texts parted by rules or page breaks, where every one of them has a publication date of its own at its head."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        if _RULE.match(line):
            chunks.append([line.lstrip("\f")] if line.startswith("\f") and line.strip() else [])
        else:
            chunks[-1].append(line)
    chunks = [chunk for chunk in chunks if any(line.strip() for line in chunk)]
    pieces = [_headed(chunk, zone) for chunk in chunks]
    if len(pieces) > 1 and all(pieces):
        yield from (piece for piece in pieces if piece)


def _titled(lines: Sequence[str], zone: str) -> Iterator[Piece]:
    """Texts one after the other, each with its title, then its publication line, then its text."""
    dated = [(index, line) for index, line in enumerate(lines) if _is_publication_line(line, zone)]
    starts = [title for index, _ in dated if (title := _title_above(lines, index)) is not None]
    if len(dated) < 2 or len(starts) < len(dated) or any(line.strip() for line in lines[: starts[0]]):
        return
    if any(map(hints.announces_others, lines)):
        return
    texts = [
        "\n".join(lines[index + 1 : end]).strip()
        for (index, _), end in zip(dated, [*starts[1:], len(lines)], strict=True)
    ]
    if all(len(text) >= _LEAST for text in texts):
        for start, (_, line), text in zip(starts, dated, texts, strict=True):
            yield Piece(lines[start].strip(), line, text)


def _is_publication_line(line: str, zone: str) -> bool:
    return any(not hint.modification for hint in from_line(line, zone))


def _title_above(lines: Sequence[str], index: int) -> int | None:
    """The line of the title right above a publication line: short, no sentence, after an empty line."""
    above = next((number for number in range(index - 1, -1, -1) if lines[number].strip()), None)
    if above is None or (above and lines[above - 1].strip()):
        return None
    title = lines[above].strip()
    return above if len(title) <= _LONGEST_TITLE and not title.endswith((".", "…", ":")) else None


def _headed(chunk: Sequence[str], zone: str) -> Piece | None:
    filled = [line.strip() for line in chunk if line.strip()]
    for index, line in enumerate(filled[:_HEAD]):
        hint = next((each for each in from_line(line, zone) if not each.modification), None) or bare_date(line, zone)
        hint = hint or hints.from_dateline(line, zone)
        if hint and hint.day:
            title = filled[0] if index else filled[min(1, len(filled) - 1)]
            return Piece(title, line, "\n".join(chunk).strip(), filled[1] if index == 2 and len(filled[1]) < 60 else "")
    return None
