"""What only an opinion piece, an erratum or another language tells stays among the candidates."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from tests.workflow.test_length_and_topic import ids, project, updated
from timeline.model import Article, Entry
from timeline.workflow.commands.update import update_all
from timeline.workflow.merging.set_aside import corrected_by, is_erratum, is_opinion
from timeline.workflow.options import UpdateOptions
from timeline.workflow.project import candidates_path

ENGLISH = (
    "title: Maternity unit to close\ndate: 2024-03-06\nlanguage: en\n",
    "The council voted on Tuesday to close the maternity unit.\n\nThe mayor resigned on Monday.\n",
)


def test_what_only_another_language_tells_stays_among_the_candidates(tmp_path: Path) -> None:
    path = project(tmp_path)
    french = updated(path)
    (path.parent / "articles" / "e1.yaml").write_text(ENGLISH[0], encoding="utf-8")
    (path.parent / "articles" / "e1.txt").write_text(ENGLISH[1], encoding="utf-8")
    (outcome,) = update_all([path], UpdateOptions())
    assert ids(path) == french
    assert "article: e1" in candidates_path(path).read_text(encoding="utf-8")
    assert outcome.off_topic == (
        "e1 is in another language than the timeline: what it alone tells stays among the candidates",
    )
    for each in (path.parent / "articles").glob("m*"):
        each.unlink()
    path.write_text("title: Valmont\narticles: articles\nevents: []\n", encoding="utf-8")
    path.with_suffix(".lock").unlink()
    (outcome,) = update_all([path], UpdateOptions())  # all are in English, whatever the head says
    assert ids(path)
    assert outcome.off_topic == (
        "all articles are in the language `en`, and the pages are not: "
        "write `language: en` into the head of the timeline",
    )


OPINION = (
    "title: 'Tribune : « Valmont mérite mieux »'\ndate: 2024-03-20\n",
    "En mars 2009, le préfet a fermé la gare de Valmont. Le conseil régional a voté mardi la fermeture du lycée.\n",
)


def test_what_only_an_opinion_piece_tells_stays_among_the_candidates(tmp_path: Path) -> None:
    path = project(tmp_path)
    french = updated(path)
    (path.parent / "articles" / "o1.yaml").write_text(OPINION[0], encoding="utf-8")
    (path.parent / "articles" / "o1.txt").write_text(OPINION[1], encoding="utf-8")
    (outcome,) = update_all([path], UpdateOptions(language="fr"))
    assert ids(path) == french
    assert "article: o1" in candidates_path(path).read_text(encoding="utf-8")
    assert outcome.off_topic == (
        "o1 est une tribune, un éditorial ou un rectificatif : ce qu’il est seul à dire reste parmi les candidats",
    )


LABELS = {
    ("Éditorial. Le prix du lait cru", ""): True,
    ("TRIBUNE – Pour un pont", ""): True,
    ("Point de vue : on ne négocie pas avec un fleuve", ""): True,
    ("Précision", "Dans notre édition de vendredi, nous avons écrit…"): True,
    ("« Bissau mérite mieux que ses colonels »", "Tribune. Pour l'historien Paulo Sampaio, l'Europe se tait."): True,
    ("Le prix du lait", "ÉDITO\n\nFaut-il interdire le lait cru ?"): True,
    ("Chronique d'une crise annoncée", "Le maire a démissionné."): False,
    ("Tribune effondrée à Bastia : le procès s'ouvre", "Le procès s'est ouvert lundi."): False,
    ("Opinions partagées au conseil", "Le maire a démissionné."): False,
    ("Le préfet apporte une précision", "Précision du préfet : la route rouvre."): False,
}


@pytest.mark.parametrize(("title", "text"), LABELS)
def test_an_opinion_says_so(title: str, text: str) -> None:
    article = Article(id="a", path="a.txt", title=title, published=datetime.date(2024, 3, 20), text=text)
    assert is_opinion(article) is LABELS[title, text]


CORRECTIONS = {
    "Le pont de l'Aune a été fermé le 3 mars et non le 4.": ["Le pont de l'Aune est fermé"],
    "La maire de Valmont a démissionné mardi, et non mercredi ; il fallait lire Claire Vidal.": [
        "Claire Vidal démissionne"
    ],
    "La légende de la photo de Claire Morel était fausse.": [],
    "": [],
}


@pytest.mark.parametrize("said", CORRECTIONS)
def test_what_an_erratum_may_correct(said: str) -> None:
    titles = ["Le pont de l'Aune est fermé", "Claire Vidal démissionne", "Un nouveau maire est élu"]
    entries = [Entry(id=title, date="2024-03-04", title=title) for title in titles]
    erratum = Article(id="e", path="e.txt", title="Erratum", published=datetime.date(2024, 3, 20), text=said)
    assert is_erratum(erratum)
    assert [one.title for one in corrected_by(erratum, entries)] == CORRECTIONS[said]


def test_a_build_names_what_an_erratum_may_correct(tmp_path: Path) -> None:
    path = project(tmp_path)
    updated(path)
    title = re.findall(r"^  title: (\w[^\n]*)$", path.read_text(encoding="utf-8"), re.MULTILINE)[0]
    said = f"Contrairement à ce que nous avons écrit ({title}), rien n'est fait.\n"
    (path.parent / "articles" / "e1.yaml").write_text("title: Rectificatif\ndate: 2024-03-20\n", encoding="utf-8")
    (path.parent / "articles" / "e1.txt").write_text(said, encoding="utf-8")
    (outcome,) = update_all([path], UpdateOptions(language="fr"))
    (line,) = [line for line in outcome.off_topic if line.startswith("e1 est un rectificatif ; voyez s’il corrige : ")]
    assert title in line
