"""Which periods are offered: a whole run of days, from now to a bound, none whose day stands beside it."""

from __future__ import annotations

import pytest

from tests.events.ranking.test_rank import facts
from timeline.calendar import edtf
from timeline.events.dating.options import options

RELATIVE = """
Le le DET Definite=Def 2 det
joueur joueur NOUN Gender=Masc|Number=Sing 10 nsubj
qui qui PRON PronType=Rel 4 nsubj
affrontera affronter VERB Mood=Ind|Tense=Fut|VerbForm=Fin 2 acl:relcl
Paris Paris PROPN _ 4 obj LOC
le le DET Definite=Def 7 det
24 24 NUM _ 4 obl
décembre décembre NOUN Gender=Masc|Number=Sing 7 nmod
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 10 aux:tense
signé signer VERB Tense=Past|VerbForm=Part 0 root
lundi lundi NOUN Gender=Masc|Number=Sing 10 obl
. . PUNCT _ 10 punct
"""

CARRIED = """
Le le DET Definite=Def 2 det
ministre ministre NOUN Gender=Masc|Number=Sing 4 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:tense
signé signer VERB Tense=Past|VerbForm=Part 0 root
lundi lundi NOUN Gender=Masc|Number=Sing 4 obl
. . PUNCT _ 4 punct

Il il PRON Person=3 3 nsubj
est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 3 aux:tense
parti partir VERB Tense=Past|VerbForm=Part 0 root
. . PUNCT _ 3 punct

Mardi mardi NOUN Gender=Masc|Number=Sing 4 obl
, , PUNCT _ 1 punct
elle elle PRON Person=3 4 nsubj
démissionnait démissionner VERB Mood=Ind|Tense=Imp|VerbForm=Fin 0 root
. . PUNCT _ 4 punct
"""

RUN = """
Le le DET Definite=Def 2 det
concours concours NOUN Gender=Masc|Number=Sing 3 nsubj
finira finir VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root
les le DET Definite=Def 5 det
22 22 NUM _ 3 obl
, , PUNCT _ 5 punct
23 23 NUM _ 5 conj
et et CCONJ _ 9 cc
25 25 NUM _ 5 conj
décembre décembre NOUN Gender=Masc|Number=Sing 9 nmod
. . PUNCT _ 3 punct

Il il PRON Person=3 2 nsubj
plaira plaire VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root
. . PUNCT _ 2 punct
"""

UNTIL = """
Le le DET Definite=Def 2 det
pont pont NOUN Gender=Masc|Number=Sing 3 nsubj
fermera fermer VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root
jusqu'à jusqu'à ADP _ 5 case
vendredi vendredi NOUN Gender=Masc|Number=Sing 3 obl
. . PUNCT _ 3 punct
"""

BOTH = """
Depuis depuis ADP _ 2 case
hier hier ADV _ 8 advmod
et et CCONJ _ 5 cc
jusqu'à jusqu'à ADP _ 5 case
vendredi vendredi NOUN Gender=Masc|Number=Sing 2 conj
, , PUNCT _ 2 punct
il il PRON Person=3 8 nsubj
manifeste manifester VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 8 punct
"""

AGAINST = """
Jusqu'à jusqu'à ADP _ 2 case
vendredi vendredi NOUN Gender=Masc|Number=Sing 7 obl
, , PUNCT _ 2 punct
comme comme ADP _ 5 case
hier hier ADV _ 7 advmod
il il PRON Person=3 7 nsubj
manifeste manifester VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 7 punct
"""


FINER = """
Elle elle PRON Person=3 4 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:tense
été être AUX Tense=Past|VerbForm=Part 4 aux:pass
arrêtée arrêter VERB Tense=Past|VerbForm=Part 0 root
la le DET Definite=Def 6 det
semaine semaine NOUN Gender=Fem|Number=Sing 4 obl
dernière dernier ADJ Gender=Fem|Number=Sing 6 amod
, , PUNCT _ 10 punct
le le DET Definite=Def 10 det
jeudi jeudi NOUN Gender=Masc|Number=Sing 6 appos
15 15 NUM _ 10 nmod
décembre décembre NOUN Gender=Masc|Number=Sing 11 nmod
. . PUNCT _ 4 punct
"""

APART = FINER.replace(", , PUNCT", "et et CCONJ")


@pytest.mark.parametrize(
    ("text", "word", "date", "offered"),
    [
        (BOTH, "manifeste", "2022-12-20/2022-12-23", True),  # "since" and "until" are the ends of one period
        (AGAINST, "manifeste", "2022-12-20/2022-12-23", False),  # the end comes first
        (RUN, "finira", "2022-12-22/2022-12-25", True),
        (RUN, "plaira", "2022-12-22/2022-12-25", True),  # from the sentence before
        (RELATIVE, "signé", "2022-12-19/2022-12-24", False),  # far apart, and not in order
        (CARRIED, "parti", "2022-12-19/2022-12-20", False),  # two sentences
        (FINER, "arrêtée", "2022-12-12/2022-12-18", False),  # the day beside it is what is meant
        (FINER, "arrêtée", "2022-12-15", True),
        (APART, "arrêtée", "2022-12-12/2022-12-18", True),
        (UNTIL, "fermera", "2022-12-21/2022-12-23", True),  # from the article's day, 2022-12-21
    ],
)
def test_which_periods_are_offered(text: str, word: str, date: str, *, offered: bool) -> None:
    seen = facts(text)
    number = next(at for at, mention in enumerate(seen.mentions) if mention.trigger.text == word)
    found = options(seen.context, seen.mentions[number], seen.timexes, seen.ruled[number])
    assert (date in {edtf(option.date) for option in found}) == offered
