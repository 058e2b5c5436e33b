"""Days beside a headline that are another thing's, and days that a zone moves: an article without a day is refused.

Each entry is what stands below or around the headline of a page; the answer is the article's day, or None.
"""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import datetime

import pytest

from tests.articles.formats.test_fuzz import read
from tests.articles.publication_date.test_site_pages import TEXT, TITLE, page
from timeline.articles.publication_date import lines
from timeline.articles.publication_date.evidence import Hint, decide
from timeline.model import Article, Problem

H = f"<h1>{TITLE}</h1>"
LD = '<script type="application/ld+json">{}</script>'


def after(words: str, head: str = "") -> str:
    """A page with something between headline and text."""
    return page(f"<main>{H}{words}{TEXT}</main>", head)


def below(words: str, head: str = "") -> str:
    """A page with something after the text."""
    return page(f"<main>{H}{TEXT}</main>{words}", head)


PAGES = {
    # What is read, and what is not, of pages as systems write them.
    "a broadcast": (after("<p>Diffusé le lundi 14 mars 2016</p>"), "2016-03-14"),
    "a book's facts below the line": (
        after(
            "<p>Publié le 14 mars 2016 par Anne Morel</p><div><h3>Fiche du livre</h3><p>Parution : 12 janvier 2016</p></div>"
        ),
        "2016-03-14",
    ),
    "a book's facts alone": (after("<div><p>Éditions du Pré</p><p>Parution : 12 janvier 2016</p></div>"), None),
    "a caption alone": (after('<div><img src="x.jpg"><p>Lorient, le 12 mars 2016. (Photo Jean Roux)</p></div>'), None),
    "an interview's day": (after("<p>Entretien réalisé le 3 mars 2016 à Lorient</p>"), None),
    "a chronology": (after("<p>12 mars 1902 : inauguration</p><p>3 avril 1938 : fermeture</p>"), None),
    "the day before in UTC": (
        after(
            "<p>14 mars 2018 par Claire Roux</p>",
            '<meta property="article:published_time" content="2018-03-13T23:30:00+00:00">',
        ),
        "2018-03-14",
    ),
    "weather above": (page(f"<div><p>Mercredi 12 juin 2019</p><p>19°C</p></div><main>{H}{TEXT}</main>"), None),
    # What takes place, and when.
    "an evening and its place": (after("<p>Jeudi 12 mai 2022 à 20h30</p><p>Salle des fêtes</p>"), None),
    "facts of an evening": (
        after("<ul><li>Date : 12 mai 2022</li><li>Lieu : Mairie</li><li>Horaire : 20h30</li></ul>"),
        None,
    ),
    "a time and its admission": (
        after('<time datetime="2022-05-12T20:30">Jeudi 12 mai, 20h30</time><p>Entrée libre</p>'),
        None,
    ),
    "a day in blocks and its admission": (
        after("<div><div>12</div><div>mai</div><div>2022</div></div><p>Entrée gratuite</p>"),
        None,
    ),
    "an agenda's address": (
        after("<p>Le 12 mai 2022</p>", '<link rel="canonical" href="https://ville.example/agenda/reunion-eau">'),
        None,
    ),
    "an agenda's page that says its day": (
        after(
            "<p>Jeudi 12 mai 2022</p><p>Lieu : mairie</p><p>Publié le 3 mai 2022</p>",
            '<link rel="canonical" href="https://ville.example/agenda/reunion-eau">',
        ),
        "2022-05-03",
    ),
    "a thesis that is defended": (
        page(
            f"<main><h1>Soutenance de thèse de Mme Dury</h1><p>Le 12 mai 2022 à 14 h</p><p>Amphithéâtre 3</p>{TEXT}</main>",
            title="Soutenance de thèse de Mme Dury",
        ),
        None,
    ),
    "news of a concert, its day in the byline": (
        page(
            f'<article><h1>Concert : 3 000 personnes</h1><div class="entry-meta"><span class="date">12 mai 2022</span> par <a>Luc M.</a></div>{TEXT}</article>',
            title="Concert : 3 000 personnes",
        ),
        "2022-05-12",
    ),
    "news of an exhibition, its day behind the author": (
        page(
            f"<article><h1>Exposition : le loup divise</h1><p>Par Anne Morel, le 12 mai 2022 à 18h32</p>{TEXT}</article>",
            title="Exposition : le loup divise",
        ),
        "2022-05-12",
    ),
    "a talk and its speaker": (
        page(
            f"<main><h1>Conférence sur l'eau</h1><p>Le 12 mai 2022 à 20h30, par Anne Morel</p>{TEXT}</main>",
            title="Conférence sur l'eau",
        ),
        None,
    ),
    "a concert": (
        page("<main><h1>Concert de soutien à l'école</h1><p>Le samedi 21 mai 2022</p>" + TEXT + "</main>"),
        None,
    ),
    "the day of a press release and that of its page": (
        after("<small>jeudi 11 février 2016</small><p>Paris, le 10 février 2016</p><p>Communiqué de presse</p>"),
        "2016-02-11",
    ),
    "an event in linked data": (
        after("<p>12 mai 2022</p>", LD.format('{"@type":"Event","startDate":"2022-05-12T20:30","name":"Réunion"}')),
        None,
    ),
    "another day than the event's": (
        after("<p>3 mai 2022</p>", LD.format('{"@type":"Event","startDate":"2022-05-12T20:30","name":"Réunion"}')),
        "2022-05-03",
    ),
    "a broadcast is a publication": (
        after("<p>3 mai 2022</p>", LD.format('{"@type":"BroadcastEvent","startDate":"2022-05-03T20:30"}')),
        "2022-05-03",
    ),
    "an occasion and its day": (after("<p>Conférence, jeudi 12 mai 2022</p>"), None),
    "an occasion, its place and its day": (after("<p>Manifestation à Paris, 12 mai 2022</p>"), None),
    "a paper and its day": (after("<p>Le Monde, 12 mai 2022</p>"), "2022-05-12"),
    "two bare days": (after("<p>12 mai 2022</p><p>13 mai 2022</p>"), None),
    "the weather of the day": (after('<div class="meteo">Vendredi 7 avril 2023</div>'), None),
    # What else is published.
    "an act in a list of documents": (
        below("<h3>Documents</h3><ul><li>Arrêté du 12/05/2022 (publié le 14/05/2022)</li></ul>"),
        None,
    ),
    "a video": (below("<div><p>Vidéo</p><p>Publié le 14/05/2022</p></div>"), None),
    "other articles without a heading": (
        below(
            '<div><div><p>Publié le 12/05/2022</p><p><a href="x">La cantine du collège passe au bio</a></p></div><div><p>Publié le 13/05/2022</p><p><a href="y">Une fresque sur le mur du gymnase</a></p></div></div>'
        ),
        None,
    ),
    "a linked block": (
        below('<div><a href="x"><p>Publié le 12/05/2022</p><p>La cantine du collège passe au bio</p></a></div>'),
        None,
    ),
    "a link to the author": (
        below('<div><p>Publié le 12/05/2022</p><p><a href="/a">Voir tous les articles de Jeanne Martin</a></p></div>'),
        "2022-05-12",
    ),
    "two days of publication, far from the headline": (
        below("<div><p>Publié le 12/05/2022</p></div><div><p>Publié le 16/05/2022</p></div>"),
        None,
    ),
    "a source that was consulted": (
        below(
            '<ol class="references"><li>« Réouverture », Le Journal, 3 mars 2022 (consulté le 4 mars 2022).</li></ol>'
        ),
        None,
    ),
    "put online, consulted": (
        below("<p>Mis en ligne le 15 décembre 2014, consulté le 06 avril 2023</p>"),
        "2014-12-15",
    ),
    "the last of a site": (below("<div>Dernière publication : 12/05/2022</div>"), None),
    "an event's caption before its time": (
        after('<p>Exposition <time datetime="2022-05-12">12 mai 2022</time></p>'),
        None,
    ),
    "what begins and what ends": (
        after('<time datetime="2022-05-12">12 mai</time> <time datetime="2022-05-14">14 mai</time>'),
        None,
    ),
    "the next concert above the headline": (
        page(
            f'<main><div><span>Prochain concert</span><time datetime="2022-05-12">12 mai 2022</time></div>{H}{TEXT}</main>'
        ),
        None,
    ),
    # Linked data and metadata that are not the article's.
    "a node of another name": (
        after(
            "<p>Publié le 3 mai 2022</p>",
            LD.format('{"@type":"Article","headline":"La cantine passe au bio","datePublished":"2020-01-01"}'),
        ),
        "2022-05-03",
    ),
    "the node of the whole site and another day": (
        after("<p>3 mai 2022</p>", LD.format('{"@type":"WebPage","name":"Info Vère","datePublished":"2015-01-01"}')),
        None,
    ),
    "a node of its site's name": (
        below("", LD.format('{"@type":"WebPage","name":"Info Vère","datePublished":"2015-01-01"}')),
        "2015-01-01",
    ),
    "a page's node of its site's name": (
        below(
            "",
            LD.format(
                '{"@type":"WebPage","name":"Info Vère","url":"https://vere.example/viaduc#page","datePublished":"2015-01-01"}'
            )
            + '<link rel="canonical" href="https://vere.example/viaduc">',
        ),
        "2015-01-01",
    ),
    "the node of another article": (
        below(
            "", LD.format('{"@type":"NewsArticle","headline":"Le loup filmé en plaine","datePublished":"2021-01-05"}')
        ),
        None,
    ),
    "a node of the title in a lesser heading": (
        page(
            f"<h1>Info Vère</h1><h2>Un viaduc fermé à la circulation</h2>{TEXT}",
            LD.format(
                '{"@type":"NewsArticle","headline":"Un viaduc fermé à la circulation","datePublished":"2021-01-05"}'
            ),
            title="Info Vère",
        ),
        "2021-01-05",
    ),
    "two articles under headings of their own": (
        page(f"<h1>Actualités</h1><h2>L'eau</h2><p>3 mars 2019</p>{TEXT}<h2>Le loup</h2><p>12 avril 2019</p>{TEXT}"),
        None,
    ),
    "the clock of La Réunion": (
        after(
            "<p>Publié le 9 juin 2021 à 01:15</p>",
            '<meta property="article:published_time" content="2021-06-08T21:15:00+00:00">',
        ),
        "2021-06-09",
    ),
    "the node of the front page": (
        below(
            "",
            LD.format(
                f'{{"@type":"WebPage","name":"{TITLE}","url":"https://vere.example/","datePublished":"2015-01-01"}}'
            ),
        ),
        None,
    ),
    "the node of the page": (
        below("", LD.format(f'{{"@type":"WebPage","name":"{TITLE} - Info Vère","datePublished":"2015-01-01"}}')),
        "2015-01-01",
    ),
    "a program's zero": (below("", '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'), None),
    "a program's zero and a line": (
        after(
            "<p>Publié le 3 mai 2022</p>",
            '<meta property="article:published_time" content="1970-01-01T01:00:00+01:00">',
        ),
        "2022-05-03",
    ),
    # Clocks of servers: readers see the day of their paper.
    "a blog's clock in America": (
        page(
            f'<div class="date-outer"><h2 class="date-header">mardi 3 juin 2014</h2><div><div><div class="post"><h3>{TITLE}</h3>{TEXT}<div><abbr class="published" itemprop="datePublished" title="2014-06-03T23:55:00-07:00">23:55</abbr></div></div></div></div></div>'
        ),
        "2014-06-03",
    ),
    "the hours of Montreal": (
        after('<time datetime="2020-07-01T03:12:00.000Z">Publié le 30 juin 2020 à 23 h 12 HAE</time>'),
        "2020-06-30",
    ),
    "a site that counts in UTC": (
        after("<span>20 mai 2020</span>", LD.format('{"@type":"Article","datePublished":"2020-05-20T22:30:00+00:00"}')),
        "2020-05-20",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_article_has_its_own_day_or_none(name: str):
    markup, right = PAGES[name]
    found = [each for each in read("page.html", markup.encode()) if isinstance(each, Article)]
    assert [str(each.published) for each in found] == ([] if right is None else [right])


BODY = "\n\n".join(part.removeprefix("<p>").removesuffix("</p>") for part in TEXT.split("\n"))
PASTED = {
    "an evening": (f"{TITLE}\n\nJeudi 12 mai 2022 à 20h30\nSalle des fêtes\n\n{BODY}", None),
    "a reader's exclamation": (f"{TITLE}\n\n{BODY}\n\n{BODY}\n\nAlma\nPosté le 15 mars 2014\nBravo", None),
    "a reader's sentence": (
        f"{TITLE}\n\n{BODY}\n\n{BODY}\n\n3 commentaires\nPublié par Alma le 5 juin 2014 à 00:12\nTrès juste.",
        None,
    ),
    "buttons of the site": (
        f"{TITLE}\n\n{BODY}\n\n{BODY}\n\nPublié le 15 mars 2014\nPartager cet article\nFacebook",
        "2014-03-15",
    ),
    "a picture of an agency": (f"{TITLE}\nPhoto AFP, 12 mai 2022\n\n{BODY}", None),
    "a paper whose name is a word of publication": (f"{TITLE}\nLa Dépêche, 12 mai 2022\n\n{BODY}", "2022-05-12"),
    "a line above the text": (f"{TITLE}\nPar Jeanne Martin\n12 mai 2022\n\n{BODY}", "2022-05-12"),
}


@pytest.mark.parametrize("name", PASTED)
def test_pasted_texts(name: str):
    text, right = PASTED[name]
    found = [each for each in read("texte.txt", text.encode()) if isinstance(each, Article)]
    assert [str(each.published) for each in found] == ([] if right is None else [right])


def hint(kind: str, day: int, **more: object) -> Hint:
    return Hint(kind, kind, datetime.date(2021, 3, day), **more)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([hint("visible", 11), hint("time", 14)], None),
        ([hint("visible", 11), hint("meta", 14)], None),
        ([hint("meta", 11), hint("url", 14)], None),
        ([hint("visible", 11), hint("url", 12)], 11),  # the newsroom's clock
        ([hint("visible", 11, labelled=True), hint("time", 14)], 11),
        ([hint("json-ld", 11), hint("visible", 14)], 11),
        ([hint("visible", 11), hint("file name", 14)], 11),  # a file may be named by the day it was saved
    ],
)
def test_loose_hints_that_disagree_give_no_day(found: list[Hint], right: int | None):
    day = decide(found).day
    assert (day and day.day) == right


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("« Réouverture », Le Journal, 3 mars 2022 (consulté le 4 mars 2022).", []),
        ("Publié le 3 mars 2022, consulté le 4 mars 2022", ["2022-03-03"]),
        ("Arrêté n° 12 du 12/05/2022 (publié le 14/05/2022)", []),
        ("Le rapport du 3 mars 2022, publié le 4 mars 2022", []),
        ("Rapport annuel | Publié le 4 mars 2022", ["2022-03-04"]),
    ],
)
def test_lines_of_sources_and_acts(line: str, days: list[str]):
    assert [str(each.day) for each in lines.from_line(line, "Europe/Paris")] == days


def test_the_day_of_a_teaser_a_comment_or_a_script_is_no_candidate():
    others = (
        '<section><h2>Sur le même sujet</h2><article><a href="/x"><h3>Un autre</h3></a><time datetime="2022-09-10">10 septembre 2022</time></article></section>'
        '<div class="comments"><p>Le 12 mai 2021, Luc : merci</p></div><script>var d = {"deploy": "2021-03-04"};</script>'
    )
    (problem,) = [each for each in read("eau.html", below(others).encode()) if isinstance(each, Problem)]
    assert "though there is" not in problem.message
