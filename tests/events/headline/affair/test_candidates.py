"""The phrases that may name the affair of an article."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.affair.candidates import LONGEST, affair_phrases

SEMOIS = "La pollution de la Semois a commencé mardi à Bouillon, en aval de l'usine d'Ardenpulp."

OFFERED = [
    # each phrase of the text, as short and as long as it may end
    ("", SEMOIS, "Pollution", "TEXT"),
    ("", SEMOIS, "Pollution de la Semois", "TEXT"),
    ("", SEMOIS, "Usine d'Ardenpulp", "TEXT"),
    # an event without a place, with those of the article
    ("", SEMOIS, "Pollution à Bouillon", "LOCATED"),
    ("Un feu ravage le Maïdo", "Le préfet a interdit le Maïdo mardi. Le feu a pris.", "Feu du Maïdo", "OWNED"),
    # the headline, before its colon and behind
    ("Bouillon : la rivière empoisonnée", SEMOIS, "Bouillon", "BEFORE_COLON"),
    ("Bouillon : la rivière empoisonnée", SEMOIS, "Rivière empoisonnée", "TITLE"),
    # names
    ("", SEMOIS, "Ardenpulp", "ORG"),
]

NOT_OFFERED = [
    # a clause is no name
    ("", "L'usine qui pollue la Semois a fermé.", "Usine qui pollue la Semois"),
    # what has a place gets no other one
    ("", SEMOIS, "Pollution de la Semois à Bouillon"),
    # the affair is not of a day
    ("", "L'incendie de mardi a tué un homme.", "Incendie de mardi"),
    # a name is whole
    ("", "La disparition du navigateur Yann Kermeur a ému Brest.", "Disparition du navigateur Yann"),
    # what says of what kind a noun is
    ("", "Un accident de car a tué un homme à Joux.", "Car"),
    ("Le Lion d'or à Sofia Marchetti", "Le jury a primé mardi Sofia Marchetti.", "Or à Sofia Marchetti"),
    # across a comma
    ("", SEMOIS, "Bouillon, en aval"),
]


@pytest.mark.parametrize(("title", "text", "phrase", "origin"), OFFERED)
def test_a_phrase_is_offered(title: str, text: str, phrase: str, origin: str) -> None:
    context, _ = read(title, text)
    found = {one.text: one.origin.name for one in affair_phrases(context)}
    assert found.get(phrase) in {origin, "RULE"}
    assert all(len(text) <= LONGEST for text in found)


@pytest.mark.parametrize(("title", "text", "phrase"), NOT_OFFERED)
def test_a_phrase_is_not_offered(title: str, text: str, phrase: str) -> None:
    context, _ = read(title, text)
    assert phrase not in {one.text for one in affair_phrases(context)}
