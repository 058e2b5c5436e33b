"""Of several dates in a clause, those that hang on its own words date it, not one inside a name's description."""

from __future__ import annotations

import pytest

from tests.events.ranking.test_rank import facts
from timeline.calendar import edtf
from timeline.events.dating.types import DatingRule

PUBLISHED = "2016-07-03"

_DIED = """
L' le DET Definite=Def 2 det
auteur auteur NOUN Gender=Masc|Number=Sing 9 nsubj
de de ADP _ 5 case
le le DET Definite=Def 5 det
décret décret NOUN Gender=Masc|Number=Sing 2 nmod
de de ADP _ 7 case
2010 2010 NUM _ 5 nmod
est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 9 aux:tense
mort mourir VERB Tense=Past|VerbForm=Part 0 root
hier hier ADV _ 9 advmod
. . PUNCT _ 9 punct
"""
_SIGNED = """
Il il PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 3 aux:tense
signé signer VERB Tense=Past|VerbForm=Part 0 root
le le DET Definite=Def 5 det
registre registre NOUN Gender=Masc|Number=Sing 3 obj
de de ADP _ 7 case
mai mai NOUN Gender=Masc|Number=Sing 5 nmod
. . PUNCT _ 3 punct
"""

_SET = """
Le le DET Definite=Def 2 det
maire maire NOUN Gender=Masc|Number=Sing 4 nsubj
{auxiliary}
{verb} VERB {form} 0 root
les le DET Definite=Def 6 det
élus élu NOUN Gender=Masc|Number=Plur 4 obj
au à ADP _ 8 case
12 12 NUM _ 4 obl
juillet juillet NOUN Gender=Masc|Number=Sing 8 nmod
. . PUNCT _ 4 punct
"""
_HAS = "a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:tense"
_WILL = "lui lui PRON Person=3 4 iobj"

_COMPARED = """
Il il PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 3 aux:tense
recruté recruter VERB Tense=Past|VerbForm=Part 0 root
{first} {first} ADV _ 3 advmod
{second} {second} SCONJ _ 7 mark
en en ADP _ 7 case
2010 2010 NUM _ 3 obl
. . PUNCT _ 3 punct
"""


def _set(verb: str, auxiliary: str = _HAS, form: str = "Tense=Past|VerbForm=Part") -> str:
    """The parse of "le maire a … les élus au 12 juillet", with a verb and its lemma."""
    return _SET.format(verb=verb, auxiliary=auxiliary, form=form)


def _date(parse: str, lemma: str) -> str | None:
    """The date that the rules give an event by an expression of its own."""
    seen = facts(parse, PUBLISHED)
    number = next(at for at, mention in enumerate(seen.mentions) if mention.lemma == lemma)
    ruled = seen.ruled[number]
    return edtf(ruled.date) if ruled.rule is DatingRule.OWN and ruled.date is not None else None


@pytest.mark.parametrize(
    ("first", "second", "date"),
    [
        ("moins", "qu'", None),
        ("dix", "comme", None),
        ("contre", "7", None),
        ("là-bas", "déjà", "2010"),
        ("plus", "tôt", "2010"),
    ],
)
def test_the_year_of_a_comparison_is_not_the_event_s(first: str, second: str, date: str | None) -> None:
    assert _date(_COMPARED.format(first=first, second=second), "recruter") == date


@pytest.mark.parametrize(
    ("parse", "lemma", "date"),
    [
        (_set("renvoyé renvoyer"), "renvoyer", None),  # the act is done, the day is to come
        (_set("promis promettre"), "promettre", None),
        (_set("convoqué convoquer"), "convoquer", "2016-07-12"),  # the day of the appointment
        (_set("renverra renvoyer", _WILL, "Mood=Ind|Tense=Fut|VerbForm=Fin"), "renvoyer", "2016-07-12"),
    ],
)
def test_a_day_to_come_does_not_date_what_is_done(parse: str, lemma: str, date: str | None) -> None:
    assert _date(parse, lemma) == date


@pytest.mark.parametrize(
    ("parse", "lemma", "date"),
    [
        (_DIED, "mourir", "2016-07-02"),
        (_SIGNED, "signer", "2016-05"),  # the only date stays the clause's
    ],
)
def test_a_date_in_a_description_gives_way(parse: str, lemma: str, date: str) -> None:
    assert _date(parse, lemma) == date
