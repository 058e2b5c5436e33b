"""One merge, from what the last one left to what this one leaves: what is new is placed, and what that touches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from timeline.calendar import end_of
from timeline.coref.blocking import vague_stretch
from timeline.coref.entry.build import entry
from timeline.coref.entry.common_ground import CommonGround, common_ground
from timeline.coref.entry.ids import digest_of, identities
from timeline.coref.mentions import EventMention
from timeline.coref.merging.articles import Corpus, Now, fresh_of
from timeline.coref.merging.canon import canon_within, renamed
from timeline.coref.merging.columns import NONE, Kept
from timeline.coref.merging.index import SharedFeatures
from timeline.coref.merging.placing import Gone, Placing
from timeline.coref.merging.repeating import Repeating
from timeline.coref.merging.rows import nothing
from timeline.coref.merging.story import Story
from timeline.coref.names.canonical import Canon
from timeline.coref.selection.model import model as selection
from timeline.coref.selection.model import weight
from timeline.coref.similarity import model as similarity
from timeline.gc_pause import reading_what_stays
from timeline.model import Entry

_MOST_FRESH = 0.1
"""The share of changed articles from which it is faster to begin from nothing: at a third, three times as fast."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge leaves: what the next one needs, and the entries of all events, by their first mentions."""

    kept: Kept
    entries: tuple[Entry, ...]

    def in_order(self) -> tuple[Entry, ...]:
        """The entries in order of date; those of one day, as the first article of each tells them."""
        mentions, kept = self.kept.mentions, self.kept
        article = np.repeat(np.arange(len(kept.articles)), np.diff(kept.starts))
        first = np.flatnonzero(mentions.clusters == np.arange(len(mentions.clusters)))
        columns = (article[first], mentions.sentences[first], mentions.triggers[first])
        places = zip(*(column.tolist() for column in columns), strict=True)
        turns = [(_when(one), place) for one, place in zip(self.entries, places, strict=True)]
        return tuple(self.entries[at] for at in sorted(range(len(turns)), key=turns.__getitem__))


def merge_corpus(
    corpus: Corpus,
    last: Merge | None = None,
    *,
    language: str = "fr",
    step: Callable[[int, int], None] = lambda done, of: None,
) -> Merge:
    """Merges the events of all articles, or what changed since the last merge and what that touches.

    Args:
        corpus: The current articles.
        last: What the last merge left, with the same names and the same language; the result is the same without it.
        language: The language of the explanations.
        step: Called after each step with its number and that of all steps.

    Returns:
        The entries of all events, and what the next merge needs, where the corpus has the digest of each article.
    """
    if last and len(fresh_of(last.kept, corpus)) > max(1, _MOST_FRESH * len(corpus.articles)):
        last = None
    begun = last or Merge(nothing(), ())
    with reading_what_stays():
        now = Now.of(begun.kept, corpus)
        step(1, 4)
        if not last or now.kept.days[:1] == last.kept.days[:1]:
            return _Merging(begun, now, corpus, language).run(step)
    return merge_corpus(corpus, language=language, step=step)  # every chance depends on the first day


class _Merging:
    """One merge, from what the last one left."""

    def __init__(self, last: Merge, now: Now, corpus: Corpus, language: str) -> None:
        self._kept, self._now, self._similar = last.kept, now, replace(similarity(), memo=corpus.memo)
        self._names, self._language, self._selection = corpus.names, language, selection()
        self._days = now.kept.days
        self._ground, self._ground_before = _ground_of(now.kept), _ground_of(last.kept)
        starts = now.kept.starts.tolist()
        self._story = Story.of(now.kept.mentions, starts, partial(_mention, now, starts))
        was = last.kept.mentions.clusters
        first = np.flatnonzero(was == np.arange(len(was)))
        self._was = dict(zip(first.tolist(), last.entries, strict=True))
        self._origin = {int(one): at for at, one in enumerate(now.moved.tolist()) if one != NONE}

    def run(self, step: Callable[[int, int], None]) -> Merge:
        """Places, compares and writes what is new and what that touches."""
        mentions, moved, gone = self._now.kept.mentions, self._now.moved, self._gone()
        index = SharedFeatures(mentions)
        touched = self._placed(gone, index) | self._around_other_days()
        step(2, 4)
        touched |= self._repeats(touched, gone, index)
        step(3, 4)
        del index  # the entries take as much memory
        heads = np.flatnonzero(mentions.clusters == np.arange(len(mentions.clusters))).tolist()
        standing = {int(moved[was]): one for was, one in self._was.items() if moved[was] != NONE}
        fresh = {head for head in heads if head in touched or head not in standing}
        fresh |= (self._renamed() | self._otherwise_understood() | self._over_or_to_come_again()) if standing else set()
        canonical = canon_within(
            self._now.kept.articles, {name for head in fresh for name in self._named(head)}, self._names
        )
        ids = identities(digest.decode() for digest in mentions.digests[heads].tolist())
        written = [
            self._entry(id_, head, canonical) if head in fresh else _with_id(standing[head], id_)
            for id_, head in zip(ids, heads, strict=True)
        ]
        step(4, 4)
        return Merge(self._now.kept, tuple(written))

    def _gone(self) -> dict[int, Gone]:
        """The mentions that are not there any more, by their places in the last merge."""
        kept, moved = self._kept.mentions, self._now.moved
        keys = [(row.published, row.id) for row in self._now.kept.articles]
        article = np.repeat(np.arange(len(self._kept.articles)), np.diff(self._kept.starts)).tolist()
        found = {}
        for place in np.flatnonzero(moved == NONE).tolist():
            row = self._kept.articles[article[place]]
            found[place] = Gone(
                kept.pairs.row(place),
                frozenset(kept.own.row(place).tolist()),
                int(kept.quotes[place]),
                int(moved[kept.clusters[place]]),
                bisect_right(keys, (row.published, row.id)),
            )
        return found

    def _placed(self, gone: Mapping[int, Gone], index: SharedFeatures) -> set[int]:
        """Places the mentions that are new, and returns the events that grew or shrank."""
        placing = Placing(self._story, index, self._similar)
        placing.update(self._now.fresh, gone.values())
        return placing.touched

    def _around_other_days(self) -> set[int]:
        """The events that later articles date to a time around a day that has articles now, or has none any more."""
        own, other = self._now.kept.mentions.own, set(self._days) ^ set(self._kept.days)
        if not self._was or not other:
            return set()
        later = bisect_right([row.published for row in self._now.kept.articles], min(other))
        first = self._story.starts[later]
        rows = own.part(first, len(own.ends))
        around = np.flatnonzero(np.isin(rows.values, [vague_stretch(day) for day in other]))
        found = np.searchsorted(rows.ends, around, "right")
        return {self._story.clusters[first + one] for one in found.tolist()}

    def _repeats(self, touched: Iterable[int], gone: Mapping[int, Gone], index: SharedFeatures) -> set[int]:
        """Finds the repeats again, and returns the events that are repeats now or no longer."""
        story, mentions = self._story, self._now.kept.mentions
        lost = [each for was, each in gone.items() if was in self._was]
        articles = {each.since for each in lost if each.since < len(story.starts) - 1} | {*self._now.fresh}
        for was in self._was:
            one = int(self._now.moved[was])
            if one != NONE and story.clusters[one] != one:  # its first mention is one of another event now
                article, own = story.article[one], index.own(one)
                lost.append(Gone(mentions.pairs.row(one), own, int(mentions.quotes[one]), NONE, article))
                articles.add(article)
                mentions.likely[one], mentions.repeats[one], mentions.digests[one] = -1.0, False, b""
        changed = {one for one in touched if story.clusters[one] == one and self._has_changed(one)}
        articles |= {story.article[event] for event in changed}
        again = Repeating(story, index, self._selection, self._similar)
        again.update(changed, lost, articles)
        return again.turned

    def _has_changed(self, event: int) -> bool:
        """Whether the first article of an event now says another thing of it; its chance by it is computed."""
        mentions, head = self._now.kept.mentions, self._story.head(event)
        likely = self._story.chance(head, self._days, self._selection)
        same = float(mentions.likely[event]) == likely and mentions.digests[event] and head == self._head_before(event)
        mentions.likely[event] = likely
        mentions.digests[event] = digest_of(self._story.mention(event)).encode()
        return not same

    def _head_before(self, event: int) -> list[int]:
        """The mentions that an event had in its first article in the last merge, by their places now."""
        if event not in self._origin:
            return []
        kept, article = self._kept.mentions, self._story.article
        before = np.flatnonzero(kept.clusters == self._origin[event])
        before = before[np.argsort(kept.ranks[before], kind="stable")]
        return [one for one in self._now.moved[before].tolist() if one == NONE or article[one] == article[event]]

    def _entry(self, id_: str, event: int, canonical: Canon) -> Entry:
        story, group, mentions = self._story, self._story.group(event), self._now.kept.mentions
        alone = len(story.head(event)) == len(group)
        chance = mentions.likely[event] if alone else story.chance(story.members[event], self._days, self._selection)
        is_over = story.is_over(event, self._days[-1])
        weighs = weight(float(chance), is_repeat=bool(mentions.repeats[event]), is_over=is_over)
        return entry(id_, group, canonical, self._language, weighs, self._ground.includes_topic_of)

    def _otherwise_understood(self) -> set[int]:
        """The events whose title may need a topic now, or may need none any more."""
        if self._ground.words != self._ground_before.words:
            return {*self._story.members}
        other = self._ground.central ^ self._ground_before.central
        return self._told_in(at for at, row in enumerate(self._now.kept.articles) if row.id in other)

    def _over_or_to_come_again(self) -> set[int]:
        """The events that are plans whose time ended between the last days of the story before and now."""
        first, last = sorted((self._kept.days[-1], self._days[-1])) if self._days else (0, 0)
        ends = self._now.kept.mentions.plan_ends
        return {self._story.clusters[one] for one in np.flatnonzero((first <= ends) & (ends < last)).tolist()}

    def _named(self, event: int) -> set[str]:
        articles = {self._story.article[one] for one in self._story.members[event]}
        return {name for one in articles for name in self._now.kept.articles[one].named}

    def _renamed(self) -> set[int]:
        """The events with a name whose canonical name is another one than in the last merge."""
        articles = self._now.kept.articles
        other = renamed(self._kept.articles, articles, [articles[at] for at in self._now.fresh], self._names)
        return self._told_in(at for at, row in enumerate(articles) if not other.isdisjoint(row.named))

    def _told_in(self, articles: Iterable[int]) -> set[int]:
        """The events of which some articles, by their places, have a mention."""
        starts = self._story.starts
        return {self._story.clusters[one] for at in articles for one in range(starts[at], starts[at + 1])}


def _mention(now: Now, starts: Sequence[int], place: int) -> EventMention:
    """A mention by its place; no method, so that a merge is in no cycle and its memory is free when it is over."""
    article = bisect_right(starts, place) - 1
    return now.loaded.mentions(now.kept.articles[article].id)[place - starts[article]]


def _ground_of(kept: Kept) -> CommonGround:
    sizes = np.diff(kept.words.ends, prepend=0)
    return common_ground([row.id for row in kept.articles], sizes, kept.words.values, kept.weights.values)


def _with_id(one: Entry, id_: str) -> Entry:
    return one if one.id == id_ else replace(one, id=id_)


def _when(one: Entry) -> tuple[bool, int, bool, int]:
    """The sort key of an entry: its beginning (its end where the beginning is open), undated entries last."""
    interval = one.interval
    if interval is None:
        return (True, 0, False, 0)
    begin = interval.begin if interval.begin is not None else end_of(interval)
    return (False, begin, interval.begin is not None, interval.end if interval.end is not None else begin)
