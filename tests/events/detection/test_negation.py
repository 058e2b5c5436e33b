"""Which verbs are negated, with the words that negate them."""

from __future__ import annotations

import pytest

from tests.events.reading import table
from timeline.events.detection import predicates
from timeline.events.lexicon import load
from timeline.events.tree import grow

_A = "AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_PART = "VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
NOBODY = f"""
Personne Personne NOUN _ 4 nsubj
n' ne ADV _ 4 advmod
a avoir {_A} 4 aux:tense
signé signer {_PART} 0 root
. . PUNCT _ 4 punct
"""
A_PERSON = f"""
Une un DET _ 2 det
personne personne NOUN _ 4 nsubj
a avoir {_A} 4 aux:tense
signé signer {_PART} 0 root
. . PUNCT _ 4 punct
"""
COULD = f"""
Paul Paul PROPN _ 4 nsubj PER
n' ne ADV _ 4 advmod
a avoir {_A} 4 aux:tense
pu pouvoir {_PART} 0 root
signer signer VERB VerbForm=Inf 4 xcomp
. . PUNCT _ 4 punct
"""
COULD_ONLY = f"""
Paul Paul PROPN _ 4 nsubj PER
n' ne ADV _ 4 advmod
a avoir {_A} 4 aux:tense
pu pouvoir {_PART} 0 root
que que ADV _ 6 advmod
signer signer VERB VerbForm=Inf 4 xcomp
. . PUNCT _ 4 punct
"""
NO_LESS = f"""
Il il PRON _ 7 nsubj
n' ne ADV _ 7 advmod
en en PRON _ 7 iobj
a avoir {_A} 7 aux:tense
pas pas ADV _ 7 advmod
moins moins ADV _ 7 advmod
signé signer {_PART} 0 root
. . PUNCT _ 7 punct
"""
SIGNED_ONLY = f"""
Paul Paul PROPN _ 4 nsubj PER
n' ne ADV _ 4 advmod
a avoir {_A} 4 aux:tense
signé signer {_PART} 0 root
que que ADV _ 6 advmod
Nice Nice PROPN _ 4 obj LOC
. . PUNCT _ 4 punct
"""


@pytest.mark.parametrize(
    ("parse", "negated"),
    [
        pytest.param(NOBODY, True, id="nobody signed"),
        pytest.param(A_PERSON, False, id="a person signed"),
        pytest.param(COULD, True, id="could not, by the particle alone"),
        pytest.param(COULD_ONLY, False, id="could only"),
        pytest.param(SIGNED_ONLY, False, id="signed only"),
        pytest.param(NO_LESS, False, id="signed no less"),
    ],
)
def test_negation(parse: str, negated: bool) -> None:
    _, (sentence,) = table(parse)
    (found,) = predicates.read(grow(sentence), load("fr"))
    assert found.negated is negated
