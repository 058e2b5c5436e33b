"""What is kept of a merge: a row for each article and for each mention, in columns that are read without parsing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.coref.names.canonical import NamesOf

NONE = -1
"""The cluster of a mention that is in none."""


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of several numbers each.

    Attributes:
        values: The numbers of all rows, one row after the other.
        ends: For each row, the place after its last number.
    """

    values: npt.NDArray[Any]
    ends: npt.NDArray[np.int64]

    def row(self, place: int) -> npt.NDArray[Any]:
        """The numbers of a row."""
        return self.values[self.ends[place - 1] if place else 0 : self.ends[place]]

    def part(self, first: int, last: int) -> Ragged:
        """The rows from `first` to `last` (exclusive)."""
        begin = self.ends[first - 1] if first else 0
        ends = self.ends[first:last]
        return Ragged(self.values[begin : ends[-1]] if len(ends) else self.values[:0], ends - begin)

    @classmethod
    def of(cls, rows: Sequence[Sequence[float] | npt.NDArray[Any]], kind: type) -> Ragged:
        """The rows as one value."""
        made: list[npt.NDArray[Any]] = [np.array(row, kind) for row in rows]
        ends = np.cumsum([len(row) for row in made], dtype=np.int64)
        return cls(np.concatenate(made) if made else np.zeros(0, kind), ends)

    @classmethod
    def joined(cls, parts: Sequence[Ragged]) -> Ragged:
        """The rows of some values, one after the other."""
        starts = np.cumsum([0, *(len(part.values) for part in parts)])
        ends = [part.ends + start for part, start in zip(parts, starts, strict=False)]
        return cls(np.concatenate([part.values for part in parts]), np.concatenate(ends))


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of some articles, in the order of `EventMention.key`.

    Attributes:
        clusters: For each mention the first one of its event, by place; `NONE` where it is not placed.
        ranks: The place of each in its event.
        sentences: Where its sentence begins in the article.
        triggers: Where its trigger begins.
        quotes: A number for its sentence; 0 where it has a date of its own.
        odds: Its log odds to be published.
        within: Its rank in its article.
        leads: Its log odds less those of the likeliest other mention of its article.
        likely: Of an event's first mention, the chance of the event by its first article.
        repeats: Of an event's first mention, whether the event repeats another.
        digests: Of an event's first mention, the digest of the event.
        plan_ends: The last day of its plan; later than any where it is none.
        pairs: The pairs of its features.
        own: The stretches of time that it is filed under.
        sought: Those under which another mention of its event may be filed.
    """

    clusters: npt.NDArray[np.int64]
    ranks: npt.NDArray[np.int64]
    sentences: npt.NDArray[np.int64]
    triggers: npt.NDArray[np.int64]
    quotes: npt.NDArray[np.uint64]
    odds: npt.NDArray[np.float64]
    within: npt.NDArray[np.int64]
    leads: npt.NDArray[np.float64]
    likely: npt.NDArray[np.float64]
    repeats: npt.NDArray[np.bool_]
    digests: npt.NDArray[np.bytes_]
    plan_ends: npt.NDArray[np.int64]
    pairs: Ragged
    own: Ragged
    sought: Ragged

    def part(self, first: int, last: int) -> Mentions:
        """The rows from `first` to `last` (exclusive)."""
        return Mentions(*(_part(getattr(self, each.name), first, last) for each in fields(self)))

    @classmethod
    def joined(cls, parts: Sequence[Mentions]) -> Mentions:
        """The rows of some values, one after the other, in arrays of their own."""
        return cls(*(_joined([getattr(part, each.name) for part in parts]) for each in fields(cls)))


def _part(column: Any, first: int, last: int) -> Any:
    return column.part(first, last) if isinstance(column, Ragged) else column[first:last]


def _joined(parts: Sequence[Any]) -> Any:
    return Ragged.joined(parts) if isinstance(parts[0], Ragged) else np.concatenate(parts)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What is kept of an article.

    Attributes:
        id: Its id.
        published: The day on which it was published.
        digest: Stands for all that its mentions are made from.
        copy: The id of the first article that has its text.
        mentions: The number of its mentions.
        names: The names of its likely events, for the canonical ones.
        named: All names of its mentions.
    """

    id: str
    published: int
    digest: str
    copy: str
    mentions: int
    names: NamesOf
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a merge.

    Attributes:
        articles: The articles, in the order of publication.
        mentions: Their mentions.
        sketches: The sketch of each article's text.
        words: The heaviest words of each article's title and first lines, as numbers; none where it has no mention.
        weights: The weight of each of them; those of an article are a vector of the length 1.
    """

    articles: tuple[ArticleRow, ...]
    mentions: Mentions
    sketches: Ragged
    words: Ragged
    weights: Ragged

    @property
    def starts(self) -> npt.NDArray[np.int64]:
        """The place of the first mention of each article, and after the last one."""
        return np.cumsum([0, *(article.mentions for article in self.articles)])

    @property
    def days(self) -> list[int]:
        """The days on which articles with an event were published, each once, in order."""
        return sorted({row.published for row in self.articles if row.mentions})


_LENGTH = 8
"""The bytes of a length."""
_OF_ARTICLES = ("sketches", "words", "weights")
"""The columns that have a row for each article."""


def dumps(kept: Kept) -> list[bytes | memoryview]:
    """What is kept as bytes.

    Returns:
        The parts of the bytes that `loads` reads; those of columns are views, which take no memory.
    """
    arrays = dict(_arrays(kept))
    head = {
        "articles": [_raw(article) for article in kept.articles],
        "columns": [(name, array.dtype.str, len(array)) for name, array in arrays.items()],
    }
    first = json.dumps(head).encode()
    size = len(first).to_bytes(_LENGTH, "big")
    return [size, first, *(_bytes(array) for array in arrays.values() if array.nbytes)]


def _raw(row: ArticleRow) -> tuple[object, ...]:
    """The fields of a row, in their order, as `_row` reads them."""
    names = {"persons": row.names.persons, "others": row.names.others, "places": row.names.places}
    return row.id, row.published, row.digest, row.copy, row.mentions, names, row.named


def _bytes(array: npt.NDArray[Any]) -> memoryview:
    return np.ascontiguousarray(array).view(np.uint8).data


def _arrays(kept: Kept) -> Iterable[tuple[str, npt.NDArray[Any]]]:
    columns = {each.name: getattr(kept.mentions, each.name) for each in fields(Mentions)}
    of_articles = {name: getattr(kept, name) for name in _OF_ARTICLES}
    for name, column in {**columns, **of_articles}.items():
        if isinstance(column, Ragged):
            yield f"{name} values", column.values
            yield f"{name} ends", column.ends
        else:
            yield name, column


def loads(data: bytes | memoryview) -> Kept | None:
    """The inverse of `dumps`.

    Args:
        data: The bytes; columns are views of them, and no copy is made.

    Returns:
        What was kept; None where the bytes are not that.
    """
    try:
        at = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
        raw = json.loads(bytes(data[_LENGTH:at]))
        found: dict[str, npt.NDArray[Any]] = {}
        for name, kind, count in raw["columns"]:
            found[name] = np.frombuffer(data, kind, count, at)
            at += found[name].nbytes
        articles = [_row(*each) for each in raw["articles"]]
        columns = (_column(each.name, found) for each in fields(Mentions))
        of_articles = (_column(name, found) for name in _OF_ARTICLES)
        return Kept(tuple(articles), Mentions(*columns), *of_articles)
    except (KeyError, TypeError, ValueError):
        return None


def _row(  # noqa: PLR0917 - the fields of a row
    id_: str, published: int, digest: str, copy: str, mentions: int, names: dict[str, list[str]], named: list[str]
) -> ArticleRow:
    return ArticleRow(id_, published, digest, copy, mentions, NamesOf(*map(tuple, names.values())), tuple(named))


def _column(name: str, found: dict[str, npt.NDArray[Any]]) -> Any:
    return found[name] if name in found else Ragged(found[f"{name} values"], found[f"{name} ends"])
