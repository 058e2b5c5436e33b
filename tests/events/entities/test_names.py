"""Names as a table: as the text has them, as they are kept."""

from __future__ import annotations

import datetime

import pytest

from tests.events.reading import table, told
from timeline.events.entities.names import entities
from timeline.events.entities.ner_fixes import apply_fixes, clean
from timeline.events.lexicon import load
from timeline.model import Article


@pytest.mark.parametrize(
    ("surface", "kept"),
    [
        ("M.  Barrow ,", "Barrow"),
        ("Mme Claire Dubreuil", "Claire Dubreuil"),
        ("« Le Monde »", "Le Monde"),
        ("Justice de l'État de", "Justice de l'État"),
        ("État de la", "État"),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("La Rochelle", "La Rochelle"),
        ("Aix-en", "Aix-en"),
    ],
)
def test_clean(surface: str, kept: str) -> None:
    assert clean(surface) == kept


TOLD = """
La le DET Definite=Def 2 det
sonde sonde NOUN Gender=Fem|Number=Sing 4 nsubj
Cassini Cassini PROPN _ 2 appos MISC
approche approcher VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 4 punct

"""

BARE = """La le DET Definite=Def 2 det
sonde sonde NOUN Gender=Fem|Number=Sing 3 nsubj
plongera plonger VERB Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 3 obl
. . PUNCT _ 3 punct
"""

QUALIFIED = """La le DET Definite=Def 3 det
seconde second ADJ Gender=Fem|Number=Sing 3 amod
sonde sonde NOUN Gender=Fem|Number=Sing 4 nsubj
plongera plonger VERB Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 4 obl
. . PUNCT _ 4 punct
"""


@pytest.mark.parametrize(("after", "people"), [(BARE, ["Cassini"]), (QUALIFIED, [])])
def test_a_bare_noun_stands_for_the_name_it_was_told_with(after: str, people: list[str]) -> None:
    (last,) = (candidate for candidate in told(TOLD + after) if candidate.lemma == "plonger")
    assert [name.canonical for name in last.people] == people


SHIP = """
Le le DET Definite=Def 2 det
{owner} NOUN Number=Sing 0 root
du de ADP _ 4 case
ferry ferry NOUN Number=Sing 2 nmod
Jean Jean PROPN _ 4 appos PER
Mermoz Mermoz PROPN _ 5 flat:name PER
"""


@pytest.mark.parametrize(
    ("owner", "label"),
    [("naufrage naufrage", "MISC"), ("propriétaire propriétaire", "MISC"), ("capitaine capitaine", "PER")],
)
def test_a_ship_has_the_name_of_nobody(owner: str, label: str) -> None:
    _, sentences = table(SHIP.format(owner=owner))
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [entity.label for entity in sentence.entities] == [label]


COURT = """
La le DET Definite=Def 2 det
Cour cour NOUN Gender=Fem|Number=Sing 5 nsubj ORG
de de ADP _ 4 case{inside}
Nice Nice PROPN _ 2 nmod LOC
juge juger VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 5 punct
"""


@pytest.mark.parametrize("inside", ["", " ORG"])
def test_a_name_that_was_cut_at_its_preposition_is_one(inside: str) -> None:
    _, sentences = table(COURT.replace("{inside}", inside))
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [(entity.text, entity.label) for entity in sentence.entities] == [("Cour de Nice", "ORG")]
    assert {token.entity for token in sentence.tokens[1:4]} == {"ORG"}


INSTEAD = """
Blanc Blanc PROPN _ 2 nsubj PER
arrive arriver VERB VerbForm=Fin 0 root
{}
la le DET _ 5 det
place place NOUN _ 2 obl LOC
de de ADP _ 7 case LOC
{} LOC
"""


@pytest.mark.parametrize(
    ("case", "name", "last"),
    [
        ("à à ADP _ 5 case", "Luc Luc PROPN _ 5 nmod LOC\nRossi Rossi PROPN _ 7 flat:name", ("Luc Rossi", "PER")),
        (
            "sur sur ADP _ 5 case",
            "Luc Luc PROPN _ 5 nmod LOC\nRossi Rossi PROPN _ 7 flat:name",
            ("place de Luc Rossi", "LOC"),
        ),
        ("à à ADP _ 5 case", "Jaude Jaude PROPN _ 5 nmod", ("place de Jaude", "LOC")),  # one word: a square
    ],
)
def test_whom_somebody_replaces_is_no_place(case: str, name: str, last: tuple[str, str]) -> None:
    _, sentences = table(INSTEAD.format(case, name))
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert (sentence.entities[-1].text, sentence.entities[-1].label) == last


IN_HIS_PLACE = """
Il il PRON _ 2 nsubj
nomme nommer VERB VerbForm=Fin 0 root
{} ADP _ 5 case
{} DET _ 5 det
place place NOUN _ 2 obl LOC
le le DET _ 7 det LOC
Suédois Suédois PROPN _ 5 nmod LOC
Lars Lars PROPN _ 7 flat:name LOC
Ek Ek PROPN _ 7 flat:name LOC
"""


@pytest.mark.parametrize(
    ("case", "owner", "last"),
    [
        ("à à", "sa son", ("Lars Ek", "PER")),
        ("sur sur", "sa son", ("place le Suédois Lars Ek", "LOC")),
        ("à à", "cette ce", ("place le Suédois Lars Ek", "LOC")),
    ],
)
def test_who_comes_in_somebodys_place_is_a_person(case: str, owner: str, last: tuple[str, str]) -> None:
    _, sentences = table(IN_HIS_PLACE.format(case, owner))
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert (sentence.entities[-1].text, sentence.entities[-1].label) == last


@pytest.mark.parametrize(
    ("words", "label", "names"),
    [
        ("Action française et le Bastion social", "ORG", ["Action française", "Bastion social"]),
        ("Parti vert et l' Union", "ORG", ["Parti vert", "Union"]),
        ("Carrefour et Fils", "ORG", ["Carrefour et Fils"]),
        ("Ministère vert et la Jeunesse", "ORG", ["Ministère vert et la Jeunesse"]),
        ("Saint-Pierre et la Réunion", "LOC", ["Saint-Pierre et la Réunion"]),
        ("RN Gérard Maillol", "PER", ["Gérard Maillol"]),
        ("LR Anne Le Goff", "PER", ["Anne Le Goff"]),
        ("RN Maillol", "PER", ["RN Maillol"]),  # one word: perhaps no name
        ("JP Gérard Maillol", "PER", ["JP Gérard Maillol"]),
    ],
)
def test_two_bodies_are_two_and_a_party_is_nobodys_name(words: str, label: str, names: list[str]) -> None:
    lines = [f"{word} {word} PROPN _ {0 if not place else 1} flat {label}" for place, word in enumerate(words.split())]
    _, sentences = table("\n".join(lines))
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [entity.text for entity in sentence.entities] == names


ARTICLE = """
Laval Laval PROPN _ 2 nsubj LOC
{} VERB VerbForm=Fin 0 root
{} le DET _ 4 det
Mans Mans PROPN _ 2 obj LOC
. . PUNCT _ 2 punct
"""
LATER_BARE = "\nMans Mans PROPN _ 2 nsubj LOC\ngagne gagner VERB _ 0 root\n. . PUNCT _ 2 punct\n"


@pytest.mark.parametrize(
    ("parse", "names"),
    [
        (ARTICLE.format("bat battre", "Le"), ["Laval", "Le Mans"]),
        (ARTICLE.format("bat battre", "le"), ["Laval", "Mans"]),
        (ARTICLE.format("BAT battre", "Le"), ["Laval", "Mans"]),  # a line in capitals
        (ARTICLE.format("bat battre", "Le") + LATER_BARE, ["Laval", "Mans", "Mans"]),
    ],
)
def test_an_article_with_a_capital_belongs_to_its_name(parse: str, names: list[str]) -> None:
    _, sentences = table(parse)
    assert [entity.text for one in apply_fixes(sentences, load("fr")) for entity in one.entities] == names


CONTINUED = "{} {} PROPN _ 0 root {}\n{} {} {} _ 1 flat:name {}"


@pytest.mark.parametrize(
    ("first", "label", "behind", "pos", "other", "names"),
    [
        ("Hilary", "PER", "Benn", "PROPN", "", ["Hilary Benn"]),
        ("MJC", "ORG", "Nomade", "PROPN", "", ["MJC Nomade"]),
        ("MJC", "ORG", "Paris", "PROPN", "LOC", ["MJC", "Paris"]),  # a name of its own
        ("Europe", "LOC", "Kiprop", "PROPN", "", ["Europe"]),
        ("Hilary", "PER", "Hier", "NOUN", "", ["Hilary"]),
        ("Hilary", "PER", "benn", "PROPN", "", ["Hilary"]),
        ("GRÈVE", "MISC", "DES", "PROPN", "", ["GRÈVE"]),  # a headline within the text
        ("Mercedes", "ORG", "S", "PROPN", "", ["Mercedes"]),
        ("F.", "MISC", "Bal", "PROPN", "", ["F."]),
    ],
)
def test_a_name_goes_on_with_the_proper_nouns_behind_it(
    first: str, label: str, behind: str, pos: str, other: str, names: list[str]
) -> None:
    _, sentences = table(CONTINUED.format(first, first, label, behind, behind, pos, other))
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [entity.text for entity in sentence.entities] == names


@pytest.mark.parametrize(
    ("before", "pos", "relation", "name"),
    [
        ("Nicholas", "PROPN", "flat:name", "Nicholas Daniloff"),
        ("Mgr", "PROPN", "flat:name", "Daniloff"),
        ("Nicholas", "PROPN", "appos", "Daniloff"),
        ("Chez", "ADP", "flat:name", "Daniloff"),
    ],
)
def test_a_family_name_takes_in_the_first_name(before: str, pos: str, relation: str, name: str) -> None:
    _, sentences = table(f"{before} {before} {pos} _ 0 root\nDaniloff Daniloff PROPN _ 1 {relation} PER")
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [entity.text for entity in sentence.entities] == [name]


@pytest.mark.parametrize(
    ("led", "name"), [("la le DET", "Abe"), ("« « PUNCT", "Abe"), ("du de ADP", "Abe"), ("avec avec ADP", "Rex Abe")]
)
def test_an_article_or_a_quotation_mark_is_before_no_first_name(led: str, name: str) -> None:
    _, sentences = table(f"{led} _ 2 dep\nRex Rex PROPN _ 0 root\nAbe Abe PROPN _ 2 flat:name PER")
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [entity.text for entity in sentence.entities] == [name]


@pytest.mark.parametrize(
    ("noun", "case", "label", "found"),
    [
        ("province province", "de de", "PER", "LOC"),
        ("large large", "de de", "MISC", "LOC"),
        ("province province", "sans sans", "PER", "PER"),
        ("maire maire", "de de", "PER", "PER"),
        ("province province", "de de", "ORG", "ORG"),
    ],
)
def test_a_noun_says_that_a_name_is_a_place(noun: str, case: str, label: str, found: str) -> None:
    _, sentences = table(
        f"la le DET _ 2 det\n{noun} NOUN _ 0 root\n{case} ADP _ 4 case\nLeyte Leyte PROPN _ 2 nmod {label}"
    )
    (sentence,) = apply_fixes(sentences, load("fr"))
    assert [entity.label for entity in sentence.entities] == [found]


@pytest.mark.parametrize(
    ("form", "read_as", "label"),
    [
        ("Maison-Blanche", "LOC", "ORG"),
        ("Vendée Globe", "LOC", "EVENT"),
        ("État de Hawaï", "ORG", "LOC"),
        ("Carcassonne", "LOC", "LOC"),
    ],
)
def test_a_name_says_what_it_is(form: str, read_as: str, label: str) -> None:
    lines = "\n".join(
        f"{word} {word} PROPN _ {0 if n == 0 else 1} dep {read_as}" for n, word in enumerate(form.split())
    )
    text, sentences = table(lines)
    names = entities(Article("a", "a", "", datetime.date(2020, 1, 1), text), sentences, load("fr"))
    assert names.name(sentences[0].entities[0]).label == label


OPENER = """
Lancé lancer VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 5 advcl PER
lundi lundi NOUN Gender=Masc|Number=Sing 1 obl
, , PUNCT _ 2 punct
le le DET Definite=Def 5 det
projet projet NOUN Gender=Masc|Number=Sing 6 nsubj
plaît plaire VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 6 punct
"""

COUNTED = """
Neuf neuf NUM _ 2 nummod PER
Égyptiens égyptien NOUN Gender=Masc|Number=Plur 3 nsubj PER
partent partir VERB Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 0 root
"""

QUOTED = """
La le DET Definite=Def 2 det
liste liste NOUN Gender=Fem|Number=Sing 7 nsubj
« « PUNCT _ 4 punct
Naître Naître X _ 2 appos MISC
ici ici ADV _ 4 advmod
» » PUNCT _ 4 punct
plaît plaire VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
"""

LATER = """
Le le DET Definite=Def 2 det
maire maire NOUN Gender=Masc|Number=Sing 3 nsubj
remercie remercier VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
Lancé Lancé PROPN _ 3 obj PER
. . PUNCT _ 3 punct
"""


@pytest.mark.parametrize(
    ("parse", "names"),
    [
        (OPENER, []),
        (OPENER + LATER, ["Lancé", "Lancé"]),
        (OPENER.replace("lancer VERB", "Lancé PROPN"), ["Lancé"]),
        (QUOTED, []),
        (QUOTED.replace("Naître X", "Naître PROPN"), ["Naître"]),
        (COUNTED, []),
        (COUNTED.replace("Neuf neuf NUM", "Rex Rex PROPN"), ["Rex Égyptiens"]),
        (COUNTED.replace("PER", "LOC"), ["Neuf Égyptiens"]),  # "Deux Alpes"
    ],
)
def test_a_verb_that_opens_a_sentence_or_a_quotation_is_no_name(parse: str, names: list[str]) -> None:
    _, sentences = table(parse)
    fixed = apply_fixes(sentences, load("fr"))
    assert [entity.text for sentence in fixed for entity in sentence.entities] == names


@pytest.mark.parametrize(
    ("words", "name", "whole"),
    [
        ("Guy/PER Hosneld/PER arrive . Guy/PER reste .", "Guy", "Guy Hosneld"),
        ("Guy/PER arrive . Guy/PER Hosneld/PER reste .", "Guy", "Guy"),  # not yet told who that is
        ("Guy/PER Hosneld/PER et Guy/PER Roux/PER . Guy/PER reste .", "Guy", "Guy"),  # which of the two?
        ("François/PER Hollande/PER reçoit le pape François/PER .", "François", "François"),
        ("Guy/PER Hosneld/PER et M. Hosneld/PER . Guy/PER reste .", "Guy", "Guy Hosneld"),
        ("Paris/LOC Match/MISC arrive . Paris/LOC reste .", "Paris", "Paris"),
        ("Claude/PER Guy/PER et Guy/PER Roux/PER . Guy/PER reste .", "Guy", "Claude Guy"),  # a family name
    ],
)
def test_a_first_name_alone_is_the_one_person_who_has_it(words: str, name: str, whole: str) -> None:
    lines = [_line(number, word) for number, word in enumerate(words.split(), 1)]
    text, (sentence,) = table("\n".join(lines))
    article = Article("a", "a.txt", "", datetime.date(2022, 12, 20), text)
    index = entities(article, [sentence], load("fr"))
    assert index.canonical.get(name, name) == whole


def _line(number: int, word: str) -> str:
    form, _, label = word.partition("/")
    inside = number if label else 1
    pos = "PROPN" if label else "NOUN" if form == "pape" else "X"
    return f"{form} {form} {pos} _ {inside} dep {label}".rstrip()
