"""An infinitive after "et" shares the verb that stands before the first one, with its tense and its denial."""

from __future__ import annotations

import pytest

from tests.events.reading import told
from timeline.model import Status

PUBLISHED = "2023-03-15"
_A = "AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_PART = "VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
_INF = "VERB VerbForm=Inf"
HAD_TO = f"""
Le le DET _ 2 det
ministre ministre NOUN Number=Sing 4 nsubj
a avoir {_A} 4 aux:tense
dû devoir {_PART} 0 root
quitter quitter {_INF} 4 xcomp
Lyon Lyon PROPN _ 5 obj LOC
et et CCONJ _ 9 cc
se soi PRON Person=3|PronType=Prs|Reflex=Yes 9 obj
rendre rendre {_INF} 5 conj
à à ADP _ 11 case
Nice Nice PROPN _ 9 obl LOC
. . PUNCT _ 4 punct
"""
RATHER = f"""
Paul Paul PROPN _ 4 nsubj PER
Rey Rey PROPN _ 1 flat:name PER
a avoir {_A} 4 aux:tense
préféré préférer {_PART} 0 root
renoncer renoncer {_INF} 4 xcomp
et et CCONJ _ 7 cc
rentrer rentrer {_INF} 4 conj
au à ADP _ 9 case
port port NOUN Number=Sing 7 obl
. . PUNCT _ 4 punct
"""
COULD_NOT = f"""
Le le DET _ 2 det
maire maire NOUN Number=Sing 6 nsubj
n' ne ADV Polarity=Neg 6 advmod
a avoir {_A} 6 aux:tense
pas pas ADV Polarity=Neg 6 advmod
pu pouvoir {_PART} 0 root
entrer entrer {_INF} 6 xcomp
et et CCONJ _ 9 cc
voter voter {_INF} 7 conj
. . PUNCT _ 6 punct
"""
WILL = f"""
Le le DET _ 2 det
maire maire NOUN Number=Sing 3 nsubj
va aller VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
quitter quitter {_INF} 3 xcomp
Lyon Lyon PROPN _ 4 obj LOC
et et CCONJ _ 7 cc
rejoindre rejoindre {_INF} 4 conj
Nice Nice PROPN _ 7 obj LOC
. . PUNCT _ 3 punct
"""
TO_MEET = f"""
Paul Paul PROPN _ 4 nsubj PER
Rey Rey PROPN _ 1 flat:name PER
a avoir {_A} 4 aux:tense
quitté quitter {_PART} 0 root
Lyon Lyon PROPN _ 4 obj LOC
pour pour ADP _ 7 mark
voir voir {_INF} 4 advcl
Nice Nice PROPN _ 7 obj LOC
et et CCONJ _ 10 cc
rencontrer rencontrer {_INF} 7 conj
le le DET _ 12 det
maire maire NOUN Number=Sing 10 obj
. . PUNCT _ 4 punct
"""
AND_TO_MEET = f"""
Paul Paul PROPN _ 4 nsubj PER
Rey Rey PROPN _ 1 flat:name PER
a avoir {_A} 4 aux:tense
pu pouvoir {_PART} 0 root
quitter quitter {_INF} 4 xcomp
Lyon Lyon PROPN _ 5 obj LOC
et et CCONJ _ 9 cc
pour pour ADP _ 9 mark
rejoindre rejoindre {_INF} 5 conj
Nice Nice PROPN _ 9 obj LOC
. . PUNCT _ 4 punct
"""


@pytest.mark.parametrize(
    ("parse", "lemma", "status", "headline"),
    [
        (HAD_TO, "rendre", Status.ASSERTED, "Le ministre a dû se rendre à Nice"),
        (RATHER, "rentrer", Status.ASSERTED, "Paul Rey a préféré rentrer au port"),
        (COULD_NOT, "voter", Status.DENIED, "Le maire n'a pas pu entrer et voter"),
        (WILL, "rejoindre", Status.PLANNED, "Le maire va rejoindre Nice"),
    ],
)
def test_it_is_told_as_the_first_one_is(parse: str, lemma: str, status: Status, headline: str) -> None:
    (event,) = [found for found in told(parse, PUBLISHED) if found.lemma == lemma]
    assert (event.status, event.title) == (status, headline)


@pytest.mark.parametrize(("parse", "lemma"), [(TO_MEET, "rencontrer"), (AND_TO_MEET, "rejoindre")])
def test_an_aim_stays_an_aim(parse: str, lemma: str) -> None:
    (event,) = [found for found in told(parse, PUBLISHED) if found.lemma == lemma]
    assert event.status is Status.PLANNED
