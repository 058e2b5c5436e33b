"""Headings in capitals: which are read in small letters, and how their words are spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lines.all_capitals import in_small_letters, with_small_letters

BODY = (
    "Les funérailles de Staline, à la SNCF et à Louis XIV, gênent l'opéra de Lyon. La grève dure.\n"
    "Neuves-Maisons, Aix-en-Provence : quel temps-là !"
)


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("LES FUNÉRAILLES DE STALINE", "Les funérailles de Staline"),
        ("LES FUNERAILLES DE STALINE", "Les funérailles de Staline"),
        ("LA GRÈVE DE LA SNCF", "La grève de la SNCF"),
        ("L'OPÉRA DE LYON EN GRÈVE", "L'opéra de Lyon en grève"),
        ("« LOUIS XIV » À L'OPÉRA", "« Louis XIV » à l'opéra"),
        ("NÉCROLOGIE", "Nécrologie"),
        ("LA GRÈVE DE NEUVES-MAISONS", "La grève de Neuves-Maisons"),
        ("AIX EN GRÈVE", "Aix en grève"),
        ("LES PORTE-PAROLE", "Les porte-parole"),
        ("LA CGT ET LA COUR", "La CGT et la cour"),
    ],
)
def test_a_heading_is_read_in_the_spelling_of_its_article(heading: str, read: str) -> None:
    assert in_small_letters(heading, BODY) == read


@pytest.mark.parametrize(
    "heading", ["AFP", "RATP", "Grève à la SNCF", "LYON, 3 mars (AFP) - La grève", "12 / 2020", ""]
)
def test_an_abbreviation_and_a_line_with_small_letters_stay(heading: str) -> None:
    assert in_small_letters(heading, BODY) == heading


def test_only_headings_of_a_text_change() -> None:
    text = "LA GRÈVE DE LYON\nLYON (SNCF) - À Lyon, la grève dure.\nAFP"
    assert with_small_letters(text) == "La grève de Lyon\nLYON (SNCF) - À Lyon, la grève dure.\nAFP"


def test_a_text_of_capitals_alone_stays() -> None:
    """A telegram says nowhere how its words are spelled."""
    text = "LA GRÈVE DURE.\nELLE FINIRA MARDI."
    assert with_small_letters(text) == text


@given(st.text(alphabet="AÉbœŒß ’'\n.XI-", max_size=40))
def test_offsets_stay(text: str) -> None:
    read = with_small_letters(text)
    assert len(read) == len(text)
    assert [one for one, other in zip(text, read, strict=True) if one.isspace()] == [
        one for one in read if one.isspace()
    ]
