"""Dates of events: the order of trust, and the property that no day is invented."""

from __future__ import annotations

import pytest

from tests.events.reading import gold, parses, resolved, told
from timeline.calendar import DAY, edtf, from_date
from timeline.evaluation.matching import is_exact, match
from timeline.model import Article, Date, Timex

ANNOUNCED = """
Le le DET Definite=Def 2 det
maire maire NOUN Gender=Masc|Number=Sing 4 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:tense
annoncé annoncer VERB Tense=Past|VerbForm=Part 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 4 obl
que que SCONJ _ 9 mark
le le DET Definite=Def 8 det
pont pont NOUN Gender=Masc|Number=Sing 9 nsubj
rouvrirait rouvrir VERB Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 ccomp
le le DET Definite=Def 12 det
1er 1er ADJ _ 12 amod
avril avril NOUN Gender=Masc|Number=Sing 9 obl
. . PUNCT _ 4 punct
"""

PUT_OFF = """
Le le DET Definite=Def 2 det
match match NOUN Gender=Masc|Number=Sing 5 nsubj:pass
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 5 aux:tense
été être AUX Tense=Past|VerbForm=Part 5 aux:pass
reporté reporter VERB Tense=Past|VerbForm=Part 0 root
du de ADP _ 8 case
20 20 NUM _ 8 nummod
mars mars NOUN Gender=Masc|Number=Sing 5 obl
au à ADP _ 11 case
4 4 NUM _ 11 nummod
avril avril NOUN Gender=Masc|Number=Sing 5 obl
. . PUNCT _ 5 punct
"""

SINCE = """
Les le DET Definite=Def 2 det
ouvriers ouvrier NOUN Gender=Masc|Number=Plur 3 nsubj
bloquent bloquer VERB Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 0 root
l' le DET Definite=Def 5 det
usine usine NOUN Gender=Fem|Number=Sing 3 obj
depuis depuis ADP _ 7 case
lundi lundi NOUN Gender=Masc|Number=Sing 3 obl
. . PUNCT _ 3 punct
"""


def by_trigger(text: str, published: str = "2022-12-21") -> dict[str, Date | None]:
    return {candidate.lemma: candidate.date for candidate in told(text, published)}


def written(date: Date | None) -> str:
    return edtf(date) if date else ""


def test_a_date_beside_a_verb_of_saying_dates_the_saying() -> None:
    found = by_trigger(ANNOUNCED, "2023-03-15")
    assert written(found["annoncer"]) == "2023-03-14"
    assert written(found["rouvrir"]) == "2023-04-01"


def test_the_future_in_the_past_is_planned() -> None:
    status = {candidate.lemma: candidate.status for candidate in told(ANNOUNCED, "2023-03-15")}
    assert status == {"annoncer": "asserted", "rouvrir": "planned"}


def test_what_is_put_off_keeps_both_dates() -> None:
    (candidate,) = told(PUT_OFF, "2023-03-15")
    assert written(candidate.date) == "2023-04-04"
    assert written(candidate.postponed_from) == "2023-03-20"


def test_since_opens_an_interval() -> None:
    (candidate,) = told(SINCE)
    assert written(candidate.date) == "2022-12-19/.."
    assert candidate.ongoing


def test_most_marked_events_are_rightly_dated() -> None:
    right = total = 0
    for one, found in gold():
        for pair in match(one.events, list(found)):
            total += 1
            right += is_exact(pair.event.date, pair.gold.dates)
    assert total > 100
    assert right / total >= 0.80


@pytest.mark.parametrize("article", sorted(parses()))
def test_no_event_carries_a_day_that_the_text_does_not_give(article: str) -> None:
    one, found = next(pair for pair in gold() if pair[0].article.id == article)
    known = given_days(one.article, resolved(one.article, parses()[article]))
    for candidate in found:
        assert bounds(candidate.date) <= known, candidate


def given_days(article: Article, timexes: tuple[Timex, ...]) -> set[int]:
    """The first and last days of every date of the text, of the units that it names, and the article's."""
    published = from_date(article.published) // DAY
    found = {published}
    for timex in timexes:
        found |= bounds(timex.date)
    return found


def bounds(date: Date | None) -> set[int]:
    ends = [] if date is None else [date.begin, None if date.end is None else date.end - 1]
    return {end // DAY for end in ends if end is not None}
