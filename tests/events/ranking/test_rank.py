"""What the learnt choices make of short texts, and that their features have the names they claim."""

from __future__ import annotations

import datetime

import pytest

from tests.events.reading import resolved, table
from timeline.calendar import edtf
from timeline.events import KEEP, extract
from timeline.events.dating.options import options
from timeline.events.ranking import candidate_features, neighbours, option_features, prepare
from timeline.events.ranking.facts import Facts
from timeline.model import Article

SIGNED = """
Le le DET Definite=Def 2 det
ministre ministre NOUN Gender=Masc|Number=Sing 4 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:tense
signé signer VERB Tense=Past|VerbForm=Part 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 4 obl
à à ADP _ 7 case
Paris Paris PROPN _ 4 obl LOC
le le DET Definite=Def 9 det
traité traité NOUN Gender=Masc|Number=Sing 4 obj
. . PUNCT _ 4 punct

Après après ADP _ 3 case
la le DET Definite=Def 3 det
signature signature NOUN Gender=Fem|Number=Sing 8 obl
, , PUNCT _ 3 punct
il il PRON Person=3 8 nsubj
est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 8 aux:tense
vite vite ADV _ 8 advmod
parti partir VERB Tense=Past|VerbForm=Part 0 root
en en ADP _ 10 case
laissant laisser VERB Tense=Pres|VerbForm=Part 8 advcl
un un DET Definite=Ind 12 det
message message NOUN Gender=Masc|Number=Sing 10 obj
. . PUNCT _ 8 punct
"""
PUBLISHED = "2022-12-21"


def facts(text: str = SIGNED, published: str = PUBLISHED) -> Facts:
    plain, sentences = table(text)
    article = Article("a", "a.txt", "", datetime.date.fromisoformat(published), plain)
    return prepare.prepare(article, sentences, resolved(article, sentences))


@pytest.mark.parametrize("word", ["signé", "signature", "parti", "laissant"])
def test_verbs_nouns_and_gerunds_are_candidates(word: str) -> None:
    assert word in {mention.trigger.text for mention in facts().mentions}


@pytest.mark.parametrize("word", ["ministre", "message", "mardi", "est"])
def test_other_words_are_none(word: str) -> None:
    assert word not in {mention.trigger.text for mention in facts().mentions}


@pytest.mark.parametrize(
    ("date", "way"),
    [
        ("2022-12-20", "at"),
        ("../2022-12-20", "until"),
        ("2022-12-20/..", "from"),
        ("2022-12-21", "published"),
        ("2022-12-20", "day before"),
        ("../2022-12-21", "until published"),
        ("2022-12-21/..", "from published"),
    ],
)
def test_what_may_date_an_event(date: str, way: str) -> None:
    seen = facts()
    found = options(seen.context, seen.mentions[0], seen.timexes, seen.ruled[0])
    assert way in {edtf(option.date): option.derivations for option in found}[date]


def test_a_date_stands_once_among_the_options() -> None:
    seen = facts()
    for number, mention in enumerate(seen.mentions):
        days = [option.days for option in options(seen.context, mention, seen.timexes, seen.ruled[number])]
        assert len(days) == len(set(days))


def test_features_have_a_name_each() -> None:
    seen = facts()
    for number, mention in enumerate(seen.mentions):
        assert len(candidate_features.candidate_features(seen, number)) == len(candidate_features.NAMES)
        found = options(seen.context, mention, seen.timexes, seen.ruled[number])
        for row in option_features.option_features(seen, number, found, neighbours.neighbour_dates(seen, number)):
            assert len(row) == len(option_features.NAMES)


def test_the_news_of_the_lead_is_kept_and_dated() -> None:
    plain, sentences = table(SIGNED)
    article = Article("a", "a.txt", "Le traité signé à Paris", datetime.date.fromisoformat(PUBLISHED), plain)
    found = extract(article, sentences, resolved(article, sentences))
    best = max(found, key=lambda event: event.weight)
    assert "Paris" in best.title
    assert best.weight >= KEEP
    assert best.date is not None
    assert edtf(best.date) == "2022-12-20"
    assert 0 <= best.confidence <= best.weight <= 1


TWO_DAYS = """
Douze douze NUM _ 2 nummod
corps corps NOUN Gender=Masc|Number=Plur 5 nsubj
ont avoir AUX Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin 5 aux:tense
été être AUX Tense=Past|VerbForm=Part 5 aux:pass
retrouvés retrouver VERB Tense=Past|VerbForm=Part 0 root
samedi samedi NOUN Gender=Masc|Number=Sing 5 obl
et et CCONJ _ 8 cc
dimanche dimanche NOUN Gender=Masc|Number=Sing 6 conj
. . PUNCT _ 5 punct
"""


def test_two_days_that_are_joined_are_known_as_a_stretch_and_its_parts() -> None:
    seen = facts(TWO_DAYS)
    found = options(seen.context, seen.mentions[0], seen.timexes, seen.ruled[0])
    rows = option_features.option_features(seen, 0, found, neighbours.neighbour_dates(seen, 0))
    told = {
        edtf(option.date): tuple(row[option_features.NAMES.index(name)] for name in ("joined", "of a pair"))
        for option, row in zip(found, rows, strict=True)
    }
    assert told["2022-12-17/2022-12-18"] == (True, False)
    assert told["2022-12-17"] == told["2022-12-18"] == (False, True)
    assert told["2022-12-21"] == (False, False)


def test_the_latest_day_so_far_and_the_only_one_are_known() -> None:
    seen = facts()
    signed, *_, last = range(len(seen.mentions))
    for number, since in ((signed, 0), (last, 1)):
        found = options(seen.context, seen.mentions[number], seen.timexes, seen.ruled[number])
        rows = option_features.option_features(seen, number, found, neighbours.neighbour_dates(seen, number))
        told = {
            edtf(option.date): dict(zip(option_features.NAMES, row, strict=True))
            for option, row in zip(found, rows, strict=True)
        }
        of_day = told["2022-12-20"]
        assert (of_day["latest day"], of_day["only day"], of_day["last named"]) == (True, True, since)
        assert not told["2022-12-21"]["latest day"]
