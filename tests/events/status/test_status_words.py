"""The words from which linear models score the status of an event."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator.dates import resolved, sentences_of
from timeline.events.detection.mentions import Mention
from timeline.events.ranking.prepare import prepare
from timeline.events.status import classifier, words
from timeline.events.word_weights import from_bytes, to_bytes
from timeline.model import Article


def mention(marked: str) -> Mention:
    """The mention between stars."""
    before, trigger, after = marked.split("*")
    article = Article("a", "a.txt", "", datetime.date(2023, 3, 15), f"{before}{trigger}{after}")
    sentences = sentences_of(article)
    facts = prepare(article, sentences, resolved(article, article.text, sentences).timexes)
    (found,) = [one for one in facts.mentions if one.trigger.start == len(before)]
    return found


@pytest.mark.parametrize(
    ("sentence", "wanted", "unwanted"),
    [
        ("Le maire est accusé d'avoir *détourné* des fonds.", {"a=accuser", "v=accuser/Past,<"}, {"v=accuser/Past,>"}),
        ("Aucun *accord* n'a été trouvé lundi.", {"c=det=aucun", "n-1=aucun", "x=ne,>"}, {"x=ne,<"}),
        ("Le ministre a promis la *fermeture* du pont.", {"o=promettre>obj"}, {"o=fermer>obj"}),
        ("Selon la police, le suspect a *pris* la fuite.", {"x=selon,<"}, {"x=selon,>"}),
    ],
)
def test_the_words_say_what_stands_above_and_on_which_side(sentence: str, wanted: set[str], unwanted: set[str]) -> None:
    found = words.words_of(mention(sentence))
    assert wanted <= set(found)
    assert not unwanted & set(found)
    assert list(found) == sorted(set(found))


def test_the_models_have_a_column_for_each_class() -> None:
    model = words.load()
    scores = model.scores([words.words_of(mention("Le maire a *démissionné* lundi.")), ()])
    assert scores.shape == (2, len(classifier.CLASSES)) == (2, len(classifier.WORD_COLUMNS))
    assert scores[1].tolist() == model.intercepts.tolist()
    assert to_bytes(from_bytes(to_bytes(model))) == to_bytes(model)
