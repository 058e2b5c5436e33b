"""Every rule that joins two mentions of an article joins its examples, and spares its counter-examples."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coref.making import annotated
from timeline.events.event_coreference import RULES, RepeatReason, RepeatRule, repeat
from timeline.events.lexicon import load
from timeline.model import Event, Status

ONE = "Le maire ferme le pont : la fermeture surprend Lyon."
OTHER = "La fermeture du pont surprend encore Lyon."


def event(quote: str, lemma: str, **facts: Any) -> Event:
    """An event of the article."""
    return annotated(quote, lemma, **{"trigger": "ferme", **facts}).events[0]


CLOSES = event(ONE, "fermer", people=("Anne Dubreuil",))
EXAMPLES: dict[RepeatReason, tuple[list[Event], dict[str, Event]]] = {
    RepeatReason.PEOPLE: (
        [
            event(OTHER, "fermeture", trigger="fermeture", people=("Anne Dubreuil",)),
            event(OTHER, "fermeture", trigger="fermeture", people=("Luc Morel", "Anne Dubreuil")),
        ],
        {
            "other people": event(OTHER, "fermeture", trigger="fermeture", people=("Luc Morel",)),
            "another day": event(OTHER, "fermer", date="2023-03-15", people=("Anne Dubreuil",)),
            "another word": event(OTHER, "surprendre", trigger="surprend", people=("Anne Dubreuil",)),
            "one of them is a plan": event(OTHER, "fermer", people=("Anne Dubreuil",), status=Status.PLANNED),
        },
    ),
    RepeatReason.SENTENCE: (
        [event(ONE, "fermeture", trigger="fermeture")],
        {
            "another sentence": event(OTHER, "fermeture", trigger="fermeture"),
            "another day": event(ONE, "fermeture", date="2023-03-15", trigger="fermeture"),
            "other people": event(ONE, "fermeture", trigger="fermeture", people=("Luc Morel",)),
        },
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason.name)
def test_a_rule_joins_its_examples(rule: RepeatRule) -> None:
    applies, spares = EXAMPLES[rule.reason]
    lexicon = load("fr")
    for one in applies:
        assert rule.applies(CLOSES, one)
        assert repeat(CLOSES, one, lexicon) is repeat(one, CLOSES, lexicon) is rule.reason
    assert {why: repeat(CLOSES, one, lexicon) for why, one in spares.items()} == dict.fromkeys(spares)


def test_two_undated_mentions_of_a_sentence_are_two_events() -> None:
    one, other = (event(ONE, "fermer", date=None), event(ONE, "fermeture", date=None, trigger="fermeture"))
    assert repeat(one, other, load("fr")) is None


def test_every_reason_has_one_rule_and_examples() -> None:
    assert [rule.reason for rule in RULES] == [*RepeatReason] == [*EXAMPLES]
