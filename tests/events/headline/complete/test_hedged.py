"""What a sentence reports in the conditional is no fact in a headline."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.choice.passing import printable_drafts

HEDGED = [
    "Claire Dubreuil aurait menacé le maire et réclamé la fermeture du pont.",
    "Claire Dubreuil aurait quitté la mairie après avoir insulté le maire.",
]
FACTS = [
    "Claire Dubreuil aurait menacé le maire et a réclamé la fermeture du pont.",
    "Le pont pourrait rouvrir après avoir été fermé par le maire.",
]


@pytest.mark.parametrize("sentence", HEDGED)
def test_what_shares_the_conditional_keeps_it(sentence: str) -> None:
    lines = [draft.text for draft in printable_drafts(*read("", sentence))]
    assert lines
    assert all("aurait" in line for line in lines)


@pytest.mark.parametrize("sentence", FACTS)
def test_what_has_its_own_verb_is_a_fact(sentence: str) -> None:
    lines = [draft.text for draft in printable_drafts(*read("", sentence))]
    assert any("aurait" not in line and "pourrait" not in line for line in lines)
