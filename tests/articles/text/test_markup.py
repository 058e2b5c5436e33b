"""Markdown's marks are none of an article's words; what only looks like a mark stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from timeline.articles import read
from timeline.articles.text.markup import without_markup


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("**Gilles Thévenet** sera candidat.", "Gilles Thévenet sera candidat."),
        ("Il a lu *Le Monde*, puis _Libération_.", "Il a lu Le Monde, puis Libération."),
        ("Un ***triple*** et un __double__ mot", "Un triple et un double mot"),
        ("**Le maire, *élu* hier, part**", "**Le maire, élu hier, part**".strip("*")),
        ("« **Jamais** », a-t-il dit.", "« Jamais », a-t-il dit."),
        ("Le [maire](https://exemple.fr/maire_(ville)) et le [préfet][1]", "Le maire et le préfet"),
        ("![La mairie](mairie.jpg) Le maire part.", " Le maire part."),
        ("## Les faits ##\nIl part.", "Les faits\nIl part."),
        ("> Il part.\n> Elle reste.", "Il part.\nElle reste."),
        ("Il part[^1].\n\n[^1]: Selon le préfet.", "Il part.\n\n"),
        (r"Le prix\* est de 3 \_ 4", "Le prix* est de 3 _ 4"),
    ],
)
def test_marks_go(marked: str, seen: str) -> None:
    assert without_markup(marked) == seen
    assert without_markup(marked).count("\n") == marked.count("\n"), "a line's number is that of the file"


@pytest.mark.parametrize(
    "text",
    [
        "Les prénoms* ont été changés.\n\n* Ils l'ont demandé.",
        "Karim*, 34 ans, et Sonia*, 31 ans, sont partis.",
        "2 * 3 * 4",
        "ses candidat*es et ses élu*es",
        "le fichier nom_de_la_ville_2.txt",
        "Il a dit [sic] que le texte [adopté lundi] restait.",
        "* un\n* deux\n- trois",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Un #mot et le n# 4 #",
        "– Non, dit-il.",
        "Un titre\n========\n\n---\n\n***\n\nIl part.",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_markup(text) == text


@pytest.mark.parametrize(
    "part", ["![a", "[^a", "[a", "[a](", "*a ", "_a ", "**a *", "> ", "* ", "# a ", "\\*", "# " + " " * 50]
)
def test_any_text_takes_a_time_that_grows_with_its_length(part: str) -> None:
    begin = time.process_time()
    without_markup(part * (300_000 // len(part)))
    assert time.process_time() - begin < 3, "a text of 300,000 characters takes a tenth of a second"


def test_an_article_and_its_title_have_no_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ndate: 2020-03-02\n---\n# **Vierzon** : le maire part\n\nLe maire, *élu en 2014*, part lundi.\n"
    )
    (tmp_path / "b.txt").write_text("---\ndate: 2020-03-02\n---\nLe préfet, *nommé en 2014*, part lundi.\n")
    (tmp_path / "c.md").write_text("---\ndate: 2020-03-02\nimported_from: c.html\n---\nPaul*, *l'élu*, part lundi.\n")
    first, second, third = read(["*"], tmp_path).articles
    assert (first.title, first.text.split("\n\n")[1]) == (
        "Vierzon : le maire part",
        "Le maire, élu en 2014, part lundi.\n",
    )
    assert second.text == "Le préfet, *nommé en 2014*, part lundi.\n", "a plain text has no marks"
    assert third.text == "Paul*, *l'élu*, part lundi.\n", "nor has what was imported"
