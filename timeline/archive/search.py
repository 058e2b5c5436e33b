"""Finds the articles of an archive for a timeline, by words, names, meaning, and the dates of their events."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Any

import numpy as np

from timeline.archive.vectors import Vectors, nearest
from timeline.model import Moment

_TITLE, _NAMES, _TEXT = 4.0, 2.0, 1.0
"""How much more a word counts in a title and in a name than in the text."""
_AT_ONCE = 8192
"""The number of vectors that are compared at a time."""


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """The articles to search for.

    An article matches if it has all `words` (stems) and one of the `names` (each a sequence of stems), or if its title
    has a cosine of at least `near` with one of the `vectors`. It must have an event of salience `least` or more that
    overlaps [`begin`, `end`), where these are given. The result has `most` articles at most.
    """

    words: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    vectors: Vectors | None = None
    near: float = 1.0
    begin: Moment | None = None
    end: Moment | None = None
    least: float = 0.0
    most: int = 100


def search(database: sqlite3.Connection, wanted: ArchiveQuery) -> list[int]:
    """The articles of an archive that a query asks for.

    Args:
        database: The open archive.
        wanted: The words, names, vectors and days to search for, and how many articles at most.

    Returns:
        Their numbers, best first: those found by words, then those found by meaning. Of a period, those come first that
        tell what began and ended in it: "depuis 2013" touches every later month.
    """
    inside = _inside(database, wanted)
    if not (wanted.words or wanted.names):
        found = list(islice(_best(database, sorted((-best, one) for one, best in inside.items()), wanted), wanted.most))
        return _completed(found, (number for number, _ in _rows(database, _ALL, wanted, [])), wanted.most)
    found = list(islice(_by_words(database, wanted, inside), wanted.most))
    if wanted.vectors is not None and len(wanted.vectors) and len(found) < wanted.most:
        return _completed(found, _by_meaning(database, wanted, inside), wanted.most)
    return found


def _completed(found: list[int], others: Iterable[int], most: int) -> list[int]:
    known = set(found)
    return [*found, *islice((number for number in others if number not in known), most - len(found))]


def _inside(database: sqlite3.Connection, wanted: ArchiveQuery) -> dict[int, float]:
    """The articles with an event within the period, each with the salience of the likeliest; none without a period."""
    if wanted.begin is None and wanted.end is None:
        return {}
    begin, end = _period(wanted)
    return dict(database.execute(_INSIDE, [begin, end, end, wanted.least]))


_IN_TIME = """EXISTS (
  SELECT 1 FROM mention WHERE mention.article = article.number AND mention.weight >= ?
  AND coalesce(mention.begin_at, -9e18) < ? AND coalesce(mention.end_at, 9e18) > ?
  AND (mention.date IS NOT NULL OR ?)
)"""
_WORDS = f"""SELECT bm25(words, {_TITLE}, {_NAMES}, {_TEXT}), rowid FROM words WHERE words MATCH ?"""
_THESE = f"""SELECT article.number, article.path FROM article
WHERE article.number IN (SELECT value FROM json_each(?)) AND {_IN_TIME} LIMIT ?"""
_ALL = f"""SELECT article.number, 0 FROM article WHERE {_IN_TIME} ORDER BY article.published, article.path LIMIT ?"""
_INSIDE = """SELECT article, max(weight) FROM mention
WHERE begin_at >= ? AND begin_at < ? AND coalesce(end_at, 9e18) <= ? AND weight >= ? GROUP BY article"""
_ONE = f"""SELECT article.number, 0 FROM article WHERE article.number = ? AND {_IN_TIME} LIMIT ?"""


def _by_words(database: sqlite3.Connection, wanted: ArchiveQuery, inside: Container[int]) -> Iterator[int]:
    """The articles with an event within the period by rank, then the others."""
    ranked = sorted(database.execute(_WORDS, [match(wanted.words, wanted.names)]))
    for first in (True, False):
        yield from _best(database, [each for each in ranked if (each[1] in inside) is first], wanted)


def _best(database: sqlite3.Connection, ranked: Sequence[tuple[float, int]], wanted: ArchiveQuery) -> Iterator[int]:
    """The articles by rank, then by path.

    A common word is in half of the articles, and only the best of them are wanted: no other row of a table is read.
    """
    for portion in _portions(ranked, wanted.most):
        numbers = {number: rank for rank, number in portion}
        rows = dict(_rows(database, _THESE, replace(wanted, most=len(numbers)), [json.dumps([*numbers])]))
        yield from sorted(rows, key=lambda number: (numbers[number], rows[number]))


def _portions(ranked: Sequence[tuple[float, int]], size: int) -> Iterator[list[tuple[float, int]]]:
    """Articles of descending rank in portions of at least `size`; those of one rank are never parted."""
    portion: list[tuple[float, int]] = []
    for _, equal in groupby(ranked, key=lambda each: each[0]):
        portion += equal
        if len(portion) >= size:
            yield portion
            portion = []
    if portion:
        yield portion


def match(words: Sequence[str], names: Sequence[Sequence[str]]) -> str:
    """The query for SQLite's full-text search: all words anywhere, and one of the names as a phrase.

    Args:
        words: Stems, all of which must occur.
        names: The stems of each name, one of which must occur.
    """
    asked = [_quoted([word]) for word in words]
    if names:
        asked.append("(" + " OR ".join(map(_quoted, names)) + ")")
    return " AND ".join(asked)


def _quoted(words: Sequence[str]) -> str:
    together = " ".join(words).replace('"', '""')
    return f'"{together}"'


def _by_meaning(database: sqlite3.Connection, wanted: ArchiveQuery, inside: Container[int]) -> Iterator[int]:
    """The articles whose titles mean nearly the same, nearest first, as `_by_words`.

    The vectors are never all in memory.
    """
    assert wanted.vectors is not None
    near: list[tuple[int, float]] = []
    rows = database.execute("SELECT article, vector FROM meaning ORDER BY article")
    while batch := rows.fetchmany(_AT_ONCE):
        table = np.frombuffer(b"".join([vector for _, vector in batch]), np.int8).reshape(len(batch), -1)
        near += [(batch[row][0], cosine) for row, cosine in nearest(table, wanted.vectors, wanted.near)]
    near.sort(key=lambda each: (each[0] not in inside, -each[1]))
    for number, _ in near[: 4 * wanted.most]:
        if any(_rows(database, _ONE, wanted, [number])):
            yield number


def _rows(
    database: sqlite3.Connection, asked: str, wanted: ArchiveQuery, first: list[Any]
) -> Iterator[tuple[int, Any]]:
    begin, end = _period(wanted)
    undated = wanted.begin is None and wanted.end is None
    yield from database.execute(asked, [*first, wanted.least, end, begin, undated, wanted.most])


def _period(wanted: ArchiveQuery) -> tuple[float, float]:
    """The beginning and the end of the period; open ones are beyond all dates."""
    return (-9e18 if wanted.begin is None else wanted.begin, 9e18 if wanted.end is None else wanted.end)
