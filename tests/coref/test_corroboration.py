"""What an article tells by the way is a source of what another tells surely, and of nothing else."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coref.invented import told
from tests.coref.making import annotated, telling
from timeline.coref import About, merge
from timeline.coref.corroboration import corroborates
from timeline.model import Annotated, Basis, Entry

SURE = annotated(
    "Le juge Marc Vidal a suspendu mardi le décret 4512 sur la pêche au filet dans le golfe.",
    "suspendre",
    article="sure",
    trigger="suspendu",
    people=("Marc Vidal",),
)


def by_the_way(
    quote: str, lemma: str, trigger: str, *, article: str = "other", published: str = "2023-03-20", **facts: object
) -> Annotated:
    """An article that tells its one event by the way, with no date."""
    date = f"../{published}"
    made = annotated(
        quote, lemma, date, article=article, published=published, trigger=trigger, basis=Basis.BOUNDED, weight=0.2
    )
    its = replace(made.events[0], **facts)
    return replace(made, events=(), other_events=(its,))


AGAIN = by_the_way(
    "La cour revient sur le décret 4512 qu'avait suspendu un juge, et qui régit la pêche au filet dans le golfe.",
    "suspendre",
    "suspendu",
)
RETOLD = (
    (
        "the decree by its number",
        "La suspension du décret 4512 sur la pêche au filet dans le golfe est contestée.",
        "suspension",
    ),
    ("the same verb", "Le décret 4512 sur la pêche au filet dans le golfe, suspendu, sera réécrit.", "suspendre"),
)
REFUSED = (
    ("another number", "Le décret 9127 sur la pêche au filet dans le golfe, suspendu, sera réécrit.", "suspendre"),
    ("another kind of event", "Le décret 4512 sur la pêche au filet dans le golfe, signé, sera réécrit.", "signer"),
    (
        "another decree",
        "Le décret sur les loyers, suspendu, occupe le ministre des Transports et les syndicats.",
        "suspendre",
    ),
    ("a verb of no kind", "Le décret 4512 sur la pêche au filet dans le golfe existe toujours.", "exister"),
)


@pytest.mark.parametrize(("_", "quote", "lemma"), RETOLD)
def test_what_is_told_again_is_a_source(_: str, quote: str, lemma: str) -> None:
    its = by_the_way(quote, lemma, next(word for word in quote.split() if word[:4] == lemma[:4]))
    (entry,) = merge([SURE, its])
    assert [source.article for source in entry.sources] == ["sure", "other"]


@pytest.mark.parametrize(("_", "quote", "lemma"), REFUSED)
def test_what_is_not_told_again_is_none(_: str, quote: str, lemma: str) -> None:
    its = by_the_way(quote, lemma, next(word for word in quote.split() if word[:3] == lemma[:3]))
    assert merge([SURE, its]) == merge([SURE])


def test_what_nobody_tells_surely_is_no_entry() -> None:
    assert merge([AGAIN]) == ()
    assert merge([AGAIN, replace(AGAIN, article=replace(AGAIN.article, id="third"))]) == ()


def test_the_entry_is_what_is_told_surely() -> None:
    """Only its sources, its weight and its confidence come of more articles."""
    (alone,), (with_it,) = merge([SURE]), merge([SURE, AGAIN])
    assert with_it.weight > alone.weight
    assert with_it.confidence > alone.confidence
    same = replace(with_it, sources=alone.sources, weight=alone.weight, confidence=alone.confidence)
    assert same == alone


def test_an_earlier_source_makes_it_known_earlier_under_the_same_id() -> None:
    before = by_the_way(AGAIN.article.text, "suspendre", "suspendu", published="2023-03-14")
    (alone,), (with_it,) = merge([SURE]), merge([SURE, before])
    assert with_it.id == alone.id
    assert [source.article for source in with_it.sources] == ["other", "sure"]
    assert with_it.first_known < alone.first_known


def test_an_article_is_one_source() -> None:
    both = replace(SURE, other_events=tuple(replace(event, article="sure") for event in AGAIN.other_events))
    assert merge([both]) == merge([SURE])


def test_a_copied_sentence_shows_nothing() -> None:
    quote = "Dix personnes ont été arrêtées au port de Sète après la rixe."
    first = annotated(quote, "arrêter", None, article="a1", trigger="arrêtées")
    copied = annotated(quote, "arrêter", None, article="a2", trigger="arrêtées")
    assert not corroborates(telling(copied), [telling(first)])


def test_a_topic_leaves_out_what_is_told_by_the_way() -> None:
    about = About(words=("mardi",))
    assert merge([SURE, AGAIN], about=about) == merge([SURE], about=about)


@cache
def articles() -> tuple[Annotated, ...]:
    """Some invented events with their look-alikes, every other telling of them by the way."""
    rows = [row.annotated for row in told() if int((row.lookalike_of or row.event)[1:3]) <= 12]
    return tuple(
        replace(one, events=(), other_events=one.events) if place % 2 else one for place, one in enumerate(rows)
    )


@cache
def whole() -> tuple[Entry, ...]:
    return merge(articles())


def test_candidates_change_no_entry() -> None:
    without = merge([replace(one, other_events=()) for one in articles()])
    assert [entry.id for entry in whole()] == [entry.id for entry in without]
    assert sum(len(entry.sources) for entry in whole()) > sum(len(entry.sources) for entry in without)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(articles()))))
def test_any_order_of_the_articles_gives_the_same_timeline(order: list[int]) -> None:
    assert merge([articles()[place] for place in order]) == whole()


@settings(max_examples=25, deadline=None)
@given(st.integers(1, len(articles()) - 1))
def test_later_articles_only_add_and_join(count: int) -> None:
    in_order = sorted(articles(), key=lambda one: (one.article.published, one.article.id))
    after = {entry.id: entry.sources for entry in whole()}
    for entry in merge(in_order[:count]):
        assert set(entry.sources) <= set(after[entry.id])
