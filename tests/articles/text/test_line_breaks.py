"""Line breaks of scanned text mended."""

from __future__ import annotations

import pytest

from timeline.articles.text.line_breaks import rejoin

CASES = {
    "Le gouver-\nnement a décidé": "Le gouvernement a décidé",
    "Le pré\u00ad\nsident": "Le président",
    "Viendra-t-\nil demain": "Viendra-t-il demain",
    "Il sera peut-\nêtre là": "Il sera peut-être là",
    "Le vice-\nprésident parle": "Le vice-président parle",
    "La Seine-\nMaritime": "La Seine-Maritime",
    "Un porte-monnaie, et un porte-\nmonnaie": "Un porte-monnaie, et un porte-monnaie",
    "Une ligne\nune autre": "Une ligne une autre",
    "Une ligne\r\nune autre": "Une ligne une autre",
    "Un.\n\nDeux.": "Un.\n\nDeux.",
    "Une longue ligne qui va jusqu'à la marge et\nfinit ici.\nUn autre paragraphe commence sur cette ligne": (
        "Une longue ligne qui va jusqu'à la marge et finit ici.\n\nUn autre paragraphe commence sur cette ligne"
    ),
    "De 2010-\n2011": "De 2010- 2011",
    "": "",
}


@pytest.mark.parametrize("text", CASES)
def test_rejoin(text: str):
    assert rejoin(text) == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_what_is_whole_stays(text: str):
    assert rejoin(CASES[text]) == CASES[text]
