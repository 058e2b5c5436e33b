"""The pages about a timeline say what is so: what people checked, what was corrected and since when."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from tests.site.sample import BAKHMUT
from timeline import site
from timeline.model import Timeline
from timeline.site import Correction

OWN = frozenset({"d0e1f2", "e1f2a3"})


def text(page: str | bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", str(page)).split())


def method(timeline: Timeline, touched: frozenset[str] = frozenset()) -> str:
    return text(
        site.render([timeline], site.SiteOptions(touched={timeline.slug: touched}))[f"{timeline.slug}/method.html"]
    )


def test_the_method_counts_what_people_checked() -> None:
    said = method(BAKHMUT, frozenset({"7f3a1c"}))
    assert "sur 9 événements : 1 confirmé par la rédaction, 3 écrits ou corrigés à la main, 5 tels que" in said
    assert "relisent et corrigent" not in said


def test_nothing_is_said_of_what_nobody_did() -> None:
    machine = tuple(replace(entry, confirmed=False, basis="stated") for entry in BAKHMUT.entries)
    said = method(replace(BAKHMUT, entries=machine))
    assert "sur 9 événements : 9 tels que la machine les a écrits, que personne n’a relus." in said
    assert "confirmé par la rédaction" not in said


def test_hidden_events_do_not_count() -> None:
    hidden = tuple(replace(entry, hidden=entry.confirmed) for entry in BAKHMUT.entries)
    assert "sur 8 événements" in method(replace(BAKHMUT, entries=hidden))


def test_events_to_review_say_so_only_where_it_is_asked_for() -> None:
    asked = site.SiteOptions(review_badge=True, to_review={"bakhmut": frozenset({"7f3a1c", "e5f6a7"})})
    page = str(site.render([BAKHMUT], asked)["bakhmut/index.html"])
    assert page.count("à relire") == 1, "a confirmed event was reviewed"
    assert "à relire" in page.split('id="7f3a1c"')[1].split("</li>", maxsplit=1)[0]
    assert "à relire" not in str(site.render([BAKHMUT])["bakhmut/index.html"])


def test_corrections_are_in_words_and_as_old_as_their_articles() -> None:
    changes = (
        Correction(2, "changed", "7f3a1c", "Visite", "person", "date", "2022-12", "../2022-12-19"),
        Correction(2, "changed", "7f3a1c", "Visite", "person", "status", "reported", "asserted"),
        Correction(2, "changed", "7f3a1c", "Visite", "person", "ongoing", "", "true"),
        Correction(3, "added", "a1b2c3", "Combats", "machine"),
        Correction(3, "removed", "zz", "Rumeur", "person"),
    )
    later = replace(BAKHMUT.entries[0], first_known=datetime.date(2023, 1, 5))
    shown = replace(BAKHMUT, entries=(later, *BAKHMUT.entries[1:]))
    said = text(site.render([shown], site.SiteOptions(changes={"bakhmut": changes}))["bakhmut/corrections.html"])
    for words in (
        "Révision 3, avec les articles parus jusqu’au 5 janvier 2023",
        "avant : décembre 2022 après : au plus tard le 19 décembre 2022",
        "avant : rapporté après : établi",
        "avant : non après : oui",
    ):
        assert words in said
    assert said.index("Révision 3") < said.index("Révision 2")


def test_a_revision_is_as_old_as_all_the_articles_that_were_known() -> None:
    days = [datetime.date(2023, 1, 1 + n) for n in range(len(BAKHMUT.entries))]
    entries = tuple(replace(entry, first_known=day) for entry, day in zip(BAKHMUT.entries, days, strict=True))
    first, *_, before, last = (entry.id for entry in entries)
    changes = (
        Correction(2, "added", first, "Ancien", "machine"),  # an older article came later; the others were known
        Correction(3, "added", last, "Nouveau", "machine"),
        Correction(4, "added", before, "À la main", "person"),  # no article came
    )
    shown = site.render([replace(BAKHMUT, entries=entries)], site.SiteOptions(changes={"bakhmut": changes}))
    said = text(shown["bakhmut/corrections.html"])
    assert f"Révision 3, avec les articles parus jusqu’au {days[-1].day} janvier 2023" in said
    assert f"Révision 2, avec les articles parus jusqu’au {days[-3].day} janvier 2023" in said
    assert "Révision 4, avec" not in said


def test_the_method_is_set_as_it_is_printed() -> None:
    page = str(site.render([BAKHMUT])[f"{BAKHMUT.slug}/method.html"])
    assert "«\u00a0depuis lundi\u00a0»" in page
    assert "« " not in page
