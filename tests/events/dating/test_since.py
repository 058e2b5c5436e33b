"""What "depuis" makes of an event: an open interval in the present, the beginning where something began or ended."""

from __future__ import annotations

import pytest

from tests.events.ranking.test_rank import facts
from timeline.calendar import edtf
from timeline.events.dating.types import DatingRule

PUBLISHED = "2016-07-13"

_SINCE = """depuis depuis ADP _ {at} case
le le DET Definite=Def {at} det
4 4 NUM _ {verb} obl
juillet juillet NOUN Gender=Masc|Number=Sing {at} nmod
. . PUNCT _ {verb} punct
"""
_CLAUSE = """
Le le DET Definite=Def 2 det
club club NOUN Gender=Masc|Number=Sing {verb} nsubj
{words}
"""


def _parse(words: str, verb: int) -> str:
    """The parse of "Le club … depuis le 4 juillet.", with the words between and the number of the verb."""
    at = 3 + words.count("\n") + 3
    return _CLAUSE.format(words=words, verb=verb).rstrip("\n") + "\n" + _SINCE.format(at=at, verb=verb)


_HAS = "a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin {0} aux:tense"
_PERFECT = f"{_HAS.format(4)}\nrecruté recruter VERB Tense=Past|VerbForm=Part 0 root"
_NEGATED = "\n".join(
    [
        "n' ne ADV _ 6 advmod",
        _HAS.format(6),
        "plus plus ADV Polarity=Neg 6 advmod",
        "gagné gagner VERB Tense=Past|VerbForm=Part 0 root",
    ]
)


@pytest.mark.parametrize(
    ("parse", "lemma", "date"),
    [
        (_parse("négocie négocier VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root", 3), "négocier", "2016-07-04/.."),
        (_parse("négociait négocier VERB Mood=Ind|Tense=Imp|VerbForm=Fin 0 root", 3), "négocier", "2016-07-04"),
        (_parse("saisi saisir VERB Tense=Past|VerbForm=Part 0 root", 3), "saisir", "2016-07-04"),
        (_parse(_PERFECT, 4), "recruter", "2016-07-04/2016-07-13"),
        (_parse(_NEGATED, 6), "gagner", "2016-07-04"),  # the last time that it did
    ],
)
def test_what_a_beginning_dates(parse: str, lemma: str, date: str) -> None:
    seen = facts(parse, PUBLISHED)
    ruled = next(seen.ruled[at] for at, mention in enumerate(seen.mentions) if mention.lemma == lemma)
    assert ruled.rule is DatingRule.OWN
    assert ruled.date is not None
    assert edtf(ruled.date) == date
