"""Parts of a page that name different days, and days that a system's markup calls an event's: right or refused."""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import pytest

from tests.articles.formats.test_fuzz import read
from tests.articles.publication_date.test_other_days import H, after, below
from tests.articles.publication_date.test_site_pages import TEXT, page
from timeline.model import Article

PAGES = {
    # Two parts of a page call different days the one of publication.
    "created, then published": (
        after("<dl><dd>Créé le mardi 3 mai 2022 14:22</dd><dd>Publié le jeudi 5 mai 2022 06:00</dd></dl>"),
        "2022-05-05",
    ),
    "created": (after("<dl><dd>Créé le mardi 3 mai 2022 14:22</dd></dl>"), "2022-05-03"),
    "metadata against the line that readers see": (
        after(
            "<p>Publié le 3 mai 2022</p>",
            '<meta property="article:published_time" content="2022-05-12T10:00:00+02:00">',
        ),
        None,
    ),
    "the address agrees with the line": (
        after(
            "<p>Publié le 3 mai 2022</p>",
            '<meta property="article:published_time" content="2022-05-12T10:00:00+02:00"><link rel="canonical" href="https://vere.example/2022/05/03/viaduc">',
        ),
        "2022-05-03",
    ),
    "a slide above the headline": (
        page(
            f'<main><div class="item"><a href="/x">Le loup est revenu dans la vallée</a><time datetime="2018-03-12">12 mars 2018</time></div>{H}{TEXT}</main>'
        ),
        None,
    ),
    "a price below the text": (page(f"<main>{H}<p>Samedi 14 avril 2018</p>{TEXT}<p>Tarif : 6 euros.</p></main>"), None),
    "a video's day": (
        after(
            "<figure><figcaption>Le train <div>19h30 - Publié le 11 avril 2021</div></figcaption></figure>",
            '<meta property="article:published_time" content="2021-04-12T23:20:00+02:00">',
        ),
        "2021-04-12",
    ),
    "an evening in Montreal": (
        below("", '<meta property="article:published_time" content="2020-06-30T21:30:00-04:00">'),
        "2020-06-30",
    ),
    # Drupal's fields of a date, and the types of its pages.
    "a field with a clock": (
        after(
            '<div class="field"><span class="date-display-single" property="dc:date" content="2022-05-12T18:00:00+02:00">Jeudi 12 mai 2022 - 18:00</span></div>'
        ),
        None,
    ),
    "a field with an end": (
        after(
            '<div>Du <span class="date-display-start" property="dc:date" content="2022-05-12T00:00:00+02:00">12 mai 2022</span></div>'
        ),
        None,
    ),
    "a field with a clock and a line": (
        after(
            '<div class="field"><span class="date-display-single" property="dc:date" content="2022-05-12T18:00:00+02:00">Jeudi 12 mai 2022 - 18:00</span></div><p>Publié le 3 mai 2022</p>'
        ),
        "2022-05-03",
    ),
    "a field of a day": (
        after(
            '<div class="field"><span class="date-display-single" property="dc:date" content="2022-05-12T00:00:00+02:00">12 mai 2022</span></div>'
        ),
        "2022-05-12",
    ),
    "a page of the type agenda": (
        page(f'<article class="node node--type-agenda">{H}<p>12 mai 2022</p>{TEXT}</article>'),
        None,
    ),
    "a slash behind the day": (
        after('<p class="meta">12 mai 2022 / Actualités / Étiquettes : transports</p>'),
        "2022-05-12",
    ),
}

LABELS = {
    # Labels of another day, however the markup parts them from it.
    "<p><span>Mis à jour le</span> <span>12/03/2018</span></p>": None,
    "<dl><dt>Dernière modification</dt><dd>12/03/2018</dd></dl>": None,
    "<div><strong>Dernière mise à jour</strong><br>12 mars 2018</div>": None,
    "<table><tr><td>Date de mise à jour</td><td>12/03/2018</td></tr></table>": None,
    "<p><strong>Date limite de dépôt :</strong> <span>12 mars 2018</span></p>": None,
    "<dl><dt>Clôture</dt><!-- a --><dd>12/03/2018</dd></dl>": None,
    "<p><b>Mis à jour le</b><!-- a --><span>12/03/2018</span></p>": None,
    "<div><!-- a --><p>12/03/2018</p></div>": "2018-03-12",
    "<dl><dt>Clôture des candidatures</dt><dd>12/03/2018</dd></dl>": None,
    "<dl><dt>Date de naissance</dt><dd>12 mars 1958</dd></dl>": None,
    "<p>Prise de poste : 12 mars 2018</p>": None,
    "<p>Naissances : Léa, 12 mars 2018</p>": None,
    "<p>Stade du Moustoir, samedi 12 mai 2018, 20h</p>": None,
    '<p class="date">du 12 mars 2016</p>': None,
    "<p>Lundi 12 mars 2018, Ste Justine</p>": None,
    "<p>12 mars 1932 – 4 janvier 2015</p>": None,
    # Labels of the press, and none.
    "<dl><dt>Date</dt><dd>12/03/2018</dd></dl>": "2018-03-12",
    "<dl><dt>Détails</dt><dd>12/03/2018</dd></dl>": "2018-03-12",
    "<p><b>Date :</b> 12/03/2018 | <b>Auteur :</b> Anne Morel</p>": "2018-03-12",
    "<p>Anne Morel, 12 mars 2018</p>": "2018-03-12",
    "<p>12 mars 2018, Saint-Nazaire</p>": "2018-03-12",
    "<p>Posté : 12 mars 2018</p>": "2018-03-12",
}
HEADLINES = {
    "Fermeture exceptionnelle de la mairie": None,
    "Élections municipales": None,
    "Cérémonie du 11 novembre": None,
    "Marché de Noël": None,
    "Le marché de Noël rapporte moins": "2018-05-11",
}


def days(markup: str) -> list[str]:
    return [str(each.published) for each in read("page.html", markup.encode()) if isinstance(each, Article)]


@pytest.mark.parametrize("words", LABELS)
def test_the_label_of_a_day(words: str):
    right = LABELS[words]
    assert days(after(words)) == ([] if right is None else [right])


@pytest.mark.parametrize("title", HEADLINES)
def test_a_bare_day_below_the_name_of_an_event(title: str):
    right = HEADLINES[title]
    markup = page(f'<main><h1>{title}</h1><p class="date">Vendredi 11 mai 2018</p>{TEXT}</main>', title=title)
    assert days(markup) == ([] if right is None else [right])


@pytest.mark.parametrize("name", PAGES)
def test_the_article_has_its_own_day_or_none(name: str):
    markup, right = PAGES[name]
    found = [each for each in read("page.html", markup.encode()) if isinstance(each, Article)]
    assert [str(each.published) for each in found] == ([] if right is None else [right])
