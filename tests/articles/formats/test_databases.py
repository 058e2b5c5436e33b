"""Exports of press databases as they came over the years: day, title, publisher, author and printed page of each article."""

# ruff: noqa: E501 - one form a line reads as a table

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.formats.test_documents import docx, rtf
from timeline.articles import add, read
from timeline.articles.metadata.page import labelled_page, page_of

ONE = "La préfecture a fermé mardi le pont de l'Aune après la découverte d'une fissure sur une pile. Les automobilistes passent par la rocade."
TWO = "Les salariés de la fonderie de Brévelay ont voté vendredi la grève contre quarante suppressions de postes. La direction a convoqué les élus."
FIRST = {
    "title": "Le pont de l'Aune est fermé", "paper": "Le Courrier du Finistère", "day": "mardi 14 mars 2023", "date": "14 mars 2023", "by": "Maëlle Le Goff",
    "page": "4", "text": ONE, "iso": "2023-03-14", "key": "20230314", "number": "1",
}  # fmt: skip
SECOND = {
    "title": "La fonderie vote la grève", "paper": "Le Courrier du Finistère", "day": "vendredi 17 mars 2023", "date": "17 mars 2023", "by": "Yann Kerbrat",
    "page": "12", "text": TWO, "iso": "2023-03-17", "key": "20230317", "number": "2",
}  # fmt: skip


def both(form: str) -> str:
    return form.format(**FIRST) + form.format(**SECOND)


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>"


EUROPRESSE_2014 = "<table><tr><td><span class=DocPublicationName>{paper}</span><br><span class=DocHeader>Pays de Quimper, {day}, p. {page}</span><br><span class=TitreArticleVisu>{title}</span><span class=DocText><p>{text}</p></span><span class=publiC-lblNodoc>news·{key}·CFI·000{number}</span></td></tr></table>"
EUROPRESSE_2024 = (
    "<article><header><span class=DocPublicationName>{paper} (site web)</span><span class=DocHeader>{day} - 06:12 UTC +01:00 452 mots, p. {page}</span>"
    "<p class='titreArticleVisu rdp__articletitle'>{title}</p><div class=docAuthors>{by}</div></header><section><div class=docOcurrContainer><p>{text}</p></div></section>"
    "<footer><div class=publiC-lblNodoc>news·{key}·CFI·{key}2×20×2257896{number}</div></footer></article>"
)
FACTIVA = "{title}\n\nPar {by}\n\n452 mots\n\n{date}\n\n06:42\n\n{paper}\n\nCFIN\n\n{page}\n\nFrançais\n\nCopyright 2023.\n\n{text}\n\nDocument CFIN0000{key}ej3e0001x\n\n"
CODES = "SE Région\nHD {title}\nBY {by}\nWC 452 mots\nPD {date}\nSN {paper}\nSC CFIN\nPG {page}\nLA Français\nLP {text}\nTD Une suite.\nAN Document CFIN0000{key}ej3e0001x\n"
FACTIVA_XML = "<f:article><f:accessionNo>CFIN{key}</f:accessionNo><f:headline><f:para>{title}</f:para></f:headline><f:byline>{by}</f:byline><f:publicationDate><f:date>{iso}</f:date></f:publicationDate><f:modificationDate>2023-09-01</f:modificationDate><f:sourceName>{paper}</f:sourceName><f:pageNumber>{page}</f:pageNumber><f:leadParagraph><f:para>{text}</f:para></f:leadParagraph></f:article>"
NEXIS = "{title}\n{paper}\n{date}\nCopyright 2023 {paper} Tous droits réservés\nSection: FINISTÈRE; Pg. {page}\nLongueur: 452 mots\nAuteur: {by}\nEncart: Un résumé.\nCorps\n{text}\nPage 2 de 4\nGraphique\nPhoto DR\nDate de chargement: 1er avril 2023\nFin du document\n"
LEXISNEXIS = "{number} de 2 DOCUMENTS\n\n    {paper}\n\n    {day}\n\n{title}\n\nAUTEUR: {by}\n\nRUBRIQUE: FINISTÈRE; Pg. {page}\n\nLONGUEUR: 452 mots\n\n{text}\n\nDATE-CHARGEMENT: 18 mars 2023\n\nLANGUE: FRENCH; FRANÇAIS\n\n"
TABLE = "titre;journal;date;auteur;page;texte\n" + both('"{title}";"{paper}";{iso};"{by}";p. {page};"{text}"\n')
FILES: dict[str, tuple[str, str | bytes]] = {
    "Europresse before <article>": ("e.html", page(both(EUROPRESSE_2014))),
    "Europresse of today": ("e.html", page(both(EUROPRESSE_2024))),
    "Factiva with the hour": ("f.txt", both(FACTIVA)),
    "Factiva in UTF-16": ("f.txt", both(FACTIVA).encode("utf-16")),
    "Factiva, RTF": ("f.rtf", rtf([line for line in both(FACTIVA).split("\n") if line])),
    "Factiva's codes with a section": ("f.txt", both(CODES)),
    "Factiva, XML with a namespace": ("f.xml", f"<r xmlns:f='urn:f'>{both(FACTIVA_XML)}</r>"),
    "Nexis in French": ("n.txt", both(NEXIS)),
    "Nexis in French, DOCX": ("n.docx", docx(both(NEXIS).strip().split("\n"))),
    "LexisNexis of 2012": ("n.txt", both(LEXISNEXIS)),
    "a table": ("t.csv", TABLE),
}
WITHOUT_AUTHOR = {"Europresse before <article>"}


@pytest.mark.parametrize("case", FILES)
def test_each_article_has_its_fields(case: str, tmp_path: Path) -> None:
    name, content = FILES[case]
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read([name], tmp_path)
    authors = (None, None) if case in WITHOUT_AUTHOR else (FIRST["by"], SECOND["by"])
    assert [(str(each.published), each.title, each.publisher, each.author, each.page) for each in found.articles] == [
        (one["iso"], one["title"], one["paper"], author, one["page"])
        for one, author in zip((FIRST, SECOND), authors, strict=True)
    ], found.problems
    assert [each.text.split("\n")[0] for each in found.articles] == [ONE, TWO]
    assert found.problems == ()


def test_two_articles_of_one_day_have_their_own_ids(tmp_path: Path) -> None:
    other = {**SECOND, "key": FIRST["key"], "day": FIRST["day"]}
    content = page(EUROPRESSE_2024.format(**FIRST) + EUROPRESSE_2024.format(**other))
    (tmp_path / "e.html").write_text(content, encoding="utf-8")
    found = read(["e.html"], tmp_path)
    assert (len({each.id for each in found.articles}), found.problems) == (2, ())


def test_an_import_keeps_the_page(tmp_path: Path) -> None:
    (tmp_path / "e.html").write_text(page(both(EUROPRESSE_2024)), encoding="utf-8")
    add(["e.html"], tmp_path / "articles", tmp_path)
    assert [each.page for each in read(["articles"], tmp_path).articles] == ["4", "12"]


PAGES = [
    ("Région, vendredi 17 mars 2023, p. LOI5", "LOI5"),
    ("Thursday, December 22, 2022 13887 words, p. A12", "A12"),
    ("Section: Région; Pg. 5", "5"),
    ("Pages 4-5", "4-5"),
    ("Le Courrier, mardi 14 mars 2023", ""),
    ("Paris (AP), 14 mars", ""),
]
FIELDS = [
    ("12", "12"),
    ("p. 12", "12"),
    ("2/4", "2"),
    ("A4, A5", "A4, A5"),
    ("https://e.example/p", ""),
    ("Accueil", ""),
]


@pytest.mark.parametrize(("line", "expected"), PAGES)
def test_pages_of_headers(line: str, expected: str) -> None:
    assert labelled_page(line) == expected


@pytest.mark.parametrize(("said", "expected"), FIELDS)
def test_pages_of_fields(said: str, expected: str) -> None:
    assert page_of(said) == expected
