"""Which dates a length of time offers: what it fills ("en trois jours"), what it measures ("à deux jours du vote")."""

from __future__ import annotations

import pytest

from tests.events.ranking.test_rank import facts
from timeline.calendar import edtf
from timeline.events.dating import options as ways
from timeline.events.dating.chosen import chosen
from timeline.events.dating.options import Option, options
from timeline.events.dating.types import DatingRule
from timeline.events.ranking.facts import Facts

PUBLISHED = "2022-12-21"

_DIED = """
Quatre quatre NUM _ 2 nummod
personnes personne NOUN Number=Plur 4 nsubj
sont être AUX Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin 4 aux:tense
mortes mourir VERB Tense=Past|VerbForm=Part 0 root
{case} {case} ADP _ 7 case
{count} {count} NUM _ 7 nummod
{unit} {unit} NOUN Number=Plur 4 obl
. . PUNCT _ 4 punct
"""
_ON_MONDAY = """
Lundi lundi NOUN Gender=Masc|Number=Sing 4 obl
, , PUNCT _ 1 punct
il il PRON Person=3 4 nsubj
renonce renoncer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
à à ADP _ 7 case
deux deux NUM _ 7 nummod
jours jour NOUN Number=Plur 4 obl
{of} de ADP _ 10 case
{article} le DET Definite=Def 10 det
vote vote NOUN Gender=Masc|Number=Sing 7 nmod
. . PUNCT _ 4 punct
"""
_AFTER = """
Le le DET Definite=Def 2 det
succès succès NOUN Gender=Masc|Number=Sing 3 nsubj
survient survenir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
{count} {count} NUM _ 5 nummod
{unit} {unit} NOUN Number=Plur 3 obl
après après ADP _ 8 case
l' le DET Definite=Def 8 det
explosion explosion NOUN Gender=Fem|Number=Sing 3 obl
. . PUNCT _ 3 punct
"""
_BORN = """
{born} {born} VERB Tense=Past|VerbForm=Part 0 root
le le DET Definite=Def 3 det
21 21 NUM _ 1 obl
avril avril NOUN Gender=Masc|Number=Sing 3 nmod
1926 1926 NUM _ 4 nmod
à à ADP _ 7 case
Metz Metz PROPN _ 1 obl LOC
. . PUNCT _ 1 punct

Il il PRON Person=3 2 nsubj
partit partir VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
{case} {case} ADP _ 5 case
dix dix NUM _ 5 nummod
ans an NOUN Number=Plur 2 obl
. . PUNCT _ 2 punct
"""
_EDGE = """
Il il PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 3 aux:tense
démissionné démissionner VERB Tense=Past|VerbForm=Part 0 root
{words}
. . PUNCT _ 3 punct
"""
_EARLY = """en en ADP _ 5 case
début début NOUN Gender=Masc|Number=Sing 3 obl
de de ADP _ 7 case
semaine semaine NOUN Gender=Fem|Number=Sing 5 nmod"""
_MIDDLE = """à à ADP _ 6 case
la le DET Definite=Def 6 det
mi-septembre mi-septembre NOUN Gender=Fem|Number=Sing 3 obl"""
_WHOLE = """en en ADP _ 5 case
septembre septembre NOUN Gender=Masc|Number=Sing 3 obl"""


def _of(text: str, word: str) -> tuple[Facts, int, tuple[Option, ...]]:
    seen = facts(text, PUBLISHED)
    number = next(at for at, mention in enumerate(seen.mentions) if mention.trigger.text == word)
    return seen, number, options(seen.context, seen.mentions[number], seen.timexes, seen.ruled[number])


@pytest.mark.parametrize(
    ("text", "word", "date", "offered"),
    [
        (_DIED.format(case="en", count="trois", unit="jours"), "mortes", "2022-12-18/2022-12-21", True),
        (_DIED.format(case="en", count="trois", unit="jours"), "mortes", "2022-12-19/2022-12-21", True),  # inclusive
        (_DIED.format(case="en", count="deux", unit="semaines"), "mortes", "2022-12-07/2022-12-21", True),
        (_DIED.format(case="en", count="cinq", unit="mois"), "mortes", "2022-07/2022-12-21", True),
        (_DIED.format(case="en", count="vingt", unit="ans"), "mortes", "2002/2022", True),
        (_DIED.format(case="depuis", count="trois", unit="jours"), "mortes", "2022-12-19/2022-12-21", False),  # a since
        (_DIED.format(case="en", count="trois", unit="heures"), "mortes", "2022-12-18/2022-12-21", False),
        (_AFTER.format(count="deux", unit="semaines"), "explosion", "2022-12-07", True),  # from the article's day
        (_AFTER.format(count="deux", unit="semaines"), "explosion", "2022-12-06", True),  # and from the day before
        (_AFTER.format(count="deux", unit="semaines"), "explosion", "2022-12", True),
        (_AFTER.format(count="six", unit="ans"), "explosion", "2016", True),
        (_AFTER.format(count="deux", unit="semaines"), "explosion", "2023-01-04", False),
        (_BORN.format(born="Né", case="à"), "partit", "1936", True),  # at that age
        (_BORN.format(born="Né", case="pour"), "partit", "1936", False),
        (_BORN.format(born="Arrivé", case="à"), "partit", "1936", False),
        (_EDGE.format(words=_EARLY), "démissionné", "2022-12-19", True),
        (_EDGE.format(words=_MIDDLE), "démissionné", "2022-09-15", True),
        (_EDGE.format(words=_WHOLE), "démissionné", "2022-09-15", False),
    ],
)
def test_which_dates_a_length_offers(text: str, word: str, date: str, *, offered: bool) -> None:
    _, _, found = _of(text, word)
    assert (date in {edtf(option.date) for option in found}) == offered


def test_what_is_days_away_is_counted_from_its_clause() -> None:
    seen, number, found = _of(_ON_MONDAY.format(of="du", article="le"), "vote")
    assert seen.ruled[number].rule is DatingRule.MEASURED
    assert "2022-12-21" in {edtf(option.date) for option in found}


def test_a_length_explains_the_date_that_it_gave() -> None:
    seen, number, found = _of(_DIED.format(case="en", count="vingt", unit="ans"), "mortes")
    option = next(one for one in found if ways.SPAN in one.derivations)
    dating = chosen(seen.context, seen.mentions[number], seen.timexes, seen.ruled[number], [option], [1.0])
    assert [step.key for step in dating.steps] == ["events.length"]
    assert dating.date == option.date
