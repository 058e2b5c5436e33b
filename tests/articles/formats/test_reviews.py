"""Reviews of the press, corpora and tables as people make them: every article with its day and title, or a clear refusal."""

# ruff: noqa: E501 - one form a line reads as a table

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.articles.formats.test_databases import FIRST, ONE, SECOND, TWO, both, page
from tests.articles.formats.test_documents import docx, odt, package, pdf
from timeline.articles import read

BOTH = [("2023-03-14", FIRST["title"]), ("2023-03-17", SECOND["title"])]
DASHES = "{title}\n{paper} – {date} – {by}\n{text}\n"
COMMAS = "{title}\n{paper}, {day}, p. {page}\n{text}\n"
MARKDOWN = "## {title}\n\n*{paper}, {date}*\n\n{text}\n\n"
FRONT_MATTER = '---\ntitle: "{title}"\ndate: {iso}\n---\n\n{text}\n\n'
CLIPPING = "{paper}\n{day}\nEdition(s) : Quimper\nPage {page}\n439 mots\n© SAS Le Courrier\n\nFINISTÈRE\n{title}\n{text}\n\nPar {by}\n\nTous droits réservés à l'éditeur\n\n"
ALCESTE = "000{number} *source_courrier *date_{iso} *titre_T{number}\n-*theme_chapo\n{text}\n\n"
MONTHS = "**** *source_courrier *annee_2023 *mois_03\n{text}\n\n"
GALLICA = f"Titre : Le Petit Finistérien\nÉditeur : [s.n.]\nDate d'édition : 1923-03-14\nType : texte\nDroits : Public domain\nSource : Bibliothèque nationale\n\n{ONE}\n\n{TWO}\n"
DIVS = "<div class=article><h2>{title}</h2><p class=date>{paper}, {day}</p><p>{text}</p><p>{text}</p></div>"
RESULTS = "<div class=docList><a class=docList-links href='#'>{title}</a><div><span>{paper}</span> • {day}</div><div class=kwicResult>… {text} {text} …</div></div>"
TABLE = "Titre;Média;Date de diffusion;Journaliste;Contenu\n" + both('"{title}";"{paper}";{iso};"{by}";"{text}"\n')
LINES = '{{"stories_id": {number}, "title": "{title}", "publish_date": "{iso} 06:12:00", "media_name": "{paper}", "story_text": "{text}"}}\n'
BY_KEY = json.dumps(
    {one["key"]: {"titre": one["title"], "date": one["iso"], "texte": one["text"]} for one in (FIRST, SECOND)}
)


def issue(*chapters: str, date: str = "<dc:date>2023-03-14</dc:date>") -> bytes:
    """An EPUB of some chapters."""
    numbers = range(len(chapters))
    items = "".join(f"<item id='c{n}' href='c{n}.xhtml'/>" for n in numbers) + "</manifest><spine>"
    spine = "".join(f"<itemref idref='c{n}'/>" for n in numbers)
    book = f"<package xmlns:dc='d'><metadata><dc:title>Le Courrier</dc:title>{date}</metadata><manifest>{items}{spine}</spine></package>"
    container = "<container><rootfiles><rootfile full-path='c.opf'/></rootfiles></container>"
    pages = {f"c{n}.xhtml": f"<html><body>{chapter}</body></html>" for n, chapter in enumerate(chapters)}
    return package({"META-INF/container.xml": container, "c.opf": book, **pages})


CHAPTERS = [f"<h1>{one['title']}</h1><p>{one['text']}</p>" for one in (FIRST, SECOND)]
CONTENTS = f"<h1>Sommaire</h1><ol><li><a href='c1.xhtml'>{FIRST['title']}</a></li><li><a href='c2.xhtml'>{SECOND['title']}</a></li></ol>"
ONE_DAY = [("2023-03-14", FIRST["title"]), ("2023-03-14", SECOND["title"])]
REFUSED: list[tuple[str, str]] = []

FILES: dict[str, tuple[str, str | bytes, list[tuple[str, str]]]] = {
    "DOCX, paper – day – author": ("r.docx", docx(both(DASHES).strip().split("\n")), BOTH),
    "ODT, paper, day, page": ("r.odt", odt(both(COMMAS).strip().split("\n")), BOTH),
    "Markdown": ("r.md", "# Revue de presse de mars\n\n" + both(MARKDOWN), BOTH),
    "front matter, several times": ("r.md", both(FRONT_MATTER), BOTH),
    "clippings with editions and rubrics": ("r.txt", both(CLIPPING), BOTH),
    "Alceste with numbers": ("r.txt", both(ALCESTE), [("2023-03-14", "T1"), ("2023-03-17", "T2")]),
    "IRaMuTeQ with months alone": ("r.txt", both(MONTHS), REFUSED),
    "Gallica's raw text": ("r.txt", GALLICA, [("1923-03-14", "Le Petit Finistérien")]),
    "a page of articles in blocks": ("r.html", page("<h1>Revue de presse</h1>" + both(DIVS)), REFUSED),
    "a list of results": ("r.html", page(both(RESULTS)), REFUSED),
    "a table of a monitoring service": ("r.csv", TABLE, BOTH),
    "Media Cloud": ("r.jsonl", both(LINES), BOTH),
    "articles under their ids": ("r.json", BY_KEY, BOTH),
    "an issue as EPUB": ("r.epub", issue(CONTENTS, *CHAPTERS), ONE_DAY),
    "an issue with its navigation": ("r.epub", issue(f"<nav>{CONTENTS}</nav>", *CHAPTERS), ONE_DAY),
    "an issue without a day": ("r.epub", issue(*CHAPTERS, date=""), REFUSED),
    "a PDF of one article": ("r.pdf", pdf([FIRST["title"], "Publié le 14 mars 2023 à 6h", "Le pont est ferme.", "Une suite."]), BOTH[:1]),
    "a spreadsheet": ("r.xlsx", package({"xl/workbook.xml": "<x/>"}), REFUSED),
    "Zotero's references": ("r.ris", "TY  - NEWS\nDA  - 2023/03/14/\nER  -\n", REFUSED),
    "an old Word document": ("r.doc", b"\xd0\xcf\x11\xe0", REFUSED),
    "Safari's archive": ("r.webarchive", b"bplist00", REFUSED),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_each_article_is_one(case: str, tmp_path: Path) -> None:
    name, content, expected = FILES[case]
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read(["articles"], tmp_path)
    assert [(str(each.published), each.title) for each in found.articles] == expected, found.problems
    assert any(problem.severity == "error" for problem in found.problems) == (not expected), found.problems
    assert all(problem.path != "articles" for problem in found.problems), "the file itself is named"
    if len(expected) > 1:
        assert TWO not in found.articles[0].text


def test_a_teaser_list_does_not_make_an_article_a_list(tmp_path: Path) -> None:
    article = f"<h1>{FIRST['title']}</h1><p>Publié le 20 mars 2023 à 6h</p>" + f"<p>{ONE}</p><p>{TWO}</p>" * 3
    (tmp_path / "p.html").write_text(page(f"<main>{article}</main><div>{both(DIVS)}</div>"), encoding="utf-8")
    assert [str(each.published) for each in read(["p.html"], tmp_path).articles] in (["2023-03-20"], [])


def test_a_chronology_with_places_is_one_article(tmp_path: Path) -> None:
    stated = f"Le pont : une histoire\n\nPublié le 20 mars 2023\n\n{ONE}\n\nLa fermeture\nQuimper, 14 mars 2023\n{ONE}\n\nLa grève\nBrévelay, 17 mars 2023\n{TWO}\n"
    (tmp_path / "c.txt").write_text(stated, encoding="utf-8")
    found = read(["c.txt"], tmp_path)
    assert [str(each.published) for each in found.articles] in (["2023-03-20"], []), "one article, or refused"
