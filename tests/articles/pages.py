"""Sixty saved pages of our own making: ten kinds of French news sites, six stories each, with what must be read from them.

The kinds copy the structures that such sites really have: where they state dates (and misstate them), what stands around the
text, what comes before the headline, and what other dates lie about.
"""

# ruff: noqa: E501 - markup and prose are clearer unbroken

from __future__ import annotations

import datetime
import html
import json
from collections.abc import Callable
from dataclasses import dataclass

from tests.articles.stories import STORIES, Story

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


@dataclass(frozen=True)
class Page:
    kind: str
    name: str
    story: Story
    data: bytes

    @property
    def bodies(self) -> tuple[str, str]:
        """What the body may be: the text, with the lead before it or without; the wire's text begins with its dateline."""
        opening = f"PARIS, {french(self.story.published)} (Agence) - " if self.kind == "agency_wire" else ""
        return opening + self.story.text, f"{self.story.lead} {self.story.text}"


def french(at: datetime.date) -> str:
    return f"{'1er' if at.day == 1 else at.day} {MONTHS[at.month - 1]} {at.year}"


def _later(story: Story, hours: int = 61) -> datetime.datetime:
    return story.published + datetime.timedelta(hours=hours)


def _paragraphs(story: Story, attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{html.escape(paragraph)}</p>" for paragraph in story.body)


def _others(story: Story) -> list[Story]:
    return [other for other in STORIES if other is not story][:4]


def _teasers(story: Story, item: str = "li") -> str:
    return "\n".join(
        f'<{item} class="teaser"><a href="/{other.slug}"><h3>{html.escape(other.title)}</h3></a>'
        f'<p>{html.escape(other.lead)}</p><time datetime="{other.published.isoformat()}">{french(other.published)}</time></{item}>'
        for other in _others(story)
    )


def _json_ld(story: Story, **changes: object) -> str:
    node: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.lead,
        "datePublished": story.published.isoformat(),
        "dateModified": _later(story).isoformat(),
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": "Le Courrier",
            "logo": {"@type": "ImageObject", "url": "/l.png"},
        },
    }
    node.update(changes)
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


_COOKIES = """<div id="consent" class="gdpr-lmd-wall"><div><h2>Gestion des cookies</h2><p>Nous utilisons des cookies et des traceurs
pour mesurer l'audience, et nos partenaires et nous conservons des informations sur votre terminal.</p>
<button>Accepter et continuer</button><button>Continuer sans accepter</button></div></div>"""
_FOOTER = """<footer><ul><li><a href="/mentions">Mentions légales</a></li><li><a href="/cgv">CGV</a></li><li>© 1998-2024 Le
Courrier</li></ul><p>Inscrivez-vous à la newsletter : chaque matin, l'essentiel de l'actualité.</p></footer>"""
_NAVIGATION = "<nav><ul>" + "".join(f'<li><a href="/{each}">{each.title()}</a></li>' for each in
    ("politique", "société", "économie", "sport", "culture", "planète", "vidéos")) + "</ul></nav>"  # fmt: skip


def national_daily(story: Story) -> str:
    """A graph of JSON-LD, a consent wall before everything, a publication line with an update."""
    at, later = story.published, _later(story)
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{html.escape(story.title)}</title>
<meta property="og:title" content="{html.escape(story.title)}"><meta property="og:site_name" content="Le Courrier">
<meta property="og:article:published_time" content="{at.astimezone(datetime.UTC).isoformat()}">
<link rel="canonical" href="https://www.lecourrier.example/societe/article/{at:%Y/%m/%d}/{story.slug}_6072731_3224.html">
{_json_ld(story)}</head><body>{_COOKIES}{_NAVIGATION}<main><article class="article"><header class="article__header">
<ul class="breadcrumb"><li>Société</li></ul><h1 class="article__title">{html.escape(story.title)}</h1>
<p class="article__desc">{html.escape(story.lead)}</p><p class="meta__authors">Par {story.author}</p>
<p class="meta__publisher">Publié le {french(at)} à {at:%Hh%M}, mis à jour le {french(later)} à {later:%Hh%M}
<span>Temps de lecture 3 min.</span></p></header><section class="article__content">
{_paragraphs(story, ' class="article__paragraph "')}</section></article>
<section class="related"><h2>Le Courrier vous recommande</h2><ul>{_teasers(story)}</ul></section></main>{_FOOTER}</body></html>"""


def national_daily_with_times(story: Story) -> str:
    """`<time>` for both dates, the JSON-LD in a list with breadcrumbs and an organisation before it."""
    at, later = story.published, _later(story, 5)
    nodes = [
        {"@context": "https://schema.org", "@type": "Organization", "name": "La Gazette", "foundingDate": "1866-11-16"},
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []},
        {
            "@context": "https://schema.org", "@type": ["NewsArticle"], "headline": story.title[:110],
            "datePublished": at.strftime("%Y-%m-%dT%H:%M:%S%z"), "dateModified": later.strftime("%Y-%m-%dT%H:%M:%S%z"),
            "author": {"@type": "Person", "name": story.author}, "publisher": {"@type": "Organization", "name": "La Gazette"},
            "isAccessibleForFree": True,
        },
    ]  # fmt: skip
    return f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="UTF-8"><title>{html.escape(story.title)} | La Gazette</title>
<script type="application/ld+json">{json.dumps(nodes)}</script></head><body>{_NAVIGATION}
<article id="article"><h1>{html.escape(story.title)}</h1><div class="fig-meta"><span>Par <a rel="author" href="/a">{story.author}</a></span>
<span>Publié le <time datetime="{at.isoformat()}">{at:%d/%m/%Y} à {at:%H:%M}</time></span>, <span class="maj">Mis à jour le
<time datetime="{later.isoformat()}">{later:%d/%m/%Y} à {later:%H:%M}</time></span></div>
<div class="share"><button>Copier le lien</button><button>Partager</button></div>
<div class="body">{_paragraphs(story)}<aside class="read-also"><b>À LIRE AUSSI</b> <a href="/x">{html.escape(_others(story)[0].title)}
</a></aside></div></article><section class="comments"><h2>12 commentaires</h2><div class="comment"><p>Bravo pour cet article, enfin du
travail sérieux !</p><time datetime="2024-01-02T10:00:00Z">le 02/01/2024</time></div></section>{_FOOTER}</body></html>"""


def regional(story: Story) -> str:
    """Microdata only; dates in the list of other articles come before the article."""
    at = story.published
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{html.escape(story.title)} - Le Télégraphe de l'Ouest</title>
<meta name="description" content="{html.escape(story.lead)}"></head><body>{_NAVIGATION}
<div class="sidebar"><h2>En continu</h2><ul>{_teasers(story)}</ul></div>
<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{html.escape(story.title)}</h1>
<div class="infos"><span itemprop="author" itemscope><span itemprop="name">{story.author}</span></span>
<meta itemprop="datePublished" content="{at.isoformat()}"><meta itemprop="dateModified" content="{_later(story).isoformat()}">
<span class="date">Modifié le {_later(story):%d/%m/%Y} à {_later(story):%Hh%M}</span></div>
<p class="chapo" itemprop="description">{html.escape(story.lead)}</p><div itemprop="articleBody">{_paragraphs(story)}</div></div>
<div class="newsletter"><p>Recevez chaque jour l'actualité de votre commune</p><input type="email"></div>{_FOOTER}</body></html>"""


def broadcaster(story: Story) -> str:
    """Open Graph and numeric visible dates; the Open Graph time is in UTC."""
    at, later = story.published, _later(story)
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{html.escape(story.title)}</title>
<meta property="og:title" content="{html.escape(story.title)}"><meta property="og:site_name" content="Antenne Info">
<meta property="article:published_time" content="{at.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}">
<meta property="article:modified_time" content="{later.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}">
<meta name="author" content="{story.author}"></head><body>{_NAVIGATION}<main><article>
<h1 class="c-title">{html.escape(story.title)}</h1><p class="c-chapo">{html.escape(story.lead)}</p>
<div class="publication-date"><p class="publication-date__published">Publié le {at:%d/%m/%Y %H:%M}</p>
<p class="publication-date__modified">Mis à jour le {later:%d/%m/%Y %H:%M}</p><p>Temps de lecture : 2min</p></div>
<figure><img src="x.jpg" alt=""><figcaption>Une vue de la ville, le 3 janvier 2015. (PHOTO / ANTENNE)</figcaption></figure>
<div class="c-body">{_paragraphs(story)}</div></article>
<div class="most-read"><h2>Les plus lus</h2>{_teasers(story, "div")}</div></main>{_FOOTER}</body></html>"""


def wordpress(story: Story) -> str:
    """WordPress with an SEO plugin: a JSON-LD graph of page, site and article, times in UTC."""
    at, later = story.published.astimezone(datetime.UTC), _later(story).astimezone(datetime.UTC)
    url = f"https://www.lalettredusud.example/{story.published:%Y/%m}/{story.slug}/"
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "@id": url, "url": url, "name": f"{story.title} - La Lettre du Sud", "datePublished": at.isoformat(),
         "dateModified": later.isoformat(), "isPartOf": {"@id": "https://www.lalettredusud.example/#website"}},
        {"@type": "WebSite", "@id": "https://www.lalettredusud.example/#website", "name": "La Lettre du Sud"},
        {"@type": "Article", "headline": story.title, "datePublished": at.isoformat(), "dateModified": later.isoformat(),
         "author": {"name": story.author, "@id": "#person"}, "publisher": {"@id": "#organization"}},
    ]}  # fmt: skip
    return f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="UTF-8"><title>{html.escape(story.title)} - La Lettre du Sud</title>
<link rel="canonical" href="{url}"><meta property="og:locale" content="fr_FR"><meta property="og:site_name" content="La Lettre du Sud">
<meta property="article:published_time" content="{at.isoformat()}"><script type="application/ld+json" class="yoast-schema-graph">
{json.dumps(graph)}</script></head><body class="single single-post"><div id="page"><header id="masthead">{_NAVIGATION}</header>
<main id="main"><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{html.escape(story.title)}</h1>
<div class="entry-meta"><span class="posted-on">Publié le <time class="entry-date published" datetime="{at.isoformat()}">
{french(story.published)}</time><time class="updated" datetime="{later.isoformat()}">{french(_later(story))}</time></span>
<span class="byline"> par <a class="url fn n" href="/author/x/">{story.author}</a></span></div></header>
<div class="entry-content">{_paragraphs(story)}</div><footer class="entry-footer"><span>Étiquettes : actualité</span></footer></article>
<div id="comments"><ol class="comment-list"><li class="comment"><p>Merci pour ces précisions.</p>
<time datetime="2024-05-06T07:08:09+00:00">6 mai 2024 à 9h08</time></li></ol></div></main>
<aside id="secondary"><section class="widget"><h2>Articles récents</h2><ul>{_teasers(story)}</ul></section></aside></div></body></html>"""


def free_daily(story: Story) -> str:
    """The JSON-LD was overwritten by the update; the visible line and the address still know the day."""
    at, later = story.published, _later(story)
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{html.escape(story.title)}</title>
<link rel="canonical" href="https://www.lequotidien.example/societe/{at:%Y%m%d}-{story.slug}">
{_json_ld(story, datePublished=later.isoformat())}</head><body>{_COOKIES}{_NAVIGATION}<div role="main"><article>
<header><h1 class="nodeheader-title">{html.escape(story.title)}</h1><p class="authorsign">{story.author}</p>
<p class="datetime">Publié le {at:%d/%m/%y} à {at:%Hh%M} • Mis à jour le {later:%d/%m/%y} à {later:%Hh%M}</p>
<p class="datetime">Publié le {french(at)} à {at:%Hh%M}</p></header>
<div class="lt-endor-body content">{_paragraphs(story)}</div></article>
<div class="teaser-list">{_teasers(story, "div")}</div></div>{_FOOTER}</body></html>"""


def old_cms(story: Story) -> str:
    """An old French content manager in Latin-1: no metadata at all, the weekday and the date beside the author."""
    at = story.published
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" /><title>{html.escape(story.title)} - L'Écho des cantons</title>
<meta name="generator" content="SPIP 3.1.3" /></head><body><div id="page"><div id="entete"><a href="/">L'Écho des cantons</a></div>
<div id="navigation"><ul><li><a href="/r1">Cantons</a></li><li><a href="/r2">Agenda</a></li></ul></div><div id="contenu">
<div class="cartouche"><h1 class="titre">{html.escape(story.title)}</h1>
<p><small>{DAYS[at.weekday()]} {french(at)}, par <span class="auteur">{story.author}</span></small></p></div>
<div class="chapo"><p>{html.escape(story.lead)}</p></div><div class="texte">{_paragraphs(story, ' class="spip"')}</div></div>
<div id="extra"><h2>Dans la même rubrique</h2><ul>{_teasers(story)}</ul></div>
<div id="pied">2003-2024 L'Écho des cantons | Plan du site</div></div></body></html>"""


def amp(story: Story) -> str:
    """AMP: boilerplate, custom elements, adverts between the paragraphs."""
    at = story.published
    advert = '<amp-ad width="300" height="250" type="doubleclick"></amp-ad>'
    paragraphs = f"\n{advert}\n".join(f"<p>{html.escape(each)}</p>" for each in story.body)
    return f"""<!doctype html><html ⚡ lang="fr"><head><meta charset="utf-8"><title>{html.escape(story.title)} | Voix du Nord-Est</title>
<link rel="canonical" href="https://www.voixdunordest.example/{story.slug}-8245112">
<script async src="https://cdn.ampproject.org/v0.js"></script><style amp-boilerplate>body{{animation:-amp-start 8s}}</style>
{_json_ld(story, mainEntityOfPage="https://www.voixdunordest.example/" + story.slug)}</head><body>
<amp-consent id="c"><div id="ui"><p>Votre consentement nous importe</p><button>Tout accepter</button></div></amp-consent>
<amp-sidebar id="menu"><ul><li>À la une</li><li>Faits divers</li></ul></amp-sidebar>
<article><h1>{html.escape(story.title)}</h1><div class="meta">Par <b>{story.author}</b> | <span>{french(at)} | {at:%Hh%M}</span></div>
<amp-img src="x.jpg" width="600" height="400"></amp-img><h2 class="chapo">{html.escape(story.lead)}</h2>
{paragraphs}</article><amp-list src="/more.json"><div>{_teasers(story, "div")}</div></amp-list></body></html>"""


def wrong_zone(story: Story) -> str:
    """The site writes the local clock and labels it UTC; the reader sees the right one."""
    at = story.published.replace(tzinfo=None)
    later = _later(story).replace(tzinfo=None)
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{html.escape(story.title)} – Le Petit Varois</title>
{_json_ld(story, datePublished=f"{at.isoformat()}.000Z", dateModified=f"{later.isoformat()}.000Z")}
<meta property="og:type" content="article"></head><body>{_NAVIGATION}<main><h1>{html.escape(story.title)}</h1>
<div class="author-date"><span>{story.author}</span> <span>Publié le {french(at)} à {at.hour}h{at.minute:02}</span>
<span>Mis à jour le {french(later)} à {later.hour}h{later.minute:02}</span></div><div class="article-text">
<p class="lead"><strong>{html.escape(story.lead)}</strong></p>{_paragraphs(story)}</div>
<div class="tags"><a href="/t">Var</a></div></main><section class="recommendations"><ul>{_teasers(story)}</ul></section>{_FOOTER}
</body></html>"""


def agency_wire(story: Story) -> str:
    """A bare page round an agency's text: a dateline, the date in the address that the browser noted when it saved the page."""
    at = story.published
    first, *rest = story.body
    wire = f"<p>PARIS, {french(at)} (Agence) - {html.escape(first)}</p>" + "".join(
        f"<p>{html.escape(each)}</p>" for each in rest
    )
    return f"""<!DOCTYPE html>
<!-- saved from url=(0075)https://depeches.example/{at:%Y/%m/%d}/{story.slug}.html -->
<html><head><meta charset="utf-8"><title>{html.escape(story.title)}</title></head><body><table><tr><td width="160">
<a href="/">Accueil</a><br><a href="/monde">Monde</a><br><a href="/france">France</a></td><td><h1>{html.escape(story.title)}</h1>
{wire}</td></tr></table><hr><p>Page actualisée toutes les heures. Reproduction interdite, 2024.</p></body></html>"""


KINDS: tuple[Callable[[Story], str], ...] = (
    national_daily, national_daily_with_times, regional, broadcaster, wordpress, free_daily, old_cms, amp, wrong_zone, agency_wire,
)  # fmt: skip


def pages() -> list[Page]:
    """All sixty, in order."""
    made = []
    for kind in KINDS:
        for story in STORIES:
            encoding = "latin-1" if kind is old_cms else "utf-8"
            data = kind(story).encode(encoding, errors="xmlcharrefreplace")
            made.append(Page(kind.__name__, f"{kind.__name__}-{story.slug}", story, data))
    return made
