"""Pages of sites of many kinds, with dates of many kinds: the article's own day is read, and no other is taken for it."""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import datetime

import pytest

from tests.articles.formats.test_fuzz import read
from timeline.model import Article, Problem

DAY = datetime.date(2023, 3, 14)
FIRST = "Le conseil municipal de Vannes a adopté son budget lundi soir après trois heures de débat. L'opposition a voté contre, jugeant les dépenses trop élevées pour la ville."
SECOND = "Le maire Paul Ardent a promis une école pour la rentrée de septembre. Les travaux commenceront en mai, et coûteront quatre millions d'euros selon la mairie."


def page(*, head="", above="", below="", body="", aside="", footer="", title="Vannes : le budget adopté"):
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} - Le Journal</title>{head}</head><body>
<div id="header"><a href="/">Le Journal</a>{above}</div><div id="main"><div class="content"><h1>{title}</h1>{below}<div class="texte">
<p>{FIRST}</p>{body}<p>{SECOND}</p></div></div><div id="side" class="col-right">{aside}</div></div><div id="bottom">{footer}</div></body></html>"""


DATED = {
    "spip": page(
        below='<p class="info-publi"><abbr class="published" title="2023-03-14T05:37:10Z">mardi 14 mars 2023</abbr>, par <span class="vcard author">Jeanne Martin</span></p>'
    ),
    "spip-updated": page(
        below="<p>mardi 14 mars 2023, par Jeanne Martin</p><p><small>Dernière modification le jeudi 4 mai 2023</small></p>"
    ),
    "spip-repub": page(below='<div class="cartouche">Publié le 14 mars 2023, mis à jour le 4 mai 2023</div>'),
    "wp-entrydate": page(
        below='<div class="entry-meta">Posted on <a href="/2023/03/14/" rel="bookmark"><time class="entry-date published updated" datetime="2023-03-14T18:02:00+01:00">14 mars 2023</time></a> by <a>jeanne</a></div>'
    ),
    "wp-two": page(
        below='<span class="posted-on"><time class="entry-date published" datetime="2023-03-14T18:02:00+01:00">14 mars 2023</time><time class="updated" datetime="2023-05-04T10:00:00+01:00">4 mai 2023</time></span>'
    ),
    "wp-recent-and-date": page(
        below='<p class="date">14 mars 2023</p>',
        aside='<h3>Articles récents</h3><ul><li><a href="#">Rennes</a> <span class="post-date">5 avril 2023</span></li></ul>',
    ),
    "today-banner-and-date": page(
        above='<span class="today">jeudi 6 avril 2023</span>', below="<p>Publié le 14/03/2023</p>"
    ),
    "photo-caption-div2": page(
        below='<div class="legende">5 mars 2020</div><p class="signature">Publié le 14 mars 2023</p>'
    ),
    "meta-date": page(head='<meta name="date" content="2023-03-14">'),
    "event-and-published": page(
        below='<p class="date-event">14 juillet 2023</p><p class="date">Publié le 14 mars 2023</p>'
    ),
    "dc": page(head='<meta name="DC.Date" content="14/03/2023">'),
    "dc-created": page(
        head='<meta name="dcterms.created" content="2023-03-14T10:00+01:00"><meta name="dcterms.modified" content="2023-05-04">'
    ),
    "dc-template": page(
        head='<meta name="DC.date.created" content="2009-01-01">', below="<p>Publié le 14 mars 2023</p>"
    ),
    "meta-vs-visible": page(
        head='<meta name="date" content="2023-05-04">', below="<p>Publié le 14 mars 2023 à 18h02</p>"
    ),
    "jsonld-webpage": page(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"Vannes : le budget adopté","datePublished":"2023-03-14T17:02:00+00:00","dateModified":"2023-05-04"}]}</script>'
    ),
    "url-canonical": page(head='<link rel="canonical" href="https://journal.example/2023/03/14/vannes-budget.html">'),
    "author-line": page(below="<p>Par <b>Jeanne Martin</b>, le 14 mars 2023</p>"),
    "author-line2": page(below="<p><b>Jeanne Martin</b> | 14/03/2023 | 18:02</p>"),
    "mise-en-ligne-end": page(body="", footer="<p>Mis en ligne le 14 mars 2023</p>"),
    "short-year": page(below='<span class="date">14.03.23</span>'),
    "microdata": page(below='<span itemprop="datePublished" content="2023-03-14">hier</span>'),
    "abbr": page(below='<abbr class="date" title="2023-03-14T10:00:00+01:00">il y a 2 mois</abbr>'),
    "forum": page(
        below='<div class="post"><span>Posté le 14 mars 2023</span><p>Salut</p></div><div class="post"><span>Posté le 16 mars 2023</span><p>Réponse</p></div>'
    ),
    "day-separate": page(
        below='<div class="date"><span class="jour">14</span> <span class="mois">mars</span> <span class="an">2023</span></div>'
    ),
    "dl": page(below="<dl><dt>Date</dt><dd>14 mars 2023</dd><dt>Auteur</dt><dd>Jeanne</dd></dl>"),
    "table": page(below="<table><tr><td>Publié le :</td><td>14 mars 2023</td></tr></table>"),
    "uppercase": page(below="<div>MARDI 14 MARS 2023</div>"),
    "no-h1": page(below='<p class="date">14 mars 2023</p>').replace("h1>", "h2>"),
    "event-vs-pub": page(below="<p>Samedi 25 mars 2023 de 14h à 18h</p><p>Publié le 14 mars 2023</p>"),
    "opengraph-and-visible-mod": page(
        head='<meta property="article:published_time" content="2023-03-14T23:30:00+00:00">',
        below="<p>Publié le 14/03/2023 à 23:30</p>",
    ),
    "last-update-and-time": page(
        below='<p>Publié le <time datetime="2023-03-14">14 mars 2023</time>, mis à jour le <time datetime="2023-05-04">4 mai 2023</time></p>'
    ),
    "blog-side-archive": page(
        below='<div class="post-info">Publié par Jeanne le 14 mars 2023</div>',
        aside='<div class="archives"><a>14 avril 2023</a></div>',
    ),
    "date-in-li": page(below='<ul class="meta"><li>Jeanne Martin</li><li>14 mars 2023</li><li>3 min</li></ul>'),
    "pub-and-event": page(below="<p>Le samedi 18 mars 2023</p><p>Article publié le 14/03/2023</p>"),
    "journal-number-near": page(below='<div class="edition">Édition du mardi 14 mars 2023</div>'),
    "pubdate-attr": page(below='<time pubdate datetime="2023-03-14T10:00:00+01:00">mardi</time>'),
    "gmt": page(head='<meta property="article:published_time" content="2023-03-13T23:30:00Z">'),
    "parsely": page(head='<meta name="parsely-pub-date" content="2023-03-14T05:00:00Z">'),
    "two-jsonld": page(
        head='<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":"Vannes : le budget adopté","datePublished":"14 mars 2023"}]</script>'
    ),
}
UNDATED = {
    "wp-recent": page(
        aside='<h3>Articles récents</h3><ul><li><a href="#">Rennes vote son budget</a> <span class="post-date">5 avril 2023</span></li><li><a href="#">Brest : la grève</a> <span class="post-date">4 avril 2023</span></li></ul>'
    ),
    "calendar-widget": page(
        aside='<table id="wp-calendar"><caption>avril 2023</caption><tr><td>1</td><td>2</td></tr></table>'
    ),
    "today-banner": page(above='<span class="today">jeudi 6 avril 2023</span>'),
    "copyright": page(footer="<p>© Le Journal 2023 - Tous droits réservés. Dernière mise à jour : 6 avril 2023</p>"),
    "footer-date": page(footer="<p>Page générée le 6 avril 2023 à 10:02</p>"),
    "comments": page(
        footer='<div id="comments"><h3>3 commentaires</h3><p class="comment-meta">Jeanne dit : <time datetime="2023-04-05T10:00:00">5 avril 2023 à 10 h 00 min</time></p><p>Bravo</p></div>'
    ),
    "comments-nodiv": page(body="", footer="<h3>Réactions</h3><p>Le 5 avril 2023 à 10:00, par Jeanne</p><p>Bravo</p>"),
    "when": page(below='<ul class="infos-pratiques"><li>Quand : 20 mars 2023</li><li>Où : Vannes</li></ul>'),
    "photo-caption": page(
        below='<figure><img src="a.jpg"><figcaption>Le maire, le 5 mars 2020. © Jean Dupont</figcaption></figure>'
    ),
    "photo-caption-div": page(below='<div class="legende">Paul Ardent à Vannes, le 5 mars 2020 (photo AFP)</div>'),
    "meta-modified": page(head='<meta property="og:updated_time" content="2023-05-04T10:00:00+01:00">'),
    "meta-revised": page(head='<meta name="revised" content="2023-05-04">'),
    "http-date": page(head='<meta http-equiv="date" content="Thu, 04 May 2023 10:00:00 GMT">'),
    "http-lastmod": page(head='<meta http-equiv="last-modified" content="Thu, 04 May 2023 10:00:00 GMT">'),
    "jsonld-website": page(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebSite","name":"Le Journal","datePublished":"2015-01-01"}</script>'
    ),
    "jsonld-event": page(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","startDate":"2023-03-20","name":"x"}</script>'
    ),
    "jsonld-product": page(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","releaseDate":"2021-03-20","name":"x"}</script>'
    ),
    "jsonld-book": page(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"Book","datePublished":"2011-03-20","name":"x"}</script>'
    ),
    "jsonld-video": page(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"VideoObject","uploadDate":"2021-03-20","name":"x"}</script>'
    ),
    "url-month": page(head='<link rel="canonical" href="https://journal.example/2023/03/vannes-budget.html">'),
    "image-url": page(
        head='<meta property="og:image" content="https://journal.example/wp-content/uploads/2021/05/04/a.jpg">'
    ),
    "js-only": page(head='<script>var published="2023-03-14T10:00:00Z"; var now="2023-05-04";</script>'),
    "text-dates": page(
        body="<p>Le 5 mars 2020, la ville avait déjà voté.</p><p>Le 7 avril 2021, elle votait encore.</p>"
    ),
    "text-date-only-short": page(body="<p>Depuis le 5 mars 2020</p>"),
    "subtitle-date": page(below="<h2>Conférence du 20 mars 2023</h2>"),
    "related-end": page(
        footer='<div class="bloc"><h4>Lire aussi</h4><p>Rennes vote son budget</p><p>Publié le 5 avril 2023</p></div>'
    ),
    "related-end2": page(
        footer='<div class="bloc"><h4>Articles de la même rubrique</h4><p>Rennes vote son budget</p><p>5 avril 2023</p></div>'
    ),
    "related-list-nohead": page(
        footer='<div class="liste"><div class="item"><h3><a href="/a">Rennes vote son budget</a></h3><p>Publié le 5 avril 2023</p></div><div class="item"><h3><a href="/b">Brest</a></h3><p>Publié le 4 avril 2023</p></div></div>'
    ),
    "related-time": page(
        footer='<div class="liste"><div class="item"><a href="/a">Rennes vote son budget hier soir</a><time datetime="2023-04-05">5 avril 2023</time></div><div class="item"><a href="/b">Brest</a><time datetime="2023-04-04">4 avril</time></div></div>'
    ),
    "time-event": page(body='<p>Le spectacle aura lieu le <time datetime="2023-03-20">20 mars</time>.</p>'),
    "prev-next": page(
        footer='<div class="nav-posts">Précédent : Rennes (5 avril 2023) Suivant : Brest (7 avril 2023)</div>'
    ),
    "us-order": page(below='<span class="date">03/14/2023</span>'),
    "data-attr": page(below='<span class="date" data-date="2023-03-14">il y a 2 mois</span>'),
    "relative-only": page(below='<span class="date">il y a 2 mois</span>'),
    "law": page(below='<p class="soustitre">Loi n° 2020-123 du 5 mars 2020</p>'),
    "born": page(below='<div class="bio">Né le 5 mars 1950 à Vannes</div>'),
    "home": page(
        title="Accueil",
        below='<h2><a href="/a">Rennes vote</a></h2><p>Publié le 5 avril 2023</p><h2><a href="/b">Brest</a></h2><p>Publié le 4 avril 2023</p>',
    ),
    "event-only": page(below="<p>Samedi 25 mars 2023 de 14h à 18h</p>"),
    "deadline": page(below="<p>Date limite : 25 mars 2023</p>"),
    "press-release": page(body="<p>Vannes, le 14 mars 2023 – La ville a adopté son budget.</p>"),
    "last-update-visible": page(below="<p>Dernière mise à jour : 4 mai 2023</p>"),
    "mod-time": page(below='<p>Mis à jour le <time datetime="2023-05-04">4 mai 2023</time></p>'),
    "ad": page(aside='<div class="pub">Offre valable jusqu&#39;au 5 avril 2023</div>'),
    "sitemap-date-meta-template": page(
        head='<meta name="copyright" content="2001-2023"><meta name="creation_date" content="2004-06-15">'
    ),
    "issue-date": page(below="<p>Paru dans Le Journal du 14 mars 2023</p>"),
    "quote-date": page(below="<blockquote>Publié le 5 mars 2020, ce livre raconte la ville.</blockquote>"),
    "agenda-list": page(body="<ul><li>Samedi 18 mars 2023 : marché</li><li>Dimanche 19 mars 2023 : concert</li></ul>"),
    "interview-date": page(below='<p class="intro">Entretien réalisé le 5 mars 2023</p>'),
    "video-date": page(below='<div class="player"><span>Vidéo du 5 mars 2020</span></div>'),
    "tweet": page(
        body='<blockquote class="twitter-tweet"><p>Bravo</p>— Jeanne (@j) <a href="x">March 5, 2020</a></blockquote>'
    ),
    "podcast": page(below="<p>Diffusion : dimanche 19 mars 2023 à 10h</p>"),
    "footer-pub": page(footer="<p>Directeur de la publication : Paul Durand. Site mis en ligne le 5 mars 2010</p>"),
    "cookie": page(footer="<p>Politique mise à jour le 25 mai 2018</p>"),
    "journal-number": page(above='<div class="une">Édition du jeudi 6 avril 2023</div>'),
    "recent-h3": page(
        aside='<h3>Dernières actus</h3><p><a href="/x">Rennes</a> 6 avril 2023</p><p>Publié le 6 avril 2023</p>'
    ),
    "related-inline": page(body='<p class="lire">À lire aussi : Rennes vote son budget, publié le 5 avril 2023</p>'),
    "jsonld-comment": page(
        head='<script type="application/ld+json">{"@type":"Article","headline":"Vannes","comment":[{"@type":"Comment","datePublished":"2023-04-05"}]}</script>'
    ),
    "legal": page(title="Mentions légales", below="<p>En vigueur au 5 mars 2020</p>"),
    "author-bio": page(
        footer='<div class="auteur"><h4>Jeanne Martin</h4><p>Journaliste depuis le 1er mars 2010</p></div>'
    ),
    "weekday-wrong": page(below="<p>Publié le lundi 14 mars 2023</p>"),
    "printed": page(body=f"<p>{FIRST}</p>", footer="<p>Imprimé le 6 avril 2023</p>"),
    "ago-and-abs": page(below='<span title="14/03/2023 à 18:02">il y a 3 jours</span>'),
    "newsletter": page(footer="<div>Notre lettre du 6 avril 2023</div><div>Inscrivez-vous</div>"),
    "event-block": page(below='<div class="date-event">Vendredi 14 juillet 2023</div>'),
    "event-time": page(below='<div class="date-event"><time datetime="2023-07-14">14 juillet 2023</time></div>'),
    "event-class": page(below='<p class="event__date">Le 14 juillet 2023 à 21h</p>'),
    "event-microdata": page(below='<p itemprop="startDate">14/07/2023</p>'),
    "body-class-event": page(below='<p class="date">14 mars 2023</p>').replace("<body>", '<body class="single-event">'),
    "event-section": page(below='<section class="evenement"><p>Vendredi 14 juillet 2023</p><p>Au port</p></section>'),
}
"""Their dates are those of other articles, comments, events, pictures, updates, the day's banner or the server."""


def published(html: str) -> datetime.date | None:
    found = [each for each in read("vannes.html", html.encode()) if isinstance(each, Article)]
    return found[0].published if found else None


@pytest.mark.parametrize("name", DATED)
def test_the_day_of_the_article(name: str):
    assert published(DATED[name]) == DAY


@pytest.mark.parametrize("name", UNDATED)
def test_no_day_of_anything_else(name: str):
    assert published(UNDATED[name]) is None


def test_the_day_of_an_event_is_not_suggested_either():
    (problem,) = [each for each in read("vannes.html", UNDATED["event-time"].encode()) if isinstance(each, Problem)]
    assert "2023-07-14" not in problem.message
