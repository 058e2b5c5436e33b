"""Headlines: each pair of `headlines.tsv` is an article, where the trigger stands, the trigger, and its headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.reading import gold, told
from timeline.evaluation.headline_faults import faults

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "headlines.tsv").read_text("utf-8").splitlines()]


def test_there_are_a_hundred_pairs() -> None:
    assert len(PAIRS) >= 100


@pytest.mark.parametrize(("article", "start", "trigger", "headline"), PAIRS)
def test_headline(article: str, start: str, trigger: str, headline: str) -> None:
    found = next(candidates for one, candidates in gold() if one.article.id == article)
    event = next(candidate for candidate in found if candidate.trigger.start == int(start))
    assert event.title == headline
    assert list(faults(event)) == []


def test_a_pronoun_becomes_the_name_it_stands_for() -> None:
    found = told(
        """
        Vladimir Vladimir PROPN _ 4 nsubj PER
        Orlov Orlov PROPN _ 1 flat:name PER
        a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:tense
        signé signer VERB Tense=Past|VerbForm=Part 0 root
        un un DET _ 6 det
        accord accord NOUN Gender=Masc|Number=Sing 4 obj
        . . PUNCT _ 4 punct

        Il lui PRON Gender=Masc|Number=Sing|Person=3 3 nsubj
        a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 3 aux:tense
        démissionné démissionner VERB Tense=Past|VerbForm=Part 0 root
        . . PUNCT _ 3 punct
        """
    )
    assert [candidate.title for candidate in found] == [
        "Vladimir Orlov signe un accord",
        "Vladimir Orlov démissionne",
    ]
    assert [name.canonical for name in found[1].people] == ["Vladimir Orlov"]


def test_a_negation_stays_and_elides_anew() -> None:
    (candidate,) = told(
        """
        La le DET Definite=Def 2 det
        cour cour NOUN Gender=Fem|Number=Sing 6 nsubj
        n' ne ADV Polarity=Neg 6 advmod
        a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 6 aux:tense
        pas pas ADV Polarity=Neg 6 advmod
        rejeté rejeter VERB Tense=Past|VerbForm=Part 0 root
        la le DET Definite=Def 8 det
        plainte plainte NOUN Gender=Fem|Number=Sing 6 obj
        . . PUNCT _ 6 punct
        """
    )
    assert candidate.title == "La cour ne rejette pas la plainte"
    assert candidate.status == "denied"


AREVA = """
L' le DET Definite=Def|Number=Sing|PronType=Art 2 det
entreprise entreprise NOUN Gender=Fem|Number=Sing 5 nsubj
Areva Areva PROPN _ 2 appos ORG
a avoir AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 5 aux:tense
perdu perdre VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 0 root
le le DET Definite=Def|Gender=Masc|Number=Sing|PronType=Art 7 det
marché marché NOUN Gender=Masc|Number=Sing 5 obj
de de ADP _ 9 case
Nantes Nantes PROPN _ 7 nmod LOC
. . PUNCT _ 5 punct

L' le DET Definite=Def|Number=Sing|PronType=Art 2 det
entreprise entreprise NOUN Gender=Fem|Number=Sing 4 nsubj
a avoir AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 aux:tense
repris reprendre VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 0 root
le le DET Definite=Def|Gender=Masc|Number=Sing|PronType=Art 6 det
site site NOUN Gender=Masc|Number=Sing 4 obj
de de ADP _ 8 case
Lyon Lyon PROPN _ 6 nmod LOC
. . PUNCT _ 4 punct
"""


def test_a_body_that_the_article_is_about_has_its_name_alone() -> None:
    (event,) = [one for one in told(AREVA, title="Nantes : Areva recule") if one.lemma == "reprendre"]
    assert event.title == "Areva reprend le site de Lyon"


AFTER = """
Le le DET Definite=Def|Gender=Masc|Number=Sing|PronType=Art 2 det
président président NOUN Gender=Masc|Number=Sing 4 nsubj
semble sembler VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
fatigué fatigué ADJ Gender=Masc|Number=Sing 3 xcomp
à à ADP _ 6 case
Paris Paris PROPN _ 3 obl LOC
après après ADP _ 9 case
son son DET Gender=Fem|Number=Sing|Poss=Yes 9 det
hospitalisation hospitalisation NOUN Gender=Fem|Number=Sing 3 obl
. . PUNCT _ 3 punct
"""


def test_the_articles_headline_is_of_what_its_sentence_reports_not_of_what_stands_beside_it() -> None:
    title = "Le président semble fatigué à Paris"
    titles = {one.lemma: one.title for one in told(AFTER, title=title)}
    assert titles.get("hospitalisation", "") != title
    assert "hospitalisation" in titles


RELAXED = """
Vladimir Vladimir PROPN _ 3 nsubj PER
Orlov Orlov PROPN _ 1 flat:name PER
démissionne démissionner VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
en en ADP _ 5 case
{year} {year} NUM _ 3 obl
. . PUNCT _ 3 punct

Il lui PRON Gender=Masc|Number=Sing|Person=3 3 nsubj:pass
sera être AUX Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin 3 aux:pass
relaxé relaxer VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 0 root
six six NUM Number=Plur 5 nummod
ans an NOUN Gender=Masc|Number=Plur 3 obl
plus plus ADV _ 7 advmod
tard tard ADV _ 5 advmod
. . PUNCT _ 3 punct
"""


@pytest.mark.parametrize(
    ("year", "title"), [("1986", "Vladimir Orlov est relaxé"), ("2020", "Vladimir Orlov sera relaxé")]
)
def test_a_future_of_long_ago_is_told_in_the_present(year: str, title: str) -> None:
    assert [one.title for one in told(RELAXED.format(year=year)) if one.lemma == "relaxer"] == [title]


def test_a_reflexive_verb_keeps_its_pronoun_where_the_place_beside_it_goes() -> None:
    (event,) = told(
        """
        En en ADP _ 2 case
        2019 2019 NUM _ 9 obl
        , , PUNCT _ 2 punct
        deux deux NUM Number=Plur 5 nummod
        enfants enfant NOUN Gender=Masc|Number=Plur 9 nsubj:pass
        s' soi PRON PronType=Prs|Reflex=Yes 9 expl:comp
        y y PRON Person=3|PronType=Prs 9 obl
        étaient être AUX Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin 9 aux:pass
        égarés égarer VERB Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part 0 root
        à à ADP _ 11 case
        Lyon Lyon PROPN _ 9 obl LOC
        . . PUNCT _ 9 punct
        """
    )
    assert event.title == "Deux enfants s'égarent à Lyon"


REFUGEE = """
{verb} VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 9 advcl
à à ADP _ 3 case
Londres Londres PROPN _ 1 obl LOC
en en ADP _ 5 case
1940 1940 NUM _ 1 obl
, , PUNCT _ 1 punct
Vladimir Vladimir PROPN _ 9 nsubj PER
Orlov Orlov PROPN _ 7 flat:name PER
écrit écrire VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 9 punct
"""


@pytest.mark.parametrize(
    ("verb", "title"),
    [
        ("Réfugié réfugier", "Vladimir Orlov se réfugie à Londres"),
        ("Évadé évader", "Vladimir Orlov s'évade à Londres"),
        ("Arrêté arrêter", "Vladimir Orlov est arrêté à Londres"),
    ],
)
def test_what_people_did_to_themselves_is_reflexive(verb: str, title: str) -> None:
    assert title in [one.title for one in told(REFUGEE.format(verb=verb))]
