"""Who takes part and where it is: the candidates as a table, the models' invariants."""

from __future__ import annotations

import datetime
from dataclasses import replace

import numpy as np
import pytest

from tests.events.reading import drafts, extracted, table
from timeline.events import word_weights
from timeline.events.arguments import choose, features, name_weights
from timeline.events.arguments.candidates import find
from timeline.events.arguments.nearness import FAR
from timeline.events.arguments.refine import Drafted, refine
from timeline.events.boosting import load
from timeline.events.entities.demonyms import country_of
from timeline.events.entities.names import is_road
from timeline.events.entities.places import hosts
from timeline.events.lexicon import load as lexicon
from timeline.events.status import classifier
from timeline.events.word_weights import LinearWords
from timeline.model import Article, Status


def drafted(parse: str, title: str = "") -> Drafted:
    """What the rules make of a text written as `table` reads it."""
    text, sentences = table(parse)
    article = Article("a", "a.txt", title, datetime.date(2022, 12, 20), text)
    return drafts(article, sentences)[1]


ARMY = """
L' le DET _ 2 det
armée armée NOUN Gender=Fem|Number=Sing 5 nsubj
irakienne irakien ADJ Gender=Fem|Number=Sing 2 amod
a avoir AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 5 aux:tense
repris reprendre VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 0 root
Mossoul Mossoul PROPN _ 5 obj LOC
. . PUNCT _ 5 punct
"""
POLICE = ARMY.replace("irakienne irakien ADJ Gender=Fem|Number=Sing 2 amod", "hier hier ADV _ 5 advmod")
STADIUM = """
Laval Laval PROPN _ 2 nsubj LOC
gagne gagner VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
au au ADP _ 4 case
{} NOUN Gender=Masc|Number=Sing 2 obl
Basser Basser PROPN _ 4 appos PER
. . PUNCT _ 2 punct
"""
ALIAS = """
Les le DET _ 2 det
Forces_armées Forces PROPN _ 6 nsubj ORG
( ( PUNCT _ 4 punct
FAR FAR PROPN _ 2 appos ORG
) ) PUNCT _ 4 punct
avancent avancer VERB Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 6 punct

Les le DET _ 2 det
FAR FAR PROPN _ 3 nsubj ORG
reculent reculer VERB Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 3 punct
"""


@pytest.mark.parametrize(
    ("parse", "title", "names"),
    [
        # a group that an adjective tells apart, and the adjective's country
        (ARMY, "", {"Mossoul": "LOC", "armée irakienne": "ORG", "Irak": "LOC"}),
        (POLICE, "", {"Mossoul": "LOC"}),  # a bare noun is nobody in particular
        # whose name a place has
        (STADIUM.format("stade stade"), "", {"Laval": "LOC", "stade Basser": "LOC"}),
        (STADIUM.format("gardien gardien"), "", {"Laval": "LOC", "Basser": "PER"}),
        (ARMY, "Irak : Mossoul reprise", {"Mossoul": "LOC", "armée irakienne": "ORG", "Irak": "LOC"}),  # the headline's
        # a known place that only the headline names, after "de" or "à" or before its colon
        (POLICE, "Un défilé à Pékin", {"Mossoul": "LOC", "Pékin": "LOC"}),
        (POLICE, "Jeux de Rio : l'or", {"Mossoul": "LOC", "Rio": "LOC"}),
        (POLICE, "Championnat de France", {"Mossoul": "LOC", "France": "LOC"}),
        (POLICE, "Étupes : le printemps", {"Mossoul": "LOC", "Étupes": "LOC"}),
        (POLICE, "Halle aux blés : le chantier", {"Mossoul": "LOC"}),
        (POLICE, "Nice journée", {"Mossoul": "LOC"}),
        (POLICE, "La chute de Mossoul", {"Mossoul": "LOC"}),
        (ALIAS, "", {"Forces_armées": "ORG"}),  # a short name in brackets is the long one's
    ],
)
def test_candidates(parse: str, title: str, names: dict[str, str]) -> None:
    told = drafted(parse, title)
    assert {one.name: one.label for one in find(told.context, told.entities, told.trees)} == names


def test_rows_have_a_value_for_each_column() -> None:
    told = drafted(ARMY, "Irak : Mossoul reprise")
    seen = choose.table(told.context, told.entities, told.story, told.trees)
    (rows,) = choose.rows(seen, told.context, told.entities, told.queries()[:1], told.main_referents)
    assert rows.shape == (len(seen.candidates), len(features.COLUMNS))
    column = {name: rows[:, number].tolist() for number, name in enumerate(features.COLUMNS)}
    by_name = {one.name: number for number, one in enumerate(seen.candidates)}
    assert column["is subject"][by_name["armée irakienne"]] == 1.0
    assert column["absent"][by_name["Irak"]] == 1.0
    assert column["back"][by_name["Irak"]] == FAR
    assert column["adjective told"][by_name["Irak"]] == 1.0  # the Iraqi army tells where
    assert column["another adjective told"][by_name["Mossoul"]] == 1.0


def said(told: Drafted) -> dict[str, list[str]]:
    """The words of the first event with each name."""
    seen = choose.table(told.context, told.entities, told.story, told.trees)
    always, (found,) = choose.described(seen, told.context, told.queries()[:1])
    return {one.name: [*own, *words] for one, own, words in zip(seen.candidates, always, found, strict=True)}


def test_words_say_where_a_name_stands() -> None:
    found = said(drafted(ARMY, "Irak : Mossoul reprise"))
    assert {"path=^nsubj|Of", "lp=reprendre|^nsubj", "v=reprendre|nsubj|own"} <= set(found["armée irakienne"])
    assert {"path=^obj|L", "title=title|L|Vve|0", "before=repris|L"} <= set(found["Mossoul"])
    assert {"a=Lc|Vve", "head=irak|Lc", "ab=Lc|n|"} <= set(found["Irak"])  # only the headline names it
    assert not any(word.startswith("path=") for word in found["Irak"])


def test_words_of_a_name_in_a_subordinate_clause_go_up_and_down() -> None:
    told = drafted(
        """
Paul Paul PROPN _ 2 nsubj PER
annonce annoncer VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
que que SCONJ _ 5 mark
Luc Luc PROPN _ 5 nsubj PER
arrive arriver VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 2 ccomp
. . PUNCT _ 2 punct
"""
    )
    seen = choose.table(told.context, told.entities, told.story, told.trees)
    arrives = next(n for n, (mention, _, _) in enumerate(told.events) if mention.lemma == "arriver")
    _, (found,) = choose.described(seen, told.context, [told.queries()[arrives]])
    names = {one.name: words for one, words in zip(seen.candidates, found, strict=True)}
    assert "path=^nsubj_ccomp|P" in names["Paul"]
    assert "v=annoncer|nsubj|other" in names["Paul"]
    assert "path=^nsubj|P" in names["Luc"]


WEIGHTS = LinearWords(np.array([-500, -900]), {"n=paul": 0, "a=P": 1}, np.array([[700, 0], [-200, 1500]]))


def test_unknown_words_count_for_nothing_and_repeated_ones_twice() -> None:
    described = [["n=paul", "x=y"], [], ["a=P", "a=P", "n=paul"], ["x=y"]]
    assert WEIGHTS.scores(described).tolist() == [[200, -900], [-500, -900], [-200 + 0 + 0, 2100], [-500, -900]]
    read = word_weights.from_bytes(word_weights.to_bytes(WEIGHTS))
    assert read.scores(described).tolist() == WEIGHTS.scores(described).tolist()
    assert word_weights.to_bytes(read) == word_weights.to_bytes(WEIGHTS)


def test_scores_of_words_become_columns() -> None:
    found = name_weights.columns(np.array([[200, -900], [-500, -900], [-2100, 2000]]))
    assert found.shape == (3, len(name_weights.COLUMNS))
    assert found[:, 0].tolist() == pytest.approx([0.2, -0.5, -2.1])
    assert found[:, 1].tolist() == pytest.approx([0.7, -0.7, -2.3])  # the lead on the best other one
    assert found[:, 2].tolist() == [0, 1, 2]
    assert found[:, 3].tolist() == [2, 2, 2]  # the third is unlikely to take part
    assert found[:, 6].tolist() == [1, 1, 0]  # equal ones have one rank
    assert name_weights.columns(np.array([[200, -900]]))[0, 1] == 0.0  # no other name
    both = np.array([[[200, -900], [-500, -900]], [[-7, 3], [8, 4]]])
    assert (name_weights.columns(both) == [name_weights.columns(one) for one in both]).all()


@pytest.mark.parametrize(
    ("package", "name", "columns", "outputs"),
    [
        ("timeline.events.arguments", choose.MODELS[0], choose.COLUMNS, 1),
        ("timeline.events.arguments", choose.MODELS[1], choose.COLUMNS, 1),
        (
            "timeline.events.status",
            classifier.MODEL,
            (*classifier.COLUMNS, *classifier.WORD_COLUMNS),
            5,
        ),
    ],
)
def test_the_models_know_the_columns_and_score_each_row_alone(
    package: str, name: str, columns: tuple[str, ...], outputs: int
) -> None:
    model = load(package, name)
    assert model.features == columns
    rows = np.random.default_rng(7).integers(-1, 9, (40, len(columns))).astype(np.float32)
    whole = model.scores(rows, columns)
    assert whole.shape == (40, outputs)
    assert (np.concatenate([model.scores(rows[i : i + 1], columns) for i in range(40)]) == whole).all()
    assert (model.scores(rows[:, ::-1], columns[::-1]) == whole).all()


VISIT = """
Paul Paul PROPN _ 2 nsubj PER
rend rendre VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
visite visite NOUN Gender=Fem|Number=Sing 2 obj
à à ADP _ 6 case
son son DET _ 6 det
allié allié NOUN Gender=Masc|Number=Sing 2 iobj
biélorusse biélorusse ADJ Number=Sing 6 amod
lundi lundi NOUN _ 2 obl:mod
. . PUNCT _ 2 punct
"""


BATTLE = """
Paul Paul PROPN _ 2 nsubj PER
visite visiter VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
PLACE PLACE PROPN _ 2 obj LOC
. . PUNCT _ 2 punct
"""


@pytest.mark.parametrize(
    ("before", "places"),
    [
        ("", {"Biélorussie"}),
        (BATTLE.replace("PLACE", "Bakhmut"), {"Biélorussie"}),  # of another country: not that of the headline either
        (BATTLE.replace("PLACE", "Minsk"), {"Biélorussie", "Minsk"}),
    ],
)
def test_a_visit_is_in_the_country_of_its_host(before: str, places: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """All that the models ask for is likely, so that only the rule leaves a place out."""
    monkeypatch.setattr(choose, "corrected", lambda odds, people, geography: np.full(odds.shape, 5.0))
    monkeypatch.setattr(choose, "PEOPLE_FROM", 0.999999)
    told = drafted(f"{before}{VISIT}")
    (visit,) = [event for event in refine(told) if event.lemma == "visite"]
    assert {name.canonical for name in visit.places} - {"Paul"} == places


@pytest.mark.parametrize(
    ("verb", "noun", "found"),
    [("rend", "visite", ["Biélorussie"]), ("rend", "hommage", [])],
)
def test_the_host_of_a_visit_is_found_by_its_verb(verb: str, noun: str, found: list[str]) -> None:
    told = drafted(VISIT.replace("visite visite", f"{noun} {noun}"))
    tree = told.trees[0]
    (word,) = [token for token in tree.tokens if token.text == verb]
    mention = replace(told.events[0][0], trigger=word)
    assert [name.canonical for name in hosts(told.context, mention, tree.tokens)] == found


def test_what_takes_part_is_named_once_and_nobody_is_a_weekday() -> None:
    days = set(lexicon("fr").nouns["common"])
    for _, told in extracted():
        for one in told:
            for names in (one.people, one.places):
                canonical = [name.canonical for name in names]
                assert len(set(canonical)) == len(canonical)
                assert not {name.lower() for name in canonical} & days


def test_a_name_has_the_words_of_its_span() -> None:
    told = drafted(ALIAS)
    (forces,) = find(told.context, told.entities, told.trees)
    text = told.context.article.text
    for sentence in (0, 1):
        name = forces.as_name(sentence, told.trees[sentence].sentence.span)
        assert name.surface == text[name.span.start : name.span.end]
    assert not forces.as_name(7, told.trees[0].sentence.span).surface


def test_statuses_are_of_the_five_classes() -> None:
    assert set(classifier.CLASSES) == set(Status)


@pytest.mark.parametrize(
    ("name", "road"),
    [("A89", True), ("RN 205", True), ("D-12", True), ("G20", False), ("N1N2", False), ("A", False), ("ISS", False)],
)
def test_roads_are_no_people(name: str, road: bool) -> None:
    assert is_road(name, lexicon("fr")) == road


@pytest.mark.parametrize(
    ("adjective", "country"),
    [
        ("biélorusse", "Biélorussie"),
        ("russe", "Russie"),
        ("ukrainien", "Ukraine"),
        ("français", "France"),
        ("turc", "Turquie"),
        ("américain", "États-Unis"),
        ("saoudien", "Arabie saoudite"),
        ("nigérien", "Niger"),
        ("suisse", "Suisse"),
        ("soudanais", "Soudan"),
        ("nord-coréen", "Corée du Nord"),
        ("afghan", "Afghanistan"),
        ("mexicaine", "Mexique"),
        ("armé", ""),
        ("islamiste", ""),
        ("libéral", ""),
        ("malade", ""),
        ("indépendant", ""),
        ("soudain", ""),
        ("mondial", ""),
        ("coréen", ""),  # which of the two?
        ("républicain", ""),
        ("national", ""),
        ("social", ""),
        ("proche", ""),
    ],
)
def test_the_country_of_an_adjective(adjective: str, country: str) -> None:
    assert country_of(adjective, "fr") == country


@pytest.mark.parametrize(
    ("odds", "here", "chosen"),
    [
        ([-0.9, -2.0], [True, False], [True, False]),  # named in the event's sentence
        ([-0.9, -2.0], [False, False], [False, False]),
        ([-0.7, -2.0], [False, False], [True, False]),  # the likeliest of all
        ([-0.6, 0.0], [False, True], [False, True]),  # there is a likelier one
        ([-0.3, 0.0], [False, True], [True, True]),
        ([-1.0, -0.9], [True, True], [False, True]),
    ],
)
def test_a_place_needs_less_in_its_sentence_and_more_behind_a_likelier_one(
    odds: list[float], here: list[bool], chosen: list[bool]
) -> None:
    assert choose.apart(np.full((1, 2), -9.0), np.array([odds]), np.array([here]))[1].tolist() == [chosen]


@pytest.mark.parametrize(
    ("person", "place", "taken"),
    [
        (0.5, -0.9, (True, False)),
        (-0.7, 0.5, (False, True)),
        (0.5, 0.4, (True, False)),
        (0.4, 0.5, (False, True)),
        (0.4, 0.4, (True, False)),
        (-0.7, -0.9, (False, False)),
        (-0.6, -0.7, (True, False)),
    ],
)
def test_no_name_takes_part_and_is_the_place(person: float, place: float, taken: tuple[bool, bool]) -> None:
    people, places = choose.apart(np.array([person]), np.array([place]), np.array([False]))
    assert (people[0], places[0]) == taken
