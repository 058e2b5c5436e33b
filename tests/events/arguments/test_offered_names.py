"""Names that the NER leaves unmarked, and names given by a common noun: tables with counter-examples."""

from __future__ import annotations

import pytest

from tests.events.reading import table
from timeline.events.arguments.offered import noun_phrases, unmarked
from timeline.events.lexicon import load
from timeline.events.tree import grow

HE_LEFT = """
Il il PRON _ 2 nsubj
quitte quitter VERB VerbForm=Fin 0 root
{}
. . PUNCT _ 2 punct
"""


def found(parse: str, title: str = "") -> list[tuple[str, str]]:
    """The unmarked names of a text written as `table` reads it, with their labels."""
    _, sentences = table(parse)
    missed = unmarked.names([grow(one) for one in sentences], title, load("fr"), "fr")
    return [(one.text, one.label) for _, some in sorted(missed.items()) for one in some]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Men Men PROPN _ 2 obj\nGoulven Goulven PROPN _ 3 flat:name", [("Men Goulven", "MISC")]),
        ("Chantelune Chantelune PROPN _ 2 obj", [("Chantelune", "MISC")]),
        ("à à ADP _ 4 case\nChantelune Chantelune PROPN _ 2 obl", [("Chantelune", "LOC")]),
        ("Ouessant Ouessant PROPN _ 2 obj", [("Ouessant", "LOC")]),  # by the list of places
        ("« « PUNCT _ 4 punct\nJoudi Joudi PROPN _ 2 obj\n» » PUNCT _ 4 punct", [("Joudi", "MISC")]),
        ("Luc Luc PROPN _ 2 obj PER", []),  # marked
        ("la le DET _ 4 det\nmaison maison NOUN _ 2 obj", []),
        ("l' le DET _ 4 det\nAméricaine Américaine PROPN _ 2 obj", []),  # an origin
        ("Pâques Pâques PROPN _ 2 obj", []),  # a feast
        ("TGV TGV PROPN _ 2 obj", []),  # an abbreviation of three letters
        (": : PUNCT _ 4 punct\nVoici Voici PROPN _ 2 obj", []),  # begins something
        ("« « PUNCT _ 4 punct\nDésolé Désolé PROPN _ 2 obj\nLuc Luc PROPN _ 4 flat PER", []),  # a quotation begins
        ("DES DES PROPN _ 2 obj\nTROUBLES TROUBLES PROPN _ 3 flat", []),  # a headline in the text
    ],
)
def test_names_without_a_mark(words: str, names: list[tuple[str, str]]) -> None:
    assert found(HE_LEFT.format(words)) == names


OPENS = "Joudi Joudi PROPN _ 2 nsubj\ncoule couler VERB VerbForm=Fin 0 root"


@pytest.mark.parametrize(
    ("parse", "title", "names"),
    [
        (OPENS, "", []),  # its capital may be the sentence's
        (OPENS, "Le Joudi a coulé", [("Joudi", "MISC")]),
        (OPENS, "Joudi : le naufrage", []),
        (f"{OPENS}\n{HE_LEFT.format('Joudi Joudi PROPN _ 2 obj')}", "", [("Joudi", "MISC"), ("Joudi", "MISC")]),
    ],
)
def test_the_first_word_of_a_sentence_is_a_name_that_stands_elsewhere(
    parse: str, title: str, names: list[tuple[str, str]]
) -> None:
    assert found(parse, title) == names


def phrases(words: str, kind: str) -> list[str]:
    """The groups or sites in a sentence that ends in some words."""
    text, (sentence,) = table(HE_LEFT.format(words))
    made = {"groups": noun_phrases.groups, "sites": noun_phrases.sites}[kind](grow(sentence), load("fr"))
    return [text[span.start : span.end] for _, span in made]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "la le DET _ 4 det\nsalle salle NOUN _ 2 obj\ndes de ADP _ 6 case\nfêtes fête NOUN _ 4 nmod",
            ["salle des fêtes"],
        ),
        ("le le DET _ 4 det\nstade stade NOUN _ 2 obj\ncommunal communal ADJ _ 4 amod", ["stade communal"]),
        ("la le DET _ 4 det\ndépartementale départementale NOUN _ 2 obj\n32 32 NUM _ 4 nummod", ["départementale 32"]),
        ("au au ADP _ 4 case\ngymnase gymnase NOUN _ 2 obl\nRex Rex PROPN _ 4 appos", ["gymnase Rex"]),
        (", , PUNCT _ 4 punct\nsalle salle NOUN Number=Sing 2 obl\nRex Rex PROPN _ 4 appos", ["salle Rex"]),
        (", , PUNCT _ 4 punct\nsalles salle NOUN Number=Plur 2 obl\nvides vide ADJ _ 4 amod", []),
        ("en en ADP _ 4 case\nzone zone NOUN Number=Sing 2 obl\nmixte mixte ADJ _ 4 amod", []),
        (
            "la le DET _ 4 det\nhalle halle NOUN _ 2 obj\naux à ADP _ 6 case\nblés blé NOUN _ 4 nmod",
            ["halle aux blés"],
        ),
        ("le le DET _ 4 det\nchantier chantier NOUN _ 2 obj\nen en ADP _ 6 case\n1997 1997 NUM _ 4 nmod", []),
        ("le le DET _ 4 det\nparking parking NOUN _ 2 obj\nvers vers ADP _ 6 case\nmidi midi NOUN _ 4 nmod", []),
        (
            "la le DET _ 4 det\nzone zone NOUN _ 2 obj\nde de ADP _ 7 case\n3 3 NUM _ 7 nummod\nkm km NOUN _ 4 nmod",
            [],
        ),
        ("le le DET _ 4 det\nstade stade NOUN _ 2 obj", []),  # bare
        (
            ", , PUNCT _ 4 punct\ncentre centre NOUN Number=Sing 2 obl\nd' de ADP _ 7 case\nune un DET _ 7 det\n"
            "bataille bataille NOUN _ 4 nmod",
            [],
        ),  # which one, the reader does not learn
        (
            "à à ADP _ 5 case\nla le DET _ 5 det\nplace place NOUN _ 2 obl\nde de ADP _ 7 case\n"
            "Luc Luc PROPN _ 5 nmod PER\nRossi Rossi PROPN _ 7 flat:name PER",
            [],
        ),  # instead of him
        ("une un DET _ 4 det\nsalle salle NOUN _ 2 obj\nvide vide ADJ _ 4 amod", []),  # not definite
        (
            "la le DET Gender=Fem 4 det\ntour tour NOUN Gender=Fem 2 obj\nMontparnasse Montparnasse PROPN _ 4 appos",
            ["tour Montparnasse"],
        ),
        (
            "le le DET Gender=Masc 4 det\ntour tour NOUN Gender=Masc 2 obj\nde de ADP _ 7 case\nl' le DET _ 7 det\n"
            "élection élection NOUN _ 4 nmod",
            [],
        ),  # a round, no tower
        ("son son DET _ 4 det\nquartier quartier NOUN _ 2 obj\nnatal natal ADJ _ 4 amod", []),
        ("deux deux NUM _ 4 nummod\nplages plage NOUN _ 2 obj\nvides vide ADJ _ 4 amod", []),
        ("le le DET _ 4 det\nparti parti NOUN _ 2 obj\nvert vert ADJ _ 4 amod", []),  # no site
        ("le le DET _ 4 det\nstade stade NOUN _ 2 obj\nlundi lundi NOUN _ 4 nmod", []),  # a time
    ],
)
def test_sites(words: str, names: list[str]) -> None:
    assert phrases(words, "sites") == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("l' le DET _ 4 det\narmée armée NOUN _ 2 obj\nturque turc ADJ _ 4 amod", ["armée turque"]),
        (
            "l' le DET _ 4 det\noffice office NOUN _ 2 obj\nde de ADP _ 6 case\ntourisme tourisme NOUN _ 4 nmod",
            ["office de tourisme"],
        ),
        (
            "le le DET _ 5 det\n1er 1er ADJ _ 5 amod\nrégiment régiment NOUN _ 2 obj\n"
            "d' de ADP _ 7 case\ninfanterie infanterie NOUN _ 5 nmod",
            ["1er régiment d'infanterie"],
        ),
        ("3 3 NUM _ 4 nummod\nrégiments régiment NOUN _ 2 obj\nturcs turc ADJ _ 4 amod", ["régiments turcs"]),
        ("le le DET _ 4 det\nlycée lycée NOUN _ 2 obj\nRex Rex PROPN _ 4 flat", []),  # a site
        ("l' le DET _ 4 det\narmée armée NOUN _ 2 obj", []),  # bare
        ("l' le DET _ 4 det\narbre arbre NOUN _ 2 obj\nvert vert ADJ _ 4 amod", []),
    ],
)
def test_groups(words: str, names: list[str]) -> None:
    assert phrases(words, "groups") == names
