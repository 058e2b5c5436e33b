"""What an earlier run compared is not compared again, and never changes the timeline."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.coref.making import annotated, remembered, telling
from tests.coref.merging.test_properties import articles
from timeline.coref import Columns, Corpus, PairMemo, merge_corpus, similarity
from timeline.coref.features.memo import nothing
from timeline.coref.selection import repeats
from timeline.coref.similarity import model
from timeline.model import Annotated, Entry

ONE = telling(annotated("Le pont a été fermé mardi.", "fermer", article="a"))
OTHER = telling(annotated("La fermeture du pont date de mardi.", "fermeture", article="b"))


def _memo(some: Sequence[Annotated], known: Columns | None = None, changed: str = "") -> PairMemo:
    """A memo for some articles, of which one may have changed since."""
    digests = {one.article.id: f"{one.article.id}{'!' * (one.article.id == changed)}" for one in some}
    return PairMemo(digests, known or nothing())


def _merged(some: Sequence[Annotated], memo: PairMemo | None) -> tuple[Entry, ...]:
    said = {one.article.id: one for one in some}
    corpus = Corpus.of((one.article for one in some), said.__getitem__, encode=remembered, memo=memo)
    return merge_corpus(corpus).in_order()


def _count(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Notes each pair whose features are computed."""
    compared: list[object] = []
    whole = similarity.features

    def noted(*pair: object) -> dict[str, float]:
        compared.append(pair)
        return whole(*pair)

    monkeypatch.setattr(similarity, "features", noted)
    return compared


def test_a_pair_has_one_number_in_either_order_and_another_if_an_article_changed() -> None:
    memo, changed = PairMemo({"a": "1", "b": "2"}), PairMemo({"a": "1", "b": "3"})
    assert memo.key(ONE, OTHER) == memo.key(OTHER, ONE)
    assert memo.key(ONE, OTHER) not in (memo.key(ONE, ONE), changed.key(ONE, OTHER))


def test_a_number_is_found_again_only_under_its_key() -> None:
    memo = PairMemo({})
    for key, value in ((7, 0.25), (2**64 - 1, -3.0), (0, 0.0)):
        memo.put(key, value)
    again = PairMemo({}, memo.columns())
    assert [again.get(key) for key in (0, 7, 2**64 - 1, 8)] == [0.0, 0.25, -3.0, None]
    assert [column.tolist() for column in again.columns()] == [[0, 7, 2**64 - 1], [0.0, 0.25, -3.0]]


def test_every_pair_is_kept_once_however_many_a_run_compares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.coref.features.memo._RECENT", 2)
    memo = PairMemo({})
    for key in (3, 1, 2, 3, 5):  # 3 is compared again: it was not looked up any more
        memo.put(key, key / 2)
    assert memo.get(1) is None
    assert [column.tolist() for column in memo.columns()] == [[1, 2, 3, 5], [0.5, 1.0, 1.5, 2.5]]


def test_what_a_run_does_not_ask_for_is_forgotten() -> None:
    memo = PairMemo({})
    memo.put(1, 0.5)
    memo.put(2, 0.5)
    again = PairMemo({}, memo.columns())
    again.get(2)
    assert again.columns()[0].tolist() == [2]


def test_a_second_run_compares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    first = _memo(articles())
    entries = _merged(articles(), first)
    compared = _count(monkeypatch)
    assert _merged(articles(), _memo(articles(), first.columns())) == entries
    assert compared == []


def test_a_second_run_looks_for_no_repeat_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = _memo(articles())
    entries = _merged(articles(), first)
    compared: list[object] = []
    whole = repeats.of_pair

    def noted(*events: object) -> list[float]:
        compared.append(events)
        return whole(*events)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(repeats, "of_pair", noted)
    assert _merged(articles(), _memo(articles(), first.columns())) == entries
    assert compared == []
    _merged(articles(), None)
    assert compared


def test_a_pair_of_events_has_a_number_of_its_own() -> None:
    memo = PairMemo({"a": "1", "b": "2"})
    of = {name: memo.event_number(event) for name, event in (("a", [ONE]), ("b", [OTHER]), ("ab", [ONE, OTHER]))}
    of["ba"] = memo.event_number([OTHER, ONE])
    numbers = {
        memo.event_key(of[a], of[b], copies=copies) for a in of for b in of if a != b for copies in (True, False)
    }
    assert len(numbers | {memo.key(ONE, OTHER)}) == 2 * 4 * 3 + 1
    assert PairMemo({"a": "1", "b": "3"}).event_number([OTHER]) not in of.values()


def test_only_the_changed_article_is_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = _memo(articles())
    _merged(articles(), first)
    compared = _count(monkeypatch)
    changed = articles()[5].article.id
    _merged(articles(), _memo(articles(), first.columns(), changed))
    assert 0 < len(compared) < len(first.columns()[0])
    assert all(changed in {one.topic.article.id, other.topic.article.id} for one, other, _ in compared)


@settings(max_examples=examples(6, 25))
@given(st.sets(st.integers(0, len(articles()) - 1), min_size=2), st.sets(st.integers(0, len(articles()) - 1)))
def test_a_memo_of_any_articles_changes_no_timeline_of_others(before: set[int], now: set[int]) -> None:
    old, new = ([articles()[place] for place in sorted(places)] for places in (before, now))
    memo = _memo(old)
    _merged(old, memo)
    assert _merged(new, _memo(new, memo.columns())) == _merged(new, None)


def test_a_veto_comes_back_as_that_veto() -> None:
    apart = telling(annotated("Le pont a été fermé vendredi.", "fermer", "2023-04-21", article="c"))
    memo = PairMemo({"a": "1", "c": "2"})
    fitted = type(model())(model().trees, model().threshold, memo)
    verdict = similarity.similarity(ONE, apart, fitted)
    assert verdict.veto is not None
    assert similarity.similarity(apart, ONE, fitted) == verdict
