"""What single structures of pages tell of their date, and what they must not."""

# ruff: noqa: E501 - one case a line reads as a table

from __future__ import annotations

import pytest

from tests.articles.stories import STORIES
from timeline.articles.article import finish
from timeline.articles.formats import webpage
from timeline.articles.formats.webpage import read_page
from timeline.articles.source import ReadOptions, UndatedArticle, from_bytes
from timeline.model import Article

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORIES[0].body)
H1 = "<h1>Le pont fermé</h1>"


def article(head: str, body: str, name: str = "page.html") -> Article | None:
    data = f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    draft = read_page(data, from_bytes(data, name), ReadOptions())
    assert isinstance(draft, UndatedArticle), draft
    return finish(draft, ReadOptions()).article


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


DATES = {
    "JSON-LD with a trailing comma": (ld('{"@type":"NewsArticle","datePublished":"2021-03-11",}'), H1),
    "JSON-LD in a comment": (ld('<!-- {"@type":"NewsArticle","datePublished":"2021-03-11"} -->'), H1),
    "JSON-LD in CDATA": (ld('//<![CDATA[\n{"@type":"Article","datePublished":"2021-03-11T10:00"}\n//]]>'), H1),
    "JSON-LD with a line break in a string": (ld('{"@type":"Article","headline":"Le pont\nfermé","datePublished":"2021-03-11"}'), H1),
    "JSON-LD in French figures": (ld('{"@type":"NewsArticle","datePublished":"11/03/2021 18:05"}'), H1),
    "a live blog and its updates": (
        ld('{"@type":"LiveBlogPosting","datePublished":"2021-03-11T08:00:00+01:00","liveBlogUpdate":'
           '[{"@type":"BlogPosting","datePublished":"2021-03-12T09:00:00+01:00"}]}'), H1,
    ),
    "teasers in a list": (
        ld('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020-01-01"}]}')
        + ld('{"@type":"NewsArticle","datePublished":"2021-03-11"}'), H1,
    ),
    "a graph": (ld('{"@graph":[{"@type":"WebSite","datePublished":"2001-01-01"},{"@type":"Article","datePublished":"2021-03-11"}]}'), H1),
    "the page's main entity": (ld('{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2021-03-11"}}'), H1),
    "the article among others": (
        ld('[{"@type":"NewsArticle","headline":"La grève levée","datePublished":"2020-01-01"},'
           '{"@type":"NewsArticle","headline":"Le pont fermé","datePublished":"2021-03-11"}]'), H1,
    ),
    "a web page alone": (ld('{"@type":"WebPage","datePublished":"2021-03-11"}'), H1),
    "a naive Open Graph time": ('<meta property="article:published_time" content="2021-03-11 23:30:00">', H1),
    "Dublin Core": ('<meta name="DC.date.issued" content="2021-03-11">', H1),
    "a time after the headline, today's in the banner": ("", f'<div><time datetime="2024-05-02">jeudi 2 mai 2024</time></div>{H1}<time datetime="2021-03-11T18:05+01:00">11 mars</time>'),
    "a time before the headline": ("", f'<article><header><time datetime="2021-03-11">11 mars</time>{H1}</header></article>'),
    "a time in words": ("", f"<article>{H1}<time>11 mars 2021</time></article>"),
    "a list of facts": ("", f'{H1}<ul class="meta"><li>Par <a href=/c>C. Morvan</a></li><li><time datetime="2021-03-11">11 mars</time></li></ul>'),
    "an update beside it": ("", f'{H1}<p>Mis à jour le <time datetime="2021-03-14">14 mars 2021</time> - Publié le <time datetime="2021-03-11">11 mars 2021</time></p>'),
    "a page date that is the download's": ('<meta name="date" content="2024-05-02">', f"{H1}<p>Publié le 11 mars 2021 à 18h05</p>"),
    "the line in one piece": ("", f"{H1}<div>Par Claire Morvan - 11 mars 2021 à 18:05</div>"),
    "the line with bars": ("", f"{H1}<div>Faits divers | Claire Morvan | 11/03/2021 | 18:05</div>"),
    "author, then date": ("", f"{H1}<div>Par Claire Morvan, le 11 mars 2021</div>"),
    "date, then author": ("", f"{H1}<div>Jeudi 11 mars 2021, par Claire Morvan</div>"),
    "spans without spaces": ("", f"{H1}<div><span>Publié le</span> <span>11 mars 2021</span></div>"),
    "publication after update": ("", f"{H1}<div>Mis à jour : 14/03/2021 10:00 | Publié : 11/03/2021 06:30</div>"),
    "created": ("", f"{H1}<div>Créé le 11/03/2021</div>"),
    "in English": ("", f"{H1}<div>Published on March 11, 2021 by Claire Morvan</div>"),
    "below the text": ("", f"{H1}{BODY}<p>Article publié le 11 mars 2021</p>"),
    "a picture of another year": ("", f"{H1}<p>Publié le 11 mars 2021</p><figure><figcaption>Le pont, le 3 janvier 2015.</figcaption></figure>"),
    "a page whose layout is called after its sidebar": ("", f'<div class="layout with-sidebar comments-open">{H1}<div class="infos">Publié le 11 mars 2021</div></div>'),
    "a card that is the article": ("", f'<article class="card">{H1}<time datetime="2021-03-11">11 mars</time></article>'),
    "saved by a browser": ("<!-- saved from url=(0040)https://x.example/2021/03/11/pont.html -->", H1),
}  # fmt: skip


@pytest.mark.parametrize("case", DATES)
def test_dates(case: str):
    head, body = DATES[case]
    read = article(head, body if BODY in body else body + BODY)
    assert read is not None
    assert read.published.isoformat() == "2021-03-11"


NONE = {
    "only an update": ('<meta property="article:modified_time" content="2021-03-14">', H1),
    "only a copyright": ("", f"{H1}<footer>© 2021 Le Courrier</footer>"),
    "only a teaser": ("", f'{H1}<aside><time datetime="2021-03-11">11 mars</time></aside>'),
    "only a list of others": (
        "",
        f'{H1}<ul><li><a href=x>La grève des éboueurs est levée à Marseille</a> <time datetime="2021-03-11">11 mars</time></li></ul>',
    ),
    "only a comment": ("", f'{H1}<div class="comments"><p>Publié le 11 mars 2021</p></div>'),
    "only a caption": ("", f"{H1}<figure><figcaption>Le pont, le 3 janvier 2015. (Photo)</figcaption></figure>"),
    "a date that is none": (ld('{"@type":"NewsArticle","datePublished":"2021-02-31"}'), H1),
    "hours ago": ("", f"{H1}<p>Publié il y a 3 heures</p>"),
}


@pytest.mark.parametrize("case", NONE)
def test_no_date_is_guessed(case: str):
    head, body = NONE[case]
    assert article(head, body + BODY) is None


TITLES = {
    "the headline over the search engine's": ("<title>Pont fermé : tout savoir | Le Courrier</title>", "<h1>Le pont fermé</h1>", "Le pont fermé"),
    "no heading": ("<title>Le pont fermé - Le Courrier</title>", "", "Le pont fermé"),
    "a logo as heading": (
        '<meta property="og:title" content="Le pont de Saint-Aubin fermé">',
        "<h1>Le Courrier</h1><h2>Le pont de Saint-Aubin fermé</h2>",
        "Le pont de Saint-Aubin fermé",
    ),
    "entities": (ld('{"@type":"NewsArticle","headline":"L&#39;été &amp; l&rsquo;eau"}'), "", "L'été & l’eau"),
    "a dash in the title": ("<title>Grève - le point sur les perturbations de mardi</title>", "", "Grève - le point sur les perturbations de mardi"),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_titles(case: str):
    head, body, title = TITLES[case]
    read = article(head, f"{body}<p>Publié le 11 mars 2021</p>{BODY}")
    assert read is not None
    assert read.title == title


def test_a_brief_is_not_drowned_in_its_page():
    text = "Un homme de 43 ans a été interpellé mardi à Rennes. Il sera jugé le 2 avril."
    teasers = "".join(f"<li><a href=x>{story.title}</a><p>{story.lead}</p></li>" for story in STORIES)
    read = article(
        "",
        f"<nav><ul><li>Sport</li></ul></nav><article>{H1}<p>Publié le 11 mars 2021</p><p>{text}</p></article><aside><ul>{teasers}</ul></aside>",
    )
    assert read is not None
    assert read.text == text


def test_a_body_that_only_the_linked_data_hold():
    words = "\\n\\n".join(STORIES[0].body).replace('"', '\\"')
    read = article(
        ld(f'{{"@type":"NewsArticle","datePublished":"2021-03-11","articleBody":"{words}"}}'), f"{H1}<p>Chargement…</p>"
    )
    assert read is not None
    assert read.text == STORIES[0].text


@pytest.mark.parametrize(
    ("declared", "real"),
    [("iso-8859-1", "utf-8"), ("utf-8", "windows-1252"), ("windows-1252", "windows-1252"), ("", "latin-1")],
)
def test_encodings_that_pages_declare_rightly_or_not(declared: str, real: str):
    meta = f'<meta charset="{declared}">' if declared else ""
    data = f"<html><head>{meta}</head><body>{H1}<p>Publié le 11 mars 2021</p>{BODY}</body></html>".encode(real)
    draft = read_page(data, from_bytes(data, "a.html"), ReadOptions())
    assert isinstance(draft, UndatedArticle)
    assert STORIES[0].text in draft.text


def test_addresses_that_are_no_web_addresses_are_left_out():
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example/a",
        'https://x.example/a"onload=',
        "file:///etc/passwd",
    ):
        read = article(f"<link rel=canonical href='{url}'>", f"{H1}<p>Publié le 11 mars 2021</p>{BODY}")
        assert read is not None
        assert read.url is None


@pytest.mark.parametrize("value", ["1", '"1"', "'>'", '"<"'])
def test_thousands_of_attributes_cost_no_more_than_their_text(value: str) -> None:
    """Counted in calls of the parser's comparison, they would grow with their square; the page is read without them."""
    crowded = "".join(f" a{number}={value}" for number in range(20_000))
    page = (
        f"<html><head><meta property='article:published_time' content='2021-03-14'></head><p{crowded}>Le pont</p>{BODY}"
    )
    draft = read_page(page.encode(), from_bytes(page.encode(), "p.html"), ReadOptions())
    assert isinstance(draft, UndatedArticle)
    assert "Le pont" in draft.text
    text = webpage._decoded(page.encode(), None)
    assert isinstance(text, str)
    assert len(text) < len(page) / 10


def test_a_tag_of_the_press_keeps_its_attributes() -> None:
    tag = "<p " + " ".join(f'data-{number}="{number} > {number}"' for number in range(60)) + ">"
    assert webpage._decoded(tag.encode(), None) == tag
