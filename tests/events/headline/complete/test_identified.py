"""Drafts that lose what says which one a noun means: none of them is printed."""

from __future__ import annotations

import re

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.base.types import Draft
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.complete.identified import loses_what_identifies

CASES = [
    ("Claire Dubreuil a dénoncé les actes de la milice de Valmorin.", "de la milice de Valmorin", True),
    ("Claire Dubreuil a renoncé face à la difficulté que représente un duel.", "que représente un duel", True),
    ("Lens a annoncé le prêt, sans option d'achat, du gardien Paul Martin.", ", du gardien Paul Martin", True),
    ("Lens a annoncé un prêt, pour deux ans, et une vente.", ", et une vente", False),
    ("Le Parlement a bloqué le projet, qui coûte cher.", "qui coûte cher", False),
    ("Claire Dubreuil a critiqué le gouvernement que dirige Paul Martin.", "que dirige Paul Martin", False),
    ("Claire Dubreuil a inauguré un pont que personne ne voulait.", "que personne ne voulait", False),
    ("Claire Dubreuil a dénoncé les actes violents de la milice.", "de la milice", False),
]


@pytest.mark.parametrize(("sentence", "left_out", "loses"), CASES)
def test_what_is_left_out(sentence: str, left_out: str, loses: bool) -> None:
    context, mention = read("", sentence)
    start = sentence.index(left_out)
    gone = range(start, start + len(left_out))
    words = tuple(token for token in mention.tree.tokens if token.start not in gone)
    line = re.sub(rf" ?{re.escape(left_out)}", "", sentence).rstrip(".")
    assert loses_what_identifies(context, mention.tree, Draft("clause", line, {}, words, mention.predicate)) is loses


@pytest.mark.parametrize(("sentence", "left_out"), [(one, gone) for one, gone, loses in CASES if loses])
def test_no_line_ends_at_the_noun(sentence: str, left_out: str) -> None:
    noun = sentence[: sentence.index(left_out)].rsplit(maxsplit=1)[-1]
    lines = [draft.text for draft in printable_drafts(*read("", sentence)) if draft.kind != "loose"]
    assert [line for line in lines if line.split()[-1] == noun] == []


def test_an_infinitive_keeps_its_preposition() -> None:
    context, mention = read("", "Le but de la mission est d'étudier la rivière.")
    words = tuple(token for token in mention.tree.tokens if token.text != "d'")
    line = "Le but de la mission est étudier la rivière"
    assert loses_what_identifies(context, mention.tree, Draft("clause", line, {}, words, mention.predicate))
