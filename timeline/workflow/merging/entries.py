"""From articles to entries: all are read and merged, or only what changed since the last update and what it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import coref
from timeline.annotation import Annotation
from timeline.document import Head
from timeline.languages.organisations import is_organisation
from timeline.model import Annotated, Article, ArticleCard, Entry, Length, Problem
from timeline.workflow.commands.unread import separate_unread
from timeline.workflow.files import Progress
from timeline.workflow.load import card
from timeline.workflow.memory import annotation_cache, merges, pairs
from timeline.workflow.memory.blocks import Block, Digested, blocks_of, digested
from timeline.workflow.memory.merges import ArticleFacts
from timeline.workflow.merging.annotate import annotated
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
    """

    entries: tuple[Entry, ...]
    cards: tuple[ArticleCard, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]
    annotations: Callable[[], Iterable[Annotated]]
    blocks: Digested[Entry] = ()


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
    last = merges.last_merge(path, _key(names, head, how)) if topic_of(head) is None else None
    if last and 2 * sum(name not in last.facts for name in named) > len(named):
        last = None
    try:
        return _merged(path, last, head, names, named, how, progress)
    except _LostError:
        return _merged(path, None, head, names, named, how, progress)


def _merged(  # noqa: PLR0917 - what an update knows by now
    path: Path,
    last: merges.Merge | None,
    head: Head,
    names: coref.Names,
    named: Mapping[str, Article],
    how: UpdateOptions,
    progress: Progress | None,
) -> Merged:
    """Reads the articles that the last merge did not have, all where there is none, and merges what they touch.

    Raises:
        _LostError: An annotation that was in the cache is not there now.
    """
    known = last.facts if last else {}
    fresh = [article for name, article in named.items() if name not in known]
    annotations, unread = separate_unread(annotated(fresh, how, progress), path.parent, how.language)
    read = {one.article.id: one for one in annotations}
    there = {name: article for name, article in named.items() if name in known or article.id in read}
    facts = {name: known[name] if name in known else facts_of(read[one.id]) for name, one in there.items()}
    articles = tuple(there.values())
    name_of = {article.id: name for name, article in there.items()}

    def load(id_: str) -> Annotation:
        if id_ not in read:
            found = annotation_cache.known(name_of[id_])
            if found is None:
                raise _LostError(id_)
            read[id_] = found
        return read[id_]

    def every() -> Iterator[Annotation]:
        found = (read.get(id_) or annotation_cache.known(name) for id_, name in name_of.items())
        return (one for one in found if one is not None)

    blocks: list[Block[Entry]] = []

    def keep(kept: coref.Kept, entries: Sequence[Entry]) -> None:
        blocks.extend(blocks_of(entries, last.blocks if last else ()))
        merges.remember_merge(path, _key(names, head, how), kept, blocks, facts)

    about = topic_of(head)
    memo = pairs.memo_of(path, there, names)
    if last:
        days = {article.id: article.published.toordinal() - 1 for article in articles}
        entries = coref.merge_again(
            kept=last.kept,
            entries=last.entries,
            articles=days,
            load=load,
            names=names,
            language=head.language,
            encode=annotation_cache.encode,
            memo=memo,
            keep=keep,
        )
    else:
        entries = coref.merge(
            annotations,
            names=names,
            about=about,
            language=head.language,
            length=Length.ALL,
            encode=annotation_cache.encode,
            step=_merging(progress, len(annotations)),
            memo=memo,
            keep=keep if about is None else None,
        )
    pairs.keep(path, memo, every=last is not None)
    return Merged(
        entries,
        tuple(_card(article, its) for article, its in zip(articles, facts.values(), strict=True)),
        tuple(problem for its in facts.values() for problem in its.problems),
        unread,
        every,
        digested(blocks),
    )


def _key(names: coref.Names, head: Head, how: UpdateOptions) -> str:
    return merges.key_of(names, head.language, how.model)


def topic_of(head: Head) -> coref.TopicFilter | None:
    """The topic of a timeline; None where all events belong.

    Args:
        head: The head of the timeline.
    """
    about = head.about
    if not (about.words or about.people or about.places or about.interval):
        return None
    return coref.TopicFilter(about.words, about.people, about.places, about.interval)


def facts_of(annotation: Annotation) -> ArticleFacts:
    """What an update needs of an article that does not change.

    Args:
        annotation: What was read of it.

    Returns:
        Among other things the names of actors that its events have more often as an organisation or a thing than as a
        person.
    """
    labels = [(name.canonical, name.label) for event in annotation.events for name in event.people]
    counts = Counter({name: 0 for name, _ in labels})
    for name, label in labels:
        counts[name] += {"PER": -1, "LOC": 0}.get(label, 1)
    organisations = tuple(sorted(name for name, n in counts.items() if n > 0 and not is_organisation(name)))
    return ArticleFacts(organisations, annotation.problems)


def _card(article: Article, facts: ArticleFacts) -> ArticleCard:
    return card(article, organisations=facts.organisations)


def _merging(progress: Progress | None, articles: int) -> Callable[[int, int], None]:
    """Reports the steps of merging as so many articles merged."""
    return lambda done, of: progress("merging", articles * done // of, articles) if progress else None
