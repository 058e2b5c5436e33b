"""Merges again after a few articles changed: see the package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline.coref.entry.build import entry
from timeline.coref.entry.ids import digest_of, identities
from timeline.coref.incremental.canon import canon_within, renamed
from timeline.coref.incremental.columns import NONE, Kept
from timeline.coref.incremental.index import SharedFeatures
from timeline.coref.incremental.now import Known, Loaded, Now, begin_of, copied_of, fresh_of, sketches_of
from timeline.coref.incremental.placing import Gone, Placing
from timeline.coref.incremental.repeating import Repeating
from timeline.coref.meaning import Encode, encode
from timeline.coref.mentions import EventMention
from timeline.coref.names.canonical import Canon, Names
from timeline.coref.selection.model import chances_by, weight
from timeline.coref.selection.model import model as selection
from timeline.coref.similarity import SimilarityModel
from timeline.model import Annotated, Entry

_MOST_FRESH = 0.1
"""The share of changed articles from which it is faster to merge all."""


@dataclass(frozen=True, slots=True)
class Again:
    """What an update gives: what is kept now, and the entries of all events, by their first mentions."""

    kept: Kept
    entries: tuple[Entry, ...]


def merged_again(  # noqa: PLR0913 - the options of one call, most by name
    kept: Kept,
    entries: Sequence[Entry],
    articles: Iterable[Known],
    load: Callable[[str], Annotated],
    *,
    names: Names,
    language: str,
    similar: SimilarityModel,
    encode: Encode = encode,
) -> Again | None:
    """What `coref.merge` gives after some articles changed, and what is kept of it.

    Args:
        kept: What is kept of the last merge.
        entries: Its entries, in the order of their first mentions.
        articles: All articles of now.
        load: Gives what an article says, by its id; asked only where it matters.
        names: What a person ordered about names, as in the last merge.
        language: The language of the explanations, as in the last merge.
        similar: The similarity model, with what is known of pairs.
        encode: Gives the vectors of texts.

    Returns:
        The entries and what is kept; None where so much changed that all must be merged.
    """
    in_order = sorted(articles, key=lambda one: (one.published, one.id))
    fresh = fresh_of(kept, in_order)
    if len(fresh) > max(1, _MOST_FRESH * len(in_order)) or not in_order:
        return None
    sketches = sketches_of(kept, in_order, fresh, load)
    copied = copied_of(kept, in_order, fresh, sketches, load)
    fresh |= {row.id for row in kept.articles if row.id in copied and copied[row.id] != row.copy}
    loaded = Loaded(in_order, copied, load, names, encode)
    now = Now.of(kept, in_order, fresh, loaded, sketches)
    if now.begin != begin_of(kept.articles):
        return None
    return _Update(kept, entries, now, loaded, similar, names, language).run()


class _Update:
    """One update, from what is kept of the last merge to what is kept of this one."""

    def __init__(  # noqa: PLR0917 - what one update holds
        self,
        kept: Kept,
        entries: Sequence[Entry],
        now: Now,
        loaded: Loaded,
        similar: SimilarityModel,
        names: Names,
        language: str,
    ) -> None:
        self._kept, self._now, self._loaded, self._similar = kept, now, loaded, similar
        self._names, self._language, self._selection = names, language, selection()
        self._starts: list[int] = now.starts.tolist()
        self._article: list[int] = np.repeat(np.arange(len(now.articles)), np.diff(now.starts)).tolist()
        index = SharedFeatures(now.mentions)
        self._index = index
        self._placing = Placing(now.mentions, now.starts, index, self._mention, similar)
        was = kept.mentions.clusters
        first = np.flatnonzero(was == np.arange(len(was)))
        self._was = dict(zip(first.tolist(), entries, strict=True))

    def run(self) -> Again:
        """Places, compares and writes what the changes touch."""
        gone = self._gone()
        self._placing.update(self._now.fresh, list(gone.values()))
        turned = self._repeats(gone)
        mentions = self._now.mentions
        heads = np.flatnonzero(mentions.clusters == np.arange(len(mentions.clusters))).tolist()
        standing = {int(self._now.moved[was]): one for was, one in self._was.items() if self._now.moved[was] != NONE}
        fresh = {head for head in self._placing.touched if head in self._placing.members} | turned
        fresh = {head for head in fresh if mentions.clusters[head] == head} | {h for h in heads if h not in standing}
        fresh |= self._renamed()
        canonical = self._canon({name for head in fresh for name in self._named(head)})
        ids = identities(digest.decode() for digest in mentions.digests[heads].tolist())
        written = [
            self._entry(id_, head, canonical) if head in fresh else _with_id(standing[head], id_)
            for id_, head in zip(ids, heads, strict=True)
        ]
        now = self._now
        return Again(Kept(now.articles, mentions, now.sketches), tuple(written))

    def _mention(self, place: int) -> EventMention:
        article = self._article[place]
        return self._loaded.mentions(self._now.articles[article].id)[place - self._starts[article]]

    def _group(self, head: int) -> list[EventMention]:
        return [self._mention(one) for one in self._placing.members[head]]

    def _head_of(self, head: int) -> list[int]:
        """The mentions of an event in its first article."""
        return [one for one in self._placing.members[head] if self._article[one] == self._article[head]]

    def _head(self, head: int) -> list[EventMention]:
        return [self._mention(one) for one in self._head_of(head)]

    def _gone(self) -> dict[int, Gone]:
        """The mentions that are not there any more, by their places in the last merge."""
        kept, now = self._kept.mentions, self._now
        keys = [(row.published, row.id) for row in now.articles]
        before = np.repeat(np.arange(len(self._kept.articles)), np.diff(self._kept.starts())).tolist()
        since: dict[int, int] = {}
        found = {}
        for place in np.flatnonzero(now.moved == NONE).tolist():
            row = self._kept.articles[before[place]]
            if before[place] not in since:
                since[before[place]] = sum(key < (row.published, row.id) for key in keys)
            found[place] = Gone(
                kept.pairs.row(place),
                frozenset(kept.own.row(place).tolist()),
                int(kept.quotes[place]),
                int(now.moved[kept.clusters[place]]),
                since[before[place]],
            )
        return found

    def _repeats(self, gone: Mapping[int, Gone]) -> set[int]:
        """Finds the repeats again, and returns the events that are repeats now or no longer."""
        now, mentions = self._now, self._now.mentions
        events = {
            one for one in self._placing.touched if one < len(mentions.clusters) and mentions.clusters[one] == one
        }
        lost = [each for was, each in gone.items() if was in self._was]
        articles = {each.since for each in lost if each.since < len(now.articles)} | set(now.fresh)
        for was in self._was:
            one = int(now.moved[was])
            if one != NONE and mentions.clusters[one] != one:  # its first mention is one of another event now
                article = self._article[one]
                own = self._index.own(one)
                lost.append(Gone(mentions.pairs.row(one), own, int(mentions.quotes[one]), NONE, article))
                articles.add(article)
                mentions.likely[one], mentions.repeats[one], mentions.digests[one] = -1.0, False, b""
        changed = {event for event in events if self._has_changed(event)}
        articles |= {self._article[event] for event in changed}
        again = Repeating(mentions, now.starts, self._index, self._head, self._selection.of_pair, self._similar)
        again.update(changed, lost, articles)
        return again.turned

    def _has_changed(self, event: int) -> bool:
        """Whether the first article of an event now says another thing of it; its chance by it is computed."""
        mentions, group = self._now.mentions, self._head(event)
        odds, ranks = self._weights(self._head_of(event))
        (likely,) = chances_by([group], odds, ranks, self._now.begin, self._selection)
        same = float(mentions.likely[event]) == likely and mentions.digests[event] and self._same_head(event)
        mentions.likely[event] = likely
        mentions.digests[event] = digest_of(group[0]).encode()
        return not same

    def _same_head(self, event: int) -> bool:
        """Whether an event has the same mentions in its first article as in the last merge."""
        (was,) = np.flatnonzero(self._now.moved == event).tolist() or (NONE,)
        if was == NONE:
            return False
        kept = self._kept.mentions
        before = np.flatnonzero(kept.clusters == was)
        before = before[np.argsort(kept.ranks[before], kind="stable")]
        now = [
            one for one in self._now.moved[before].tolist() if one == NONE or self._article[one] == self._article[event]
        ]
        return now == self._head_of(event)

    def _weights(self, places: Sequence[int]) -> tuple[dict[int, float], dict[int, int]]:
        mentions = self._now.mentions
        odds = {id(self._mention(one)): float(mentions.odds[one]) for one in places}
        return odds, {id(self._mention(one)): int(mentions.within[one]) for one in places}

    def _entry(self, id_: str, head: int, canonical: Canon) -> Entry:
        group = self._group(head)
        odds, ranks = self._weights(self._placing.members[head])
        (chance,) = chances_by([group], odds, ranks, self._now.begin, self._selection)
        weighs = weight(group, chance, bool(self._now.mentions.repeats[head]))
        return entry(id_, group, canonical, self._language, weighs)

    # ---- names ---------------------------------------------------------------------------------------------------

    def _named(self, head: int) -> set[str]:
        articles = {self._article[one] for one in self._placing.members[head]}
        return {name for one in articles for name in self._now.articles[one].named}

    def _renamed(self) -> set[int]:
        """The events with a name whose canonical name is another one than in the last merge."""
        now = self._now
        other = renamed(self._kept.articles, now.articles, [now.articles[at] for at in now.fresh], self._names)
        articles = [at for at, row in enumerate(now.articles) if not other.isdisjoint(row.named)] if other else []
        clusters = now.mentions.clusters
        return {int(clusters[one]) for at in articles for one in range(self._starts[at], self._starts[at + 1])}

    def _canon(self, named: set[str]) -> Canon:
        return canon_within(self._now.articles, named, self._names)


def _with_id(one: Entry, id_: str) -> Entry:
    return one if one.id == id_ else replace(one, id=id_)


def places_of(kept: Kept) -> list[tuple[int, int, int]]:
    """The sort key of each event among those of one day: by its first mention in the text of its first article.

    Args:
        kept: What is kept of a merge.

    Returns:
        A key for each event, in the order of their first mentions.
    """
    mentions = kept.mentions
    article = np.repeat(np.arange(len(kept.articles)), np.diff(kept.starts()))
    first: dict[int, int] = {}
    for place, cluster in enumerate(mentions.clusters.tolist()):
        first.setdefault(cluster, place)
    least = np.array([first[head] for head in sorted(first)], np.int64)
    columns = (article[least], mentions.sentences[least], mentions.triggers[least])
    return list(zip(*(column.tolist() for column in columns), strict=True))
