"""A merge that remembers gives what one that remembers nothing gives, whatever came, went or changed meanwhile."""

from __future__ import annotations

import datetime
import gc
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.coref.making import annotated, remembered
from tests.coref.merging.test_properties import articles
from timeline.coref import Columns, Corpus, Kept, Merge, Names, PairMemo, columns, merge, merge_corpus
from timeline.coref.features.memo import nothing
from timeline.coref.mentions import EventMention
from timeline.coref.merging import update
from timeline.coref.merging.columns import Mentions, Ragged
from timeline.coref.merging.story import Story
from timeline.coref.names.canonical import Naming
from timeline.model import Annotated, Entry, Status

PLACES = range(len(articles()))
EARLIEST = min(PLACES, key=lambda place: articles()[place].article.published)
"""It stays in most states: the first day of a story counts for all its events, and all are merged where it changes."""
NAMES = Names(people=(Naming("Anne Ardent", also=("A. Ardent",)),))


def _as_it_is(one: Annotated) -> Annotated:
    return one


def _a_week_later(one: Annotated) -> Annotated:
    return replace(one, article=replace(one.article, published=one.article.published + datetime.timedelta(weeks=1)))


def _said_with_doubt(one: Annotated) -> Annotated:
    return replace(one, events=tuple(replace(event, confidence=event.confidence / 2) for event in one.events))


def _told_as_another_event(one: Annotated) -> Annotated:
    return replace(one, events=tuple(replace(event, lemma="voter", weight=0.9) for event in one.events))


def _planned(one: Annotated) -> Annotated:
    return replace(one, events=tuple(replace(event, status=Status.PLANNED) for event in one.events))


def _signed(one: Annotated) -> Annotated:
    return replace(one, article=replace(one.article, publisher="Le Courrier"))


def _as_others_print_it(one: Annotated) -> Annotated:
    """The text of the first article, at the end of this one's: a copy where both are short."""
    return replace(one, article=replace(one.article, text=f"{articles()[0].article.text} {one.article.text[:20]}"))


CHANGES: Sequence[Callable[[Annotated], Annotated]] = (
    _as_it_is,
    _as_it_is,
    _a_week_later,
    _said_with_doubt,
    _told_as_another_event,
    _planned,
    _signed,
    _as_others_print_it,
)
STATES = st.dictionaries(st.sampled_from(PLACES), st.sampled_from(CHANGES), min_size=2)


class _Remembering:
    """Merges one state after the other, with what the last merge left."""

    def __init__(self, names: Names) -> None:
        self.names, self.known = names, nothing()
        self.last: Merge | None = None

    def memo(self, some: Mapping[str, Annotated], known: Columns) -> PairMemo:
        digests = {id_: hashlib.sha256(repr(one).encode()).hexdigest() for id_, one in some.items()}
        return PairMemo(digests, known)

    def whole(self, some: Mapping[str, Annotated]) -> tuple[Entry, ...]:
        self.last = merge_corpus(self._corpus(some, some.__getitem__, self.memo(some, nothing())))
        return self.last.in_order()

    def again(self, some: Mapping[str, Annotated], load: Callable[[str], Annotated]) -> tuple[Entry, ...]:
        assert self.last is not None
        kept = columns.loads(b"".join(columns.dumps(self.last.kept)))
        assert kept is not None
        memo = self.memo(some, self.known)
        self.last = merge_corpus(self._corpus(some, load, memo), Merge(kept, self.last.entries))
        self.known = memo.columns(every=True)
        return self.last.in_order()

    def _corpus(self, some: Mapping[str, Annotated], load: Callable[[str], Annotated], memo: PairMemo) -> Corpus:
        articles = (one.article for one in some.values())
        return Corpus.of(articles, load, names=self.names, encode=remembered, memo=memo)


def _state(changes: Mapping[int, Callable[[Annotated], Annotated]]) -> dict[str, Annotated]:
    made = (change(articles()[place]) for place, change in {**changes, EARLIEST: _as_it_is}.items())
    return {one.article.id: one for one in made}


def _plain(kept: Kept) -> list[object]:
    found: list[object] = [kept.articles, kept.sketches.values.tolist()]
    for each in fields(Mentions):
        column = getattr(kept.mentions, each.name)
        rows = [sorted(column.row(at).tolist()) for at in range(len(column.ends))] if isinstance(column, Ragged) else []
        found.append(rows or column.tolist() if not isinstance(column, Ragged) else rows)
    return found


@settings(max_examples=examples(8, 150), deadline=None)
@given(states=st.lists(STATES, min_size=2, max_size=4), names=st.sampled_from((Names(), NAMES)))
def test_after_any_changes_the_entries_are_those_of_a_whole_merge(
    states: list[dict[int, Callable[[Annotated], Annotated]]], names: Names
) -> None:
    remembering, first = _Remembering(names), _state(states[0])
    remembering.whole(first)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "_MOST_FRESH", 1.0)
        for some in map(_state, states[1:]):
            fresh = _Remembering(names)
            expected = fresh.whole(some)
            assert remembering.again(some, some.__getitem__) == expected
            assert remembering.last is not None
            assert fresh.last is not None
            assert _plain(remembering.last.kept) == _plain(fresh.last.kept)
            assert remembering.last.entries == fresh.last.entries


def test_only_what_a_change_touches_is_loaded() -> None:
    some = _state(dict.fromkeys(PLACES, _as_it_is))
    remembering, loaded = _Remembering(Names()), list[str]()
    expected = remembering.whole(some)

    def load(id_: str) -> Annotated:
        loaded.append(id_)
        return some[id_]

    assert remembering.again(some, load) == expected
    assert loaded == []
    changed = articles()[0].article.id
    some[changed] = _signed(some[changed])
    assert remembering.again(some, load) == _Remembering(Names()).whole(some)
    assert changed in loaded
    assert len(set(loaded)) < len(some)


@pytest.mark.parametrize("date", ["2023-03", "2023-03-20/2023-03-26", "2023"])
def test_an_article_that_comes_or_goes_counts_for_what_later_ones_date_vaguely(date: str) -> None:
    begin = annotated("La digue de Gap a cédé.", "céder", "2022-02-01", article="a1", published="2022-02-02")
    between = annotated("Un concert a lieu à Albi.", "avoir", "2023-03-20", article="a2", published="2023-03-21")
    late = annotated("Le barrage avait rompu au printemps.", "rompre", date, article="a3", published="2024-06-01")
    without, whole = ({one.article.id: one for one in its} for its in ((begin, late), (begin, between, late)))
    weights = {}
    for first, then in ((without, whole), (whole, without)):
        remembering = _Remembering(Names())
        before = remembering.whole(first)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(update, "_MOST_FRESH", 1.0)
            after = remembering.again(then, then.__getitem__)
        assert after == _Remembering(Names()).whole(then)
        weights[len(first)], weights[len(then)] = (
            next(entry.weight for entry in its if entry.sources[0].article == "a3") for its in (before, after)
        )
    assert weights[3] < weights[2]


def test_where_all_changed_or_the_story_begins_otherwise_all_is_merged() -> None:
    some = _state(dict.fromkeys(PLACES, _as_it_is))
    remembering = _Remembering(Names())
    remembering.whole(some)
    some = {id_: _signed(one) for id_, one in some.items()}
    assert remembering.again(some, some.__getitem__) == _Remembering(Names()).whole(some)
    id_ = articles()[EARLIEST].article.id
    earlier = replace(some[id_].article, published=some[id_].article.published - datetime.timedelta(days=1))
    some[id_] = replace(some[id_], article=earlier)
    assert remembering.again(some, some.__getitem__) == _Remembering(Names()).whole(some)
    assert remembering.again({}, some.__getitem__) == ()
    assert remembering.again(some, some.__getitem__) == _Remembering(Names()).whole(some)


def test_what_is_no_memory_is_none() -> None:
    remembering = _Remembering(Names())
    remembering.whole(_state(dict.fromkeys(PLACES, _as_it_is)))
    assert remembering.last is not None
    data = b"".join(columns.dumps(remembering.last.kept))
    assert columns.loads(data) is not None
    assert [columns.loads(broken) for broken in (b"", b"{}\n", data[:200], data[: len(data) // 2])] == [None] * 4


def test_rows_of_several_numbers_are_cut_and_joined() -> None:
    rows = Ragged.of([[1, 2], [], [3]], np.int64)
    assert [rows.row(at).tolist() for at in range(3)] == [[1, 2], [], [3]]
    parts = [rows.part(0, 1), rows.part(1, 1), rows.part(1, 3)]
    assert [Ragged.joined(parts).row(at).tolist() for at in range(3)] == [[1, 2], [], [3]]


def _held() -> list[Story | EventMention]:
    return [one for one in gc.get_objects() if isinstance(one, Story | EventMention)]


def test_what_a_merge_makes_is_gone_when_it_is_over() -> None:
    whole = gc.isenabled()
    gc.collect()
    gc.disable()
    before = _held()  # by other tests
    try:
        assert merge(articles())
        assert [one for one in _held() if not any(one is other for other in before)] == []
    finally:
        if whole:
            gc.enable()
