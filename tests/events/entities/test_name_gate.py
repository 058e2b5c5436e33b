"""What can be no name, and where a group's name ends: tables with counter-examples, and what the gold articles give."""

from __future__ import annotations

import pytest

from tests.events.reading import gold, table
from timeline.events.entities.name_gate import end_of_group, may_be_name, replaced_person
from timeline.events.lexicon import WordList, load
from timeline.events.tree import grow


@pytest.mark.parametrize(
    ("name", "label", "is_one"),
    [
        ("Claire Dubreuil", "PER", True),
        ("de Gaulle", "PER", True),
        ("al-Bab", "LOC", True),
        ("Żagań", "LOC", True),
        ("A9", "LOC", True),
        ("zone 3", "LOC", True),
        ("G20", "ORG", True),
        ("gilets jaunes", "ORG", True),
        ("Mars", "LOC", True),  # the planet
        ("Soir", "ORG", True),  # the newspaper
        ("Mardi", "PER", False),
        ("Avril", "MISC", False),
        ("corbeau", "PER", False),
        ("état civil", "LOC", False),
        ("zone commerciale", "LOC", False),
        ("championnat du monde", "EVENT", False),
        ("Pâques", "EVENT", False),
        ("Toussaint", "PER", True),
        ("N", "ORG", False),
        ("F.", "MISC", False),
        ("13.000", "ORG", False),
        ("IV", "LOC", False),  # "l'acte IV"
        ("XV de France", "ORG", True),
        ("CCI", "ORG", True),
        ("1932", "ORG", False),
    ],
)
def test_what_may_be_a_name(name: str, label: str, is_one: bool) -> None:
    assert may_be_name(name, label, load("fr")) is is_one


HEAD = "gouvernement gouvernement NOUN _ 1 root\n"


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("irakien irakien ADJ _ 1 amod", "gouvernement irakien"),
        ("mercredi mercredi NOUN _ 1 nmod\nsoir soir NOUN _ 2 nmod", "gouvernement"),
        ("irakien irakien ADJ _ 1 amod\nle le DET _ 4 det\nlendemain lendemain NOUN _ 1 nmod", "gouvernement irakien"),
        ("de de ADP _ 4 case\nla le DET _ 4 det\nsemaine semaine NOUN _ 1 nmod", "gouvernement"),
        (", , PUNCT _ 3 punct\nfidèle fidèle ADJ _ 1 amod", "gouvernement"),
        ("de de ADP _ 3 case\nFrance France PROPN _ 1 nmod\n: : PUNCT _ 2 punct", "gouvernement de France"),
        ("de de ADP _ 3 case\nSerge Serge PROPN _ 1 nmod\nMardi Mardi PROPN _ 3 flat", "gouvernement de Serge Mardi"),
    ],
)  # fmt: skip
def test_a_time_or_a_mark_ends_the_name_of_a_group(below: str, name: str) -> None:
    _, (sentence,) = table(HEAD + below)
    tree = grow(sentence)
    last = end_of_group(tree, tree.tokens[0], len(tree.tokens) - 1, load("fr"))
    assert " ".join(token.text for token in tree.tokens[: last + 1]) == name


def test_the_gold_articles_have_no_time_and_no_mark_in_a_name() -> None:
    times = set(load("fr").words(WordList.NAMES_TIMES))
    for _, told in gold():
        for one in told:
            for name in (*one.people, *one.places):
                assert times.isdisjoint(name.canonical.split()), name
                assert not set(name.canonical) & set(",;:[]"), name


@pytest.mark.parametrize(
    ("parse", "phrase", "name"),
    [
        ("à à ADP _ 2 case\nla la DET _ 2 det", "place de Luc Rossi", "Luc Rossi"),
        ("à à ADP _ 2 case\nla la DET _ 2 det", "place d' Olivier Rossi", "Olivier Rossi"),
        ("sur sur ADP _ 2 case\nla la DET _ 2 det", "place d' Olivier Rossi", ""),
    ],
)
def test_whom_somebody_replaces(parse: str, phrase: str, name: str) -> None:
    _, (sentence,) = table(f"{parse}\nplace place NOUN _ 0 root")
    assert replaced_person(sentence, sentence.tokens[-1].start, phrase) == name
