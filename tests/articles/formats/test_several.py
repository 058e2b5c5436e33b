"""Several articles in one file: each with its own date, title and publisher, or a clear refusal."""

# ruff: noqa: E501 - one input a line reads as a table

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.articles import add, read

ONE = "Le conseil municipal de Vannes a adopté lundi soir le budget de la ville, après trois heures de débat."
TWO = "Les éboueurs de Nantes ont cessé le travail mercredi matin. Ils demandent une hausse de leur prime."
EUROPRESSE = (
    '<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{paper}</span></div><span class="DocHeader">{head}</span>'
    '<div class="titreArticle"><p class="titreArticleVisu">{title}</p></div><p class="sm-margin-bottomNews">{author}</p></header>'
    '<section><div class="DocText clearfix"><div class="docOcurrContainer"><p>{text}</p></div></div></section><footer>news·{key}·ZZ·1</footer></article>'
)
FACTIVA = "{title}\n\nPar Jeanne Martin\n\n452 mots\n\n{date}\n\n{paper}\n\nFIG\n\n5\n\nFrançais\n\nCopyright 2023. Tous droits réservés.\n\n{text}\n\nDocument FIGARO00{key}ej3e0001x\n\n"
CODED = "HD {title}\nBY Jeanne Martin\nWC 452 mots\nPD {date}\nSN {paper}\nSC FIG\nLA Français\nLP {text}\nTD Une suite.\nAN Document FIGARO00{key}ej3e0001x\n"
NEXIS = "{title}\n{paper}\n{date}\nCopyright 2023 Tous droits réservés\nSection: Région; Pg. 5\nLength: 452 words\nByline: Jeanne Martin\nBody\n\n{text}\n\nLoad-Date: April 1, 2023\nEnd of Document\n"
OLD_NEXIS = "{number} of 2 DOCUMENTS\n\n{paper}\n\n{date}\n\nHEADLINE: {title}\n\nBYLINE: Jeanne Martin\n\nBODY:\n{text}\n\nLOAD-DATE: April 1, 2023\n\n"
ALCESTE = "**** *source_{paper} *date_{iso}\n{text}\n\n"
PRESSREADER = "{title}\n\n{paper}\n{date}\nJEANNE MARTIN\n\n{text}\n\nArticle Name:{title}\nPublication:{paper}\nAuthor:Jeanne Martin\nStart Page:5\nEnd Page:5\n\n"
CLIPPING = "Date : {date}\nPays : FR\nMédia : {paper}\nPériodicité : Quotidien\nPage de l'article : p.5\nJournaliste : Jeanne Martin\n\n{title}\n\n{text}\n\n"
COPIED = "{title}\n{paper}\n{date}\nJEANNE MARTIN\n{text}\n\n"
PRINTED = "{paper}\n{date}\nPage 5\n\n{title}\n\n{text}\n\n"
PARAGRAPHS = "{paper}\n\n{date}\n\n{title}\n\n{text}\n\n"
TITLE_ABOVE = "{title}\n\n{paper}\n\n{date}\n\n{text}\n\n"
PAPER_ABOVE = "{paper}\nDate : {date}\nPage de l'article : p.5\nJournaliste : Jeanne Martin\n\n{title}\n\n{text}\n\n"
MAILING = "{title}\nSource : {paper} | Date : {date} | Page : 5\n\n{text}\n\n"
LETTER = "Titre : {title}\nJournal : {paper}\nParu le : {date}\nPage : 5\n\n{text}\n\n"
TITLED = "{title}\n\nPublié le {date} à 6h\n\n{text}\n\n"
FACTIVA_XML = "<article><headline><para>{title}</para></headline><byline>Jeanne Martin</byline><publicationDate><date>{iso}</date></publicationDate><sourceName>{paper}</sourceName><baseLanguage>fr</baseLanguage><accessionNo>FIG{key}</accessionNo><leadPara><para>{text}</para></leadPara><tailParas><para>Une suite.</para></tailParas></article>"
EXPORT_XML = (
    "<Document><Titre>{title}</Titre><Date>{key}</Date><Source>{paper}</Source><Texte><p>{text}</p></Texte></Document>"
)
JSON_LINE = '{{"title": "{title}", "date": "{iso}", "publisher": "{paper}", "text": "{text}"}}\n'
PARTED = "{title}\n\nPublié le {date}\n\n{text}\n\n==========\n\n"
BLOCKS = "<article><h2>{title}</h2><time datetime={iso}>{date}</time><p>{text}</p><p>{text}</p><p>{text}</p></article>"
FIRST = {
    "title": "Vannes : le budget adopté",
    "paper": "Le Figaro",
    "date": "14 mars 2023",
    "iso": "2023-03-14",
    "head": "mardi 14 mars 2023 - 06:00 UTC +01:00 452 mots",
    "author": "Jeanne Martin",
    "text": ONE,
    "key": "20230314",
    "number": "1",
}
SECOND = {
    "title": "Nantes : les éboueurs en grève",
    "paper": "Le Figaro",
    "date": "17 mars 2023",
    "iso": "2023-03-17",
    "head": "Région, vendredi 17 mars 2023, p. LOI5",
    "author": "",
    "text": TWO,
    "key": "20230317",
    "number": "2",
}


def both(form: str) -> str:
    return form.format(**FIRST) + form.format(**SECOND)


FILES = {
    "Europresse": (
        "e.html",
        f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{both(EUROPRESSE)}</body></html>",
    ),
    "Factiva, HTML": (
        "f.html",
        "<html><head><meta charset=utf-8></head><body>"
        + both('<div class="article frArticle"><p>' + FACTIVA.replace("\n\n", "</p><p>") + "</p></div>")
        + "</body></html>",
    ),
    "Factiva, text": ("f.txt", both(FACTIVA)),
    "Factiva, codes": ("f.txt", both(CODED)),
    "Nexis Uni, text": ("n.txt", both(NEXIS)),
    "LexisNexis, text": ("n.txt", both(OLD_NEXIS)),
    "Factiva, XML": ("f.xml", f"<?xml version='1.0' encoding='UTF-8'?><articles>{both(FACTIVA_XML)}</articles>"),
    "an export in XML": ("f.xml", f"<Resultats>{both(EXPORT_XML)}</Resultats>"),
    "PressReader": ("p.txt", both(PRESSREADER)),
    "PressReader, copied": ("p.txt", both(COPIED)),
    "PressReader, printed": ("p.txt", both(PRINTED)),
    "a review of the press, every line a paragraph": ("p.txt", both(PARAGRAPHS)),
    "the same, titles above the papers": ("p.txt", both(TITLE_ABOVE)),
    "PressEdd, the paper above": ("p.txt", both(PAPER_ABOVE)),
    "PressEdd's clippings": ("p.txt", both(CLIPPING)),
    "a newspaper's mailing": ("p.txt", both(MAILING)),
    "a newspaper's letter": ("p.txt", both(LETTER)),
    "JSON Lines called JSON": ("p.json", both(JSON_LINE)),
    "titles and publication lines, parted": ("p.txt", both(TITLED)),
    "titles and header lines": ("p.txt", both("{title}\n\n{paper}, {date}, p. 5\n\n{text}\n\n")),
    "parted by rules": ("p.txt", both(PARTED)),
    "parted by page breaks": ("p.txt", both(PARTED.replace("==========\n\n", "\f"))),
}


@pytest.mark.parametrize("case", FILES)
def test_each_article_is_one(case: str, tmp_path: Path) -> None:
    name, content = FILES[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    found = read([name], tmp_path)
    assert [(str(each.published), each.title) for each in found.articles] == [
        ("2023-03-14", FIRST["title"]),
        ("2023-03-17", SECOND["title"]),
    ], found.problems
    assert [ONE in found.articles[0].text, TWO in found.articles[1].text] == [True, True]
    assert TWO not in found.articles[0].text
    if "parted" not in case:
        assert {each.publisher for each in found.articles} == {"Le Figaro"}


@pytest.mark.parametrize("date", ["{iso}", "{key}", "14/03/2023"])
def test_alceste(date: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ALCESTE.replace("{iso}", date).format(**FIRST), encoding="utf-8")
    (article,) = read(["a.txt"], tmp_path).articles
    assert (str(article.published), article.publisher, article.text) == ("2023-03-14", "Le", ONE)


@pytest.mark.parametrize("case", ["Europresse", "Factiva, text", "Factiva, XML", "PressReader"])
def test_ids_stay_when_the_file_is_another(case: str, tmp_path: Path) -> None:
    name, content = FILES[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / f"other-{name}").write_text(content, encoding="utf-8")
    one, other = read([name], tmp_path), read([f"other-{name}"], tmp_path)
    assert [each.id for each in one.articles] == [each.id for each in other.articles]


UNKNOWN = {
    "a text with two publication lines": (
        "t.txt",
        f"Publié le 14 mars 2023 à 6h\n\nVannes\n\n{ONE}\n\nPublié le 17 mars 2023 à 6h\n\nNantes\n\n{TWO}\n",
    ),
    "two clippings without a date": (
        "t.txt",
        f"Vannes\n\nPublication : Le Figaro\nPage : 5\n\n{ONE}\n\nNantes\n\nPublication : Le Figaro\nPage : 7\n\n{TWO}\n",
    ),
    "a page of two articles": ("t.html", f"<html><head><meta charset=utf-8></head><body>{both(BLOCKS)}</body></html>"),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_what_is_not_understood_is_refused(case: str, tmp_path: Path) -> None:
    name, content = UNKNOWN[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    found = read([name], tmp_path)
    assert found.articles == ()
    assert ["several articles" in problem.message for problem in found.problems] == [True]


ITEM = "<item><title>{title}</title><guid>{key}</guid><link>https://e.example/{key}</link><pubDate>{date}</pubDate><description>{text}</description></item>"


def feed(*items: tuple[str, str, str, str]) -> str:
    stated = (ITEM.format(title=title, key=key, date=date, text=text) for title, key, date, text in items)
    return f'<rss version="2.0"><channel><title>Le Courrier</title>{"".join(stated)}</channel></rss>'


def test_a_feed_that_is_added_twice(tmp_path: Path) -> None:
    one = ("Vannes", "a-1", "Tue, 14 Mar 2023 05:00:00 +0000", ONE)
    other = ("Nantes", "b-2", "Fri, 17 Mar 2023 05:00:00 +0000", TWO)
    articles = tmp_path / "articles"

    def added(*items: tuple[str, str, str, str]) -> tuple[int, int]:
        (tmp_path / "feed.xml").write_text(feed(*items), encoding="utf-8")
        done = add(["feed.xml"], articles, tmp_path)
        assert [problem for problem in done.problems if problem.severity == "error"] == []
        return len(done.written), len(list(articles.iterdir()))

    assert added(one) == (1, 1)
    assert added(other, one) == (1, 2)
    assert added(other, one) == (0, 2)
    assert added((*other[:3], TWO + " La grève continue."), one) == (1, 2)


def test_a_chronology_is_one_article(tmp_path: Path) -> None:
    stated = f"Vannes : la crise\n\nPublié le 20 mars 2023\n\n{ONE}\n\n14 mars 2023\n\n{ONE}\n\n17 mars 2023\n\n{TWO}\n"
    (tmp_path / "c.txt").write_text(stated, encoding="utf-8")
    (article,) = read(["c.txt"], tmp_path).articles
    assert (str(article.published), article.text) == ("2023-03-20", stated)
