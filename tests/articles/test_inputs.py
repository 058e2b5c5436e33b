"""Files as people have them, one a row: what is read from each, or why it is refused."""

# ruff: noqa: E501 - one input a line reads as a table

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.articles import read

ONE = "Le conseil municipal de Vannes a adopté lundi soir le budget de la ville, après trois heures de débat. L'opposition a voté contre."
TWO = "Le maire a annoncé que les travaux du port commenceraient en septembre. Ils coûteront douze millions d'euros, selon la municipalité."
THREE = "La veille, des riverains avaient manifesté devant l'hôtel de ville. Ils demandent une nouvelle étude, et une réunion publique."
BODY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
TITLE = "Vannes : le budget adopté"
OG = '<meta property="article:published_time" content="2023-03-14T06:00:00+01:00">'


def page(head: str = OG, top: str = f"<h1>{TITLE}</h1>", after: str = "", body: str = BODY) -> str:
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE} - Le Courrier</title>{head}</head><body>'
        f"<main><article>{top}<div class=article-body>{body}</div></article></main>{after}</body></html>"
    )


TEASER = '<article class="item"><a href="/x"><h3>Un autre sujet, plus ancien</h3></a><time datetime="2022-09-10">10 septembre 2022</time></article>'
WXR = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Le Courrier</title>'
    "<item><title>T</title><link>https://e.example/le-budget-adopte/</link><pubDate>Tue, 14 Mar 2023 05:00:00 +0000</pubDate><content:encoded><![CDATA[{first}]]></content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
    "<item><title>B</title><content:encoded><![CDATA[{body}]]></content:encoded><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item></channel></rss>"
)
NEWSML = "{doctype}<NewsML><NewsItem><NewsManagement><FirstCreated>20230314T060000+0100</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
DAY = "2023-03-14"

DATES: dict[str, tuple[str, str, list[str]]] = {
    "a page": ("p.html", page(), [DAY]),
    "a teaser in an aside": ("p.html", page(after=f"<aside><h2>À lire aussi</h2>{TEASER}</aside>"), [DAY]),
    "only a teaser is dated": ("p.html", page("", after=f"<section><h2>Sur le même sujet</h2>{TEASER}</section>"), []),
    "only a list of teasers is dated": (
        "p.html",
        page(
            "",
            after="<div class=x><h3>Lire aussi :</h3><ul><li><a href=/y>Un autre sujet, plus ancien, du journal</a> <time datetime=2022-09-10>10/09/2022</time></li></ul></div>",
        ),
        [],
    ),
    "a page that is not there": (
        "p.html",
        page(top="<h1>Page introuvable</h1>", head="<title>Page introuvable</title>" + OG),
        [],
    ),
    "a section page": ("p.html", page("", top="<h1>Politique</h1>", body=TEASER * 3), []),
    "a report published earlier, in the chapô": (
        "p.html",
        page(
            "",
            top=f"<h1>{TITLE}</h1><p class=chapo>Le rapport de la Cour des comptes, publié le 5 mars 2020, critique la gestion.</p><p class=date>Publié le 14 mars 2023 à 8h00</p>",
        ),
        [DAY],
    ),
    "a page of SingleFile": (
        "p.html",
        page(body=BODY + '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 330_000 + '">'),
        [DAY],
    ),
    "news-please": (
        "n.json",
        json.dumps(
            {
                "date_publish": "2023-03-14 06:00:00",
                "date_modify": "2023-03-15 07:00:00",
                "date_download": "2023-04-01 10:00:00",
                "maintext": ONE,
                "text": None,
                "title": TITLE,
                "source_domain": "e.example",
            }
        ),
        [DAY],
    ),
    "fundus": (
        "f.json",
        json.dumps(
            [
                {
                    "title": TITLE,
                    "publishing_date": "2023-03-14 06:00:00+01:00",
                    "authors": ["J. M."],
                    "body": {"summary": [ONE], "sections": [{"headline": [], "paragraphs": [TWO]}]},
                }
            ]
        ),
        [DAY],
    ),
    "newspaper4k": (
        "n.json",
        json.dumps(
            {
                "url": "https://e.example/a",
                "title": TITLE,
                "text": ONE,
                "publish_date": "2023-03-14T06:00:00",
                "authors": ["J. M."],
            }
        ),
        [DAY],
    ),
    "a JSON Feed of one": (
        "j.json",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Le Courrier",
                "authors": [{"name": "x"}, {"name": "y"}],
                "items": [{"id": "1", "content_html": BODY, "date_published": DAY}],
            }
        ),
        [DAY],
    ),
    "WordPress REST": (
        "w.json",
        json.dumps(
            [
                {
                    "id": 12,
                    "date": "2023-03-14T06:00:00",
                    "title": {"rendered": "Vannes&nbsp;: le budget"},
                    "content": {"rendered": BODY},
                    "status": "publish",
                    "author": 3,
                },
                {"id": 13, "date": "2023-03-15T06:00:00", "content": {"rendered": BODY}, "status": "draft"},
            ]
        ),
        [DAY],
    ),
    "a WordPress export with a draft": ("w.xml", WXR.format(first=BODY, body=BODY, status="draft", kind="post"), [DAY]),
    "a WordPress export with a menu": (
        "w.xml",
        WXR.format(first=BODY, body="", status="publish", kind="nav_menu_item"),
        [DAY],
    ),
    "NewsML with a DTD": (
        "n.xml",
        NEWSML.format(
            doctype='<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:x" "NewsML.dtd" [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf; ]>',
            text=ONE,
        ),
        [DAY],
    ),
    "NewsML with a bare DTD": (
        "n.xml",
        NEWSML.format(doctype='<!DOCTYPE NewsML SYSTEM "http://e.example/NewsML.dtd">', text=ONE),
        [DAY],
    ),
    "NewsML with a bomb": (
        "n.xml",
        NEWSML.format(doctype='<!DOCTYPE NewsML [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', text="&b;"),
        [],
    ),
    "NewsML with a file": (
        "n.xml",
        NEWSML.format(doctype='<!DOCTYPE NewsML [<!ENTITY a SYSTEM "file:///etc/passwd">]>', text="&a;"),
        [],
    ),
}


@pytest.mark.parametrize("case", DATES)
def test_dates(case: str, tmp_path: Path) -> None:
    name, content, days = DATES[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    found = read([name], tmp_path)
    assert [str(article.published) for article in found.articles] == days, found.problems
    assert bool(found.problems) == (not days)


TITLES = {
    "a label after it": (page(OG, f'<h1>{TITLE} <span class="abo">Abonnés</span></h1>'), TITLE),
    "a label before it": (page(OG, f"<h1>VIDÉO. {TITLE}</h1>"), TITLE),
    "the site's name": (
        page(
            OG
            + '<meta property="og:title" content="Lorient vs Vannes"><script type="application/ld+json">{"@type":"WebPage","name":"Sports.fr"}</script>',
            "<h1><img src=logo></h1>",
        ),
        "Lorient vs Vannes",
    ),
}


@pytest.mark.parametrize("case", TITLES)
def test_titles(case: str, tmp_path: Path) -> None:
    content, title = TITLES[case]
    (tmp_path / "p.html").write_text(content, encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert article.title == title


CHAPO = "Réuni mardi à l'hôtel de ville, le conseil a débattu trois heures. L'adjoint aux finances a quitté la salle."
STANDFIRSTS = {
    "in the header": f"<header><h1>{TITLE}</h1><p class=article__desc>{CHAPO}</p></header>",
    "a heading": f'<header><h1>{TITLE}</h1><h2 class="chapo">{CHAPO}</h2></header>',
    "a div": f"<div><h1>{TITLE}</h1><div class=article-intro>{CHAPO}</div></div>",
    "named by the description alone": f"<header><h1>{TITLE}</h1><p>{CHAPO}</p></header>",
}


@pytest.mark.parametrize("case", STANDFIRSTS)
def test_the_text_begins_with_the_standfirst(case: str, tmp_path: Path) -> None:
    head = OG + f'<meta property="og:description" content="{CHAPO}">'
    (tmp_path / "p.html").write_text(page(head, STANDFIRSTS[case]), encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert article.text.split("\n\n")[:2] == [CHAPO, ONE]


def test_sentences_that_speak_of_publication_stay(tmp_path: Path) -> None:
    last = "Le décret, paru le 5 mars 2020, interdit ces travaux."
    (tmp_path / "p.html").write_text(page(body=f"{BODY}<p>{last}</p>"), encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert article.text.endswith(last)


def test_publisher_and_author_are_looked_up_in_the_graph(tmp_path: Path) -> None:
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#o", "name": "La Presse"},
            {"@type": "NewsArticle", "publisher": {"@id": "#o"}, "author": [{"@id": "#p"}], "datePublished": DAY},
            {"@type": "Person", "@id": "#p", "name": "Paul Durand"},
        ]
    }
    (tmp_path / "p.html").write_text(
        page(f'<script type="application/ld+json">{json.dumps(graph)}</script>'), encoding="utf-8"
    )
    (article,) = read(["p.html"], tmp_path).articles
    assert (article.publisher, article.author) == ("La Presse", "Paul Durand")


@pytest.mark.parametrize("part", ["_files", "_fichiers"])
def test_what_a_browser_saved_beside_a_page_is_left_out(part: str, tmp_path: Path) -> None:
    (tmp_path / "Vannes.html").write_text(page(), encoding="utf-8")
    beside = tmp_path / f"Vannes{part}"
    beside.mkdir()
    (beside / "saved_resource.html").write_text(page(""), encoding="utf-8")
    (beside / "config.json").write_text('{"a": 1}', encoding="utf-8")
    found = read(["."], tmp_path)
    assert (len(found.articles), found.problems) == (1, ())
