"""Which candidate of an article reports an annotated event."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from timeline.evaluation.gold import read
from training.events.examples import parsed_articles
from training.press.annotation import MarkedArticle, write

DAY = datetime.date(2001, 3, 14)


@pytest.mark.parametrize(
    ("sentence", "trigger", "candidate"),
    [
        ("Le tribunal a prononcé hier la fermeture de l'usine.", "prononcé", "prononcé"),
        ("Une loterie a été tirée hier à Toul.", "loterie", "tirée"),
        ("Le tribunal de Toul a prononcé hier la nullité du bail.", "nullité", "prononcé"),
        ("La commune compte trois écoles.", "écoles", "compte"),
    ],
)
def test_an_event_is_reported_by_its_word_or_by_the_verb_that_governs_it(
    sentence: str, trigger: str, candidate: str, tmp_path: Path
) -> None:
    line = f"1|{trigger}|Titre|D||a|3||"
    write(MarkedArticle("a", DAY.isoformat(), "", [{1: sentence}], [line], "", ""), tmp_path)
    (example,) = parsed_articles(read(tmp_path))
    found = [one.trigger.text for one, label in zip(example.facts.mentions, example.labels, strict=True) if label == 0]
    assert found == [candidate]


def test_a_word_without_a_candidate_above_it_is_reported_by_none(tmp_path: Path) -> None:
    line = "1|écoles|Titre|D||a|3||"
    write(MarkedArticle("a", DAY.isoformat(), "", [{1: "Trois écoles."}], [line], "", ""), tmp_path)
    (example,) = parsed_articles(read(tmp_path))
    assert set(example.labels) <= {None}
