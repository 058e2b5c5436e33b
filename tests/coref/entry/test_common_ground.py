"""A title leaves out what readers of the whole timeline know."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import pytest

from tests.coref.making import annotated, merged, remembered
from timeline.coref import Corpus, Merge, PairMemo, merge_corpus
from timeline.coref.features.memo import nothing
from timeline.coref.merging import update
from timeline.model import Annotated

FIRE = {
    "f1": ("2023-03-16", "Incendie du Galion à Brest", "Le feu a détruit la discothèque du Galion à Brest."),
    "f2": ("2023-03-20", "Brest : deuil après l'incendie", "Brest pleure les morts du Galion, la discothèque."),
    "f3": ("2023-04-02", "Galion : le gérant entendu", "Le gérant de la discothèque du Galion est entendu à Brest."),
    "f4": ("2024-01-09", "Discothèque de Brest : un procès", "Le procès de l'incendie du Galion s'ouvrira à Brest."),
}
OTHERS = {
    "o1": (
        "2023-03-17",
        "Un budget adopté",
        "Le conseil général de la Meuse adopte par vingt voix un budget sans impôt.",
    ),
    "o2": ("2023-05-02", "Tennis : Garcia en finale", "La joueuse lyonnaise affronte une qualifiée roumaine."),
    "o3": ("2023-06-11", "Le loup est revenu", "Un berger du Queyras a perdu neuf brebis sur son alpage."),
    "o4": ("2023-09-23", "Grève des éboueurs", "Les poubelles débordent à Marseille, les camions restent au dépôt."),
}
TOPICS = {"f1": "Discothèque de Brest", "f3": "Drame", "o1": "Meuse", "o4": "Marseille"}


def _articles(some: Mapping[str, tuple[str, str, str]]) -> list[Annotated]:
    return [
        annotated(text, "dire", published, published=published, article=id_, title=title, topic=TOPICS.get(id_, ""))
        for id_, (published, title, text) in some.items()
    ]


def _titles(some: Sequence[Annotated]) -> dict[str, str]:
    return {entry.sources[0].article: entry.title for entry in merged(some)}


@pytest.mark.parametrize(
    ("articles", "behind"),
    [
        (FIRE, ()),  # one story: even "Drame", which no other article says, is understood
        (OTHERS, ("o1", "o4")),
        ({**OTHERS, "f1": FIRE["f1"]}, ("f1", "o1", "o4")),  # a topic of its own among others
        ({id_: FIRE[id_] for id_ in ("f1", "f3")}, ("f1", "f3")),  # two articles are no story yet
    ],
)
def test_a_title_has_its_topic_where_the_timeline_is_not_about_it(
    articles: Mapping[str, tuple[str, str, str]], behind: Sequence[str]
) -> None:
    titles = _titles(_articles(articles))
    assert {id_ for id_, title in titles.items() if ": " in title} == set(behind)
    assert all(title[0].isupper() for title in titles.values())


def test_words_of_most_articles_are_known_even_where_the_articles_are_of_different_affairs() -> None:
    topics = ("Verdun", "Tennis à Verdun", "Queyras", "Éboueurs de Verdun")
    titles = _titles(
        [
            annotated(f"{text} C'est à Verdun.", "dire", day, published=day, article=id_, title=title, topic=topic)
            for (id_, (day, title, text)), topic in zip(OTHERS.items(), topics, strict=True)
        ]
    )
    assert {id_ for id_, title in titles.items() if ": " not in title} == {"o1"}


def _merge(some: Sequence[Annotated], last: Merge | None) -> Merge:
    by_id = {one.article.id: one for one in some}
    digests = {id_: hashlib.sha256(repr(one).encode()).hexdigest() for id_, one in by_id.items()}
    memo = PairMemo(digests, nothing())
    corpus = Corpus.of((one.article for one in some), by_id.__getitem__, encode=remembered, memo=memo)
    return merge_corpus(corpus, last)


@pytest.mark.parametrize("more", [("f4",), ("o2", "o3", "o4"), ("f4", "o1", "o2")])
def test_an_update_titles_as_a_whole_merge_does(more: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "_MOST_FRESH", 2.0)
    every = {**FIRE, **OTHERS}
    for few in (("f1", "f2"), ("f1", "f2", "f3"), ("f1", "o1", "o4")):
        begun, whole = (_articles({id_: every[id_] for id_ in ids}) for ids in (few, dict.fromkeys((*few, *more))))
        one, all_at_once = _merge(begun, None), _merge(whole, None)
        assert _merge(whole, one).in_order() == all_at_once.in_order()
        assert _merge(begun, all_at_once).in_order() == one.in_order()
