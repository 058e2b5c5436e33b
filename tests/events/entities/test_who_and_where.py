"""Whom and where the words of a text point to: tables of parsed sentences in `who_and_where.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.reading import table, told
from timeline.events.entities.apposition import labels, missed
from timeline.events.lexicon import load


def _cases() -> list[tuple[str, str, list[str], list[str], str]]:
    blocks = Path(__file__).with_name("who_and_where.txt").read_text(encoding="utf-8").split("\n## ")[1:]
    return [_case(*block.split("\n", 2)) for block in blocks]


def _case(head: str, _why: str, parse: str) -> tuple[str, str, list[str], list[str], str]:
    lemma, title, people, places = (part.strip() for part in f"{head} ".split("|"))
    return lemma, title, _names(people), _names(places), parse


def _names(text: str) -> list[str]:
    return [name for name in text.split(", ") if name]


@pytest.mark.parametrize(("lemma", "title", "people", "places", "parse"), _cases())
def test_people_and_places(lemma: str, title: str, people: list[str], places: list[str], parse: str) -> None:
    event = next(found for found in reversed(told(parse, title=title)) if found.lemma == lemma)
    assert [name.canonical for name in event.people] == people
    assert [name.canonical for name in event.places] == places


@pytest.mark.parametrize(
    ("words", "name", "label"),
    [
        ("le voyagiste Soleil/LOC Bleu/LOC", "Soleil Bleu", "ORG"),
        ("la compagnie Airlia/PER", "Airlia", "ORG"),
        ("la lune Titan", "Titan", "LOC"),
        ("la chorale Arpège", "Arpège", "ORG"),
        ("l' ouragan Sandy/LOC", "Sandy", "MISC"),
        ("le papetier Norex/PER", "Norex", "ORG"),
        ("le papetier finlandais Norex/PER", "Norex", "ORG"),
        ("la filiale Vierzon/LOC", "", ""),  # a town
        ("le laboratoire Tiangong-1/MISC", "", ""),
        ("l' allemand Brose/PER", "Brose", "ORG"),
        ("l' allemand Jan/PER Brose/PER", "", ""),
        ("l' Allemand Brose/PER", "", ""),
        ("le président allemand Brose/PER", "", ""),
        ("le patron de Norex/LOC", "Norex", "ORG"),
        ("le patron de Nantes/LOC", "", ""),
        ("le laboratoire Savigny/PER de Jean/PER Savigny/PER", "Savigny", "ORG"),  # its founder, named later
        ("Jean/PER Savigny/PER visite le laboratoire Savigny/PER", "", ""),
        ("le laboratoire Savigny/PER de M. Savigny/PER", "", ""),
        ("le club Jean/PER Bouin/PER", "", ""),
        ("le club de Nantes/LOC", "", ""),
        ("le candidat PSG/ORG", "", ""),
        ("la lune rousse", "", ""),
    ],
)
def test_a_noun_tells_what_it_names(words: str, name: str, label: str) -> None:
    (sentence,) = table("\n".join(_line(word) for word in words.split()))[1]
    new = {entity.text: entity.label for entity in missed(sentence, load("fr"))}
    assert {**new, **labels([sentence], load("fr"))} == ({name: label} if name else {})


def _line(word: str) -> str:
    form, _, entity = word.partition("/")
    little = {"le": "DET", "la": "DET", "l'": "DET", "de": "ADP", "finlandais": "ADJ", "visite": "VERB"}
    pos = little.get(form) or ("PROPN" if form[0].isupper() else "NOUN")
    return f"{form} {form} {pos} _ 1 dep {entity}"


def test_the_headline_tells_what_a_name_is() -> None:
    (sentence,) = table("Sandy Sandy PROPN _ 1 dep LOC")[1]
    assert labels([sentence], load("fr"), "Ouragan Sandy : 39 morts") == {"Sandy": "MISC"}
