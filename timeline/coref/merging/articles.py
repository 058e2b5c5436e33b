"""The current articles and mentions, side by side with those of the last merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline.coref.copies import copies, near, sketches_of
from timeline.coref.features.memo import PairMemo
from timeline.coref.meaning import Encode, encode
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.merging.columns import NONE, ArticleRow, Kept, Mentions, Ragged
from timeline.coref.merging.rows import columns_of, row_of, topics_of
from timeline.coref.names.canonical import Names
from timeline.coref.selection.model import model
from timeline.model import Annotated, Article


@dataclass(frozen=True, slots=True)
class Known:
    """A current article: its id, the day on which it was published, and the digest of what its mentions depend on."""

    id: str
    published: int
    digest: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a merge, and how what they say is had.

    Attributes:
        articles: All articles, in the order of publication.
        load: Gives what an article says, by its id; asked only where it matters.
        names: What a person ordered about names.
        encode: Gives the vectors of texts.
        memo: What is known of pairs of mentions from an earlier run; the result is the same without it.
    """

    articles: tuple[Known, ...]
    load: Callable[[str], Annotated]
    names: Names
    encode: Encode
    memo: PairMemo | None = None

    @classmethod
    def of(
        cls,
        articles: Iterable[Article],
        load: Callable[[str], Annotated],
        *,
        names: Names | None = None,
        encode: Encode = encode,
        memo: PairMemo | None = None,
    ) -> Corpus:
        """The corpus of some articles in any order; a memo has the digest of each, which a later merge asks for."""
        known = (
            Known(one.id, one.published.toordinal() - 1, memo.articles[one.id] if memo else "") for one in articles
        )
        in_order = sorted(known, key=lambda one: (one.published, one.id))
        return cls(tuple(in_order), load, names or Names(), encode, memo)


class Loaded:
    """The mentions of articles, made where they are needed.

    Args:
        corpus: The articles.
        copied: By the id of each, that of the first article with its text.
    """

    def __init__(self, corpus: Corpus, copied: Mapping[str, str]) -> None:
        self.copied, self._corpus = copied, corpus
        self._aliases = corpus.names.aliases()
        self._number = {one.id: at for at, one in enumerate(corpus.articles)}
        self._made: dict[str, list[EventMention]] = {}

    def mentions(self, id_: str) -> list[EventMention]:
        """The mentions of an article, in order; the same objects each time."""
        if id_ not in self._made:
            copy = self._number[self.copied[id_]]
            made = mentions_of(self._corpus.load(id_), copy, self._aliases, self._corpus.encode)
            self._made[id_] = sorted(made, key=lambda one: one.key)
        return self._made[id_]


@dataclass(frozen=True, slots=True)
class Now:
    """What is kept of the last merge for the current articles; the mentions of those that are fresh are not placed yet.

    Attributes:
        kept: The articles, their mentions and sketches.
        fresh: The places of the articles that are new or that changed.
        moved: From the place of a mention in the last merge to the current one; `NONE` where it is gone.
        loaded: The mentions.
    """

    kept: Kept
    fresh: tuple[int, ...]
    moved: npt.NDArray[np.int64]
    loaded: Loaded

    @classmethod
    def of(cls, kept: Kept, corpus: Corpus) -> Now:
        """The articles in order, with the mentions of those that are fresh made anew.

        Args:
            kept: What is kept of the last merge, with the same orders about names.
            corpus: The current articles.
        """
        fresh = fresh_of(kept, corpus)
        sketches = _sketches(kept, corpus, fresh)
        copied = _copied(kept, corpus, fresh, sketches)
        fresh |= {row.id for row in kept.articles if row.id in copied and copied[row.id] != row.copy}
        loaded = Loaded(corpus, copied)
        starts, moved = kept.starts, np.full(len(kept.mentions.clusters), NONE, np.int64)
        rows: list[ArticleRow] = []
        parts, count = [kept.mentions.part(0, 0)], 0
        topics = [(kept.words.part(0, 0), kept.weights.part(0, 0))]
        for at, some in _stretches(kept, corpus.articles, fresh):
            if at == NONE:
                its = [loaded.mentions(one.id) for one in some]
                rows += [
                    row_of(corpus.load(one.id), one.digest, copied[one.id], own)
                    for one, own in zip(some, its, strict=True)
                ]
                parts.append(columns_of([mention for own in its for mention in own], model()))
                topics.append(topics_of(its))
            else:
                rows += kept.articles[at : at + len(some)]
                topics.append((kept.words.part(at, at + len(some)), kept.weights.part(at, at + len(some))))
                first, end = int(starts[at]), int(starts[at + len(some)])
                parts.append(kept.mentions.part(first, end))
                moved[first:end] = np.arange(count, count + end - first)
            count += len(parts[-1].clusters)
        columns = Mentions.joined(parts)
        standing = columns.clusters != NONE
        columns.clusters[standing] = moved[columns.clusters[standing]]
        places = tuple(at for at, one in enumerate(corpus.articles) if one.id in fresh)
        words, weights = map(Ragged.joined, zip(*topics, strict=True))
        return cls(Kept(tuple(rows), columns, sketches, words, weights), places, moved, loaded)


def fresh_of(kept: Kept, corpus: Corpus) -> set[str]:
    """The articles that are new, or that say another thing than they did.

    Args:
        kept: What is kept of the last merge.
        corpus: The current articles.

    Returns:
        Their ids.
    """
    was = {row.id: (row.published, row.digest) for row in kept.articles}
    return {one.id for one in corpus.articles if was.get(one.id) != (one.published, one.digest)}


def _stretches(kept: Kept, in_order: Sequence[Known], fresh: set[str]) -> Iterator[tuple[int, Sequence[Known]]]:
    """The articles in stretches: `NONE` with some that are fresh, or the first one's place in the last merge."""
    place = {row.id: at for at, row in enumerate(kept.articles)}
    was = [NONE if one.id in fresh else place[one.id] for one in in_order]
    begin = 0
    for end in range(1, len(in_order) + 1):
        if end == len(in_order) or was[end] != (NONE if was[begin] == NONE else was[end - 1] + 1):
            yield was[begin], in_order[begin:end]
            begin = end


def _sketches(kept: Kept, corpus: Corpus, fresh: set[str]) -> Ragged:
    """The sketch of each article's text."""
    parts = [kept.sketches.part(0, 0)]
    for at, some in _stretches(kept, corpus.articles, fresh):
        if at == NONE:
            parts.append(Ragged.of(sketches_of([corpus.load(one.id).article for one in some]), np.uint64))
        else:
            parts.append(kept.sketches.part(at, at + len(some)))
    return Ragged.joined(parts)


def _copied(kept: Kept, corpus: Corpus, fresh: set[str], sketches: Ragged) -> dict[str, str]:
    """By the id of each article that of the first one with its text; only texts near fresh ones are compared."""
    ids = [one.id for one in corpus.articles]
    now = set(ids)
    found = {row.id: row.copy for row in kept.articles if row.id in now}
    lost = {row.id for row in kept.articles if row.id in fresh or row.id not in now}
    seeds = [at for at, id_ in enumerate(ids) if id_ in fresh or found[id_] in lost]
    for together in near(sketches.values, sketches.ends, seeds):
        found |= copies([corpus.load(ids[at]).article for at in together], [sketches.row(at) for at in together])
    return found
