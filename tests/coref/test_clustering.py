"""Groups: no chains, bounded work, boilerplate once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coref.making import annotated, telling
from timeline.coref import Names, linkage
from timeline.coref.blocking import Blocks, _count, _Drawer, _put, keys_of
from timeline.coref.grouping import grouped, on_topic
from timeline.model import Annotated, Basis


def groups(*articles: Annotated) -> list[set[str]]:
    found = grouped(on_topic(articles, None), Names())
    return [{telling.event.article for telling in group} for group in found]


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
    blocks, one, other = Blocks(), telling(first), telling(again)
    keys = keys_of([one, other])
    blocks.file(0, one, keys[0])
    assert blocks.candidates(other, keys[1]) == [0]


def test_only_pairs_that_another_mention_has_are_filed() -> None:
    one = telling(
        annotated(
            "Anne Ardent a démissionné de la mairie de Gap.", "démissionner", article="a1", trigger="a démissionné"
        )
    )
    assert [(keys.pairs.size, keys.total > 0) for keys in keys_of([one])] == [(0, True)]
    again, other = keys_of([one, one])
    assert again.pairs.size == again.total == other.pairs.size
    assert keys_of([]) == []


FILINGS = st.lists(st.tuples(st.integers(0, 4), st.frozensets(st.integers(0, 3), min_size=1)), min_size=1, max_size=30)


@given(FILINGS, st.frozensets(st.integers(0, 3)))
def test_what_is_filed_under_a_pair_counts_as_if_listed_by_stretch(
    filings: list[tuple[int, frozenset[int]]], sought: frozenset[int]
) -> None:
    """However few or many clusters there are: each stretch counts a cluster once for each time that it came back."""
    held: _Drawer = filings[0]
    by_stretch: dict[int, list[int]] = {stretch: [filings[0][0]] for stretch in filings[0][1]}
    for cluster, stretches in filings[1:]:
        held = _put(held, (cluster, stretches))
        for stretch in stretches:
            filed = by_stretch.setdefault(stretch, [])
            if filed[-1:] != [cluster]:
                filed.append(cluster)
    counts: dict[int, int] = {}
    _count(counts, held, sought)
    assert counts == Counter(cluster for stretch in sought for cluster in by_stretch.get(stretch, ()))
