"""Sections headed by their date: what a sentence below tells without a time of its own is of that date."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import read_one
from timeline.calendar import edtf
from timeline.model import Article

FIVE = """1. Mai 2004 : la signature
Le contrat est signé à Oslo. Le groupe touche une commission le 3 juin.

2. Février 2009 : les carnets
Les policiers saisissent quatre carnets.

3. Juin 2013 : la fuite
L'intermédiaire s'enfuit à Dubaï. Il ne sera arrêté que quatre ans plus tard.
"""
DATES = {"signer": "2004-05", "toucher": "2004-06-03", "saisir": "2009-02", "enfuir": "2013-06", "arrêter": "2017"}


def dates(text: str) -> dict[str, str]:
    found = read_one(Article("a", "a.txt", "L'affaire en dates", datetime.date(2021, 4, 29), text))
    return {one.lemma: edtf(one.date) for one in (*found.events, *found.other_events) if one.date is not None}


def test_what_a_section_tells_is_of_its_heading() -> None:
    assert DATES.items() <= dates(FIVE).items()


@pytest.mark.parametrize("text", [FIVE.partition("2.")[0], FIVE.replace("\n", ".\n")], ids=["one alone", "sentences"])
def test_other_lines_head_no_section(text: str) -> None:
    assert dates(text)["signer"] != "2004-05"
