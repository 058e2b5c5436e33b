"""Pages whose paragraphs are `<br><br>`, and pages whose chronology is a table: the whole text, in its order."""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import pytest

from tests.articles.formats.test_fuzz import read
from timeline.model import Article

ONE = "Le conseil municipal de Vannes a adopté son budget lundi soir après trois heures de débat, sans surprise."
TWO = "L'opposition a voté contre, jugeant les dépenses trop élevées pour une ville de cette taille."
THREE = "Le maire Paul Ardent a promis une école pour la rentrée de septembre prochain."
FOUR = "Les travaux commenceront en mai, et coûteront quatre millions d'euros selon la mairie."
EVENTS = [("5 mars 2023", "Le maire annonce le budget à la presse."), ("7 mars", "Les éboueurs cessent le travail.")]
TOLD = ["5 mars 2023 : Le maire annonce le budget à la presse.", "7 mars : Les éboueurs cessent le travail."]
ROWS = "".join(f"<tr><td>{day}</td><td>{words}</td></tr>" for day, words in EVENTS)
ITEMS = "".join(f"<dt>{day}</dt><dd>{words}</dd>" for day, words in EVENTS)
SCORES = "<tr><th>Club</th><th>Points</th></tr><tr><td>Lorient</td><td>45</td></tr><tr><td>Vannes</td><td>43</td></tr>"
ALL = [ONE, TWO, THREE, FOUR]
CASES = {
    "br br": ("<div>" + "<br><br>".join(ALL) + "</div>", ALL),
    "br br in one p": ("<div><p>" + "<br/> <br/>\n".join(ALL) + "</p></div>", ALL),
    "br br in the body": ("<br><br>".join(ALL), ALL),
    "br br in a layout table": (
        "<table><tr><td><font size=2>" + "<br>\n<br>".join(ALL) + "</font></td></tr></table>",
        ALL,
    ),
    "three br": ("<div>" + "<br><br><br>".join(ALL) + "</div>", ALL),
    "br": ("<div><p>" + "<br>".join(ALL) + "</p></div>", ALL),
    "loose text beside p": (f"<div><p>{ONE}</p>{TWO}<br><br>{THREE}<br><br><p>{FOUR}</p></div>", ALL),
    "bold within": (
        f"<div>{ONE}<br><br>{TWO}<br><br>{THREE.replace('Paul Ardent', '<b>Paul Ardent</b>')}<br><br>{FOUR}</div>",
        ALL,
    ),
    "a table of dates": (
        f"<article><p>{ONE}</p><p>{TWO}</p><table>{ROWS}</table><p>{FOUR}</p></article>",
        [ONE, TWO, *TOLD, FOUR],
    ),
    "a table of dates with a head": (
        f"<article><p>{ONE}</p><p>{TWO}</p><table><tr><th>Date</th><th>Fait</th></tr>{ROWS}</table><p>{FOUR}</p></article>",
        [ONE, TWO, *TOLD, FOUR],
    ),
    "a table of dates in a figure": (
        f"<article><p>{ONE}</p><p>{TWO}</p><figure class='wp-block-table'><table>{ROWS}</table></figure><p>{FOUR}</p></article>",
        [ONE, TWO, *TOLD, FOUR],
    ),
    "a list of dates": (
        f"<article><p>{ONE}</p><p>{TWO}</p><dl>{ITEMS}</dl><p>{FOUR}</p></article>",
        [ONE, TWO, *TOLD, FOUR],
    ),
    "a table of scores": (
        f"<article><p>{ONE}</p><p>{TWO}</p><p>{THREE} {THREE}</p><table>{SCORES}</table><p>{FOUR}</p></article>",
        [ONE, TWO, f"{THREE} {THREE}", FOUR],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_whole_text(case: str):
    body, wanted = CASES[case]
    head = '<meta charset="utf-8"><title>Vannes</title><meta property="article:published_time" content="2023-03-14">'
    page = f'<html lang="fr"><head>{head}</head><body><h1>Vannes : le budget</h1>{body}</body></html>'
    (article,) = [each for each in read("vannes.html", page.encode()) if isinstance(each, Article)]
    assert str(article.published) == "2023-03-14"
    assert article.text.split("\n\n") == wanted
