"""Pages as French sites of 2005 to 2020 are built: old SPIP, Dotclear, WordPress, Joomla, Drupal, town halls, blogs.

Each entry is a structure of one of those systems; the answer is the article's day, or None where the page has none.
"""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import pytest

from tests.articles.formats.test_fuzz import read
from timeline.model import Article

TITLE = "Le prix de l'eau augmente dans la vallée"
TEXT = """<p>Le syndicat des eaux a décidé une hausse de 8 % du prix du mètre cube. Elle s'appliquera à toutes les communes de la vallée à partir de l'été prochain.</p>
<p>Les élus invoquent l'état du réseau : un litre sur trois se perd dans les fuites. Des travaux de remplacement sont prévus pendant six ans.</p>"""


def page(body: str, head: str = "", title: str = f"{TITLE} - Info Vère") -> str:
    return f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


PAGES = {
    "the day in a header of the post, above the headline": (
        page(
            f'<main><div class="post-header"><ul><li>Luc</li><li><span>14 mars 2019</span></li><li><span>2 min de lecture</span></li></ul></div><h1>{TITLE}</h1>{TEXT}</main>'
        ),
        "2019-03-14",
    ),
    "the day alone in the article's own footer": (
        page(
            f'<article><h2><a href="/post/1">{TITLE}</a></h2>{TEXT}<footer><a href="/post/1">14 mars 2015</a> <span>3 notes</span></footer></article>'
        ),
        "2015-03-14",
    ),
    "the site's long name links home, above it the current day": (
        page(
            f'<header><div class="jour">vendredi 18 octobre 2019</div><a class="logo" href="/">Le Courrier de la vallée de la Vère</a></header><main><h1>L\'eau et son prix</h1>{TEXT}</main>',
            title="L'eau et son prix - Le Courrier de la vallée de la Vère",
        ),
        None,
    ),
    "a day by a headline that the title does not say": (
        page(f"<h1>Actualités de la vallée</h1><p>12 mai 2011</p>{TEXT}", title="Info Vère"),
        None,
    ),
    "the first message of a forum, with its subject behind the day": (
        page(
            f'<a href="t12"><b>{TITLE}</b></a><table><tr><td><span>Posté le: Lun 12 Mar 2007, 18:22&nbsp; Sujet du message: {TITLE}</span></td></tr><tr><td>{TEXT}</td></tr><tr><td><span>Posté le: Mer 14 Mar 2007, 09:01&nbsp; Sujet du message:</span> Merci !</td></tr></table>'
        ),
        "2007-03-12",
    ),
    "how to cite the article": (
        page(
            f"<h1>{TITLE}</h1>{TEXT}<p>Anne Morel, « Un autre article », <em>Revue</em>, mis en ligne le 3 mars 2009.</p><h2>Pour citer cet article</h2><p>Anne Morel, « {TITLE} », <em>Revue des vallées</em> [En ligne], 12 | 2012, mis en ligne le 12 mai 2013, consulté le 03 juin 2018. URL : http://r.example/123</p>"
        ),
        "2013-05-12",
    ),
    "a sentence on the article in quotes is no reference": (
        page(f"<h1>{TITLE}</h1>{TEXT}<p>Elle a lu « {TITLE} ». Le livre, publié le 12 mai 2013, est un succès.</p>"),
        None,
    ),
    "put online at a library": (
        page(
            f'<h1>{TITLE}</h1>{TEXT}<ul><li>Mis en ligne sur Cairn.info le 14/03/2012</li><li><a href="https://doi.example/10">https://doi.example/10.3917/rv.012.0012</a></li></ul>'
        ),
        "2012-03-14",
    ),
    "a table, the title in a cell, today in the banner": (
        page(
            f'<div class="date">Mercredi 30 Novembre 2011</div><table><tr><td class="contentheading">{TITLE}</td></tr></table><table><tr><td>Écrit par Admin</td></tr><tr><td class="createdate">Mardi, 10 Mai 2011 10:22</td></tr><tr><td>{TEXT}</td></tr></table>'
        ),
        "2011-05-10",
    ),
    "a div as title": (
        page(
            f'<table><tr><td colspan="2">Val Vert | mercredi 5 octobre 2011</td></tr><tr><td>28/09/2011 : <a href="b">Brève</a></td><td><div class="titre">{TITLE}</div><div class="date">samedi 16 mai 2009</div><div>{TEXT}</div></td></tr></table>'
        ),
        "2009-05-16",
    ),
    "the site's name as h1": (
        page(
            f'<h1 id="logo">Info Vère</h1><div class="item"><h2><a href="#">{TITLE}</a></h2><dl><dd>Créé le vendredi 7 septembre 2012 16:40</dd><dd>Affichages : 1234</dd></dl>{TEXT}</div>'
        ),
        "2012-09-07",
    ),
    "a comment signed as a publication line": (
        page(
            f'<h1>Blog</h1><div class="blogbody"><div class="dateheader">03 mai 2011</div><div><h3>{TITLE}</h3>{TEXT}<p>Posté par pieton à 10:22 - Commentaires [1]</p></div><h4>Commentaires</h4><div><p>Toujours en retard.</p><p>Posté par Alma, 05 mai 2011 à 09:15 | Répondre</p></div></div>'
        ),
        "2011-05-03",
    ),
    "the comments alone are dated": (
        page(
            f"<h1>{TITLE}</h1>{TEXT}<h4>2 réponses à « {TITLE} »</h4><div><p>Posté par Alma, 05 mai 2011 à 09:15</p></div>"
        ),
        None,
    ),
    "the day in the article's own footer": (
        page(
            f'<article><header><h1>{TITLE}</h1></header>{TEXT}<footer class="entry-meta">Cette entrée a été publiée dans Eau, le <time class="entry-date" datetime="2013-05-03T10:22:00+00:00">3 mai 2013</time>, par <span>adev</span>.</footer></article>'
        ),
        "2013-05-03",
    ),
    "a sentence of the article on itself": (
        page(
            f"<h2>{TITLE}</h2>{TEXT}<p><small>Cet article a été publié le Mardi 4 mai 2010 à 10:22 et est classé dans <a>Eau</a>. Vous pouvez en suivre les commentaires par le biais du flux RSS 2.0. Vous pouvez laisser un commentaire, ou faire un trackback depuis votre propre site, si vous en avez un quelque part sur la toile.</small></p>"
        ),
        "2010-05-04",
    ),
    "lines parted by br": (
        page(f'<h1>{TITLE}</h1><p class="info">Mise en ligne : 23 mars 2010<br>Rédacteur : Paul Sabatier</p>{TEXT}'),
        "2010-03-23",
    ),
    "popularity behind the author": (
        page(
            f"<h1>{TITLE}</h1><div>publié le <strong>dimanche 8 mai 2011</strong><br> par <a>Jeannine C.</a> popularité : 12%</div>{TEXT}"
        ),
        "2011-05-08",
    ),
    "the day in three blocks": (
        page(
            f'<div class="post"><div class="postdate"><div>12</div><div>Juin</div><div>2015</div></div><h2>{TITLE}</h2><div>{TEXT}</div></div>'
        ),
        "2015-06-12",
    ),
    "RDFa": (
        page(
            f'<h1>{TITLE}</h1><div class="meta submitted"><span property="dc:date dc:created" content="2014-06-05T09:15:00+02:00" datatype="xsd:dateTime">Soumis par nm le jeu, 05/06/2014 - 09:15</span></div>{TEXT}'
        ),
        "2014-06-05",
    ),
    "a wrong order of day and month is not read": (
        page(f"<h1>{TITLE}</h1><div>Soumis par nm le jeu, 06/05/2014 - 09:15</div>{TEXT}"),
        None,
    ),
    "a day and its parts again": (
        page(
            f'<h2>{TITLE}</h2><div class="divPublished">Mardi 8 décembre 2009 2 08 /12 /Déc /2009 07:15</div><div>{TEXT}</div>'
        ),
        "2009-12-08",
    ),
    "author, section and day under the text": (
        page(
            f'<h2>{TITLE}</h2><div>{TEXT}</div><div class="article_info">Par <a>thil60</a> dans <a>Vie locale</a> le <span>8 Juin 2012 à 09:31</span></div>'
        ),
        "2012-06-08",
    ),
    "a press release": (
        page(f'<h1>{TITLE}</h1><p>Communiqué de presse</p><p style="text-align:right">Paris, le 3 mai 2016</p>{TEXT}'),
        "2016-05-03",
    ),
    "a place and a day that open a press release": (
        page(
            f"<span>Communiqués de presse</span><h1>{TITLE}</h1><p><b>Brest, le 3 mai 2016</b> – Le syndicat vote.</p>{TEXT}"
        ),
        "2016-05-03",
    ),
    "the article's own sentence, and a reader's day in a small page": (
        page(
            f'<div><h2><a href="#">{TITLE}</a></h2><div>{TEXT}<p><small>Cet article a été posté le Jeudi 22 mars 2007 à 21:14 dans <a>Rail</a>.</small></p></div><h3>2 commentaires</h3><ol><li><cite>Bob</cite> dit :<br/><small>mars 23rd, 2007 à 8:02</small><p>Bravo.</p></li></ol></div>'
        ),
        "2007-03-22",
    ),
    "a day's heading, and a reader's line in a small page": (
        page(
            f'<div><div><div class="dateheader">07 mai 2009</div><h3>{TITLE}</h3>{TEXT}</div><h4>Commentaires</h4><div>Beau sujet<br/>Posté par Léa, 08 mai 2009 à 18:21</div></div>'
        ),
        "2009-05-07",
    ),
    "a place and a day without a word for a letter": (page(f"<h1>{TITLE}</h1><p>Paris, le 3 mai 2016</p>{TEXT}"), None),
    "a comment in microdata": (
        page(
            f'<h1>{TITLE}</h1>{TEXT}<div><div itemprop="comment" itemscope><time itemprop="datePublished" datetime="2014-07-20">20 juillet 2014</time><p>Bravo à vous.</p></div></div>'
        ),
        None,
    ),
    "another article in microdata": (
        page(
            f'<h1>{TITLE}</h1>{TEXT}<div><div itemscope itemtype="http://schema.org/Article"><a itemprop="url">Cantine bio</a><meta itemprop="datePublished" content="2015-02-02"></div></div>'
        ),
        None,
    ),
    "the article in microdata beside its headline": (
        page(
            f'<div><div itemscope itemtype="http://schema.org/Article"><meta itemprop="headline" content="{TITLE}"><meta itemprop="datePublished" content="2015-02-02"></div><h1>{TITLE}</h1>{TEXT}</div>'
        ),
        "2015-02-02",
    ),
    "opinions of readers": (
        page(
            f"<h1>{TITLE}</h1>{TEXT}<div><p>Posté le 18-07-2014 10:22 par luc</p><p>Tenez bon, nous sommes là.</p></div>"
        ),
        None,
    ),
    "the day under the text": (
        page(f"<h1>{TITLE}</h1>{TEXT}<p><em>Article publié le 3 mai 2016 par l'équipe du Relais.</em></p>"),
        "2016-05-03",
    ),
    "the day in the headline's element": (
        page(
            f"<div><h2>{TITLE}<br/><span>mis en ligne le : 03/05/2016</span></h2><div>{TEXT}</div></div>", title=TITLE
        ),
        "2016-05-03",
    ),
    "a section and a day": (
        page(f'<div><p class="rub"><span>Société</span> mardi 03 mai 2011</p><h1>{TITLE}</h1>{TEXT}</div>'),
        "2011-05-03",
    ),
    "an event, a day and a clock": (page(f"<h1>{TITLE}</h1><p>Concert 12/05/2011 à 20h30</p>{TEXT}"), None),
    "a short year": (page(f"<h1>{TITLE}</h1><p>Publié le 3 Mai 16 à 10:22</p>{TEXT}"), "2016-05-03"),
    "a video under the text": (
        page(f"<h1>{TITLE}</h1>{TEXT}<div><h3>Vidéo : les essais</h3><p>Mise en ligne le 9 novembre 2012</p></div>"),
        None,
    ),
    "documents and comments that extraction keeps": (
        page(
            f'<h1>{TITLE}</h1>{TEXT}<div><h3>Documents joints</h3><p>Délibération - 9 novembre 2013</p></div><div id="disqus"><p>Luc - 14/11/2013</p></div>'
        ),
        None,
    ),
}


def published(html: str) -> str | None:
    found = [each for each in read("page.html", html.encode()) if isinstance(each, Article)]
    return found[0].published.isoformat() if found else None


@pytest.mark.parametrize("name", PAGES)
def test_the_day_of_the_article(name: str):
    html, day = PAGES[name]
    assert published(html) == day


def test_the_title_is_not_the_name_of_the_site():
    html = page(
        f"<h1>Info Vère</h1><div><h2>{TITLE}</h2><p>Publié le 3 mai 2016</p>{TEXT}</div>",
        title=f"Info Vère » Archives » {TITLE}",
    )
    (found,) = [each for each in read("page.html", html.encode()) if isinstance(each, Article)]
    assert found.title == TITLE
