"""Groups: no chains, bounded work, boilerplate once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.grouping.scores import grouped
from tests.coref.making import annotated, telling
from timeline.coref import Names, linkage
from timeline.coref.mentions import EventMention
from timeline.coref.merging.columns import Ragged
from timeline.coref.merging.index import SharedFeatures
from timeline.coref.merging.rows import nothing
from timeline.coref.merging.story import Story
from timeline.coref.topic import on_topic
from timeline.model import Annotated, Basis


def groups_of(*articles: Annotated) -> list[list[EventMention]]:
    return grouped(on_topic(articles, None), Names())


def groups(*articles: Annotated) -> list[set[str]]:
    return [{telling.event.article for telling in group} for group in groups_of(*articles)]


def strike(article: str, date: str, **facts: object) -> Annotated:
    given = {"trigger": "grève", "places": ("Gap",), "organisations": ("Novatex",), **facts}
    quote = f"Les ouvriers de Novatex, à Gap, se sont mis en grève ({article})."
    return annotated(quote, "grève", date, article=article, **given)


def test_a_vague_telling_does_not_chain_two_days() -> None:
    found = groups(
        strike("a", "2023-03-06", published="2023-03-07"),
        strike("b", "2023-03", published="2023-03-12"),
        strike("c", "2023-03-14", published="2023-03-15"),
    )
    assert {"a", "b"} in found
    assert {"c"} in found


def test_strikes_of_many_days_stay_that_many() -> None:
    days = [f"2023-03-{day:02}" for day in range(1, 31)]
    assert len(groups(*(strike(day, day, published=day) for day in days))) == 30


def test_work_does_not_grow_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    similarity = linkage.similarity

    def counted(one, other, fitted):
        nonlocal compared
        compared += 1
        return similarity(one, other, fitted)

    monkeypatch.setattr(linkage, "similarity", counted)
    towns = [f"Ville{number}" for number in range(200)]
    groups(*(strike(town, "2023-03-14", places=(town,)) for town in towns))
    assert compared <= 200 * 16


def test_boilerplate_is_one_telling_whatever_the_article_s_day() -> None:
    quote = "Le groupe Novatex a été fondé à Gap par deux frères."
    told = [
        annotated(
            quote, "fonder", f"2023-03-{day}", article=f"a{day}", published=f"2023-03-{day}", basis=Basis.PUBLISHED
        )
        for day in (10, 20, 30)
    ]
    assert groups(*told) == [{"a10", "a20", "a30"}]


def test_the_best_of_an_article_takes_the_place() -> None:
    """Two events of one sentence: the one of the same kind joins, not the first."""
    told = annotated(
        "Paul Rey annonce son abandon à Gap.", "abandon", article="a", trigger="abandon", people=("Paul Rey",)
    )
    quote = "Arrivé à Gap, Paul Rey a fait part de son abandon."
    first = annotated(quote, "arriver", article="b", trigger="Arrivé", people=("Paul Rey",))
    second = annotated(quote, "abandon", article="b", trigger="abandon", people=("Paul Rey",))
    both = Annotated(first.article, (), (*first.events, *second.events))
    found = grouped(on_topic([told, both], None), Names())
    assert [[telling.event.lemma for telling in group] for group in found] == [["abandon", "abandon"], ["arriver"]]


def test_a_sentence_without_names_is_found_by_the_headline() -> None:
    first = annotated(
        "Il a finalement pris un départ dans la nuit.", "départ", article="a1", trigger="départ", title="Vendée Globe"
    )
    again = annotated(
        "Le skipper, qu'une voie d'eau retenait au ponton après un choc avec une balise, est parti du chenal.",
        "partir",
        article="a2",
        trigger="parti",
        title="Vendée Globe",
    )
    index = SharedFeatures(Story.told_by([telling(first), telling(again)]).mentions)
    assert index.candidates(1, index.look_up(np.array([1]), np.array([1])), 1, _Filed(range(2))) == [0]


class _Filed:
    """Every mention is a cluster of its own, or of the one that is given."""

    def __init__(self, clusters: Sequence[int]) -> None:
        self.clusters = clusters

    def latest(self, mentions: Sequence[int]) -> list[int]:
        return [self.clusters[one] for one in mentions]

    def first(self, mentions: Sequence[int]) -> int | None:
        return self.clusters[mentions[0]] if mentions else None


ROWS = st.lists(st.sets(st.integers(0, 5), max_size=4), min_size=1, max_size=9)


@given(st.data())
def test_a_mention_finds_those_that_share_a_pair_at_a_stretch_that_it_looks_up(data: st.DataObject) -> None:
    """The columns, for many mentions at once, give what comparing every two mentions gives."""
    pairs = data.draw(ROWS)
    own, sought = (
        data.draw(st.lists(st.sets(st.integers(0, 3)), min_size=len(pairs), max_size=len(pairs))) for _ in range(2)
    )
    quotes = data.draw(st.lists(st.integers(0, 2), min_size=len(pairs), max_size=len(pairs)))
    filed = data.draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    none = nothing().mentions
    mentions = replace(
        none,
        clusters=np.arange(len(pairs)),
        quotes=np.array(quotes, np.uint64),
        **{
            name: Ragged.of([sorted(row) for row in rows], getattr(none, name).values.dtype.type)
            for name, rows in (("pairs", pairs), ("own", own), ("sought", sought))
        },
    )
    index, places = SharedFeatures(mentions), np.arange(len(pairs))
    until = np.array([data.draw(st.integers(0, one)) for one in places.tolist()])
    found = index.look_up(places, until, np.array(filed))
    for one in places.tolist():
        expected = [
            [other for other in range(until[one]) if filed[other] and pair in pairs[other] and stretch in own[other]]
            for pair in pairs[one]
            for stretch in sought[one]
        ]
        assert sorted(map(list, found.drawers(one))) == sorted(filter(None, expected))
        counts = Counter(other for drawer in expected for other in drawer)
        said = next((other for other in range(until[one]) if quotes[other] == quotes[one] != 0), None)
        if said is not None:
            counts[said] += len(pairs[one])
        most = sorted(counts, key=lambda other: (-counts[other], other))
        assert index.candidates(one, found, int(until[one]), _Filed(range(len(pairs)))) == [
            other for other in most if counts[other] or other == said
        ]
        least, reaching = (
            int(until[one]),
            [
                other
                for other in range(until[one], len(pairs))
                if pairs[one] & pairs[other] and own[one] & sought[other]
            ],
        )
        again = [other for other in range(least, len(pairs)) if quotes[other] == quotes[one] != 0]
        row = mentions.pairs.row(one)
        assert [*index.reached(row, index.own(one), quotes[one], least)] == reaching + again
