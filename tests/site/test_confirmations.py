"""Who confirms a date, who repeats it, and which dates of a quote were set aside."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.site.sample import entry
from timeline import site
from timeline.i18n import texts
from timeline.model import ArticleCard, RejectedDate, RejectionReason, Source, Timeline
from timeline.site.parts.confirmations import Confirmation, confirmations

CARDS = {
    card.id: card
    for card in (
        ArticleCard("afp", "Une visite", datetime.date(2022, 12, 20), publisher="AFP"),
        ArticleCard("afp2", "Une visite, suite", datetime.date(2022, 12, 22), publisher="AFP"),
        ArticleCard("monde", "Le récit", datetime.date(2022, 12, 21), publisher="Le Monde"),
        ArticleCard("nameless", "Un blog", datetime.date(2022, 12, 23)),
    )
}
DAY = "2022-12-19"


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ([("afp", "Il est venu.", DAY)], {}),
        ([("afp", "Il est venu.", DAY), ("monde", "Sa visite a eu lieu.", DAY)], {1: Confirmation.CONFIRMS}),
        ([("monde", "Sa visite a eu lieu.", DAY), ("afp", "Il est venu.", DAY)], {0: Confirmation.CONFIRMS}),
        ([("afp", "Il est venu.", DAY), ("monde", "Il est  venu.", DAY)], {1: Confirmation.REPEATS}),
        ([("afp", "Il est venu.", DAY), ("afp2", "Sa visite a eu lieu.", DAY)], {}),
        ([("afp", "Il est venu.", DAY), ("monde", "Sa visite a eu lieu.", "2022-12-18")], {}),
        ([("afp", "Il est venu.", DAY), ("monde", "Sa visite a eu lieu.", "")], {}),
        ([("afp", "Il est venu.", DAY), ("nameless", "Sa visite a eu lieu.", DAY)], {}),
        ([("afp", "Il est venu.", DAY), ("unknown", "Sa visite a eu lieu.", DAY)], {}),
    ],
)
def test_a_later_source_of_another_publisher_with_the_same_date_confirms(
    sources: list[tuple[str, str, str]], found: dict[int, Confirmation]
) -> None:
    told = entry("a", DAY, "Une visite", sources=tuple(Source(a, q, date=d) for a, q, d in sources))
    assert confirmations(told, CARDS) == found


def page_of(language: str, *sources: Source) -> str:
    told = entry("a", DAY, "Une visite", sources=sources)
    timeline = Timeline("Le fil", "fil", "timeline.yaml", language, "", (told,), tuple(CARDS.values()))
    return str(site.render([timeline])["fil/index.html"])


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Confirmé le 21 décembre 2022 par Le Monde"), ("en", "Confirmed on 21 December 2022 by Le Monde")],
)
def test_the_panel_says_who_confirmed(language: str, said: str) -> None:
    first, second = Source("afp", "Il est venu.", date=DAY), Source("monde", "Sa visite a eu lieu.", date=DAY)
    assert said in page_of(language, first, second)
    assert said not in page_of(language, first, replace(second, date="2022-12-18"))


def test_the_panel_says_what_was_set_aside_and_escapes_it() -> None:
    lost = (
        RejectedDate("mardi", "2022-12-20", RejectionReason.SAYING, "<b>annoncé"),
        RejectedDate("en 2022", "2022", RejectionReason.COARSER),
    )
    shown = page_of("fr", Source("afp", "Il a annoncé mardi être venu lundi.", date=DAY, discarded=lost))
    assert (
        "Écarté\u00a0: «\u00a0mardi\u00a0» (20 décembre 2022), qui date la "
        "parole rapportée («\u00a0&lt;b&gt;annoncé\u00a0»)." in shown
    )
    assert "Écarté\u00a0: «\u00a0en 2022\u00a0» (2022), moins précis que la date retenue." in shown


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_reason_has_its_words(language: str) -> None:
    known = texts(language)
    governed = {RejectionReason.SAYING, RejectionReason.OTHER_EVENT}
    assert {f"pages.why.lost.{reason.name.lower()}" for reason in RejectionReason} <= known.keys()
    assert {f"pages.why.lost.{reason.name.lower()}_of" for reason in governed} <= known.keys()
