"""From articles to entries: all are read and merged, or only what changed since the last update and what it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import coref
from timeline.annotation import Annotation
from timeline.document import Head
from timeline.languages.organisations import is_organisation
from timeline.model import Annotated, Article, ArticleCard, Entry, Problem
from timeline.workflow.files import Progress
from timeline.workflow.load import card
from timeline.workflow.memory import annotation_cache, merges, pairs
from timeline.workflow.memory.blocks import Block, Digested, blocks_of, digested
from timeline.workflow.memory.merges import ArticleFacts
from timeline.workflow.merging.annotate import annotated
from timeline.workflow.merging.let_go import let_go
from timeline.workflow.merging.set_aside import is_opinion
from timeline.workflow.merging.unread import separate_unread
from timeline.workflow.options import UpdateOptions


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of some articles, and what else was read of these.

    Attributes:
        entries: All entries, in order of date.
        cards: The cards of the articles that were read.
        problems: What in the articles could not be dated.
        unread: A problem for each article that made the reading fail.
        annotations: Gives all that was read of the articles, of which one at a time need be held.
        blocks: The entries as they are kept; none where they are not.
        opinions: Whether each article that was read calls itself an opinion or an erratum, by its id.
    """

    entries: tuple[Entry, ...]
    cards: tuple[ArticleCard, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]
    annotations: Callable[[], Iterable[Annotated]]
    blocks: Digested[Entry] = ()
    opinions: Mapping[str, bool] = field(default_factory=dict)


class _LostError(Exception):
    """An annotation is not in the cache any more."""


def of_articles(
    path: Path,
    head: Head,
    names: coref.Names,
    articles: Sequence[Article],
    how: UpdateOptions,
    progress: Progress | None = None,
) -> Merged:
    """The entries of articles, and what else an update needs of these.

    Args:
        path: The YAML file.
        head: Its head.
        names: What people set for names.
        articles: The articles, each id once.
        how: How articles are read.
        progress: Is called with what is done, how many are, and of how many.

    Returns:
        The same whatever earlier updates left in the cache.
    """
    named = {annotation_cache.key(article, model=how.model): article for article in articles}
    merging = _Merging(path, head, names, how, progress)
    last = merges.last_merge(path, merging.key) if topic_of(head) is None else None
    if last and 2 * sum(name not in last.facts for name in named) > len(named):
        last = None
    try:
        return merging.run(named, last)
    except _LostError:
        return merging.run(named, None)


class _Said:
    """What the articles say: what was read of some now, and what the cache has of all others.

    Args:
        read: What was read now, by the ids of the articles.
        names: The name of each article's annotation in the cache, by the articles' ids.
    """

    def __init__(self, read: dict[str, Annotation], names: Mapping[str, str]) -> None:
        self._read, self._names = read, names

    def load(self, id_: str) -> Annotation:
        """What an article says, held from then on; raises `_LostError` where the cache does not have it any more."""
        if id_ not in self._read:
            found = annotation_cache.known(self._names[id_])
            if found is None:
                raise _LostError(id_)
            self._read[id_] = found
        return self._read[id_]

    def every(self) -> Iterator[Annotation]:
        """What each article says, one at a time, without those that are not in the cache any more."""
        found = (self._read.get(id_) or annotation_cache.known(name) for id_, name in self._names.items())
        return (one for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class _Merging:
    """How the articles of one timeline are read and merged."""

    path: Path
    head: Head
    names: coref.Names
    how: UpdateOptions
    progress: Progress | None

    @property
    def key(self) -> str:
        """What a whole merge depends on, beside its articles."""
        return merges.key_of(self.names, self.head.language, self.how.model)

    def run(self, named: Mapping[str, Article], last: merges.Merge | None) -> Merged:
        """Reads the articles that the last merge did not have, all where there is none, and merges what they touch.

        Args:
            named: The articles, by the names of their annotations in the cache.
            last: What the last merge left.

        Raises:
            _LostError: An annotation that was in the cache is not there now.
        """
        known = last.facts if last else {}
        fresh = [article for name, article in named.items() if name not in known]
        annotations, unread = separate_unread(
            annotated(fresh, self.how, self.progress), self.path.parent, self.how.language
        )
        let_go(len(named))
        read = {one.article.id: one for one in annotations}
        there = {name: article for name, article in named.items() if name in known or article.id in read}
        facts = {name: known[name] if name in known else facts_of(read[one.id]) for name, one in there.items()}
        loaded = _Said(read, {article.id: name for name, article in there.items()})
        memo = pairs.memo_of(self.path, there, self.names)
        blocks: tuple[Block[Entry], ...] = ()
        if about := topic_of(self.head):
            entries = self._of_topic(about, annotations, memo)
        else:
            merge = self._merge(there.values(), loaded.load, memo, last)
            blocks = blocks_of(merge.entries, last.blocks if last else ())
            merges.remember_merge(self.path, self.key, merge.kept, blocks, facts)
            entries = merge.in_order()
        pairs.keep(self.path, memo, every=last is not None)
        return Merged(
            entries,
            tuple(_card(article, its) for article, its in zip(there.values(), facts.values(), strict=True)),
            tuple(problem for its in facts.values() for problem in its.problems),
            unread,
            loaded.every,
            digested(blocks),
            {article.id: its.opinion for article, its in zip(there.values(), facts.values(), strict=True)},
        )

    def _of_topic(
        self, about: coref.TopicFilter, annotations: Sequence[Annotated], memo: coref.PairMemo
    ) -> tuple[Entry, ...]:
        """The entries of a topic: its period selects entries, the rest of it the events that are merged."""
        chosen = coref.on_topic(annotations, replace(about, period=None), annotation_cache.encode)
        loaded = {one.article.id: one for one in chosen}
        merge = self._merge([one.article for one in chosen], loaded.__getitem__, memo)
        return tuple(one for one in merge.in_order() if coref.touches(one.interval, about.period))

    def _merge(
        self,
        articles: Collection[Article],
        load: Callable[[str], Annotated],
        memo: coref.PairMemo,
        last: merges.Merge | None = None,
    ) -> coref.Merge:
        corpus = coref.Corpus.of(articles, load, names=self.names, encode=annotation_cache.encode, memo=memo)
        before = coref.Merge(last.kept, last.entries) if last else None
        step = _merging(None if last else self.progress, len(articles))
        return coref.merge_corpus(corpus, before, language=self.head.language, step=step)


def topic_of(head: Head) -> coref.TopicFilter | None:
    """The topic of a timeline; None where all events belong."""
    about = head.about
    if not (about.words or about.people or about.places or about.interval):
        return None
    return coref.TopicFilter(about.words, about.people, about.places, about.interval)


def facts_of(annotation: Annotation) -> ArticleFacts:
    """What an update needs of an article that does not change.

    Returns:
        Among other things the names of actors that its events have more often as an organisation or a thing than as a
        person.
    """
    labels = [(name.canonical, name.label) for event in annotation.events for name in event.people]
    counts = Counter({name: 0 for name, _ in labels})
    for name, label in labels:
        counts[name] += {"PER": -1, "LOC": 0}.get(label, 1)
    organisations = tuple(sorted(name for name, n in counts.items() if n > 0 and not is_organisation(name)))
    return ArticleFacts(organisations, annotation.problems, is_opinion(annotation.article))


def _card(article: Article, facts: ArticleFacts) -> ArticleCard:
    return card(article, organisations=facts.organisations)


def _merging(progress: Progress | None, articles: int) -> Callable[[int, int], None]:
    """Reports the steps of merging as so many articles merged."""
    return lambda done, of: progress("merging", articles * done // of, articles) if progress else None
