"""Timelines that the tests of the pages share."""

from __future__ import annotations

import datetime
from typing import Any

from timeline.calendar import parse_edtf
from timeline.model import ArticleCard, Entry, Link, Source, Span, Status, Timeline

BAKHMUT_CARD = ArticleCard(
    id="000_757b3090b5a09eac",
    title="Poutine admet une situation « très difficile » dans les territoires annexés",
    published=datetime.date(2022, 12, 20),
    url="https://example.org/poutine",
    publisher="AFP",
)


def quoted(quote: str, marked: str = "", **more: Any) -> Source:
    """A source of the Bakhmut article, with `marked` marked in its quote."""
    at = quote.find(marked) if marked else -1
    mark = Span(at, at + len(marked)) if at >= 0 and marked else None
    return Source(article=BAKHMUT_CARD.id, quote=quote, mark=mark, **more)


def entry(identifier: str, date: str, title: str, **more: Any) -> Entry:
    """An entry with its date understood."""
    return Entry(identifier, date, title, interval=parse_edtf(date) if date else None, **more)


_KNOWN = datetime.date(2022, 12, 20)

BAKHMUT = Timeline(
    title="Bakhmut, décembre 2022",
    slug="bakhmut",
    path="timeline.yaml",
    description="La bataille de Bakhmut et ses suites diplomatiques, jour après jour.",
    articles=(BAKHMUT_CARD,),
    entries=(
        entry(
            "a1b2c3",
            "../2022-12-20",
            "L’armée russe tente de prendre Bakhmut",
            ongoing=True,
            places=("Bakhmut", "Russie"),
            basis="bounded",
            first_known=_KNOWN,
            sources=(
                quoted(
                    "La ville de Bakhmut, que l’armée russe tente de conquérir depuis des mois, est détruite.",
                    "depuis des mois",
                    because="« depuis des mois » : commencé avant l’article, dure encore",
                    date="../2022-12-20",
                    basis="bounded",
                ),
            ),
            line=9,
        ),
        entry(
            "7f3a1c",
            "2022-12-19",
            "Vladimir Poutine rend visite à Alexandre Loukachenko",
            people=("Vladimir Poutine", "Alexandre Loukachenko"),
            places=("Biélorussie",),
            tags=("diplomatie",),
            basis="stated",
            first_known=_KNOWN,
            sources=(
                quoted(
                    "Poutine a rendu visite lundi à son allié biélorusse Alexandre Loukachenko.",
                    "lundi",
                    because="« lundi », avec un verbe au passé (« a rendu visite »), "
                    "est le lundi le plus proche avant la publication.",
                    date="2022-12-19",
                    basis="stated",
                ),
            ),
            line=18,
        ),
        entry(
            "9d0e4b",
            "2022-12-19",
            "Les deux chefs d’État conviennent de poursuivre la coopération et les exercices militaires conjoints",
            places=("Biélorussie",),
            basis="carried",
            first_known=_KNOWN,
            sources=(quoted("Ils ont convenu de poursuivre leurs exercices.", because="date de la phrase précédente"),),
            line=30,
        ),
        entry(
            "c4d5e6",
            "2022-12-19",
            "Le Kremlin dément vouloir entraîner Loukachenko dans la guerre",
            status=Status.DENIED,
            people=("Alexandre Loukachenko",),
            places=("Kremlin",),
            basis="stated",
            conflict=True,
            first_known=_KNOWN,
            sources=(
                quoted("Le Kremlin a démenti lundi.", "lundi", because="« lundi », au passé", date="2022-12-19"),
                Source(
                    quote="Démenti dimanche.", url="https://example.org/b", title="Autre journal", date="2022-12-18"
                ),
            ),
            line=41,
        ),
        entry(
            "e5f6a7",
            "2022-12-20",
            "Vladimir Poutine admet que la situation dans les provinces annexées est « très difficile »",
            people=("Vladimir Poutine",),
            basis="published",
            first_known=_KNOWN,
            confirmed=True,
            text="Un aveu **rare**. Voir [le discours](https://example.org/discours).",
            links=(Link("https://example.org/video", "La vidéo"),),
            sources=(
                quoted(
                    "Vladimir Poutine a admis que la situation était « extrêmement difficile ».",
                ),
            ),
            line=55,
        ),
        entry(
            "f6a7b8",
            "2022-12-20T14:30",
            "Visite surprise de Volodymyr Zelensky à Bakhmut",
            people=("Volodymyr Zelensky",),
            places=("Bakhmut",),
            status=Status.REPORTED,
            basis="stated",
            first_known=_KNOWN,
            sources=(quoted("Zelensky s’est rendu mardi à Bakhmut.", "mardi", date="2022-12-20"),),
            line=66,
        ),
        entry(
            "b8c9d0",
            "2023-03~",
            "Washington répondra « de manière appropriée » si nécessaire",
            places=("États-Unis",),
            status=Status.PLANNED,
            was=("2023-01",),
            basis="stated",
            first_known=_KNOWN,
            sources=(quoted("Washington répondra vers le mois de mars.", "vers le mois de mars", date="2023-03~"),),
            line=77,
        ),
        entry("d0e1f2", "2023-06-01/2023-06-12", "Exercices conjoints", status=Status.CONDITIONAL, line=88),
        entry("e1f2a3", "", "Une date que nul ne connaît", line=95),
    ),
)

NAMES = (
    "AC/DC",
    "…",
    "C++",
    "C",
    "É",
    "e",
    "..",
    "con",
    "index",
    "a?b#c%d",
    "O'Neil & fils",
    "<i>x</i>",
    "Jean Paul",
    "Jean-Paul",
)
CROWD = tuple(f"Signataire {n}" for n in range(300))
EDGES = Timeline(
    "Bords",
    "bords",
    "bords.yaml",
    articles=BAKHMUT.articles,
    entries=(
        entry("bc", "-0499/-0448", "Guerres médiques"),
        entry("names", "2023-01-08", "Des noms", people=NAMES, places=NAMES, tags=NAMES, sources=(quoted("Oui."),)),
        entry("crowd", "2023-01-09", "Une pétition", people=CROWD),
        entry("long", "2023-01-10", "Un titre sans fin " * 110),
        entry("undated", "", "Un jour"),
    ),
)
EMPTY = Timeline("Vide", "vide", "vide.yaml")


def many(count: int, *, slug: str, title: str, per_day: int = 2) -> Timeline:
    """A timeline of `count` events, `per_day` a day from 1 January 2019, told by one article a month."""
    first = datetime.date(2019, 1, 1)
    entries = []
    cards: dict[str, ArticleCard] = {}
    for n in range(count):
        day = first + datetime.timedelta(days=n // per_day)
        article = f"article-{day:%Y-%m}"
        published = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        cards.setdefault(article, ArticleCard(article, f"Le journal de {day:%m/%Y}", published, publisher="Le Journal"))
        quote = f"Le conseil numéro {n} a voté le budget de la commune de Ville-{n % 40} le {day.day} du mois."
        entries.append(
            entry(
                f"e{n:05}",
                day.isoformat(),
                f"Le conseil municipal de Ville-{n % 40} vote son budget, séance {n}",
                people=(f"Personne {n % 60}", f"Élue {n % 7}"),
                places=(f"Ville-{n % 40}",),
                tags=("budget",) if n % 3 else ("vote", "budget"),
                status=Status.PLANNED if n % 11 == 0 else Status.ASSERTED,
                basis="carried" if n % 5 == 0 else "stated",
                weight=(n * 37 % 100) / 100,
                first_known=published,
                sources=(
                    Source(article, quote, f"le {day.day}, compté du mois de l’article", day.isoformat(), "stated"),
                ),
                line=10 + 12 * n,
            )
        )
    return Timeline(title, slug, f"{slug}.yaml", entries=tuple(entries), articles=tuple(cards.values()))
