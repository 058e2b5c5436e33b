"""The order of the articles and the steps in which they came never matter."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.grouping.invented import invented
from tests.conftest import examples
from tests.coref.making import INVENTED, merged
from timeline.model import Annotated, Entry

EVENTS = 12


@cache
def articles() -> tuple[Annotated, ...]:
    """The rows of some invented events with their look-alikes."""
    return tuple(row.annotated for row in invented(INVENTED) if int((row.lookalike_of or row.event)[1:3]) <= EVENTS)


@cache
def whole() -> tuple[Entry, ...]:
    return merged(articles())


def sources(entries: tuple[Entry, ...]) -> dict[str, list[tuple[str, str]]]:
    return {entry.id: [(source.article, source.quote) for source in entry.sources] for entry in entries}


@settings(max_examples=examples(8, 25))
@given(st.permutations(range(len(articles()))))
def test_any_order_of_the_articles_gives_the_same_timeline(order: list[int]) -> None:
    assert merged([articles()[place] for place in order]) == whole()


@settings(max_examples=examples(8, 25))
@given(st.lists(st.integers(0, len(articles())), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_any_split_over_successive_builds_ends_in_the_same_timeline(cuts: list[int], random) -> None:
    order = list(articles())
    random.shuffle(order)
    builds = [merged(order[:cut]) for cut in [*sorted(cuts), len(order)]]
    assert builds[-1] == whole()
    for built in builds:
        assert len({entry.id for entry in built}) == len(built)


@settings(max_examples=examples(8, 25))
@given(st.integers(1, len(articles()) - 1))
def test_later_articles_only_add_and_join(count: int) -> None:
    in_order = sorted(articles(), key=lambda one: (one.article.published, one.article.id))
    before, after = sources(merged(in_order[:count])), sources(whole())
    for identity, told_by in before.items():
        assert set(told_by) <= set(after[identity])


@settings(max_examples=examples(8, 25))
@given(st.sets(st.integers(0, len(articles()) - 1), min_size=1, max_size=12))
def test_entries_whose_sources_stay_keep_their_ids(left_out: set[int]) -> None:
    some = merged([one for place, one in enumerate(articles()) if place not in left_out])
    ids = {tuple(told_by): identity for identity, told_by in sources(whole()).items()}
    for identity, told_by in sources(some).items():
        assert ids.get(tuple(told_by), identity) == identity
