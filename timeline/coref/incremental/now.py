"""The articles and mentions of now, side by side with those of the last merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline.coref.copies import copies, near, sketch_of
from timeline.coref.incremental.columns import NONE, ArticleRow, Kept, Mentions, Ragged
from timeline.coref.incremental.kept import columns_of, row_of
from timeline.coref.meaning import Encode
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.names.canonical import Names
from timeline.coref.selection.model import mention_odds, model
from timeline.model import Annotated


@dataclass(frozen=True, slots=True)
class Known:
    """An article of now: its id, the day on which it was published, and the digest of what its mentions depend on."""

    id: str
    published: int
    digest: str


def begin_of(articles: Iterable[ArticleRow]) -> int:
    """The day on which a story begins.

    Args:
        articles: The articles of the story.

    Returns:
        The day on which the first one that tells an event was published; 0 without one.
    """
    return min((row.published for row in articles if row.mentions), default=0)


def fresh_of(kept: Kept, in_order: Sequence[Known]) -> set[str]:
    """The articles that are new, or that say another thing than they did.

    Args:
        kept: What is kept of the last merge.
        in_order: The articles of now.

    Returns:
        Their ids.
    """
    was = {row.id: (row.published, row.digest) for row in kept.articles}
    return {one.id for one in in_order if was.get(one.id) != (one.published, one.digest)}


def sketches_of(kept: Kept, in_order: Sequence[Known], fresh: set[str], load: Callable[[str], Annotated]) -> Ragged:
    """The sketch of each article's text.

    Args:
        kept: What is kept of the last merge.
        in_order: The articles of now, in the order of publication.
        fresh: The ids of those that are new or that changed.
        load: Gives what an article says.

    Returns:
        A sketch for each article.
    """
    place = {row.id: at for at, row in enumerate(kept.articles)}
    parts = [kept.sketches.part(0, 0)]
    for one, last in _stretches([(one.id, place.get(one.id, NONE)) for one in in_order], fresh):
        if isinstance(one, str):
            parts.append(Ragged.of([sketch_of(load(one).article)], np.uint64))
        else:
            parts.append(kept.sketches.part(one, last))
    return Ragged.joined(parts)


def _stretches(articles: Sequence[tuple[str, int]], fresh: set[str]) -> list[tuple[str | int, int]]:
    """Articles one by one where they are fresh, else as stretches of their places in an earlier run.

    Args:
        articles: The id of each, and its place in the earlier run.
        fresh: The ids of those that are fresh.

    Returns:
        For each the id, or the first place and the place after the last one.
    """
    found: list[tuple[str | int, int]] = []
    for id_, place in articles:
        if id_ in fresh:
            found.append((id_, 0))
        elif found and isinstance(found[-1][0], int) and found[-1][1] == place:
            found[-1] = found[-1][0], place + 1
        else:
            found.append((place, place + 1))
    return found


def copied_of(
    kept: Kept,
    in_order: Sequence[Known],
    fresh: set[str],
    sketches: Ragged,
    load: Callable[[str], Annotated],
) -> dict[str, str]:
    """Finds the copies again; only texts that are near those of changed articles are compared.

    Args:
        kept: What is kept of the last merge.
        in_order: The articles of now, in the order of publication.
        fresh: The ids of those that are new or that changed.
        sketches: The sketch of each.
        load: Gives what an article says.

    Returns:
        By the id of each article, that of the first one with its text.
    """
    ids = [one.id for one in in_order]
    now = set(ids)
    found = {row.id: row.copy for row in kept.articles if row.id in now}
    lost = {row.id for row in kept.articles if row.id in fresh or row.id not in now}
    seeds = [at for at, id_ in enumerate(ids) if id_ in fresh or found[id_] in lost]
    for together in near(sketches.values, sketches.ends, seeds):
        its = [ids[at] for at in together]
        found |= copies([load(id_).article for id_ in its]) if len(its) > 1 else {its[0]: its[0]}
    return found


class Loaded:
    """The mentions of articles, made where they are needed.

    Args:
        in_order: All articles.
        copied: By the id of each, that of the first article with its text.
        load: Gives what an article says.
        names: What a person ordered about names.
        encode: Gives the vectors of texts.
    """

    def __init__(
        self,
        in_order: Sequence[Known],
        copied: Mapping[str, str],
        load: Callable[[str], Annotated],
        names: Names,
        encode: Encode,
    ) -> None:
        self.copied, self.load = copied, load
        self._aliases, self._encode = names.aliases(), encode
        self._number = {one.id: at for at, one in enumerate(in_order)}
        self._made: dict[str, list[EventMention]] = {}

    def mentions(self, id_: str) -> list[EventMention]:
        """The mentions of an article, in order; the same objects each time."""
        if id_ not in self._made:
            copy = self._number[self.copied[id_]]
            made = mentions_of(self.load(id_), copy, self._aliases, self._encode)
            self._made[id_] = sorted(made, key=lambda one: one.key)
        return self._made[id_]


@dataclass(frozen=True)
class Now:
    """All articles of now and their mentions, those of changed articles not placed yet.

    `moved` leads from the place of a mention in the last merge to that of now, `NONE` where it is gone.
    """

    articles: tuple[ArticleRow, ...]
    mentions: Mentions
    sketches: Ragged
    fresh: tuple[int, ...]
    moved: npt.NDArray[np.int64]

    @cached_property
    def starts(self) -> npt.NDArray[np.int64]:
        """The place of the first mention of each article, and the number of all."""
        return np.cumsum([0, *(article.mentions for article in self.articles)])

    @property
    def begin(self) -> int:
        """The day on which the story's first article was published."""
        return begin_of(self.articles)

    @classmethod
    def of(cls, kept: Kept, in_order: Sequence[Known], fresh: set[str], loaded: Loaded, sketches: Ragged) -> Now:
        """The articles in order, with the mentions of those that are fresh made anew."""
        place = {row.id: at for at, row in enumerate(kept.articles)}
        starts = kept.starts()
        moved = np.full(len(kept.mentions.clusters), NONE, np.int64)
        digest = {one.id: one.digest for one in in_order}
        rows: list[ArticleRow] = []
        parts, count, new = [kept.mentions.part(0, 0)], 0, []
        for one, last in _stretches([(each.id, place.get(each.id, NONE)) for each in in_order], fresh):
            if isinstance(one, str):
                mentions = loaded.mentions(one)
                new.append(len(rows))
                rows.append(row_of(loaded.load(one), digest[one], loaded.copied[one], len(mentions)))
                parts.append(columns_of(mentions, *mention_odds(mentions, model())))
            else:
                rows += kept.articles[one:last]
                first, end = int(starts[one]), int(starts[last])
                parts.append(kept.mentions.part(first, end))
                moved[first:end] = np.arange(count, count + end - first)
            count += len(parts[-1].clusters)
        columns = Mentions.joined(parts)
        standing = columns.clusters != NONE
        columns.clusters[standing] = moved[columns.clusters[standing]]
        return cls(tuple(rows), columns, sketches, tuple(new), moved)
